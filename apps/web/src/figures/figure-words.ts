import type { TFunction } from 'i18next';
import type en from '../i18n/en/measures.json';
import type { Figure, Measures } from '../api/types.js';

/** The measures shown in tables, in reading order; two are taken out of a larger one. */
export type MeasureName = keyof typeof en.name;
export type Unit = 'share' | 'days';

export const unitOf = (name: MeasureName): Unit => (name === 'medianDays' ? 'days' : 'share');

export function figureOf(measures: Measures, name: MeasureName): Figure {
  if (name === 'silence30') return measures.outcomeByDay[30].silence;
  if (name === 'medianDays') return measures.timeToDecision.median;
  return measures[name];
}

/** A share as percent without its sign, or days; one decimal only where it tells something. */
export function plain(value: number, unit: Unit, tag: string): string {
  const shown = unit === 'share' ? value * 100 : value;
  const digits = unit === 'days' || (shown > 0 && shown < 1) ? 1 : 0;
  return shown.toLocaleString(tag, { maximumFractionDigits: digits });
}

export const valueWords = (t: TFunction, value: number, unit: Unit, tag: string): string =>
  unit === 'share'
    ? t('measures.percent', { value: plain(value, unit, tag) })
    : t('measures.days', { value: plain(value, unit, tag) });

/** `31–37`, or null where there is no interval. */
export function rangeWords(t: TFunction, figure: Figure, unit: Unit, tag: string): string | null {
  if (figure.low === null || figure.high === null) return null;
  const range = { low: plain(figure.low, unit, tag), high: plain(figure.high, unit, tag) };
  return t('measures.interval', range);
}

type Note = keyof typeof en.note;
const notes: readonly Note[] = [
  'too-few-items',
  'suppressed-disclosure',
  'one-rights-holder',
  'few-clusters',
  'few-refusals',
  'wide-interval',
  'no-variation',
  'not-reached',
];

/** Why a figure is given as it is, or not at all, and whether too little of it was assessed; null where all is well. */
export function noteWords(t: TFunction, figure: Figure): string | null {
  const said: string[] = [];
  if (figure.note !== null) {
    const known = notes.find((note) => note === figure.note) ?? 'other';
    const numbers = { count: figure.denominator, clusters: figure.clusters, note: figure.note };
    said.push(t(`measures.note.${known}`, numbers));
  }
  if (figure.coverage !== null && figure.coverage < 0.9) {
    said.push(t('measures.coverage', { value: Math.floor(figure.coverage * 100) }));
  }
  return said.length === 0 ? null : said.join(' · ');
}

/** Notes that leave the value without an interval one may rely on: drawn grey and hollow. */
export const isGrey = (figure: Figure): boolean =>
  !figure.reliable || figure.note === 'wide-interval' || figure.note === 'few-clusters';
