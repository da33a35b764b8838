import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client.js';
import { importRowsQuery } from '../../api/queries.js';
import type { ImportRowView } from '../../api/types.js';
import { faultWords } from '../../frame/fault-words.js';
import { useNotify } from '../../frame/notices.js';

const put = async (id: string, row: number, cells: string[]): Promise<ImportRowView> =>
  body(api.PUT('/api/v1/imports/{id}/rows/{row}', { params: { path: { id, row } }, body: { cells } }));

/** How a corrected row stands now, in words. */
function standsWords(t: TFunction, { line, state, faults }: ImportRowView): string {
  if (state === 'rejected') return t('imports.fix.left', { line, count: faults.length });
  return t(`imports.fix.${state}`, { line });
}

/** Has a row checked again. It stays in sight with what it is now; the counts and the other tabs are read anew. */
export function useFixRow(id: string, row: number, done: (fixed: ImportRowView) => void) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const notify = useNotify();
  const [refusal, setRefusal] = useState<string | null>(null);
  const save = useMutation({
    mutationFn: (cells: string[]) => put(id, row, cells),
    onSuccess: (fixed) => {
      setRefusal(null);
      replace(fixed);
      for (const other of ['accepted', 'duplicate', 'first'])
        queries.removeQueries({ queryKey: ['imports', id, 'rows', other] });
      void queries.invalidateQueries({ queryKey: ['imports', id], exact: true });
      notify(standsWords(t, fixed));
      done(fixed);
    },
    onError: (fault) => {
      setRefusal(faultWords(t, fault));
    },
  });
  return { save: save.mutate, pending: save.isPending, refusal };

  function replace(fixed: ImportRowView): void {
    queries.setQueryData(importRowsQuery(id, 'rejected').queryKey, (before) => {
      if (before === undefined) return undefined;
      const pages = before.pages.map((page) => ({
        ...page,
        data: page.data.map((each) => (each.row === fixed.row ? fixed : each)),
      }));
      return { ...before, pages };
    });
  }
}
