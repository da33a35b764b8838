import { Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RecognisedView } from '../../api/types.js';
import { errorOf } from '../../forms/error-summary.js';
import { faultWords } from '../../frame/fault-words.js';
import { Mark } from '../../words/mark.js';
import type { FillStepProps } from './fill-step.js';
import { Findings } from './findings.js';
import { isElsewhere, reportedUrls } from './use-listings.js';

/** Pasted text in, listings out: what was recognised and what was not stands right below. */
export function ListingsField(props: FillStepProps) {
  const { t } = useTranslation();
  const { answers, change, errors, check, complaint, listings } = props;
  const findings = (check?.findings ?? []).filter(({ pointer }) => pointer.startsWith('/items'));
  const isRenewal = findings.some(({ code }) => code === 'under-complaint' || code === 'refused-before');
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
      <div aria-live="polite" className="stack-tight small-text">
        {listings.reading && <p className="quiet">{t('filing.reading')}</p>}
        {listings.fault !== null && <p className="mark-refused">{faultWords(t, listings.fault)}</p>}
        {listings.read !== undefined && (
          <Recognised read={listings.read} platform={answers.platform} own={complaint?.id ?? null} />
        )}
      </div>
      <Findings findings={findings} />
      {(isRenewal || answers.renewedBecause !== '') && (
        <Textarea
          id="renewedBecause"
          size="md"
          label={t('filing.renewed')}
          description={t('filing.renewedHint')}
          error={errorOf(errors, 'renewedBecause')}
          autosize
          minRows={2}
          value={answers.renewedBecause}
          onChange={(event) => {
            change({ renewedBecause: event.currentTarget.value });
          }}
        />
      )}
    </section>
  );
}

interface RecognisedProps {
  read: RecognisedView;
  platform: string;
  /** the complaint that is changed: its own listings are no repetition */
  own: string | null;
}

function Recognised({ read, platform, own }: RecognisedProps) {
  const { t } = useTranslation();
  const count = reportedUrls(read, platform).length;
  const repeated = read.listings.reduce((sum, { times }) => sum + times - 1, 0);
  return (
    <>
      <p className="row">
        {count > 0 && <Mark meaning="removed" word={t('filing.found', { count })} />}
        {count === 0 && <Mark meaning="plain" word={t('filing.foundNone')} />}
        {repeated > 0 && <span className="quiet">{t('filing.twice', { count: repeated })}</span>}
      </p>
      {read.cut !== null && <Mark meaning="warn" word={t(`filing.cut.${read.cut.why}`, { line: read.cut.line })} />}
      <Unreadable read={read} />
      <Elsewhere read={read} platform={platform} />
      <NotListings read={read} />
      <Known read={read} platform={platform} own={own} />
    </>
  );
}

function Unreadable({ read: { unreadable } }: { read: RecognisedView }) {
  const { t } = useTranslation();
  return (
    <Group title={t('filing.unreadable', { count: unreadable.length })} meaning="refused" count={unreadable.length}>
      {unreadable.map(({ line, text }) => (
        <li key={line} className="break">
          {t('filing.line', { line })} {text}
        </li>
      ))}
    </Group>
  );
}

function Elsewhere({ read, platform }: { read: RecognisedView; platform: string }) {
  const { t } = useTranslation();
  const elsewhere = read.listings.filter((listing) => isElsewhere(listing, platform));
  return (
    <Group title={t('filing.elsewhere', { count: elsewhere.length })} meaning="warn" count={elsewhere.length}>
      {elsewhere.map(({ url, line, readable, platformName }) => (
        <li key={url} className="break">
          {t('filing.line', { line })} {platformName}: {readable}
        </li>
      ))}
    </Group>
  );
}

function NotListings({ read: { others } }: { read: RecognisedView }) {
  const { t } = useTranslation();
  return (
    <Group title={t('filing.notListings', { count: others.length })} meaning="warn" count={others.length}>
      {others.map(({ asGiven, line, why }) => (
        <li key={`${line} ${asGiven}`} className="break">
          {t('filing.line', { line })} {asGiven} ({t(`words.notListing.${why}`)})
        </li>
      ))}
    </Group>
  );
}

/** Listings of which a complaint was written already, whatever the right it rests on. */
function Known({ read, platform, own }: RecognisedProps) {
  const { t } = useTranslation();
  const known = read.listings.flatMap((listing) => {
    const { underComplaint: earlier } = listing;
    const isShown = earlier !== null && earlier.complaintId !== own && !isElsewhere(listing, platform);
    return isShown ? [{ ...listing, earlier }] : [];
  });
  return (
    <Group title={t('filing.known', { count: known.length })} meaning="plain" count={known.length}>
      {known.map(({ url, readable, earlier }) => (
        <li key={url} className="break">
          {readable}:{' '}
          <Link to="/complaints/$id" params={{ id: earlier.complaintId }} target="_blank">
            {earlier.reference}
          </Link>
          , {t(`words.outcome.${earlier.outcome}`)}
        </li>
      ))}
    </Group>
  );
}

interface GroupProps {
  title: string;
  meaning: 'refused' | 'warn' | 'plain';
  count: number;
  children: React.ReactNode;
}

/** A few are shown at once, many are one click away. */
function Group({ title, meaning, count, children }: GroupProps) {
  if (count === 0) return null;
  return (
    <details className="reveal" open={count <= 5}>
      <summary>
        <Mark meaning={meaning} word={title} />
      </summary>
      <ul className="dotted">{children}</ul>
    </details>
  );
}
