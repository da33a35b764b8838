import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RightsHolderView } from '../../api/types.js';
import { HolderForm } from './holder-form.js';

interface HolderDialogProps {
  opened: boolean;
  close: () => void;
  added: (holder: RightsHolderView) => void;
}

/** Enters a rights holder without leaving the page. A click beside the dialog does not throw away what was typed. */
export function HolderDialog({ opened, close, added }: HolderDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={close}
      closeOnClickOutside={false}
      size="lg"
      title={t('filing.addHolder')}
      closeButtonProps={{ 'aria-label': t('filing.cancel') }}
    >
      <HolderForm
        saved={(holder) => {
          added(holder);
          close();
        }}
        cancel={close}
      />
    </Modal>
  );
}
