import { useState } from 'react';
import type { FieldError } from '../../forms/error-summary.js';
import type { Answers } from './answers.js';

const fieldOf: Partial<Record<keyof Answers, string>> = { rightIds: 'rights', evidenceFileIds: 'files' };

/** Fields of the form that a change fills; one that empties a field mends nothing. */
function filledBy(part: Partial<Answers>): string[] {
  const { statements = {}, signature, ...others } = part;
  const plain = Object.entries(others).filter(([, value]) => value.length > 0);
  return [
    ...plain.map(([name]) => fieldOf[name as keyof Answers] ?? name),
    ...Object.entries(statements).flatMap(([kind, confirmed]) => (confirmed ? [`statement-${kind}`] : [])),
    ...((signature?.name ?? '') === '' ? [] : ['signName']),
    ...((signature?.capacity ?? '') === '' ? [] : ['signCapacity']),
  ];
}

/** The errors of the last try, less those whose field was filled since: they are looked at again with the next try. */
export function useMended(errors: readonly FieldError[]) {
  const [since, setSince] = useState<{ errors: readonly FieldError[]; fields: ReadonlySet<string> }>({
    errors,
    fields: new Set(),
  });
  const fields = since.errors === errors ? since.fields : new Set<string>();
  return {
    left: errors.filter(({ field }) => field === null || !fields.has(field)),
    note: (part: Partial<Answers>): void => {
      if (errors.length > 0) setSince({ errors, fields: new Set([...fields, ...filledBy(part)]) });
    },
  };
}
