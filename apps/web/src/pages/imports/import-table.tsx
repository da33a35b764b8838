import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../api/types.js';
import { When } from '../../words/when.js';
import { useNumbers } from './numbers.js';
import { ImportMark } from './state-mark.js';

/** What is counted of an import, in the order of the table. */
const counted = [
  ['rows', ({ rows }: ImportView) => rows],
  ['accepted', ({ accepted }: ImportView) => accepted],
  ['rejected', ({ rejected }: ImportView) => rejected],
  ['duplicates', ({ duplicates }: ImportView) => duplicates],
  ['drafts', ({ complaints }: ImportView) => complaints],
] as const;

/** Earlier imports, newest first. */
export function ImportTable({ rows }: { rows: readonly ImportView[] }) {
  const { t } = useTranslation();
  return (
    <table className="table stackable">
      <caption>{t('imports.earlierCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('imports.file')}</th>
          <th scope="col">{t('imports.when')}</th>
          <th scope="col">{t('imports.who')}</th>
          <th scope="col">{t('imports.state')}</th>
          {counted.map(([column]) => (
            <th key={column} scope="col" className="number">
              {t(`imports.counts.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { row: ImportView }) {
  const { t } = useTranslation();
  const n = useNumbers();
  return (
    <tr>
      <th scope="row" className="break">
        <Link to="/imports/$id" params={{ id: row.id }}>
          {row.fileName}
        </Link>
      </th>
      <td data-label={t('imports.when')}>
        <When at={row.createdAt} show="time" />
      </td>
      <td data-label={t('imports.who')} className="nowrap">
        {row.createdBy}
      </td>
      <td data-label={t('imports.state')}>
        <ImportMark row={row} />
      </td>
      {counted.map(([column, countOf]) => (
        <td key={column} data-label={t(`imports.counts.${column}`)} className="number">
          {n(countOf(row))}
        </td>
      ))}
    </tr>
  );
}
