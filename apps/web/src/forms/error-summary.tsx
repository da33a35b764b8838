import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';

export interface FieldError {
  /** id of the field the error belongs to; null where it belongs to none */
  field: string | null;
  text: string;
  /** the provision that asks for it */
  hook?: string;
}

/** What the field itself shows: the same words as the summary. */
export const errorOf = (errors: readonly FieldError[], field: string): string | undefined =>
  errors.find((error) => error.field === field)?.text;

interface ErrorSummaryProps {
  /** those still open */
  errors: readonly FieldError[];
  /** those of the last try; the same where none is taken off while one types */
  tried?: readonly FieldError[];
}

/** "There is a problem": takes the focus when a try brought errors, and links each one to its field. */
export function ErrorSummary({ errors, tried = errors }: ErrorSummaryProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const title = useId();
  useEffect(() => {
    if (tried.length > 0) box.current?.focus();
  }, [tried]);
  if (errors.length === 0) return null;
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box} aria-labelledby={title}>
      <h2 id={title}>{t('frame.problem')}</h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.field ?? ''} ${error.text}`}>
            {error.field === null ? error.text : <FieldLink field={error.field} text={error.text} />}
            {error.hook && <span className="quiet small"> ({t('frame.askedBy', { hook: error.hook })})</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function FieldLink({ field, text }: { field: string; text: string }) {
  return (
    <a
      href={`#${field}`}
      onClick={(event) => {
        const target = document.getElementById(field);
        if (target === null) return;
        event.preventDefault();
        target.focus();
        target.scrollIntoView({ block: 'center' });
      }}
    >
      {text}
    </a>
  );
}
