import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';

interface CopyButtonProps {
  text: string;
  /** what the button says; the field it belongs to is told besides */
  words: string;
  field: string;
  /** where the text stands, to be selected where the browser lets no page copy */
  shownIn: RefObject<HTMLElement | null>;
}

type State = 'idle' | 'copied' | 'selected';

/** Copies a text, and says so to everybody; where that is not allowed, the text is selected for the person to copy. */
export function CopyButton({ text, words, field, shownIn }: CopyButtonProps) {
  const { t } = useTranslation();
  const [state, setState] = useState<State>('idle');
  useEffect(() => {
    if (state === 'idle') return undefined;
    const timer = setTimeout(() => {
      setState('idle');
    }, 4_000);
    return () => {
      clearTimeout(timer);
    };
  }, [state]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      select(shownIn.current);
      setState('selected');
    }
  };
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('guided.labelled', { what: words, of: field })}
        onClick={() => void copy()}
      >
        {words}
      </Button>
      <span role="status" className="small quiet">
        {state === 'copied' && t('guided.copied')}
        {state === 'selected' && t('guided.selected')}
      </span>
    </>
  );
}

function select(element: HTMLElement | null): void {
  if (element !== null) getSelection()?.selectAllChildren(element);
}
