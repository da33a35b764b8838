import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { episodesQuery } from '../../api/queries.js';
import type { Attribution, EpisodesQuery, ErrorCode } from '../../api/types.js';
import { Loaded } from '../../frame/states.js';
import { errorChoices, errorWords, isErrorState } from '../../words/coded.js';
import { When } from '../../words/when.js';

const sides: readonly Attribution[] = ['platform', 'us', 'network', 'unknown'];

interface Filter {
  attribution?: Attribution;
  code?: ErrorCode;
}

/** Errors met with the platform, one row for each day, way, kind and side. */
export function ErrorEpisodes({ slug }: { slug: string }) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<Filter>({});
  return (
    <section className="stack">
      <h2>{t('errors.episodes')}</h2>
      <p className="quiet small">{t('errors.episodesText')}</p>
      <Filters filter={filter} change={setFilter} />
      <Episodes slug={slug} query={filter} />
    </section>
  );
}

function Filters({ filter, change }: { filter: Filter; change: (filter: Filter) => void }) {
  const { t } = useTranslation();
  const { attribution, code } = filter;
  return (
    <div className="row">
      <NativeSelect
        label={t('errors.side')}
        value={attribution ?? ''}
        data={[
          { value: '', label: t('errors.everySide') },
          ...sides.map((value) => ({ value, label: t(`words.attribution.${value}`) })),
        ]}
        onChange={(event) => {
          const side = sides.find((value) => value === event.currentTarget.value);
          change({ ...(code === undefined ? {} : { code }), ...(side === undefined ? {} : { attribution: side }) });
        }}
      />
      <NativeSelect
        label={t('errors.error')}
        maw="100%"
        value={code ?? ''}
        data={[
          { value: '', label: t('errors.everyError') },
          ...errorChoices(t).map(([value, says]) => ({ value, label: `${says} (${value})` })),
        ]}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          change({
            ...(attribution === undefined ? {} : { attribution }),
            ...(isErrorState(t, chosen) ? { code: chosen } : {}),
          });
        }}
      />
    </div>
  );
}

function Episodes({ slug, query }: { slug: string; query: EpisodesQuery }) {
  const { t } = useTranslation();
  const episodes = useQuery(episodesQuery(slug, query));
  return (
    <Loaded query={episodes}>
      {({ data, more }) =>
        data.length === 0 ? (
          <p>{t('errors.noEpisodes')}</p>
        ) : (
          <>
            <div className="scroll" tabIndex={0} role="region" aria-label={t('errors.episodesCaption')}>
              <table className="table">
                <caption>{t('errors.episodesCaption')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('errors.day')}</th>
                    <th scope="col">{t('errors.way')}</th>
                    <th scope="col">{t('errors.error')}</th>
                    <th scope="col">{t('errors.side')}</th>
                    <th scope="col">{t('errors.tries')}</th>
                    <th scope="col">{t('errors.items')}</th>
                    <th scope="col">{t('errors.people')}</th>
                    <th scope="col">{t('errors.seen')}</th>
                  </tr>
                </thead>
                <tbody>
                  {data.map((each) => (
                    <tr key={`${each.day} ${each.channel} ${each.code} ${each.attribution}`}>
                      <td className="when">{each.day}</td>
                      <td>{t(`words.channel.${each.channel}`)}</td>
                      <td>
                        {errorWords(t, each.code, each.says)} <span className="quiet small">({each.code})</span>
                      </td>
                      <td>{t(`words.attribution.${each.attribution}`)}</td>
                      <td>{each.tries}</td>
                      <td>{each.items}</td>
                      <td>{each.seenByPeople}</td>
                      <td>
                        <When at={each.firstSeen} show="time" />
                        <br />
                        <When at={each.lastSeen} show="time" />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            {more && <p className="quiet small">{t('errors.more', { count: data.length })}</p>}
          </>
        )
      }
    </Loaded>
  );
}
