import { Link, useNavigate } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComplaintRow } from '../../api/types.js';
import { Mark, StatusMark } from '../../words/mark.js';
import { Outcomes } from '../../words/outcomes.js';
import { When } from '../../words/when.js';

/** `…/item/1858960017`: the end of the address, which is what tells listings apart; the platform stands beside it. */
function shortAddress(address: string): string {
  const bare = address.replace(/^https?:\/\//, '');
  if (bare.length <= 20) return bare;
  const path = bare.slice(Math.max(0, bare.indexOf('/')));
  return `…${path.slice(-18)}`;
}

/** The first listing, and how many there are; in a table the outcomes beside it already say that. */
export function FirstListing({ row, short = false }: { row: ComplaintRow; short?: boolean }) {
  const { t } = useTranslation();
  const address = row.firstUrl ?? '';
  return (
    <span title={address}>
      {short ? shortAddress(address) : address.replace(/^https?:\/\//, '')}
      {!short && row.items > 1 && <span className="quiet"> · {t('complaints.several', { count: row.items })}</span>}
    </span>
  );
}

/** Wide screens: one row per complaint; the whole row opens it, the reference is the link for the keyboard. */
export function ComplaintTable({ rows }: { rows: readonly ComplaintRow[] }) {
  const { t } = useTranslation();
  return (
    <div className="scroll wide" role="region" aria-label={t('complaints.title')} tabIndex={0}>
      <table className="table table-fixed">
        <caption>{t('complaints.caption')}</caption>
        <thead>
          <tr>
            <th scope="col" style={{ width: 128 }}>
              {t('complaints.reference')}
            </th>
            <th scope="col" style={{ width: 140 }}>
              {t('complaints.status')}
            </th>
            <th scope="col" style={{ width: 158 }}>
              {t('complaints.platform')}
            </th>
            <th scope="col" style={{ width: '12%' }}>
              {t('complaints.rightsHolder')}
            </th>
            <th scope="col">{t('complaints.listings')}</th>
            <th scope="col" style={{ width: 200 }}>
              {t('complaints.outcome')}
            </th>
            <th scope="col" style={{ width: 104 }}>
              {t('complaints.filed')}
            </th>
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
      <th scope="row">
        <Link to="/complaints/$id" params={{ id: row.id }}>
          {row.reference}
        </Link>
      </th>
      <td>
        <StatusMark status={row.status} />
      </td>
      <td title={row.platformName}>{row.platformName}</td>
      <td title={row.rightsHolder}>{row.rightsHolder}</td>
      <td>
        <FirstListing row={row} short />
      </td>
      <td>
        <Outcomes outcomes={row.outcomes} />
      </td>
      <td>{row.overdue ? <Mark meaning="warn" word={t('words.overdue')} /> : <Filed row={row} />}</td>
    </tr>
  );
}

function Filed({ row: { submittedAt } }: { row: ComplaintRow }) {
  const { t } = useTranslation();
  return submittedAt === null ? (
    <span className="quiet">{t('complaints.notFiled')}</span>
  ) : (
    <When at={submittedAt} show="relative" />
  );
}
