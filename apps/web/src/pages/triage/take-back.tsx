import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Code } from './reply-panes.js';
import { useKeys } from './use-keys.js';

interface TakeBackProps {
  code: Code;
  keysOn: boolean;
  keys: Record<string, () => void>;
}

/** A message taken for automatic may hold a decision after all. */
export function TakeBack({ code, keysOn, keys }: TakeBackProps) {
  const { t } = useTranslation();
  useKeys(keys, keysOn);
  return (
    <div>
      <Button
        variant="default"
        onClick={() => {
          code({ action: 'undo' }, t('triage.did.undo'));
        }}
      >
        {t('triage.back')}
      </Button>
    </div>
  );
}
