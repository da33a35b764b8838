import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client.js';
import { templatesQuery } from '../../api/queries.js';
import type { TemplateView } from '../../api/types.js';
import { faultWords } from '../../frame/fault-words.js';
import { useNotify } from '../../frame/notices.js';

/** Deletes a template at once; the message enters it anew, with the same name and answers. */
export function useDeleteTemplate(deleted: () => void): (template: TemplateView) => void {
  const { t } = useTranslation();
  const notify = useNotify();
  const queries = useQueryClient();
  const doing = async (what: () => Promise<unknown>, done: () => void): Promise<void> => {
    try {
      await what();
      await queries.invalidateQueries({ queryKey: templatesQuery.queryKey });
      done();
    } catch (fault) {
      notify(faultWords(t, fault), { tone: 'warn' });
    }
  };
  return ({ id, name, answers }) => {
    const restore = (): void =>
      void doing(
        () => body(api.POST('/api/v1/templates', { body: { name, answers } })),
        () => {
          notify(t('settings.restored', { name }));
        },
      );
    void doing(
      () => api.DELETE('/api/v1/templates/{id}', { params: { path: { id } } }),
      () => {
        deleted();
        notify(t('settings.deleted', { name }), { undo: restore });
      },
    );
  };
}
