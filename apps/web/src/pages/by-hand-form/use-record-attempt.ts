import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client.js';
import type { AttemptInput } from '../../api/types.js';
import { useNotify } from '../../frame/notices.js';
import { useComplaintChange } from '../complaint/change.js';

/** Puts on record what became of a filing by hand, and goes back to the complaint. */
export function useRecordAttempt(complaintId: string) {
  const { t } = useTranslation();
  const notify = useNotify();
  const navigate = useNavigate();
  const params = { path: { id: complaintId } };
  return useComplaintChange(
    complaintId,
    (input: Omit<AttemptInput, 'channel'>) =>
      body(api.POST('/api/v1/complaints/{id}/attempts', { params, body: { channel: 'guided-form', ...input } })),
    () => {
      notify(t('complaint.resolved'));
      void navigate({ to: '/complaints/$id', params: { id: complaintId } });
    },
  );
}
