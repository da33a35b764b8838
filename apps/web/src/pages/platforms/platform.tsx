import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Suspense, lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { platformMeasuresQuery, platformQuery } from '../../api/queries.js';
import type { PlatformMeasures } from '../../api/types.js';
import { HowComputed } from '../../figures/how-computed.js';
import { IncidenceTable } from '../../figures/incidence-table.js';
import { ItemsDownload } from '../../figures/items-download.js';
import { MeasureTable, allMeasures } from '../../figures/measure-table.js';
import { ButtonLink } from '../../frame/button-link.js';
import { PageHead } from '../../frame/page-head.js';
import { Loaded } from '../../frame/states.js';
import { SimulatedMark } from '../../words/simulated.js';
import { When } from '../../words/when.js';
import { Delivery } from './delivery.js';
import { ErrorEpisodes } from './error-episodes.js';
import { Profile } from './profile.js';

/** The drawing library is large; the numbers do not wait for it. */
const IncidenceChart = lazy(async () => ({
  default: (await import('../../figures/incidence-chart.js')).IncidenceChart,
}));

const route = getRouteApi('/frame/platforms/$slug');

export function Platform() {
  const { t } = useTranslation();
  const { slug } = route.useParams();
  const platform = useQuery(platformQuery(slug));
  const measures = useQuery(platformMeasuresQuery(slug));
  return (
    <>
      <PageHead
        title={platform.data?.name ?? slug}
        above={[{ to: '/platforms', title: t('platforms.title') }]}
        beside={platform.data !== undefined && <SimulatedMark of={platform.data} />}
        actions={
          <>
            <ItemsDownload filters={{ platform: slug }} />
            <ButtonLink variant="default" to="/complaints" search={{ platform: slug }}>
              {t('platforms.complaintsHere')}
            </ButtonLink>
          </>
        }
      />
      <div className="stack page-narrow">
        <section className="stack" aria-label={t('platforms.measures')}>
          <Loaded query={measures}>{(read) => <Figures read={read} />}</Loaded>
        </section>
        <Loaded query={platform}>
          {(read) => (
            <>
              <ErrorEpisodes slug={slug} />
              <Delivery platform={read} />
              <Profile platform={read} />
            </>
          )}
        </Loaded>
      </div>
    </>
  );
}

function Figures({ read }: { read: PlatformMeasures }) {
  const { t } = useTranslation();
  if (read.items === 0) return <p>{t('platforms.noItems')}</p>;
  return (
    <>
      <div>
        <h2>{t('measures.incidence.title')}</h2>
        <Suspense fallback={<div className="chart" />}>
          <IncidenceChart byDay={read.measures.outcomeByDay} />
        </Suspense>
        <IncidenceTable byDay={read.measures.outcomeByDay} />
      </div>
      <div>
        <h2>{t('platforms.measures')}</h2>
        <MeasureTable measures={read.measures} caption={t('platforms.measuresCaption')} />
        <p className="quiet small">
          {read.measures.errorEpisodes !== undefined &&
            `${t('measures.errorEpisodes', { count: read.measures.errorEpisodes })} · `}
          {t('measures.asOf')} <When at={read.asOf} show="time" />
        </p>
      </div>
      <HowComputed names={allMeasures} />
    </>
  );
}
