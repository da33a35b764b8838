import { Checkbox, NativeSelect, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client.js';
import type {
  ComplaintView,
  DecidedOutcome,
  DecisionInput,
  JustificationElement,
  ReasonCode,
} from '../../api/types.js';
import { Dialog } from '../../forms/dialog.js';
import { useNotify } from '../../frame/notices.js';
import { isReason, reasonChoices } from '../../words/coded.js';
import { useComplaintChange } from './change.js';

const outcomes: readonly DecidedOutcome[] = ['removed', 'refused', 'partial', 'restricted', 'duplicate'];
const elements: readonly JustificationElement[] = ['J1', 'J2', 'J3', 'J4', 'J5', 'J6', 'J7'];

interface DecideByHandProps {
  complaint: ComplaintView;
  opened: boolean;
  close: () => void;
}

interface Entered {
  itemIds: string[];
  outcome: DecidedOutcome;
  /** empty: not chosen yet */
  reason: ReasonCode | '';
  text: string;
  day: string;
  found: string[];
}

/** Noon of that day here, or now where noon is still to come: a decision is never in the future. */
const midday = (day: string): string =>
  new Date(Math.min(new Date(`${day}T12:00:00`).getTime(), Date.now())).toISOString();

/** The elements are all answered together: what is not ticked is coded as absent, so that the refusal counts as assessed. */
function toInput({ itemIds, outcome, reason, text, day, found }: Entered): DecisionInput {
  const refused = outcome === 'refused';
  const justification = Object.fromEntries(elements.map((element) => [element, found.includes(element)]));
  return {
    itemIds,
    outcome,
    decidedAt: midday(day),
    ...(refused && reason !== '' ? { statedReason: reason, justification } : {}),
    ...(text.trim() === '' ? {} : { text: text.trim() }),
  };
}

/** A decision that did not come by mail: letter, telephone, the platform's own page. */
export function DecideByHand({ complaint, opened, close }: DecideByHandProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const filed = complaint.items.filter(({ status }) => status === 'filed');
  const [entered, setEntered] = useState<Entered>({
    itemIds: [],
    outcome: 'removed',
    reason: '',
    text: '',
    day: '',
    found: [],
  });
  const [tried, setTried] = useState(false);
  const set = (part: Partial<Entered>): void => {
    setEntered((before) => ({ ...before, ...part }));
  };
  const params = { path: { id: complaint.id } };
  const change = useComplaintChange(
    complaint.id,
    (input: DecisionInput) => body(api.POST('/api/v1/complaints/{id}/decisions', { params, body: input })),
    () => {
      close();
      notify(t('complaint.decideRecorded'));
    },
  );
  const refused = entered.outcome === 'refused';
  const complete = entered.itemIds.length > 0 && entered.day !== '' && (!refused || entered.reason !== '');
  return (
    <Dialog
      wide
      title={t('complaint.decideTitle')}
      opened={opened}
      close={close}
      submitWords={t('complaint.save')}
      pending={change.isPending}
      fault={change.error}
      submit={() => {
        setTried(true);
        if (complete) change.mutate(toInput(entered));
      }}
    >
      <p>{t('complaint.decideText')}</p>
      <Checkbox.Group
        label={t('complaint.decideItems')}
        value={entered.itemIds}
        error={tried && entered.itemIds.length === 0 && t('complaint.needItems')}
        onChange={(itemIds) => {
          set({ itemIds });
        }}
      >
        <div className="stack-tight">
          {filed.map((item) => (
            <Checkbox key={item.id} value={item.id} label={<span className="break">{item.title ?? item.url}</span>} />
          ))}
        </div>
      </Checkbox.Group>
      <NativeSelect
        label={t('complaint.decideOutcome')}
        value={entered.outcome}
        data={outcomes.map((outcome) => ({ value: outcome, label: t(`words.outcome.${outcome}`) }))}
        onChange={(event) => {
          set({ outcome: outcomes.find((outcome) => outcome === event.currentTarget.value) ?? 'removed' });
        }}
      />
      <TextInput
        type="date"
        w={200}
        label={t('complaint.decideAt')}
        value={entered.day}
        error={tried && entered.day === '' && t('complaint.needDate')}
        onChange={(event) => {
          set({ day: event.currentTarget.value });
        }}
      />
      {refused && <Reason entered={entered} set={set} tried={tried} />}
      <Textarea
        label={t('complaint.decideText2')}
        autosize
        minRows={2}
        value={entered.text}
        onChange={(event) => {
          set({ text: event.currentTarget.value });
        }}
      />
    </Dialog>
  );
}

function Reason({ entered, set, tried }: { entered: Entered; set: (part: Partial<Entered>) => void; tried: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <NativeSelect
        label={t('complaint.decideReason')}
        value={entered.reason}
        error={tried && entered.reason === '' && t('complaint.needStated')}
        data={[
          { value: '', label: t('complaint.decideReasonNone') },
          ...reasonChoices(t).map(([code, says]) => ({ value: code, label: `${says} (${code})` })),
        ]}
        onChange={(event) => {
          const code = event.currentTarget.value;
          set({ reason: isReason(t, code) ? code : '' });
        }}
      />
      <Checkbox.Group
        label={t('complaint.decideElements')}
        value={entered.found}
        onChange={(found) => {
          set({ found });
        }}
      >
        <div className="stack-tight">
          {elements.map((element) => (
            <Checkbox key={element} value={element} label={t(`words.element.${element}`)} />
          ))}
        </div>
      </Checkbox.Group>
    </>
  );
}
