import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../api/types.js';
import { Mark } from '../../words/mark.js';
import type { Meaning } from '../../words/mark.js';
import { lacksColumns } from './search.js';

const meanings: Record<ImportView['state'], Meaning> = {
  reading: 'waiting',
  ready: 'waiting',
  committing: 'waiting',
  committed: 'removed',
  undone: 'plain',
  failed: 'warn',
};

/** Where an import stands, in words. */
export function useStateWords(row: ImportView): string {
  const { t } = useTranslation();
  if (row.paused) return t('imports.states.stopped');
  if (row.state === 'failed') return t(`imports.states.${lacksColumns(row) ? 'columns' : 'unreadable'}`);
  if (row.state === 'undone' && row.complaints === 0) return t('imports.states.discarded');
  return t(`imports.states.${row.state}`);
}

export function ImportMark({ row }: { row: ImportView }) {
  return <Mark meaning={row.paused ? 'warn' : meanings[row.state]} word={useStateWords(row)} />;
}
