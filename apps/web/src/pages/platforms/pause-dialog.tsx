import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client.js';
import { Dialog } from '../../forms/dialog.js';
import { useNotify } from '../../frame/notices.js';

interface PauseDialogProps {
  /** null: every platform */
  slug: string | null;
  name: string;
  opened: boolean;
  close: () => void;
}

/** Asks why, since everybody in the workspace will want to know. */
export function PauseDialog({ slug, name, opened, close }: PauseDialogProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const lacks = reason.trim() === '';
  const pause = useMutation({
    mutationFn: async (input: { reason: string }) => {
      if (slug === null) await body(api.POST('/api/v1/delivery/pause', { body: input }));
      else await body(api.POST('/api/v1/platforms/{slug}/pause', { params: { path: { slug } }, body: input }));
    },
    onSuccess: async () => {
      close();
      setReason('');
      setTried(false);
      notify(t('delivery.didPause', { name }));
      await queries.invalidateQueries({ queryKey: ['delivery'] });
    },
  });
  return (
    <Dialog
      title={t('delivery.pauseTitle', { name })}
      opened={opened}
      close={close}
      submitWords={t('delivery.pause')}
      pending={pause.isPending}
      fault={pause.error}
      submit={() => {
        setTried(true);
        if (!lacks) pause.mutate({ reason: reason.trim() });
      }}
    >
      <p>{t('delivery.pauseText')}</p>
      <TextInput
        label={t('delivery.pauseReason')}
        required
        maxLength={500}
        value={reason}
        error={tried && lacks ? t('delivery.pauseReasonNeeded') : null}
        onChange={(event) => {
          setReason(event.currentTarget.value);
        }}
      />
    </Dialog>
  );
}
