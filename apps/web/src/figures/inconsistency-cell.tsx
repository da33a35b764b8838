import { useTranslation } from 'react-i18next';
import type { Measures } from '../api/types.js';
import { tagOf } from '../i18n/language.js';
import { Axis, EDGE, HEIGHT, WIDTH } from './axis.js';
import { isGrey, noteWords, valueWords } from './figure-words.js';

type Inconsistency = Measures['inconsistency'];

const at = (share: number): number => EDGE + share * (WIDTH - 2 * EDGE);

/**
 * Alike items decided differently: the share of discordant pairs as a dot, what a coin at the platform's own rate would give
 * as an upright tick, and Krippendorff's α with its interval (1: alike decided alike; 0: like that coin), or why there is none.
 */
export function InconsistencyCell({ inconsistency }: { inconsistency: Inconsistency }) {
  const { t, i18n } = useTranslation();
  const tag = tagOf(i18n.language);
  const { observed, expected, alpha } = inconsistency;
  const note = noteWords(t, alpha);
  if (observed === null) return <span className="figure-low">{note ?? t('measures.noAlike')}</span>;
  const share = valueWords(t, observed, 'share', tag);
  const chance = expected === null ? null : t('measures.chance', { value: valueWords(t, expected, 'share', tag) });
  return (
    <div className={isGrey(alpha) ? 'figure figure-grey' : 'figure'}>
      <svg
        width={WIDTH}
        height={HEIGHT}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={[t('measures.inconsistency'), share, chance].filter((words) => words !== null).join(', ')}
      >
        <Axis />
        {expected !== null && (
          <line className="figure-chance" x1={at(expected)} x2={at(expected)} y1={1} y2={HEIGHT - 1} />
        )}
        <circle className={isGrey(alpha) ? 'figure-open' : 'figure-dot'} cx={at(observed)} cy={HEIGHT / 2} r={4} />
      </svg>
      <span>
        <span className="figure-value">{share}</span>{' '}
        {chance !== null && <span className="figure-low">({chance})</span>}
      </span>
      <AlphaWords inconsistency={inconsistency} />
      {note !== null && <span className="figure-note">{note}</span>}
    </div>
  );
}

function AlphaWords({ inconsistency: { alpha, items } }: { inconsistency: Inconsistency }) {
  const { t, i18n } = useTranslation();
  const tag = tagOf(i18n.language);
  const plain = (value: number): string =>
    value.toLocaleString(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const range = alpha.low === null || alpha.high === null ? '' : ` (${plain(alpha.low)}–${plain(alpha.high)})`;
  const words = alpha.value === null ? '' : `α ${plain(alpha.value)}${range} · `;
  return (
    <span className="figure-low">
      {words}
      {t('measures.n', { items: items.toLocaleString(tag) })}
    </span>
  );
}
