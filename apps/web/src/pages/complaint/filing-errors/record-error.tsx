import { useTranslation } from 'react-i18next';
import { ErrorDialog } from './error-dialog.js';
import { useRecordError } from './use-record-error.js';

interface RecordErrorProps {
  complaintId: string;
  close: () => void;
}

/** Puts an error on record that does not end the filing. */
export function RecordError({ complaintId, close }: RecordErrorProps) {
  const { t } = useTranslation();
  const record = useRecordError(complaintId, close);
  return (
    <ErrorDialog
      title={t('errors.recordTitle')}
      close={close}
      pending={record.isPending}
      fault={record.error}
      record={(met) => {
        record.mutate(met);
      }}
    />
  );
}
