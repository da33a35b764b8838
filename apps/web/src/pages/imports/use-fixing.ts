import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRowView } from '../../api/types.js';
import { useNotify } from '../../frame/notices.js';

/** Which rejected row is open, and the way from one to the next. */
export interface Fixing {
  /** number of the row; null where none is open */
  open: number | null;
  start: (row: number) => void;
  /** closes the form; the focus goes back to where it was opened */
  close: () => void;
  /** opens the next rejected row, also where it has to be fetched first; after the last one it begins at the first */
  goOn: (from: number) => Promise<void>;
}

export const fixButton = (row: number): string => `fix-${row}`;
const WAY_ON = 'import-go-on';

const focus = (id: string): void => document.getElementById(id)?.focus();

/** @param more fetches the next rows and answers with all of them; null where there are no more */
export function useFixing(rows: readonly ImportRowView[], more: (() => Promise<ImportRowView[]>) | null): Fixing {
  const { t } = useTranslation();
  const notify = useNotify();
  const [open, setOpen] = useState<number | null>(null);
  return {
    open,
    start: setOpen,
    close: () => {
      if (open !== null) focus(fixButton(open));
      setOpen(null);
    },
    goOn: async (from) => {
      const next =
        behind(rows, from) ?? (more === null ? undefined : behind(await more(), from)) ?? behind(rows, 0, from);
      setOpen(next?.row ?? null);
      if (next !== undefined) return;
      notify(t('imports.fix.last'));
      focus(WAY_ON);
    },
  };
}

/** The first row behind a place that is still rejected, other than the one that is left. */
const behind = (rows: readonly ImportRowView[], place: number, left = place): ImportRowView | undefined =>
  rows.find(({ row, state }) => row > place && row !== left && state === 'rejected');
