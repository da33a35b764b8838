import { Button, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../forms/dialog.js';
import { ErrorDialog } from '../complaint/filing-errors/error-dialog.js';
import { instantOf, isPast, localNow } from '../complaint/filing-errors/evidence-fields.js';
import { useRecordAttempt } from './use-record-attempt.js';

/** The two ends of a filing by hand. */
export function Ends({ complaintId }: { complaintId: string }) {
  const { t } = useTranslation();
  const [accepted, accept] = useDisclosure(false);
  const [failed, fail] = useDisclosure(false);
  return (
    <section className="sheet stack">
      <h2>{t('guided.ends')}</h2>
      <div className="row">
        <Button onClick={accept.open}>{t('guided.accepted')}</Button>
        <Button variant="default" onClick={fail.open}>
          {t('guided.notFiled')}
        </Button>
      </div>
      {accepted && <Accepted complaintId={complaintId} close={accept.close} />}
      {failed && <NotFiled complaintId={complaintId} close={fail.close} />}
    </section>
  );
}

interface EndProps {
  complaintId: string;
  close: () => void;
}

function Accepted({ complaintId, close }: EndProps) {
  const { t } = useTranslation();
  const [reference, setReference] = useState('');
  const [opened] = useState(localNow);
  const [at, setAt] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const record = useRecordAttempt(complaintId);
  const wrong = !isPast(at);
  return (
    <Dialog
      opened
      title={t('guided.accepted')}
      close={close}
      submitWords={t('guided.record')}
      pending={record.isPending}
      fault={record.error}
      submit={() => {
        setTried(true);
        if (wrong) return;
        const number = reference.trim();
        record.mutate({ outcome: 'delivered', at: instantOf(at), ...(number === '' ? {} : { reference: number }) });
      }}
    >
      <TextInput
        data-autofocus
        label={t('complaint.resolveReference')}
        value={reference}
        maxLength={200}
        onChange={(event) => {
          setReference(event.currentTarget.value);
        }}
      />
      <TextInput
        type="datetime-local"
        w={240}
        label={t('guided.when')}
        value={at ?? opened}
        error={tried && wrong && t('errors.whenError')}
        onChange={(event) => {
          setAt(event.currentTarget.value);
        }}
      />
    </Dialog>
  );
}

function NotFiled({ complaintId, close }: EndProps) {
  const { t } = useTranslation();
  const record = useRecordAttempt(complaintId);
  return (
    <ErrorDialog
      title={t('guided.notFiled')}
      close={close}
      pending={record.isPending}
      fault={record.error}
      record={({ occurredAt, ...met }) => {
        record.mutate({ outcome: 'prevented', at: occurredAt, ...met });
      }}
    />
  );
}
