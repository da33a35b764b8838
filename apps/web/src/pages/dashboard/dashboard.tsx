import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { comparisonQuery, expiriesQuery, sessionQuery } from '../../api/queries.js';
import type { Comparison, SessionView } from '../../api/types.js';
import { HowComputed } from '../../figures/how-computed.js';
import { ItemsDownload } from '../../figures/items-download.js';
import { ButtonLink } from '../../frame/button-link.js';
import { PageHead } from '../../frame/page-head.js';
import { Loaded } from '../../frame/states.js';
import { When } from '../../words/when.js';
import { PlatformTable, shownMeasures } from './platform-table.js';
import { ErrorsToday } from './errors-today.js';

export function Dashboard() {
  const { t } = useTranslation();
  const comparison = useQuery(comparisonQuery);
  const { data: session } = useSuspenseQuery(sessionQuery);
  return (
    <>
      <PageHead title={t('dashboard.title')} actions={<ItemsDownload filters={{}} />} />
      <div className="stack">
        <Today session={session} />
        <Loaded query={comparison}>
          {(read) =>
            read.data.every((row) => row.items === 0) ? <Empty session={session} /> : <Figures read={read} />
          }
        </Loaded>
      </div>
    </>
  );
}

function Figures({ read }: { read: Comparison }) {
  const { t } = useTranslation();
  return (
    <>
      <PlatformTable rows={read.data} />
      <p className="quiet small">
        {t('measures.asOf')} <When at={read.asOf} show="time" />
      </p>
      <HowComputed names={shownMeasures} />
    </>
  );
}

/** How far ahead the end of a right or a power of attorney is told. */
const SOON_DAYS = 60;

/** What waits for a person, each a link to where it is done. */
function Today({ session }: { session: SessionView }) {
  const { t } = useTranslation();
  const { triage, approvals, needsHuman, overdue } = session.waiting;
  const { data: ending = [] } = useQuery(expiriesQuery);
  const expiring = ending.filter(({ daysLeft }) => daysLeft >= 0 && daysLeft <= SOON_DAYS).length;
  const nothing = triage + approvals + needsHuman + overdue + expiring === 0;
  return (
    <section className="sheet today" aria-labelledby="today">
      <h2 id="today">{t('dashboard.today')}</h2>
      {nothing && <p>{t('dashboard.todayNothing')}</p>}
      {overdue > 0 && (
        <Link to="/complaints" search={{ overdue: true }}>
          {t('dashboard.overdue', { count: overdue })}
        </Link>
      )}
      {needsHuman > 0 && <Link to="/by-hand">{t('dashboard.needsHuman', { count: needsHuman })}</Link>}
      {approvals > 0 && (
        <Link to="/complaints" search={{ status: 'awaiting-approval' }}>
          {t('dashboard.approvals', { count: approvals })}
        </Link>
      )}
      {triage > 0 && <Link to="/triage">{t('dashboard.triage', { count: triage })}</Link>}
      {expiring > 0 && <Link to="/rights">{t('dashboard.expiring', { count: expiring, days: SOON_DAYS })}</Link>}
      <ErrorsToday />
    </section>
  );
}

function Empty({ session }: { session: SessionView }) {
  const { t } = useTranslation();
  const demo = session.workspaces.find((workspace) => workspace.simulated && workspace.id !== session.workspace.id);
  return (
    <section className="empty">
      <h2>{t('dashboard.empty')}</h2>
      <p>{t('dashboard.emptyText')}</p>
      <ButtonLink to="/complaints/new">{t('dashboard.emptyAction')}</ButtonLink>
      {demo && <p className="quiet">{t('dashboard.emptyDemo', { name: demo.name })}</p>}
    </section>
  );
}
