import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { platformsQuery } from '../../api/queries.js';
import type { RightsHolderView } from '../../api/types.js';
import { tagOf } from '../../i18n/language.js';
import { territoryName } from './codes.js';
import { NotGiven } from './not-given.js';

/** Who the rights holder is: what a notice tells the platform of it. */
export function HolderFacts({ holder }: { holder: RightsHolderView }) {
  const { t, i18n } = useTranslation();
  const { address, email, phone, website, country } = holder;
  const name = country === null ? null : (territoryName(country, tagOf(i18n.language)) ?? country);
  const facts: [name: string, value: ReactNode][] = [
    [t('filing.holderAddress'), address],
    [t('filing.holderEmail'), email],
    [t('filing.holderPhone'), phone],
    [t('rights.website'), website === null ? null : <Website key="website" address={website} />],
    [t('rights.country'), name],
    [t('rights.programmes'), <Programmes key="programmes" slugs={holder.programmes} />],
  ];
  return (
    <section className="sheet">
      <h2>{t('rights.contact')}</h2>
      <dl className="facts">
        {facts.map(([what, value]) => (
          <div key={what} style={{ display: 'contents' }}>
            <dt>{what}</dt>
            <dd className="told">{value ?? <NotGiven />}</dd>
          </div>
        ))}
      </dl>
      <p>
        <Link to="/complaints" search={{ q: holder.name }}>
          {t('rights.complaintsOfHolder')}
        </Link>
      </p>
    </section>
  );
}

const Website = ({ address }: { address: string }) => (
  <a href={address} rel="noreferrer noopener" target="_blank">
    {address}
  </a>
);

/** A platform no profile describes any more is named by its short name. */
function Programmes({ slugs }: { slugs: readonly string[] }) {
  const { t } = useTranslation();
  const platforms = useQuery(platformsQuery);
  if (slugs.length === 0) return <>{t('rights.noProgramme')}</>;
  return (
    <ul className="plain-list">
      {slugs.map((slug) => {
        const platform = platforms.data?.find((each) => each.slug === slug);
        const programme = platform?.programme?.name;
        return (
          <li key={slug}>
            {platform?.name ?? slug}
            {programme !== undefined && <span className="quiet small"> · {programme}</span>}
          </li>
        );
      })}
    </ul>
  );
}
