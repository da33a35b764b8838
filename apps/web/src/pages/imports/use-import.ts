import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client.js';
import { importQuery } from '../../api/queries.js';
import type { ImportView } from '../../api/types.js';
import { faultWords } from '../../frame/fault-words.js';
import { useNotify } from '../../frame/notices.js';

/** Shows an import as a change left it, before an older answer that is still on its way can. */
export function useShowImport(id: string): (row: ImportView) => Promise<void> {
  const queries = useQueryClient();
  return async (row) => {
    await queries.cancelQueries({ queryKey: ['imports', id], exact: true });
    queries.setQueryData(importQuery(id).queryKey, row);
    void queries.invalidateQueries({ queryKey: ['imports', 'list'] });
  };
}

/** A step that takes nothing but the import: to stop, to go on, to make drafts, to undo. */
type Act = 'pause' | 'resume' | 'commit' | 'undo';

async function act(id: string, name: Act): Promise<ImportView> {
  const params = { path: { id } };
  if (name === 'undo') return body(api.DELETE('/api/v1/imports/{id}', { params }));
  if (name === 'pause') return body(api.POST('/api/v1/imports/{id}/pause', { params }));
  if (name === 'resume') return body(api.POST('/api/v1/imports/{id}/resume', { params }));
  return body(api.POST('/api/v1/imports/{id}/commit', { params }));
}

/** Where it is refused, e.g. because somebody else was quicker, says so and looks again. */
export function useImportAct(id: string, name: Act, done?: (row: ImportView) => void) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const notify = useNotify();
  const show = useShowImport(id);
  return useMutation({
    mutationFn: () => act(id, name),
    onSuccess: async (row) => {
      await show(row);
      if (name === 'commit' || name === 'undo') void queries.invalidateQueries({ queryKey: ['complaints'] });
      done?.(row);
    },
    onError: (fault) => {
      notify(faultWords(t, fault), { tone: 'warn' });
      void queries.invalidateQueries({ queryKey: ['imports', id], exact: true });
    },
  });
}
