import type { TFunction } from 'i18next';
import { useState } from 'react';
import { ApiFault } from '../../api/fault.js';
import type { FieldError } from '../../forms/error-summary.js';
import { faultWords } from '../../frame/fault-words.js';

/** Lists that are one field of their form: an objection to one part is shown at the whole. */
const lists: ReadonlySet<string> = new Set([
  'classes',
  'locarno',
  'territories',
  'programmes',
  'rightIds',
  'platforms',
]);

/** `/owners/0/since` → `right-owners-0-since`: the id of the field a JSON pointer of the request means. */
export function fieldOf(form: string, pointer: string): string {
  const [, first = '', ...rest] = pointer.split('/');
  return [form, first, ...(lists.has(first) ? [] : rest)].join('-');
}

/** The server's objections at their fields; what concerns no field stands alone. */
export function faultErrors(t: TFunction, form: string, fault: unknown): FieldError[] {
  if (!(fault instanceof ApiFault) || fault.fields.length === 0) return [{ field: null, text: faultWords(t, fault) }];
  return fault.fields.map(({ pointer, detail }) => ({ field: fieldOf(form, pointer), text: detail }));
}

/** What the last try to save brought, less what was changed since: that is looked at again with the next try. */
export function useTries(form: string) {
  const [tried, setTried] = useState<readonly FieldError[]>([]);
  const [changed, setChanged] = useState<readonly string[]>([]);
  const isChanged = (field: string): boolean =>
    changed.some((name) => field === `${form}-${name}` || field.startsWith(`${form}-${name}-`));
  return {
    tried,
    errors: tried.filter(({ field }) => field === null || !isChanged(field)),
    tell: (errors: readonly FieldError[]): void => {
      setTried(errors);
      setChanged([]);
    },
    /** @param names fields, or lists of which every field counts as changed */
    mend: (names: readonly string[]): void => {
      if (tried.length > 0) setChanged((before) => [...before, ...names]);
    },
  };
}
