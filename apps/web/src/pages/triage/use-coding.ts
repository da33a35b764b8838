import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client.js';
import type { CodeInput, ReplyView } from '../../api/types.js';
import { faultWords } from '../../frame/fault-words.js';
import { useNotify } from '../../frame/notices.js';

interface Done {
  id: string;
  /** settles once the server has the coding; false where it refused it */
  kept: Promise<boolean>;
}

/** A coding; `stays` where it decides some of the listings and the reply has more to say. */
export type Coding = CodeInput & { stays?: boolean };

const post = (id: string, input: CodeInput): Promise<ReplyView> =>
  body(api.POST('/api/v1/replies/{id}/code', { params: { path: { id } }, body: input }));

/** Codes replies at once on screen and in the background on the server; what the server refuses comes back. */
export function useCoding() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const notify = useNotify();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [undone, setUndone] = useState(0);
  const done = useRef<Done[]>([]);

  const show = useCallback((id: string) => {
    setGone((before) => new Set([...before].filter((other) => other !== id)));
  }, []);

  const undo = useCallback(
    async (step: Done) => {
      // The server takes back everything made of the reply at once.
      done.current = done.current.filter((other) => other.id !== step.id);
      if (!(await step.kept)) return;
      try {
        await post(step.id, { action: 'undo' });
        show(step.id);
        await queries.invalidateQueries();
        setUndone((before) => before + 1);
        notify(t('triage.undone'));
      } catch (fault) {
        notify(t('triage.notDone', { why: faultWords(t, fault) }), { tone: 'warn' });
      }
    },
    [notify, queries, show, t],
  );

  const code = useCallback(
    (id: string, { stays, ...input }: Coding, words: string): Promise<boolean> => {
      if (stays !== true) setGone((before) => new Set([...before, id]));
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
      return kept;
    },
    [notify, queries, show, t, undo],
  );

  const undoLast = useCallback(() => {
    const step = done.current.at(-1);
    if (step === undefined) notify(t('triage.nothingToUndo'));
    else void undo(step);
  }, [notify, t, undo]);

  return { gone, undone, code, undoLast };
}
