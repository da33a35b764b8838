import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CodeInput, DecidedOutcome, ItemView, JustificationElement, ReplyDetail } from '../../api/types.js';
import { useNotify } from '../../frame/notices.js';
import { reasonChoices } from '../../words/coded.js';
import type { Code } from './reply-panes.js';
import { useKeys } from './use-keys.js';

const elements: readonly JustificationElement[] = ['J1', 'J2', 'J3', 'J4', 'J5', 'J6', 'J7'];
const others: readonly DecidedOutcome[] = ['partial', 'restricted', 'duplicate'];

interface DecidePanelProps {
  reply: ReplyDetail;
  code: Code;
  keysOn: boolean;
  keys: Record<string, () => void>;
}

const decidable = (items: readonly ItemView[]): ItemView[] =>
  items.filter(({ status, outcome }) => status === 'filed' && outcome === 'pending');

/** A person says what the reply decides. The suggestion is filled in, and counts only once a decision is pressed. */
export function DecidePanel({ reply, code, keysOn, keys }: DecidePanelProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const items = useMemo(() => decidable(reply.complaint?.items ?? []), [reply]);
  const [itemIds, setItemIds] = useState(() => items.map(({ id }) => id));
  const [reason, setReason] = useState(reply.suggestion?.statedReason ?? 'RR-00');
  const [found, setFound] = useState<string[]>(() =>
    elements.filter((element) => reply.suggestion?.justification?.[element] === true),
  );

  const actions = useMemo(() => {
    const decide = (outcome: DecidedOutcome): void => {
      if (itemIds.length === 0) {
        notify(t(items.length === 0 ? 'triage.noItems' : 'triage.needItems'), { tone: 'warn' });
        return;
      }
      const justification = Object.fromEntries(elements.map((element) => [element, found.includes(element)]));
      const refusal: Partial<CodeInput> = outcome === 'refused' ? { statedReason: reason, justification } : {};
      code({ action: 'decide', outcome, itemIds, ...refusal }, t(`triage.did.${outcome}`));
    };
    return {
      decide,
      automatic: () => {
        code({ action: 'automatic' }, t('triage.did.automatic'));
      },
      dismiss: () => {
        code({ action: 'dismiss' }, t('triage.did.dismiss'));
      },
    };
  }, [code, found, itemIds, items, notify, reason, t]);

  const allKeys = useMemo(
    () => ({
      ...keys,
      e: () => {
        actions.decide('removed');
      },
      r: () => {
        actions.decide('refused');
      },
      a: actions.automatic,
    }),
    [actions, keys],
  );
  useKeys(allKeys, keysOn);

  return (
    <section className="sheet stack" aria-labelledby="decide-title">
      <h2 id="decide-title">{t('triage.decide')}</h2>
      {items.length === 0 && <p>{t('triage.noItems')}</p>}
      {items.length > 0 && (
        <Checkbox.Group label={t('triage.items')} value={itemIds} onChange={setItemIds}>
          <div className="stack-tight">
            {items.map((item) => (
              <Checkbox key={item.id} value={item.id} label={<span className="break">{item.title ?? item.url}</span>} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      <NativeSelect
        label={t('triage.reason')}
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value);
        }}
        data={reasonChoices(t).map(([value, says]) => ({ value, label: `${says} (${value})` }))}
      />
      <details className="reveal">
        <summary>{t('triage.elements')}</summary>
        <Checkbox.Group
          description={t('triage.elementsHint')}
          aria-label={t('triage.elements')}
          value={found}
          onChange={setFound}
        >
          <div className="stack-tight" style={{ marginTop: 8 }}>
            {elements.map((element) => (
              <Checkbox key={element} value={element} label={t(`words.element.${element}`)} />
            ))}
          </div>
        </Checkbox.Group>
      </details>
      <div className="row">
        <Button
          onClick={() => {
            actions.decide('removed');
          }}
        >
          {t('triage.removed')}
        </Button>
        <Button
          onClick={() => {
            actions.decide('refused');
          }}
        >
          {t('triage.refused')}
        </Button>
        <Button variant="default" onClick={actions.automatic}>
          {t('triage.automaticAction')}
        </Button>
        <Button variant="default" onClick={actions.dismiss}>
          {t('triage.dismiss')}
        </Button>
      </div>
      <details className="reveal">
        <summary>{t('triage.other')}</summary>
        <div className="row">
          {others.map((outcome) => (
            <Button
              key={outcome}
              variant="default"
              onClick={() => {
                actions.decide(outcome);
              }}
            >
              {t(`words.outcome.${outcome}`)}
            </Button>
          ))}
        </div>
      </details>
    </section>
  );
}
