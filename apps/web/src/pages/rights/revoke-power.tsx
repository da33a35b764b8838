import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client.js';
import type { PowerView, RightsHolderView } from '../../api/types.js';
import { Dialog } from '../../forms/dialog.js';
import { useNotify } from '../../frame/notices.js';

interface RevokePowerProps {
  holder: RightsHolderView;
  power: PowerView;
  revoked: () => void;
}

/** Asked first, and not undone: a power that was revoked stays revoked, and a new one has to be recorded. */
export function RevokePower({ holder, power, revoked }: RevokePowerProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const queries = useQueryClient();
  const [opened, dialog] = useDisclosure(false);
  const title = t('rights.revokeWhat', { agent: power.agent });
  const params = { path: { id: holder.id, powerId: power.id } };
  const revoke = useMutation({
    mutationFn: () => body(api.POST('/api/v1/rights-holders/{id}/powers-of-attorney/{powerId}/revoke', { params })),
    onSuccess: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['rights-holders'] }),
        queries.invalidateQueries({ queryKey: ['expiries'] }),
      ]);
      dialog.close();
      revoked();
      notify(t('rights.powerRevoked', { agent: power.agent }));
    },
  });
  return (
    <>
      <Button size="compact-sm" variant="default" aria-label={title} onClick={dialog.open}>
        {t('rights.revoke')}
      </Button>
      <Dialog
        title={title}
        opened={opened}
        close={dialog.close}
        submitWords={t('rights.revoke')}
        pending={revoke.isPending}
        fault={revoke.error}
        submit={() => {
          revoke.mutate();
        }}
      >
        <p>{t('rights.revokeText')}</p>
        {holder.representedByAgent && <p>{t('rights.revokeStops', { name: holder.name })}</p>}
      </Dialog>
    </>
  );
}
