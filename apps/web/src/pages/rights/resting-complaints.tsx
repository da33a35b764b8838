import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { complaintsQuery } from '../../api/queries.js';
import type { ComplaintRow, RightView } from '../../api/types.js';
import { Loaded } from '../../frame/states.js';
import { StatusMark } from '../../words/mark.js';

/** The complaints that rest on the right, found by its number: the latest, and the way to all. */
export function RestingComplaints({ right }: { right: RightView }) {
  const { t } = useTranslation();
  return (
    <section className="sheet">
      <h2>{t('rights.complaints')}</h2>
      {right.number === null ? (
        <p className="quiet">{t('rights.complaintsNoNumber')}</p>
      ) : (
        <ByNumber number={right.number} />
      )}
    </section>
  );
}

const SHOWN = 5;

function ByNumber({ number }: { number: string }) {
  const { t } = useTranslation();
  const list = useInfiniteQuery(complaintsQuery({ q: number }));
  return (
    <Loaded query={list}>
      {({ pages }) => {
        const rows = pages[0]?.data ?? [];
        if (rows.length === 0) return <p className="quiet">{t('rights.noComplaints')}</p>;
        return (
          <div className="stack-tight">
            <Latest rows={rows.slice(0, SHOWN)} />
            <Link to="/complaints" search={{ q: number }}>
              {t('rights.allComplaints', { number })}
            </Link>
          </div>
        );
      }}
    </Loaded>
  );
}

function Latest({ rows }: { rows: readonly ComplaintRow[] }) {
  return (
    <ul className="plain-list stack-tight">
      {rows.map(({ id, reference, platformName, status }) => (
        <li key={id} className="row">
          <Link to="/complaints/$id" params={{ id }}>
            {reference}
          </Link>
          <span>{platformName}</span>
          <StatusMark status={status} />
        </li>
      ))}
    </ul>
  );
}
