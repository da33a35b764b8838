import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../api/client.js';
import { webhookDeliveriesQuery } from '../../../api/queries.js';
import type { WebhookDeliveryView } from '../../../api/types.js';
import { faultWords } from '../../../frame/fault-words.js';
import { useNotify } from '../../../frame/notices.js';
import { tagOf } from '../../../i18n/language.js';

interface ResendDeliveryProps {
  row: WebhookDeliveryView;
  /** the event, in words */
  name: string;
}

export function ResendDelivery({ row: { id, webhookId, state, createdAt }, name }: ResendDeliveryProps) {
  const { t, i18n } = useTranslation();
  const notify = useNotify();
  const queries = useQueryClient();
  const resend = useMutation({
    mutationFn: () => body(api.POST('/api/v1/webhook-deliveries/{id}/resend', { params: { path: { id } } })),
    onSuccess: async () => {
      notify(t('webhooks.resent'));
      await queries.invalidateQueries({ queryKey: webhookDeliveriesQuery(webhookId).queryKey });
    },
    onError: (fault) => {
      notify(faultWords(t, fault), { tone: 'warn' });
    },
  });
  const when = new Date(createdAt).toLocaleString(tagOf(i18n.language), { dateStyle: 'medium', timeStyle: 'short' });
  const words = state === 'waiting' ? t('webhooks.resendNow') : t('webhooks.resend');
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={resend.isPending}
      aria-label={`${words}: ${t('webhooks.resendWhat', { event: name, when })}`}
      onClick={() => {
        resend.mutate();
      }}
    >
      {words}
    </Button>
  );
}
