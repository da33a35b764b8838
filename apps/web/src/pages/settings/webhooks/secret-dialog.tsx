import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyField } from '../../../forms/copy-field.js';

export interface Secret {
  /** null: it was in an answer that got lost on its way here */
  secret: string | null;
  /** another one signs too for a day */
  isNew: boolean;
}

/** The one time a secret is shown. */
export function SecretDialog({ secret, close }: { secret: Secret | null; close: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={secret !== null}
      onClose={close}
      title={t('webhooks.secret')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('webhooks.done') }}
    >
      {secret !== null && (
        <div className="stack">
          {secret.secret === null ? (
            <p role="alert">{t('webhooks.secretRepeated')}</p>
          ) : (
            <>
              <p>
                {t('webhooks.secretText')} {secret.isNew && t('webhooks.secretNew')}
              </p>
              <CopyField label={t('webhooks.secret')} value={secret.secret} />
            </>
          )}
          <div>
            <Button onClick={close}>{t('webhooks.done')}</Button>
          </div>
        </div>
      )}
    </Modal>
  );
}
