import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { api, body } from '../../api/client.js';
import { ApiFault } from '../../api/fault.js';
import type { DraftAnswers } from '../../api/types.js';
import type { Answers } from './answers.js';
import { noAnswers, toDraft } from './answers.js';
import type { Beginning } from './beginnings.js';

/** How the form stands to what the server keeps of it. */
export type Keeping =
  | { state: 'blank' }
  | { state: 'saved'; at: string }
  | { state: 'saving' }
  /** not through yet; it is tried again */
  | { state: 'waiting'; fault: unknown }
  /** somebody saved it elsewhere in the meantime */
  | { state: 'changed-elsewhere' };

/** From the last key pressed to the save, and from a save that failed to the next try, milliseconds. */
const PAUSE = 1_000;
const AGAIN = 5_000;

const textOf = (answers: Answers): string => JSON.stringify(toDraft(answers));
const isConflict = (fault: unknown): boolean => fault instanceof ApiFault && fault.status === 409;

/** Saves one form, one save after the other, always the latest answers. */
class DraftSaver {
  private version: number;
  private saved: string;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private closed = false;
  private latest: string;

  private readonly complaintId: string | null;

  constructor(
    private readonly id: string,
    { draft, answers, complaint }: Beginning,
    private readonly tell: (keeping: Keeping) => void,
  ) {
    this.complaintId = complaint?.id ?? null;
    this.version = draft?.version ?? 0;
    // What was taken over from a template or another form was saved nowhere yet; a complaint holds its own.
    this.saved = draft === null && complaint === null ? textOf(noAnswers) : textOf(answers);
    this.latest = this.saved;
  }

  note(answers: Answers): void {
    this.latest = textOf(answers);
    if (this.latest === this.saved || this.closed) return;
    this.plan(PAUSE);
  }

  /** Saves now what is not saved yet. */
  flush = (): void => {
    clearTimeout(this.timer);
    if (this.latest !== this.saved && !this.closed) this.running ??= this.save();
  };

  /** No save after this one. @returns whether anything was ever saved */
  async close(): Promise<boolean> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.running;
    return this.version > 0;
  }

  private plan(wait: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.flush, wait);
  }

  private async save(): Promise<void> {
    const text = this.latest;
    this.tell({ state: 'saving' });
    try {
      const { version, updatedAt } = await this.put(JSON.parse(text) as DraftAnswers);
      this.version = version;
      this.saved = text;
      this.tell({ state: 'saved', at: updatedAt });
    } catch (fault) {
      this.closed ||= isConflict(fault);
      this.tell(isConflict(fault) ? { state: 'changed-elsewhere' } : { state: 'waiting', fault });
    }
    this.running = null;
    if (this.latest !== this.saved && !this.closed) this.plan(this.saved === text ? PAUSE : AGAIN);
  }

  private put(answers: DraftAnswers) {
    const { id, version, complaintId } = this;
    const input = { answers, version, ...(complaintId === null ? {} : { complaintId }) };
    // The last save of a page that is being left must still go through.
    return body(api.PUT('/api/v1/drafts/{id}', { params: { path: { id } }, body: input, keepalive: fits(input) }));
  }
}

/** Browsers take 64 KiB at most of what is sent while a page is left. */
const fits = (input: object): boolean => JSON.stringify(input).length < 20_000;

/** Keeps the form on the server as it grows, so that it can be gone on with anywhere. */
export function useDraft(id: string, beginning: Beginning, answers: Answers) {
  const queries = useQueryClient();
  const { draft } = beginning;
  const [keeping, setKeeping] = useState<Keeping>(() =>
    draft === null ? { state: 'blank' } : { state: 'saved', at: draft.updatedAt },
  );
  const [kept] = useState(() => new DraftSaver(id, beginning, setKeeping));

  useEffect(() => {
    kept.note(answers);
  }, [kept, answers]);
  useEffect(() => {
    const onHide = (): void => {
      if (document.visibilityState === 'hidden') kept.flush();
    };
    document.addEventListener('visibilitychange', onHide);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      kept.flush();
      void queries.invalidateQueries({ queryKey: ['drafts'] });
    };
  }, [kept, queries]);

  /** The form is done with: what was kept of it goes out of the list. @returns whether anything was kept */
  const forget = useCallback(async (): Promise<boolean> => {
    const wasKept = await kept.close();
    if (wasKept) await api.DELETE('/api/v1/drafts/{id}', { params: { path: { id } } });
    return wasKept;
  }, [kept, id]);
  return { keeping, forget, saveNow: kept.flush };
}
