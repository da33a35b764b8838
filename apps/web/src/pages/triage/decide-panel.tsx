import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecidedOutcome, ItemView, JustificationElement, ReasonCode, ReplyView } from '../../api/types.js';
import { useNotify } from '../../frame/notices.js';
import { isReason, reasonChoices } from '../../words/coded.js';
import { ListingChoice, suggestedFor } from './listing-choice.js';
import type { Code } from './reply-panes.js';
import type { Coding } from './use-coding.js';
import { useKeys } from './use-keys.js';

const elements: readonly JustificationElement[] = ['J1', 'J2', 'J3', 'J4', 'J5', 'J6', 'J7'];
const others: readonly DecidedOutcome[] = ['partial', 'restricted', 'duplicate'];

interface DecidePanelProps {
  reply: ReplyView;
  /** the complaint's listings */
  items: readonly ItemView[];
  code: Code;
  keysOn: boolean;
  keys: Record<string, () => void>;
}

const isDecidable = ({ status, outcome }: ItemView): boolean => status === 'filed' && outcome === 'pending';

/** Where the reply seems to decide listings differently, only those that fare like the first are ticked. */
function tickedAtFirst(reply: ReplyView, items: readonly ItemView[]): string[] {
  const [first] = items;
  const outcome = first && suggestedFor(reply, first);
  return items.filter((item) => suggestedFor(reply, item) === outcome).map(({ id }) => id);
}

/**
 * A person says what the reply decides. The suggestion is filled in, and counts only once a decision is pressed. A reply may
 * decide its listings differently: what is ticked is decided, and the rest stays for the next press.
 */
export function DecidePanel({ reply, items, code, keysOn, keys }: DecidePanelProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const open = useMemo(() => items.filter((item) => isDecidable(item) && !done.has(item.id)), [items, done]);
  const [ticked, setTicked] = useState(() => tickedAtFirst(reply, open));
  const [reason, setReason] = useState<ReasonCode>(reply.suggestion?.statedReason ?? 'RR-00');
  const [found, setFound] = useState<string[]>(() =>
    elements.filter((element) => reply.suggestion?.justification?.[element] === true),
  );

  const actions = useMemo(() => {
    const decide = (outcome: DecidedOutcome): void => {
      const itemIds = open.map(({ id }) => id).filter((id) => ticked.includes(id));
      if (itemIds.length === 0) {
        notify(t(open.length === 0 ? 'triage.noItems' : 'triage.needItems'), { tone: 'warn' });
        return;
      }
      const rest = open.filter(({ id }) => !itemIds.includes(id));
      const justification = Object.fromEntries(elements.map((element) => [element, found.includes(element)]));
      const refusal: Partial<Coding> = outcome === 'refused' ? { statedReason: reason, justification } : {};
      const kept = code(
        { action: 'decide', outcome, itemIds, stays: rest.length > 0, ...refusal },
        t(`triage.did.${outcome}`),
      );
      if (rest.length === 0) return;
      setDone(new Set([...done, ...itemIds]));
      setTicked(tickedAtFirst(reply, rest));
      void kept.then((was) => {
        if (!was) setDone(done);
      });
    };
    return {
      decide,
      automatic: () => void code({ action: 'automatic' }, t('triage.did.automatic')),
      dismiss: () => void code({ action: 'dismiss' }, t('triage.did.dismiss')),
    };
  }, [code, done, found, notify, open, reason, reply, t, ticked]);

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
      {open.length === 0 && <p>{t('triage.noItems')}</p>}
      {open.length > 0 && <ListingChoice reply={reply} items={open} ticked={ticked} tick={setTicked} />}
      <NativeSelect
        label={t('triage.reason')}
        value={reason}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          if (isReason(t, chosen)) setReason(chosen);
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
      <Buttons {...actions} whole={reply.state === 'waiting' && done.size === 0} />
    </section>
  );
}

interface ButtonsProps {
  decide: (outcome: DecidedOutcome) => void;
  automatic: () => void;
  dismiss: () => void;
  /** nothing of the reply is decided yet: it can still be called automatic, or set aside */
  whole: boolean;
}

function Buttons({ decide, automatic, dismiss, whole }: ButtonsProps) {
  const { t } = useTranslation();
  const deciding = (outcome: DecidedOutcome, words: string, variant: 'filled' | 'default') => (
    <Button
      key={outcome}
      variant={variant}
      onClick={() => {
        decide(outcome);
      }}
    >
      {words}
    </Button>
  );
  return (
    <>
      <div className="row">
        {deciding('removed', t('triage.removed'), 'filled')}
        {deciding('refused', t('triage.refused'), 'filled')}
        {whole && (
          <>
            <Button variant="default" onClick={automatic}>
              {t('triage.automaticAction')}
            </Button>
            <Button variant="default" onClick={dismiss}>
              {t('triage.dismiss')}
            </Button>
          </>
        )}
      </div>
      <details className="reveal">
        <summary>{t('triage.other')}</summary>
        <div className="row">
          {others.map((outcome) => deciding(outcome, t(`words.outcome.${outcome}`), 'default'))}
        </div>
      </details>
    </>
  );
}
