import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../api/types.js';
import { percentOf, useNumbers } from './numbers.js';
import { useStateWords } from './state-mark.js';

/** What a screen reader is told while the page looks on: the state, and every tenth of the way, not every second. */
export function Announced({ row }: { row: ImportView }) {
  const { t } = useTranslation();
  const n = useNumbers();
  const state = useStateWords(row);
  const words = {
    reading: tenth(row.format.kind === 'csv' ? percentOf(row.readBytes, row.size) : null),
    committing: tenth(percentOf(row.committed, row.accepted)),
    ready: [
      t('imports.accepted', { n: n(row.accepted) }),
      t('imports.rejected', { n: n(row.rejected) }),
      t('imports.duplicates', { count: row.duplicates, n: n(row.duplicates) }),
    ].join(', '),
    committed: t('imports.steps.commitDone', { count: row.complaints, n: n(row.complaints) }),
    undone: '',
    failed: '',
  }[row.state];
  return (
    <div className="hidden-label" role="status">
      {words === '' ? state : `${state}: ${words}`}
    </div>
  );
}

const tenth = (percent: number | null): string =>
  percent === null || percent < 10 ? '' : `${Math.floor(percent / 10) * 10} %`;
