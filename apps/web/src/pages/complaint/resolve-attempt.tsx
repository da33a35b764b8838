import { NativeSelect, Radio, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client.js';
import type { AttemptView, ErrorCode, ResolutionInput } from '../../api/types.js';
import { Dialog } from '../../forms/dialog.js';
import { useNotify } from '../../frame/notices.js';
import { errorChoices, isErrorState } from '../../words/coded.js';
import { useComplaintChange } from './change.js';

interface ResolveAttemptProps {
  complaintId: string;
  attempt: AttemptView;
  opened: boolean;
  close: () => void;
}

type Resolution = ResolutionInput['outcome'];

/** A person says what became of a delivery that Redress cannot know. */
export function ResolveAttempt({ complaintId, attempt, opened, close }: ResolveAttemptProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [outcome, setOutcome] = useState<Resolution | null>(null);
  const [reason, setReason] = useState('');
  const [reference, setReference] = useState('');
  const [code, setCode] = useState<ErrorCode>(attempt.code ?? 'ER-44');
  const [tried, setTried] = useState(false);
  const params = { path: { id: complaintId, attemptId: attempt.id } };
  const change = useComplaintChange(
    complaintId,
    (input: ResolutionInput) =>
      body(api.POST('/api/v1/complaints/{id}/attempts/{attemptId}/resolve', { params, body: input })),
    () => {
      close();
      notify(t('complaint.resolved'));
    },
  );
  const human = attempt.state === 'needs-human';
  const choices: [Resolution, string][] = [
    ['delivered', t('complaint.resolveDelivered')],
    ['prevented', t('complaint.resolvePrevented')],
    ...(human ? [] : ([['resend', t('complaint.resolveResend')]] satisfies [Resolution, string][])),
  ];
  return (
    <Dialog
      title={t('complaint.resolveTitle')}
      opened={opened}
      close={close}
      submitWords={t('complaint.save')}
      pending={change.isPending}
      fault={change.error}
      submit={() => {
        setTried(true);
        if (outcome === null || reason.trim() === '') return;
        const detail = {
          ...(outcome === 'prevented' ? { code } : {}),
          ...(outcome === 'delivered' && reference.trim() !== '' ? { reference: reference.trim() } : {}),
        };
        change.mutate({ outcome, reason: reason.trim(), ...detail });
      }}
    >
      <p>{t(human ? 'complaint.resolveHuman' : 'complaint.resolveText')}</p>
      <Radio.Group
        label={t('complaint.resolveTitle')}
        value={outcome ?? ''}
        onChange={(value) => {
          setOutcome(choices.find(([choice]) => choice === value)?.[0] ?? null);
        }}
        error={tried && outcome === null && t('complaint.needOutcome')}
      >
        <div className="stack-tight">
          {choices.map(([choice, words]) => (
            <Radio key={choice} value={choice} label={words} />
          ))}
        </div>
      </Radio.Group>
      {outcome === 'delivered' && (
        <TextInput
          label={t('complaint.resolveReference')}
          value={reference}
          onChange={(event) => {
            setReference(event.currentTarget.value);
          }}
        />
      )}
      {outcome === 'prevented' && (
        <NativeSelect
          label={t('complaint.resolveCode')}
          value={code}
          data={errorChoices(t).map(([value, says]) => ({ value, label: `${says} (${value})` }))}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            if (isErrorState(t, chosen)) setCode(chosen);
          }}
        />
      )}
      <Textarea
        label={t('complaint.resolveReason')}
        description={t('complaint.resolveReasonHint')}
        autosize
        minRows={2}
        value={reason}
        error={tried && reason.trim() === '' && t('complaint.needReason')}
        onChange={(event) => {
          setReason(event.currentTarget.value);
        }}
      />
    </Dialog>
  );
}
