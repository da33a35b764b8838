import { Modal, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface KeySheetProps {
  opened: boolean;
  close: () => void;
  on: boolean;
  setOn: (on: boolean) => void;
}

const keys = ['j', 'k', 'e', 'r', 'a', 'u'] as const;

export function KeySheet({ opened, close, on, setOn }: KeySheetProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('triage.keys.title')}
      closeButtonProps={{ 'aria-label': t('triage.keys.close') }}
    >
      <div className="stack">
        <dl className="facts">
          {keys.map((key) => (
            <div key={key} style={{ display: 'contents' }}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{t(`triage.keys.${key}`)}</dd>
            </div>
          ))}
          <dt>
            <kbd>?</kbd>
          </dt>
          <dd>{t('triage.keys.help')}</dd>
        </dl>
        <Switch
          label={t('triage.keys.use')}
          description={t('triage.keys.useHint')}
          checked={on}
          onChange={(event) => {
            setOn(event.currentTarget.checked);
          }}
        />
      </div>
    </Modal>
  );
}
