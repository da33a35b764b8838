import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiFault } from '../api/fault.js';
import { faultWords } from '../frame/fault-words.js';
import { useUploading } from './use-uploads.js';

interface DialogProps {
  title: string;
  opened: boolean;
  close: () => void;
  submit: () => void;
  submitWords: string;
  pending: boolean;
  fault: unknown;
  wide?: boolean;
  children: ReactNode;
}

/** A question with its own form: what it does on top, the fault (if any) right above the buttons. */
export function Dialog({
  title,
  opened,
  close,
  submit,
  submitWords,
  pending,
  fault,
  wide = false,
  children,
}: DialogProps) {
  const { t } = useTranslation();
  const uploading = useUploading();
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={title}
      size={wide ? 'lg' : 'md'}
      closeButtonProps={{ 'aria-label': t('complaint.cancel') }}
    >
      <form
        noValidate
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {children}
        {fault !== null && (
          <div role="alert" className="mark-refused">
            {faultWords(t, fault)}
            {fault instanceof ApiFault && fault.fields.some(({ hook }) => hook !== undefined) && (
              <ul className="dotted small">
                {fault.fields.map(({ pointer, hook }) => hook !== undefined && <li key={pointer}>{hook}</li>)}
              </ul>
            )}
          </div>
        )}
        <div className="row">
          <Button type="submit" loading={pending || uploading}>
            {submitWords}
          </Button>
          <Button variant="default" onClick={close}>
            {t('complaint.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
