import type { TFunction } from 'i18next';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../api/types.js';
import { columns } from './columns.js';
import { choicesOf, openColumns } from './mapping.js';
import { percentOf, useNumbers } from './numbers.js';
import { canChooseColumns, canSeeRows } from './search.js';
import type { ImportSearch, ShownStep } from './search.js';

type Step = 'columns' | 'reading' | 'rows' | 'commit';

const stepOf: Record<ShownStep, Step | null> = {
  columns: 'columns',
  unreadable: null,
  reading: 'reading',
  rows: 'rows',
  commit: 'commit',
  committing: 'commit',
  committed: 'commit',
  undone: null,
};

/** The way from file to drafts, with how far each step has got; a step that is open is a link. */
export function ImportSteps({ row, shown }: { row: ImportView; shown: ShownStep }) {
  const { t } = useTranslation();
  const n = useNumbers();
  const current = stepOf[shown];
  const steps: [step: Step, says: string, search: ImportSearch | null][] = [
    ['columns', columnsWords(t, row, n), canChooseColumns(row) ? { step: 'columns' } : null],
    ['reading', readingWords(t, row, n), row.state === 'reading' ? {} : null],
    ['rows', rowsWords(t, row, n), canSeeRows(row) ? { step: 'rows' } : null],
    ['commit', commitWords(t, row, n), commitSearch(row)],
  ];
  return (
    <nav aria-label={t('imports.steps.title')}>
      <ol className="steps import-steps">
        {steps.map(([step, says, search], at) => (
          <li key={step} aria-current={step === current ? 'step' : undefined}>
            <StepLink row={row} search={step === current ? null : search}>
              {`${at + 1}. ${t(`imports.steps.${step}`)}`}
            </StepLink>
            <span className="quiet small">{says}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepLink({ row, search, children }: { row: ImportView; search: ImportSearch | null; children: ReactNode }) {
  if (search === null) return <span>{children}</span>;
  return (
    <Link to="/imports/$id" params={{ id: row.id }} search={search}>
      {children}
    </Link>
  );
}

type Format = (value: number) => string;

function commitSearch({ state, accepted }: ImportView): ImportSearch | null {
  if (state === 'ready') return accepted > 0 ? { step: 'commit' } : null;
  return state === 'committing' || state === 'committed' ? {} : null;
}

function columnsWords(t: TFunction, { mapping, headings }: ImportView, n: Format): string {
  if (headings.length === 0) return t('imports.steps.notYet');
  const choices = choicesOf(mapping, headings);
  const open = openColumns(choices).length;
  if (open > 0) return t('imports.steps.columnsOpen', { count: open, n: n(open) });
  const assigned = columns.filter((column) => choices[column].from !== 'nothing').length;
  return t('imports.steps.columnsDone', { count: assigned, n: n(assigned), all: n(columns.length) });
}

function readingWords(t: TFunction, { state, rows, readBytes, size }: ImportView, n: Format): string {
  if (state === 'failed') return t('imports.steps.notYet');
  if (state !== 'reading') return t('imports.rows', { count: rows, n: n(rows) });
  const percent = readBytes > 0 ? percentOf(readBytes, size) : null;
  if (percent !== null) return t('imports.steps.readingNow', { percent });
  return t('imports.steps.readingRows', { count: rows, n: n(rows) });
}

function rowsWords(t: TFunction, { state, rejected }: ImportView, n: Format): string {
  if (state === 'failed' || (state === 'reading' && rejected === 0)) return t('imports.steps.notYet');
  return rejected === 0 ? t('imports.steps.rowsClean') : t('imports.steps.rowsOpen', { n: n(rejected) });
}

function commitWords(t: TFunction, { state, committed, accepted, complaints }: ImportView, n: Format): string {
  if (state === 'committing') return t('imports.steps.commitNow', { n: n(committed), all: n(accepted) });
  if (state === 'committed') return t('imports.steps.commitDone', { count: complaints, n: n(complaints) });
  return t('imports.steps.notYet');
}
