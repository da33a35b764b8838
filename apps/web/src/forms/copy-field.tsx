import { Button, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';

/** What is shown once, to be copied; where the browser allows no copying by a button, it is selected with the focus. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation();
  const clipboard = useClipboard({ timeout: 4000 });
  return (
    <div className="row-field">
      <TextInput
        readOnly
        flex={1}
        miw={200}
        label={label}
        value={value}
        classNames={{ input: 'mono' }}
        onFocus={(event) => {
          event.currentTarget.select();
        }}
      />
      <Button
        variant="default"
        aria-label={`${t('webhooks.copy')}: ${label}`}
        onClick={() => {
          clipboard.copy(value);
        }}
      >
        <span role="status">{clipboard.copied ? t('webhooks.copied') : t('webhooks.copy')}</span>
      </Button>
    </div>
  );
}
