import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { errorOf } from '../../forms/error-summary.js';
import { Mark } from '../../words/mark.js';
import type { FillStepProps } from './fill-step.js';
import { isOnHosts, readListings } from './listing-text.js';

/** Pasted text in, listings out: what was recognised and what was not stands right below. */
export function ListingsField({ answers, change, platform, errors }: FillStepProps) {
  const { t } = useTranslation();
  return (
    <section className="stack">
      <h2>{t('filing.listingsTitle')}</h2>
      <Textarea
        id="listings"
        size="md"
        label={t('filing.listings')}
        description={t('filing.listingsHint')}
        error={errorOf(errors, 'listings')}
        autosize
        minRows={4}
        maxRows={14}
        spellCheck={false}
        value={answers.listings}
        onChange={(event) => {
          change({ listings: event.currentTarget.value });
        }}
      />
      <Recognised
        text={answers.listings}
        hosts={platform?.listingHosts ?? []}
        limit={platform?.limits.itemsPerComplaint}
      />
    </section>
  );
}

function Recognised({ text, hosts, limit }: { text: string; hosts: readonly string[]; limit: number | undefined }) {
  const { t } = useTranslation();
  const read = readListings(text);
  if (read.listings.length + read.unreadable.length === 0) return null;
  const elsewhere = read.listings.filter(({ url }) => !isOnHosts(url, hosts));
  return (
    <div className="stack-tight" style={{ fontSize: 14 }}>
      <div aria-live="polite" className="row">
        {read.listings.length > 0 && (
          <Mark meaning="removed" word={t('filing.found', { count: read.listings.length })} />
        )}
        {read.repeated > 0 && <span className="quiet">{t('filing.twice', { count: read.repeated })}</span>}
      </div>
      {limit !== undefined && read.listings.length > limit && (
        <Mark meaning="warn" word={t('filing.overLimit', { count: limit })} />
      )}
      <ul className="plain-list stack-tight">
        {read.unreadable.map(({ line, text: words }) => (
          <li key={line} className="break">
            {t('filing.line', { line })} <Mark meaning="refused" word={t('filing.notAddress')} /> {words}
          </li>
        ))}
        {elsewhere.map(({ url, line }) => (
          <li key={url} className="break">
            {t('filing.line', { line })}{' '}
            <Mark meaning="warn" word={t('filing.otherHost', { hosts: hosts.join(', ') })} /> {url}
          </li>
        ))}
      </ul>
    </div>
  );
}
