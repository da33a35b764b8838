import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../api/client.js';
import { accountsQuery } from '../../../api/queries.js';
import { Dialog } from '../../../forms/dialog.js';
import { useNotify } from '../../../frame/notices.js';
import type { AccountProps } from './channels.js';

/** Asked first, and not undone: the secrets are gone with it. */
export function RemoveAccount({ row, platform }: AccountProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const queries = useQueryClient();
  const [opened, dialog] = useDisclosure(false);
  const remove = useMutation({
    mutationFn: () => {
      const params = { path: { slug: row.platform }, query: { channel: row.channel } };
      return body(api.DELETE('/api/v1/platforms/{slug}/account', { params }));
    },
    onSuccess: async () => {
      dialog.close();
      notify(t('accounts.removed', { platform }));
      await queries.invalidateQueries({ queryKey: accountsQuery.queryKey });
    },
  });
  const title = t('accounts.removeWhat', { platform });
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={dialog.open} aria-label={title}>
        {t('accounts.remove')}
      </Button>
      <Dialog
        title={title}
        opened={opened}
        close={dialog.close}
        submitWords={t('accounts.remove')}
        pending={remove.isPending}
        fault={remove.error}
        submit={() => {
          remove.mutate();
        }}
      >
        <p>{t('accounts.removeText')}</p>
      </Dialog>
    </>
  );
}
