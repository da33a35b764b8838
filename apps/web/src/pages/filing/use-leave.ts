import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.js';
import { faultWords } from '../../frame/fault-words.js';
import { useNotify } from '../../frame/notices.js';
import type { Answers } from './answers.js';
import type { Beginning } from './beginnings.js';
import { beginningQuery } from './beginnings.js';
import { newForm } from './begun-here.js';

/** Ways out of the form that lose nothing. */
export function useLeave(draftId: string, { complaint }: Beginning, answers: Answers) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const notify = useNotify();
  const open = async (id: string): Promise<void> => {
    const changed = complaint === null ? {} : { complaint: complaint.id };
    await navigate({ to: '/complaints/new', search: { draft: id, ...changed } });
  };
  const bringBack = async (): Promise<void> => {
    try {
      await api.POST('/api/v1/drafts/{id}/restore', { params: { path: { id: draftId } } });
      await navigate({ to: '/complaints/new', search: { draft: draftId } });
    } catch (fault) {
      notify(faultWords(t, fault), { tone: 'warn' });
    }
  };
  return {
    toDrafts: () => void navigate({ to: '/drafts' }),
    showTheirs: () => void queries.resetQueries(beginningQuery({ draft: draftId })),
    keepMine: () => void open(newForm(answers)),
    /** A new, empty form; what was kept of this one can be brought back. */
    startOver: async (forget: () => Promise<boolean>): Promise<void> => {
      try {
        const wasKept = await forget();
        if (complaint === null) await open(newForm());
        else await navigate({ to: '/complaints/$id', params: { id: complaint.id } });
        if (wasKept) notify(t('filing.thrownAway'), { undo: () => void bringBack() });
      } catch (fault) {
        notify(faultWords(t, fault), { tone: 'warn' });
      }
    },
  };
}
