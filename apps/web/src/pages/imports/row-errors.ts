import { useTranslation } from 'react-i18next';
import type { ImportColumn, ImportView, RowFault } from '../../api/types.js';
import type { FieldError } from '../../forms/error-summary.js';
import { faultText, placeWords } from './fault-text.js';
import { placesOf } from './places.js';

export const cellField = (at: number): string => `cell-${at}`;

/** The faults of a row as errors of its form; what can't be put right in the row says where it can. */
export function useRowErrors(row: ImportView, faults: readonly RowFault[]) {
  const { t, i18n } = useTranslation();
  return { now: errorsOf(faults), of: errorsOf };

  function errorsOf(found: readonly RowFault[]): FieldError[] {
    const places = placesOf(row);
    const byField = new Map<string | null, string[]>();
    for (const fault of found) {
      const at = places.find(({ column }) => column !== null && column === fault.column)?.at;
      const field = at === undefined ? null : cellField(at);
      byField.set(field, [...(byField.get(field) ?? []), field === null ? wholeWords(fault) : words(fault)]);
    }
    return [...byField].map(([field, texts]) => ({ field, text: texts.join(' ') }));
  }

  function words(fault: RowFault): string {
    return faultText(t, i18n.language, fault);
  }

  function wholeWords(fault: RowFault): string {
    return fault.column === null ? words(fault) : `${words(fault)} ${elsewhere(fault.column)}`;
  }

  function elsewhere(column: ImportColumn): string {
    const value = row.mapping[column]?.value;
    const name = placeWords(t, column);
    if (value === undefined) return t('imports.fix.notRead', { column: name });
    return t('imports.fix.everyRow', { column: name, value });
  }
}
