import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilingErrorView } from '../../../api/types.js';
import { Dialog } from '../../../forms/dialog.js';
import { errorWords } from '../../../words/coded.js';
import { EvidenceFields, evidenceInput, noEvidence } from './evidence-fields.js';
import { useRecordError } from './use-record-error.js';

interface ConfirmErrorProps {
  complaintId: string;
  error: FilingErrorView;
  close: () => void;
}

/** A person saw the same error on the platform's own form: without one, nothing counts as prevented. */
export function ConfirmError({ complaintId, error, close }: ConfirmErrorProps) {
  const { t } = useTranslation();
  const [evidence, setEvidence] = useState(noEvidence);
  const [tried, setTried] = useState(false);
  const record = useRecordError(complaintId, close);
  return (
    <Dialog
      opened
      title={t('errors.confirm')}
      close={close}
      submitWords={t('errors.save')}
      pending={record.isPending}
      fault={record.error}
      submit={() => {
        setTried(true);
        const input = evidenceInput(evidence);
        if (input === null) return;
        record.mutate({ ...input, code: error.code, message: t('errors.confirmMessage'), confirms: error.id });
      }}
    >
      <p>
        {errorWords(t, error.code, error.says)} <span className="quiet small">({error.code})</span>
      </p>
      <EvidenceFields evidence={evidence} change={setEvidence} tried={tried} />
    </Dialog>
  );
}
