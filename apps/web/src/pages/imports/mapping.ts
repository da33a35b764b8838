import type { TFunction } from 'i18next';
import type { ImportColumn, ImportView, ReadingInput } from '../../api/types.js';
import type { FieldError } from '../../forms/error-summary.js';
import { columns, isRequired } from './columns.js';

/**
 * Where one column is read from, as the form has it. A heading is known by its place, so that it is still the same one
 * when the file is read in another encoding and its letters change.
 */
export interface Choice {
  from: 'nothing' | 'value' | number;
  /** kept while a heading is chosen, so that changing one's mind loses nothing */
  value: string;
}
export type Choices = Record<ImportColumn, Choice>;

type Mapping = ImportView['mapping'];
type Sources = NonNullable<ReadingInput['mapping']>;

const choiceOf = (source: Mapping[ImportColumn], headings: readonly string[]): Choice => {
  if (source?.heading !== undefined) {
    const place = headings.indexOf(source.heading);
    return { from: place < 0 ? 'nothing' : place, value: '' };
  }
  return source?.value === undefined ? { from: 'nothing', value: '' } : { from: 'value', value: source.value };
};

export function choicesOf(mapping: Mapping, headings: readonly string[]): Choices {
  const pairs = columns.map((column) => [column, choiceOf(mapping[column], headings)] as const);
  return Object.fromEntries(pairs) as Choices; // fromEntries forgets which keys there are
}

/** Required columns nothing is chosen for. */
export const openColumns = (choices: Choices): ImportColumn[] =>
  columns.filter((column) => isRequired(column) && choices[column].from === 'nothing');

/** The mapping the choices mean under these headings. */
export function mappingOf(choices: Choices, headings: readonly string[]): Sources {
  const mapping: Sources = {};
  for (const column of columns) {
    const { from, value } = choices[column];
    if (from === 'value') mapping[column] = { value: value.trim() };
    else if (from !== 'nothing') mapping[column] = { heading: headings[from] ?? '' };
  }
  return mapping;
}

/** The values chosen for every row, of these columns. */
export function valuesFor(open: readonly ImportColumn[], choices: Choices): Sources {
  const chosen = open.filter((column) => choices[column].from === 'value');
  return Object.fromEntries(chosen.map((column) => [column, { value: choices[column].value.trim() }]));
}

/** Headings by which a column can be told: those with a name that stands there once. */
export const isUsable = (heading: string, headings: readonly string[]): boolean =>
  heading !== '' && headings.indexOf(heading) === headings.lastIndexOf(heading);

export const fieldOfSource = (column: ImportColumn): string => `source-${column}`;
export const fieldOfValue = (column: ImportColumn): string => `value-${column}`;

/** What keeps the choices from being used; the server looks again at the values. */
export function mappingErrors(t: TFunction, choices: Choices, headings: readonly string[]): FieldError[] {
  return columns.flatMap((column): FieldError[] => {
    const { from, value } = choices[column];
    const name = t(`imports.column.${column}`);
    if (from === 'nothing') {
      const text = t('imports.map.error.required', { column: name });
      return isRequired(column) ? [{ field: fieldOfSource(column), text }] : [];
    }
    if (from === 'value') {
      const text = t('imports.map.error.value', { column: name });
      return value.trim() === '' ? [{ field: fieldOfValue(column), text }] : [];
    }
    const first = columns.find((each) => choices[each].from === from);
    if (first === undefined || first === column) return [];
    const gaps = { column: name, heading: headings[from] ?? '', other: t(`imports.column.${first}`) };
    return [{ field: fieldOfSource(column), text: t('imports.map.error.twice', gaps) }];
  });
}
