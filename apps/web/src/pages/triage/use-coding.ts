import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client.js';
import type { CodeInput, ReplyRow } from '../../api/types.js';
import { faultWords } from '../../frame/fault-words.js';
import { useNotify } from '../../frame/notices.js';

interface Done {
  id: string;
  /** settles once the server has the coding; false where it refused it */
  kept: Promise<boolean>;
}

const post = (id: string, input: CodeInput): Promise<ReplyRow> =>
  body(api.POST('/api/v1/replies/{id}/code', { params: { path: { id } }, body: input }));

/** Codes replies at once on screen and in the background on the server; what the server refuses comes back. */
export function useCoding() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const notify = useNotify();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const done = useRef<Done[]>([]);

  const show = useCallback((id: string) => {
    setGone((before) => new Set([...before].filter((other) => other !== id)));
  }, []);

  const undo = useCallback(
    async (step: Done) => {
      done.current = done.current.filter((other) => other !== step);
      if (!(await step.kept)) return;
      try {
        await post(step.id, { action: 'undo' });
        show(step.id);
        await queries.invalidateQueries();
        notify(t('triage.undone'));
      } catch (fault) {
        notify(t('triage.notDone', { why: faultWords(t, fault) }), { tone: 'warn' });
      }
    },
    [notify, queries, show, t],
  );

  const code = useCallback(
    (id: string, input: CodeInput, words: string) => {
      setGone((before) => new Set([...before, id]));
      const kept = post(id, input).then(
        async () => {
          await queries.invalidateQueries();
          // The list no longer holds it; a later undo must not find it hidden.
          show(id);
          return true;
        },
        (fault: unknown) => {
          show(id);
          done.current = done.current.filter((step) => step.id !== id);
          notify(t('triage.notDone', { why: faultWords(t, fault) }), { tone: 'warn' });
          return false;
        },
      );
      const step = { id, kept };
      done.current.push(step);
      notify(words, { undo: () => void undo(step) });
    },
    [notify, queries, show, t, undo],
  );

  const undoLast = useCallback(() => {
    const step = done.current.at(-1);
    if (step === undefined) notify(t('triage.nothingToUndo'));
    else void undo(step);
  }, [notify, t, undo]);

  return { gone, code, undoLast };
}
