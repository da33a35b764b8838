import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Code } from './reply-panes.js';
import { useKeys } from './use-keys.js';

interface TakeBackProps {
  /** whether its complaint is known: then it waits for a decision, else to be matched */
  matched: boolean;
  code: Code;
  keysOn: boolean;
  keys: Record<string, () => void>;
}

/** A message taken for automatic may hold a decision after all. */
export function TakeBack({ matched, code, keysOn, keys }: TakeBackProps) {
  const { t } = useTranslation();
  useKeys(keys, keysOn);
  return (
    <div>
      <Button
        variant="default"
        onClick={() => {
          void code({ action: 'undo' }, t(matched ? 'triage.did.undo' : 'triage.did.undoUnmatched'));
        }}
      >
        {t(matched ? 'triage.back' : 'triage.backUnmatched')}
      </Button>
    </div>
  );
}
