import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../api/client.js';
import { webhooksQuery } from '../../../api/queries.js';
import type { WebhookView } from '../../../api/types.js';
import { Dialog } from '../../../forms/dialog.js';
import { useNotify } from '../../../frame/notices.js';

/** Asked first, and not undone: its secret is gone with it. */
export function RemoveWebhook({ webhook: { id, url } }: { webhook: WebhookView }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [opened, dialog] = useDisclosure(false);
  const remove = useMutation({
    mutationFn: () => body(api.DELETE('/api/v1/webhooks/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      await navigate({ to: '/settings' });
      queries.removeQueries({ queryKey: [...webhooksQuery.queryKey, id] });
      await queries.invalidateQueries({ queryKey: webhooksQuery.queryKey });
      notify(t('webhooks.removed'));
    },
  });
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        {t('webhooks.remove')}
      </Button>
      <Dialog
        title={t('webhooks.removeWhat', { url })}
        opened={opened}
        close={dialog.close}
        submitWords={t('webhooks.remove')}
        pending={remove.isPending}
        fault={remove.error}
        submit={() => {
          remove.mutate();
        }}
      >
        <p>{t('webhooks.removeText')}</p>
      </Dialog>
    </>
  );
}
