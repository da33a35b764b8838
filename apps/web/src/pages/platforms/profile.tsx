import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { PlatformGround, PlatformView } from '../../api/types.js';
import { languageOf } from '../../i18n/language.js';

/** What Redress knows of a platform; a fact not known is said to be unknown, never filled in. */
export function Profile({ platform }: { platform: PlatformView }) {
  const { t } = useTranslation();
  const facts: [string, string][] = [
    [t('platforms.kind'), t(`words.platformKind.${platform.kind}`)],
    [t('platforms.country'), platform.country ?? t('words.notKnown')],
    [t('platforms.languages'), platform.languages.map((language) => t(`words.language.${language}`)).join(', ')],
    [t('platforms.hosts'), platform.listingHosts.join(', ') || t('words.notKnown')],
    [t('platforms.clocks'), clocks(t, platform) || t('platforms.noClocks')],
    [t('platforms.limits'), limits(t, platform) || t('platforms.noLimits')],
  ];
  return (
    <>
      <section className="sheet">
        <h2>{t('platforms.profile')}</h2>
        <dl className="facts">
          <dt>{t('platforms.channels')}</dt>
          <dd>
            <Channels platform={platform} />
          </dd>
          {facts.map(([name, value]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          <dt>{t('platforms.sources')}</dt>
          <dd>
            <Sources platform={platform} />
          </dd>
        </dl>
      </section>
      <section>
        <h2>{t('platforms.groundsTitle')}</h2>
        <div className="stack-tight">
          {platform.grounds.map((ground) => (
            <GroundFacts key={ground.ground} ground={ground} />
          ))}
        </div>
      </section>
    </>
  );
}

const clocks = (t: TFunction, { clocks: { acknowledgeWithinDays, decideWithinDays } }: PlatformView): string =>
  [
    acknowledgeWithinDays === undefined ? '' : t('platforms.acknowledge', { count: acknowledgeWithinDays }),
    decideWithinDays === undefined ? '' : t('platforms.decide', { count: decideWithinDays }),
  ]
    .filter((words) => words !== '')
    .join(', ');

const limits = (t: TFunction, { limits: known }: PlatformView): string =>
  [
    known.itemsPerComplaint === undefined ? '' : t('platforms.itemsLimit', { count: known.itemsPerComplaint }),
    known.rightsPerComplaint === undefined ? '' : t('platforms.rightsLimit', { count: known.rightsPerComplaint }),
    known.explanationLength === undefined ? '' : t('platforms.explanationLimit', { count: known.explanationLength }),
  ]
    .filter((words) => words !== '')
    .join(', ');

function Channels({ platform }: { platform: PlatformView }) {
  const { t } = useTranslation();
  if (platform.channels.length === 0) return <>{t('platforms.noChannels')}</>;
  return (
    <ul className="plain-list">
      {platform.channels.map((channel) => (
        <li key={`${channel.kind} ${channel.address ?? channel.url ?? ''}`}>
          {t(`words.channel.${channel.kind}`)}: {channel.address}
          {channel.url !== undefined && (
            <a href={channel.url} rel="noreferrer noopener" target="_blank">
              {channel.url}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

function Sources({ platform }: { platform: PlatformView }) {
  const { t } = useTranslation();
  if (platform.sources.length === 0) return <>{t('platforms.noSources')}</>;
  return (
    <ul className="plain-list">
      {platform.sources.map((source) => (
        <li key={`${source.title} ${source.url ?? ''}`}>
          {source.url === undefined ? (
            source.title
          ) : (
            <a href={source.url} rel="noreferrer noopener" target="_blank">
              {source.title}
            </a>
          )}{' '}
          {source.date !== 'undated' && (
            <span className="quiet small">{t('platforms.sourceDate', { date: source.date })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function GroundFacts({ ground }: { ground: PlatformGround }) {
  const { t, i18n } = useTranslation();
  const language = languageOf(i18n.language);
  const { name, citation, version } = ground.regime;
  return (
    <details className="reveal sheet">
      <summary>
        {t(`words.ground.${ground.ground}`)}: {t('platforms.elements', { count: ground.elements.length })}
      </summary>
      <p>
        {t('platforms.regime', { name: name[language], citation, version })} · {t('platforms.rests')}{' '}
        {ground.rightKinds.map((kind) => t(`words.right.${kind}`)).join(', ')}
      </p>
      <ul className="dotted">
        {ground.elements.map((element) => (
          <li key={element.id}>
            {element.label[language]} <span className="quiet small">({element.hook})</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
