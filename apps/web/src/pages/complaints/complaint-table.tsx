import { Link, useNavigate } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComplaintRow, ItemOutcome } from '../../api/types.js';
import { Mark, OutcomeMark, StatusMark } from '../../words/mark.js';
import { When } from '../../words/when.js';

const order: readonly ItemOutcome[] = [
  'refused',
  'partial',
  'removed',
  'restricted',
  'pending',
  'duplicate',
  'down-unattributed',
  'countered',
  'reinstated',
  'relisted',
  'withdrawn',
];

/** How the listings of a complaint fared: `2 removed, 1 refused`. */
export function Outcomes({ row }: { row: ComplaintRow }) {
  return (
    <span className="row" style={{ gap: '2px 10px' }}>
      {order.map((outcome) => {
        const count = row.outcomes[outcome] ?? 0;
        return count > 0 && <OutcomeMark key={outcome} outcome={outcome} count={count} />;
      })}
    </span>
  );
}

export function FirstListing({ row }: { row: ComplaintRow }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="clip" title={row.firstUrl ?? undefined}>
        {row.firstUrl?.replace(/^https?:\/\//, '') ?? ''}
      </div>
      {row.items > 1 && <div className="quiet small">{t('complaints.more', { count: row.items - 1 })}</div>}
    </>
  );
}

/** Wide screens: one row per complaint; the whole row opens it, the reference is the link for the keyboard. */
export function ComplaintTable({ rows }: { rows: readonly ComplaintRow[] }) {
  const { t } = useTranslation();
  return (
    <div className="scroll wide" role="region" aria-label={t('complaints.title')} tabIndex={0}>
      <table className="table">
        <caption>{t('complaints.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('complaints.reference')}</th>
            <th scope="col">{t('complaints.status')}</th>
            <th scope="col">{t('complaints.platform')}</th>
            <th scope="col">{t('complaints.rightsHolder')}</th>
            <th scope="col">{t('complaints.ground')}</th>
            <th scope="col">{t('complaints.first')}</th>
            <th scope="col">{t('complaints.outcome')}</th>
            <th scope="col">{t('complaints.filed')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row }: { row: ComplaintRow }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const open = (event: MouseEvent): void => {
    if (event.target instanceof Element && event.target.closest('a') !== null) return;
    void navigate({ to: '/complaints/$id', params: { id: row.id } });
  };
  return (
    <tr className="goes" onClick={open}>
      <th scope="row" className="nowrap">
        <Link to="/complaints/$id" params={{ id: row.id }}>
          {row.reference}
        </Link>
      </th>
      <td>
        <span className="row" style={{ gap: '2px 10px' }}>
          <StatusMark status={row.status} />
          {row.overdue && <Mark meaning="warn" word={t('words.overdue')} />}
        </span>
      </td>
      <td>{row.platformName}</td>
      <td>{row.rightsHolder}</td>
      <td>{t(`words.ground.${row.ground}`)}</td>
      <td>
        <FirstListing row={row} />
      </td>
      <td>
        <Outcomes row={row} />
      </td>
      <td>{row.submittedAt === null ? t('complaints.notFiled') : <When at={row.submittedAt} show="relative" />}</td>
    </tr>
  );
}
