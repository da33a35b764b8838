import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { expiriesQuery } from '../../api/queries.js';
import type { ExpiryView } from '../../api/types.js';
import { Loaded } from '../../frame/states.js';
import { Day } from './day.js';
import { DaysLeft } from './validity-mark.js';

/** What ended within the last year and was not renewed, the latest first, and what ends within 90 days, the soonest first. */
export function EndsSoon() {
  const { t } = useTranslation();
  const expiries = useQuery(expiriesQuery);
  return (
    <section className="sheet" aria-labelledby="ends-soon">
      <h2 id="ends-soon">{t('rights.endsSoon')}</h2>
      <Loaded query={expiries}>
        {(read) =>
          read.length === 0 ? (
            <p className="quiet">{t('rights.nothingEnds')}</p>
          ) : (
            <div className="halves">
              <Group title={t('rights.ended')} rows={read.filter(({ daysLeft }) => daysLeft < 0).toReversed()} />
              <Group title={t('rights.ending')} rows={read.filter(({ daysLeft }) => daysLeft >= 0)} />
            </div>
          )
        }
      </Loaded>
    </section>
  );
}

/** So many are seen at a glance; the others are one step away. */
const SHOWN = 3;

function Group({ title, rows }: { title: string; rows: readonly ExpiryView[] }) {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  const others = rows.slice(SHOWN);
  return (
    <div className="stack-tight">
      <h3 className="group-title">
        {title} ({rows.length})
      </h3>
      <Lines rows={rows.slice(0, SHOWN)} />
      {others.length > 0 && (
        <details className="reveal">
          <summary>{t('rights.others', { count: others.length })}</summary>
          <Lines rows={others} />
        </details>
      )}
    </div>
  );
}

function Lines({ rows }: { rows: readonly ExpiryView[] }) {
  return (
    <ul className="plain-list stack-tight">
      {rows.map((row) => (
        <li key={`${row.kind} ${row.id}`}>
          <Line row={row} />
        </li>
      ))}
    </ul>
  );
}

function Line({ row }: { row: ExpiryView }) {
  const { t } = useTranslation();
  const { kind, id, title, rightsHolderId, rightsHolder, on, daysLeft } = row;
  return (
    <>
      <div className="row-baseline">
        {kind === 'right' ? (
          <Link to="/rights/$id" params={{ id }} className="break">
            {title}
          </Link>
        ) : (
          <Link to="/rights-holders/$id" params={{ id: rightsHolderId }} hash="powers" className="break">
            {t('rights.powerOf', { agent: title })}
          </Link>
        )}
        <DaysLeft days={daysLeft} />
      </div>
      <div className="quiet small">
        {rightsHolder} · <Day on={on} />
      </div>
    </>
  );
}
