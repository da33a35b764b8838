import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client.js';
import type { ComplaintView } from '../../api/types.js';
import { Dialog } from '../../forms/dialog.js';
import { useNotify } from '../../frame/notices.js';
import { useComplaintChange } from './change.js';

interface ApprovalProps {
  complaint: ComplaintView;
  opened: boolean;
  close: () => void;
}

/** The second person lets the complaint go. */
export function ApproveDialog({ complaint, opened, close }: ApprovalProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const params = { path: { id: complaint.id } };
  const change = useComplaintChange(
    complaint.id,
    () => body(api.POST('/api/v1/complaints/{id}/approve', { params })),
    () => {
      close();
      notify(t('complaint.submitted'));
    },
  );
  return (
    <Dialog
      title={t('complaint.approveTitle')}
      opened={opened}
      close={close}
      submitWords={t('complaint.approveAndSend')}
      pending={change.isPending}
      fault={change.error}
      submit={() => {
        change.mutate(undefined);
      }}
    >
      <p>{t('complaint.approveText', { by: complaint.submittedBy ?? '', platform: complaint.platformName })}</p>
    </Dialog>
  );
}

/** The second person gives it back, and says what has to be changed. */
export function ReturnDialog({ complaint: { id }, opened, close }: ApprovalProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [reason, setReason] = useState('');
  const [needed, setNeeded] = useState(false);
  const change = useComplaintChange(
    id,
    (input: { reason: string }) =>
      body(api.POST('/api/v1/complaints/{id}/return', { params: { path: { id } }, body: input })),
    () => {
      close();
      notify(t('complaint.returned'));
    },
  );
  return (
    <Dialog
      title={t('complaint.returnTitle')}
      opened={opened}
      close={close}
      submitWords={t('complaint.return')}
      pending={change.isPending}
      fault={change.error}
      submit={() => {
        setNeeded(reason.trim() === '');
        if (reason.trim() !== '') change.mutate({ reason: reason.trim() });
      }}
    >
      <p>{t('complaint.returnText')}</p>
      <Textarea
        label={t('complaint.returnReason')}
        error={needed && t('complaint.needReturnReason')}
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
