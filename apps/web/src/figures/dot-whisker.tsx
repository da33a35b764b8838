import { useTranslation } from 'react-i18next';
import type { Figure } from '../api/types.js';
import { tagOf } from '../i18n/language.js';
import { Axis, EDGE, HEIGHT, WIDTH } from './axis.js';
import type { MeasureName, Unit } from './figure-words.js';
import { isGrey, noteWords, plain, rangeWords, unitOf, valueWords } from './figure-words.js';

interface FigureCellProps {
  figure: Figure;
  name: MeasureName;
  /** the right end of the axis: 1 for shares, the largest upper end of the column for days */
  max: number;
}

/** One figure as dot and whisker on an axis from 0, with its numbers beneath: value, interval, n, and a note in words. */
export function FigureCell({ figure, name, max }: FigureCellProps) {
  const { t, i18n } = useTranslation();
  const tag = tagOf(i18n.language);
  const unit = unitOf(name);
  const note = noteWords(t, figure);
  const range = rangeWords(t, figure, unit, tag);
  return (
    <div className={isGrey(figure) ? 'figure figure-grey' : 'figure'}>
      {figure.value !== null && (
        <>
          <Whisker figure={figure} name={name} max={max} />
          <span className="figure-value">{valueWords(t, figure.value, unit, tag)}</span>
        </>
      )}
      {(figure.value !== null || note === null) && (
        <span className="figure-low">
          {range === null ? '' : `${range} · `}
          {t('measures.n', { items: figure.denominator.toLocaleString(tag) })}
        </span>
      )}
      {note !== null && <span className={figure.value === null ? 'figure-low' : 'figure-note'}>{note}</span>}
    </div>
  );
}

/** The picture alone; nothing where there is no value. */
export function Whisker({ figure, name, max }: FigureCellProps) {
  const { t, i18n } = useTranslation();
  const { value } = figure;
  if (value === null) return null;
  const tag = tagOf(i18n.language);
  const unit = unitOf(name);
  const at = (share: number): number => EDGE + (Math.min(share, max) / max) * (WIDTH - 2 * EDGE);
  const middle = HEIGHT / 2;
  const grey = isGrey(figure);
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={spoken(value)}>
      <Axis />
      {figure.low !== null && figure.high !== null && (
        <line
          className="figure-line"
          x1={at(figure.low)}
          x2={at(figure.high)}
          y1={middle}
          y2={middle}
          strokeDasharray={grey ? '3 2' : undefined}
        />
      )}
      <circle className={grey ? 'figure-open' : 'figure-dot'} cx={at(value)} cy={middle} r={4} />
    </svg>
  );

  function spoken(value: number): string {
    return t('measures.spoken', {
      name: t(`measures.name.${name}`),
      value: valueWords(t, value, unit, tag),
      low: end(figure.low, unit),
      high: end(figure.high, unit),
      items: figure.denominator.toLocaleString(tag),
    });
  }

  function end(bound: number | null, of: Unit): string {
    return bound === null ? '–' : plain(bound, of, tag);
  }
}

/** A common right end for a column of figures in days; shares always run from 0 to 1. */
export function axisEnd(figures: readonly Figure[], name: MeasureName): number {
  if (unitOf(name) === 'share') return 1;
  return Math.max(1, ...figures.map((figure) => figure.high ?? figure.value ?? 0));
}
