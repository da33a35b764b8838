import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../api/client.js';
import { Dialog } from '../../../forms/dialog.js';
import type { Secret } from './secret-dialog.js';

/** Asked first: the receiver has a day to go over to the new secret. */
export function RotateSecret({ id, made }: { id: string; made: (secret: Secret) => void }) {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  const rotate = useMutation({
    mutationFn: () => body(api.POST('/api/v1/webhooks/{id}/rotate-secret', { params: { path: { id } } })),
    onSuccess: ({ secret }) => {
      dialog.close();
      made({ secret, isNew: true });
    },
  });
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        {t('webhooks.rotate')}
      </Button>
      <Dialog
        title={t('webhooks.rotate')}
        opened={opened}
        close={dialog.close}
        submitWords={t('webhooks.rotate')}
        pending={rotate.isPending}
        fault={rotate.error}
        submit={() => {
          rotate.mutate();
        }}
      >
        <p>{t('webhooks.rotateText')}</p>
      </Dialog>
    </>
  );
}
