import { useTranslation } from 'react-i18next';
import { api, body } from '../../../api/client.js';
import type { FilingErrorInput } from '../../../api/types.js';
import { useNotify } from '../../../frame/notices.js';
import { useComplaintChange } from '../change.js';

/** Puts an error on record. */
export function useRecordError(complaintId: string, done: () => void) {
  const { t } = useTranslation();
  const notify = useNotify();
  const params = { path: { id: complaintId } };
  return useComplaintChange(
    complaintId,
    (input: FilingErrorInput) => body(api.POST('/api/v1/complaints/{id}/filing-errors', { params, body: input })),
    () => {
      done();
      notify(t('errors.recorded'));
    },
  );
}
