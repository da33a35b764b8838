import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client.js';
import { Dialog } from '../../forms/dialog.js';
import { useNotify } from '../../frame/notices.js';
import { useComplaintChange } from './change.js';

export function WithdrawDialog({ id, opened, close }: { id: string; opened: boolean; close: () => void }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [reason, setReason] = useState('');
  const change = useComplaintChange(
    id,
    (input: { reason?: string }) =>
      body(api.POST('/api/v1/complaints/{id}/withdraw', { params: { path: { id } }, body: input })),
    () => {
      close();
      notify(t('complaint.withdrawn'));
    },
  );
  return (
    <Dialog
      title={t('complaint.withdrawTitle')}
      opened={opened}
      close={close}
      submitWords={t('complaint.withdraw')}
      pending={change.isPending}
      fault={change.error}
      submit={() => {
        change.mutate(reason.trim() === '' ? {} : { reason: reason.trim() });
      }}
    >
      <p>{t('complaint.withdrawText')}</p>
      <Textarea
        label={t('complaint.withdrawReason')}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value);
        }}
      />
    </Dialog>
  );
}
