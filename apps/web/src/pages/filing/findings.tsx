import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../api/types.js';
import { notListings, oneOf, verifications } from '../../words/known.js';
import { Mark } from '../../words/mark.js';
import type { Meaning } from '../../words/mark.js';

/** A finding in the reader's language; what its values name has words of its own. */
export function findingWords(t: TFunction, { code, values }: Finding): string {
  const status = oneOf(verifications, values['status']);
  const why = oneOf(notListings, values['why']);
  const which = values['which'] === 'takedown' ? t('filing.rate.takedown') : t('filing.rate.counter');
  const asks = values['which'] === 'takedown' ? t('filing.rate.atLeast', values) : t('filing.rate.atMost', values);
  return t(`filing.finding.${code}`, {
    ...values,
    ...(status === undefined ? {} : { status: t(`words.verification.${status}`) }),
    ...(why === undefined ? {} : { why: t(`words.notListing.${why}`) }),
    which,
    asks,
  });
}

const meanings: Record<Finding['severity'], Meaning> = { blocks: 'refused', refusal: 'warn', advice: 'plain' };

/** How many of one severity are shown at once; the others are one click away. */
const SHOWN = 4;

interface FindingsProps {
  findings: readonly Finding[];
  /** of the field they belong to: findings elsewhere are left out */
  at?: string;
  /** leads to where it is mended */
  mend?: ((finding: Finding) => ReactNode) | undefined;
}

/** What stands in the way, what the platform will probably refuse, and what is worth knowing. */
export function Findings({ findings, at = '', mend }: FindingsProps) {
  const { t } = useTranslation();
  const here = findings.filter(({ pointer }) => pointer.startsWith(at));
  const groups = (['blocks', 'refusal', 'advice'] as const)
    .map((severity) => ({ severity, found: here.filter((finding) => finding.severity === severity) }))
    .filter(({ found }) => found.length > 0);
  return (
    <div aria-live="polite" className="stack-tight findings">
      {groups.map(({ severity, found }) => (
        <div key={severity}>
          <Mark meaning={meanings[severity]} word={t(`filing.severity.${severity}`)} />
          <FindingList found={found.slice(0, SHOWN)} mend={mend} />
          {found.length > SHOWN && (
            <details className="reveal">
              <summary>{t('filing.moreFindings', { count: found.length - SHOWN })}</summary>
              <FindingList found={found.slice(SHOWN)} mend={mend} />
            </details>
          )}
        </div>
      ))}
    </div>
  );
}

function FindingList({ found, mend }: { found: readonly Finding[]; mend: FindingsProps['mend'] }) {
  const { t } = useTranslation();
  return (
    <ul className="dotted">
      {found.map((finding) => (
        <li key={`${finding.code} ${finding.pointer} ${finding.detail}`} className="break">
          {findingWords(t, finding)}
          {finding.reason !== undefined && <span className="quiet small"> ({finding.reason})</span>} {mend?.(finding)}
        </li>
      ))}
    </ul>
  );
}
