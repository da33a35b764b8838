import type { ImportRowState, ImportView } from '../../api/types.js';

export const rowTabs: readonly ImportRowState[] = ['rejected', 'duplicate', 'accepted'];

/** What the address says of an import: the step a person chose, the rows looked at, whether with every column. */
export interface ImportSearch {
  step?: 'columns' | 'rows' | 'commit';
  tab?: ImportRowState;
  all?: true;
}

const steps = ['columns', 'rows', 'commit'] as const;

/** Unknown or malformed values are left out, never an error. */
export function readImportSearch(raw: Record<string, unknown>): ImportSearch {
  const step = steps.find((known) => known === raw['step']);
  const tab = rowTabs.find((known) => known === raw['tab']);
  return {
    ...(step === undefined ? {} : { step }),
    ...(tab === undefined ? {} : { tab }),
    ...(raw['all'] === true ? { all: true } : {}),
  };
}

export type ShownStep =
  'columns' | 'unreadable' | 'reading' | 'rows' | 'commit' | 'committing' | 'committed' | 'undone';

const couldChooseColumns = ({ headings }: ImportView): boolean => headings.length > 0;

export const lacksColumns = ({ state, failure }: ImportView): boolean =>
  state === 'failed' && failure?.code === 'columns-missing';

/** Whether another mapping can still be chosen: from then on the drafts are being made. */
export const canChooseColumns = (row: ImportView): boolean =>
  couldChooseColumns(row) && ['reading', 'ready', 'failed'].includes(row.state);

/** Whether the rows can be looked at: once they are all read, or while the reading is stopped. */
export const canSeeRows = ({ state, paused, rows }: ImportView): boolean =>
  rows > 0 && (state === 'ready' || state === 'committed' || (state === 'reading' && paused));

/** What the page shows: the step that was chosen where it is open, else the one the import has come to. */
export function shownStep(row: ImportView, { step, tab }: ImportSearch): ShownStep {
  if (row.state === 'undone') return 'undone';
  if (step === 'columns' && canChooseColumns(row)) return 'columns';
  if (row.state === 'failed') return lacksColumns(row) ? 'columns' : 'unreadable';
  if (row.state === 'ready') return step === 'commit' && row.accepted > 0 ? 'commit' : 'rows';
  const asksForRows = step === 'rows' || tab !== undefined;
  return asksForRows && canSeeRows(row) ? 'rows' : row.state;
}
