import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client.js';
import type { ImportView, ReadingInput } from '../../api/types.js';
import type { FieldError } from '../../forms/error-summary.js';
import { faultWords } from '../../frame/fault-words.js';
import { useNotify } from '../../frame/notices.js';
import { mappingErrors, mappingOf, valuesFor } from './mapping.js';
import type { Choices } from './mapping.js';
import { lacksColumns } from './search.js';
import { useShowImport } from './use-import.js';

/** How the file is to be read, where a person says otherwise than was found out. */
export type OtherFormat = Pick<ReadingInput, 'encoding' | 'delimiter' | 'sheet'>;

export interface Reading {
  choices: Choices;
  register: boolean;
  format: OtherFormat;
}

const put = async (id: string, input: ReadingInput): Promise<ImportView> =>
  body(api.PUT('/api/v1/imports/{id}/mapping', { params: { path: { id } }, body: input }));

/** On another sheet, or between other delimiters, stand other headings: where the columns are is found anew. */
const hasOtherHeadings = ({ delimiter, sheet }: OtherFormat): boolean => delimiter !== undefined || sheet !== undefined;

/** In another encoding the headings are spelt otherwise, but stand at the same places. */
const isSpeltAnew = (read: ImportView, before: readonly string[]): boolean =>
  lacksColumns(read) &&
  read.headings.length === before.length &&
  read.headings.some((heading, at) => heading !== before[at]);

async function readAnew({ id, headings }: ImportView, { choices, register, format }: Reading): Promise<ImportView> {
  if (hasOtherHeadings(format)) {
    const found = await put(id, { register, ...format });
    const mapping = { ...found.mapping, ...valuesFor(found.unmapped, choices) };
    return found.unmapped.length > 0 && lacksColumns(found) ? put(id, { mapping, register }) : found;
  }
  const read = await put(id, { mapping: mappingOf(choices, headings), register, ...format });
  return isSpeltAnew(read, headings) ? put(id, { mapping: mappingOf(choices, read.headings), register }) : read;
}

/** Has the file read anew, or says what the choices lack. */
export function useMapping(row: ImportView) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const notify = useNotify();
  const show = useShowImport(row.id);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const send = useMutation({
    mutationFn: (reading: Reading) => readAnew(row, reading),
    onSuccess: async (read) => {
      queries.removeQueries({ queryKey: ['imports', row.id, 'rows'] });
      await show(read);
      if (read.failure === null) {
        notify(t('imports.map.sent'));
        await navigate({ to: '/imports/$id', params: { id: row.id }, search: {} });
      } else if (read.headings.join('\n') === row.headings.join('\n')) {
        setErrors([{ field: null, text: read.failure.detail }]);
      } else {
        notify(t('imports.map.wentOn'), { tone: 'warn' });
      }
    },
    onError: (fault) => {
      setErrors([{ field: null, text: faultWords(t, fault) }]);
    },
  });
  const submit = (reading: Reading): void => {
    const found = hasOtherHeadings(reading.format) ? [] : mappingErrors(t, reading.choices, row.headings);
    setErrors(found);
    if (found.length === 0) send.mutate(reading);
  };
  return { errors, submit, pending: send.isPending };
}
