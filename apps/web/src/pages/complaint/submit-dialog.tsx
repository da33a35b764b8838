import { Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client.js';
import { ApiFault } from '../../api/fault.js';
import { platformQuery } from '../../api/queries.js';
import type { ComplaintView, PlatformGround, SubmitInput } from '../../api/types.js';
import type { FieldError } from '../../forms/error-summary.js';
import { ErrorSummary } from '../../forms/error-summary.js';
import { Dialog } from '../../forms/dialog.js';
import { SignatureFields, Statements } from '../../forms/statements-and-signature.js';
import { useNotify } from '../../frame/notices.js';
import { signErrors } from '../filing/answer-errors.js';
import { useComplaintChange } from './change.js';

interface SubmitDialogProps {
  complaint: ComplaintView;
  opened: boolean;
  close: () => void;
}

/** A draft is signed and sent: the statements are confirmed here, whatever was ticked when the draft was saved. */
export function SubmitDialog({ complaint, opened, close }: SubmitDialogProps) {
  const platform = useQuery({ ...platformQuery(complaint.platform), enabled: opened });
  const ground = platform.data?.grounds.find((known) => known.ground === complaint.ground);
  if (ground === undefined) return null;
  return <Sign complaint={complaint} ground={ground} opened={opened} close={close} />;
}

function Sign({ complaint, ground, opened, close }: SubmitDialogProps & { ground: PlatformGround }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [statements, setStatements] = useState({ goodFaith: false, accuracy: false, authority: false });
  const [signature, setSignature] = useState({ name: '', capacity: '' });
  const [renewedBecause, setRenewedBecause] = useState(complaint.renewedBecause ?? '');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const params = { path: { id: complaint.id } };
  const change = useComplaintChange(
    complaint.id,
    (input: SubmitInput) => body(api.POST('/api/v1/complaints/{id}/submit', { params, body: input })),
    ({ status }) => {
      close();
      notify(t(status === 'awaiting-approval' ? 'complaint.approvalAsked' : 'complaint.submitted'));
    },
  );
  const isRepeated = change.error instanceof ApiFault && change.error.type.endsWith('complaint-repeated');
  return (
    <Dialog
      wide
      title={t('complaint.submitTitle', { platform: complaint.platformName })}
      opened={opened}
      close={close}
      submitWords={t('complaint.submit')}
      pending={change.isPending}
      fault={change.error}
      submit={() => {
        const found = signErrors(t, { statements, signature }, ground);
        setErrors(found);
        const because = renewedBecause.trim();
        if (found.length > 0) return;
        change.mutate({ statements, signature, ...(because === '' ? {} : { renewedBecause: because }) });
      }}
    >
      <p>{t('complaint.submitText')}</p>
      <ErrorSummary errors={errors} />
      <Statements
        statements={ground.statements}
        language={complaint.language}
        confirmed={statements}
        errors={errors}
        confirm={(kind, value) => {
          setStatements({ ...statements, [kind]: value });
        }}
      />
      {(isRepeated || renewedBecause !== '') && (
        <Textarea
          label={t('filing.renewed')}
          description={t('filing.renewedHint')}
          autosize
          minRows={2}
          value={renewedBecause}
          onChange={(event) => {
            setRenewedBecause(event.currentTarget.value);
          }}
        />
      )}
      <SignatureFields signature={signature} sign={setSignature} errors={errors} />
    </Dialog>
  );
}
