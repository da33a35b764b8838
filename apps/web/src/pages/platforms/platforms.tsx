import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { platformsQuery } from '../../api/queries.js';
import type { PlatformView } from '../../api/types.js';
import { PageHead } from '../../frame/page-head.js';
import { Loaded } from '../../frame/states.js';
import { SimulatedMark } from '../../words/simulated.js';

export function Platforms() {
  const { t } = useTranslation();
  const platforms = useQuery(platformsQuery);
  return (
    <>
      <PageHead title={t('platforms.title')} />
      <Loaded query={platforms}>
        {(read) =>
          read.length === 0 ? (
            <div className="empty">
              <h2>{t('platforms.empty')}</h2>
              <p>{t('platforms.emptyText')}</p>
            </div>
          ) : (
            <PlatformsTable platforms={read} />
          )
        }
      </Loaded>
    </>
  );
}

function PlatformsTable({ platforms }: { platforms: readonly PlatformView[] }) {
  const { t } = useTranslation();
  return (
    <table className="table stackable">
      <caption>{t('platforms.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('platforms.name')}</th>
          <th scope="col">{t('platforms.kind')}</th>
          <th scope="col">{t('platforms.channels')}</th>
          <th scope="col">{t('platforms.grounds')}</th>
        </tr>
      </thead>
      <tbody>
        {platforms.map((platform) => (
          <tr key={platform.slug}>
            <th scope="row">
              <div className="row">
                <Link to="/platforms/$slug" params={{ slug: platform.slug }}>
                  {platform.name}
                </Link>
                <SimulatedMark of={platform} />
              </div>
            </th>
            <td data-label={t('platforms.kind')}>{t(`words.platformKind.${platform.kind}`)}</td>
            <td data-label={t('platforms.channels')}>
              {platform.channels.map((channel) => t(`words.channel.${channel.kind}`)).join(', ') ||
                t('platforms.noChannels')}
            </td>
            <td data-label={t('platforms.grounds')}>
              {platform.grounds.map(({ ground }) => t(`words.ground.${ground}`)).join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
