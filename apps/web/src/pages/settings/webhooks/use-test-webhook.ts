import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../api/client.js';
import { webhookDeliveriesQuery } from '../../../api/queries.js';
import { faultWords } from '../../../frame/fault-words.js';
import { useNotify } from '../../../frame/notices.js';

/** Sends a ping; the log shows what became of it. */
export function useTestWebhook(id: string) {
  const { t } = useTranslation();
  const notify = useNotify();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => body(api.POST('/api/v1/webhooks/{id}/test', { params: { path: { id } } })),
    onSuccess: async () => {
      notify(t('webhooks.tested'));
      await queries.invalidateQueries({ queryKey: webhookDeliveriesQuery(id).queryKey });
    },
    onError: (fault) => {
      notify(faultWords(t, fault), { tone: 'warn' });
    },
  });
}
