import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Measures } from '../api/types.js';
import { tagOf } from '../i18n/language.js';
import { Axis, EDGE, HEIGHT, WIDTH } from './axis.js';
import { isGrey, noteWords, valueWords } from './figure-words.js';

type Inconsistency = Measures['inconsistency'];

const at = (share: number): number => EDGE + share * (WIDTH - 2 * EDGE);

const chanceWords = (t: TFunction, { expected }: Inconsistency, tag: string): string | null =>
  expected === null ? null : t('measures.chance', { value: valueWords(t, expected, 'share', tag) });

/** `α 0.27 (−0.23 to 0.76)`: Krippendorff's α with its interval; null where there is none. */
function alphaWords(t: TFunction, { alpha: { value, low, high } }: Inconsistency, tag: string): string | null {
  const format = new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const plain = (number: number): string => format.format(number).replace('-', '−');
  if (value === null) return null;
  if (low === null || high === null) return `α ${plain(value)}`;
  return `α ${plain(value)} (${t('measures.signedInterval', { low: plain(low), high: plain(high) })})`;
}

/** What stands beside the share: chance, α, and why α is missing or must be read with care. */
export const remarks = (t: TFunction, inconsistency: Inconsistency, tag: string): string[] =>
  [chanceWords(t, inconsistency, tag), alphaWords(t, inconsistency, tag), noteWords(t, inconsistency.alpha)].filter(
    (words) => words !== null,
  );

/** The picture alone: the share of alike pairs decided differently as a dot, chance as an upright tick. */
export function Discordance({ inconsistency }: { inconsistency: Inconsistency }) {
  const { t, i18n } = useTranslation();
  const tag = tagOf(i18n.language);
  const { observed, expected, alpha } = inconsistency;
  if (observed === null) return null;
  const spoken = [
    t('measures.inconsistency'),
    valueWords(t, observed, 'share', tag),
    chanceWords(t, inconsistency, tag),
  ];
  return (
    <svg
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={spoken.filter((words) => words !== null).join(', ')}
    >
      <Axis />
      {expected !== null && (
        <line className="figure-chance" x1={at(expected)} x2={at(expected)} y1={1} y2={HEIGHT - 1} />
      )}
      <circle className={isGrey(alpha) ? 'figure-open' : 'figure-dot'} cx={at(observed)} cy={HEIGHT / 2} r={4} />
    </svg>
  );
}

/**
 * Alike items decided differently, and what chance at the platform's own rate would give. α is 1 where alike items are decided
 * alike and 0 where they fare as by chance.
 */
export function InconsistencyCell({ inconsistency }: { inconsistency: Inconsistency }) {
  const { t, i18n } = useTranslation();
  const tag = tagOf(i18n.language);
  const { observed, alpha, items } = inconsistency;
  const note = noteWords(t, alpha);
  if (observed === null) return <span className="figure-low">{note ?? t('measures.noAlike')}</span>;
  const chance = chanceWords(t, inconsistency, tag);
  return (
    <div className={isGrey(alpha) ? 'figure figure-grey' : 'figure'}>
      <Discordance inconsistency={inconsistency} />
      <span>
        <span className="figure-value">{valueWords(t, observed, 'share', tag)}</span>{' '}
        {chance !== null && <span className="figure-low">({chance})</span>}
      </span>
      <span className="figure-low">{alphaWords(t, inconsistency, tag)}</span>
      <span className="figure-low">{t('measures.n', { items: items.toLocaleString(tag) })}</span>
      {note !== null && <span className="figure-note">{note}</span>}
    </div>
  );
}
