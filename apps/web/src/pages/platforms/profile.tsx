import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlatformGround, PlatformView } from '../../api/types.js';
import { languageOf } from '../../i18n/language.js';
import { sizeWords } from '../../words/size.js';

/** What Redress knows of a platform; a fact not known is said to be unknown, never filled in. */
export function Profile({ platform }: { platform: PlatformView }) {
  const { t, i18n } = useTranslation();
  const notKnown = t('words.notKnown');
  const facts: [name: string, value: ReactNode][] = [
    [t('platforms.channels'), <Channels key="channels" platform={platform} />],
    [t('platforms.kind'), t(`words.platformKind.${platform.kind}`)],
    [t('platforms.country'), platform.country ?? notKnown],
    [t('platforms.timeZone'), platform.timeZone],
    [t('platforms.languages'), platform.languages.map((language) => t(`words.language.${language}`)).join(', ')],
    [t('platforms.gate'), listed(gate(t, platform)) ?? notKnown],
    [t('platforms.programme'), programme(t, platform) ?? t('platforms.noProgramme')],
    [t('platforms.clocks'), listed(clocks(t, platform)) ?? t('platforms.noClocks')],
    [t('platforms.yourClocks'), listed(complainantClocks(t, platform)) ?? t('platforms.noClocks')],
    [t('platforms.limits'), listed(limitWords(t, i18n.language, platform.limits)) ?? t('platforms.noLimits')],
    [t('platforms.hosts'), platform.listingHosts.join(', ') || t('platforms.anyHost')],
    [t('platforms.addresses'), <Addresses key="addresses" platform={platform} />],
    [t('platforms.sources'), <Sources key="sources" platform={platform} />],
  ];
  return (
    <>
      <section className="sheet">
        <h2>{t('platforms.profile')}</h2>
        <dl className="facts">
          {facts.map(([name, value]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
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

/** Facts one below the other; null where there is none. */
function listed(facts: readonly string[]): ReactNode {
  if (facts.length === 0) return null;
  return (
    <ul className="plain-list">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}

/** The words of those facts that are known. */
const known = (...facts: (string | false | undefined)[]): string[] =>
  facts.filter((words): words is string => typeof words === 'string');

const gate = (t: TFunction, { gate: asked }: PlatformView): string[] =>
  known(
    asked.account !== undefined && t(`platforms.account.${asked.account}`),
    asked.membership !== undefined && t('platforms.membership', { name: asked.membership }),
    asked.identityVerified === true && t('platforms.identityVerified'),
    asked.rightVerified === true && t('platforms.rightVerified'),
  );

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;

function programme(t: TFunction, { programme: rules }: PlatformView): ReactNode {
  if (rules === null) return null;
  const { windowMonths, takedownRateAtLeast, counterNoticeRateAtMost, lockOutMonths } = rules;
  return listed([
    rules.name,
    ...known(
      takedownRateAtLeast !== undefined && t('platforms.takedownLeast', { share: percent(takedownRateAtLeast) }),
      counterNoticeRateAtMost !== undefined && t('platforms.counterMost', { share: percent(counterNoticeRateAtMost) }),
      windowMonths !== undefined && t('platforms.window', { count: windowMonths }),
      lockOutMonths !== undefined && t('platforms.lockOut', { count: lockOutMonths }),
    ),
  ]);
}

const clocks = (t: TFunction, { clocks: { acknowledgeWithinDays, decideWithinDays } }: PlatformView): string[] =>
  known(
    acknowledgeWithinDays !== undefined && t('platforms.acknowledge', { count: acknowledgeWithinDays }),
    decideWithinDays !== undefined && t('platforms.decide', { count: decideWithinDays }),
  );

/** Clocks that run against the complainant, with what silence leads to. */
const complainantClocks = (t: TFunction, { clocks: { complainant = [] } }: PlatformView): string[] =>
  complainant.map(({ on, days, businessDays, ifSilent }) =>
    t(businessDays === true ? 'platforms.yourWorkingClock' : 'platforms.yourClock', {
      on: t(`platforms.on.${on}`),
      count: days,
      then: t(`platforms.then.${ifSilent}`),
    }),
  );

function limitWords(t: TFunction, language: string, limits: PlatformView['limits']): string[] {
  const size = (bytes: number): string => sizeWords(bytes, language);
  const { itemsPerComplaint, rightsPerComplaint, explanationLength } = limits;
  const { evidenceFiles, evidenceFileBytes, evidenceBytes, evidenceTypes } = limits;
  return known(
    itemsPerComplaint !== undefined && t('platforms.itemsLimit', { count: itemsPerComplaint }),
    rightsPerComplaint !== undefined && t('platforms.rightsLimit', { count: rightsPerComplaint }),
    explanationLength !== undefined && t('platforms.explanationLimit', { count: explanationLength }),
    evidenceFiles !== undefined && t('platforms.filesLimit', { count: evidenceFiles }),
    evidenceFileBytes !== undefined && t('platforms.fileSize', { size: size(evidenceFileBytes) }),
    evidenceBytes !== undefined && t('platforms.filesSize', { size: size(evidenceBytes) }),
    evidenceTypes !== undefined && t('platforms.fileTypes', { types: evidenceTypes.join(', ') }),
  );
}

function Addresses({ platform: { addresses } }: { platform: PlatformView }) {
  const { t } = useTranslation();
  if (addresses.length === 0) return <>{t('platforms.noAddresses')}</>;
  return (
    <details className="reveal">
      <summary>{t('platforms.patterns', { count: addresses.length })}</summary>
      <table className="table stackable">
        <thead>
          <tr>
            <th scope="col">{t('platforms.addressKind')}</th>
            <th scope="col">{t('platforms.example')}</th>
            <th scope="col">{t('platforms.canonical')}</th>
          </tr>
        </thead>
        <tbody>
          {addresses.map(({ is, example, canonical }) => (
            <tr key={`${is} ${example}`}>
              <th scope="row">{t(`platforms.is.${is}`)}</th>
              <td className="break" data-label={t('platforms.example')}>
                {example}
              </td>
              <td className="break" data-label={t('platforms.canonical')}>
                {canonical ?? '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Channels({ platform }: { platform: PlatformView }) {
  const { t, i18n } = useTranslation();
  if (platform.channels.length === 0) return <>{t('platforms.noChannels')}</>;
  return (
    <ol className="plain-list stack-tight">
      {platform.channels.map(({ kind, address, url, grounds, account, limits = {} }) => (
        <li key={`${kind} ${address ?? url ?? ''}`}>
          {t(`words.channel.${kind}`)}: {address}
          {url !== undefined && (
            <a href={url} rel="noreferrer noopener" target="_blank">
              {url}
            </a>
          )}
          <div className="quiet small">
            {[
              ...known(
                grounds !== undefined && grounds.map((ground) => t(`words.ground.${ground}`)).join(', '),
                account !== undefined && t(`platforms.account.${account}`),
              ),
              ...limitWords(t, i18n.language, limits),
            ].join(' · ')}
          </div>
        </li>
      ))}
    </ol>
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
      {ground.forbids.length > 0 && (
        <p>
          {t('platforms.forbids')} {ground.forbids.map((part) => t(`platforms.part.${part}`)).join(', ')}
        </p>
      )}
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
