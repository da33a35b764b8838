import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RightKind, RightView } from '../../api/types.js';
import { RightForm } from './right-form.js';
import type { Whose } from './right-form.js';

interface RightDialogProps {
  whose: Whose;
  kinds: readonly RightKind[];
  opened: boolean;
  close: () => void;
  added: (right: RightView) => void;
}

/** Enters a right without leaving the page. A click beside the dialog does not throw away what was typed. */
export function RightDialog({ whose, kinds, opened, close, added }: RightDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={close}
      closeOnClickOutside={false}
      size="xl"
      title={t('filing.addRight')}
      closeButtonProps={{ 'aria-label': t('filing.cancel') }}
    >
      <RightForm
        whose={whose}
        kinds={kinds}
        saved={(right) => {
          added(right);
          close();
        }}
        cancel={close}
      />
    </Modal>
  );
}
