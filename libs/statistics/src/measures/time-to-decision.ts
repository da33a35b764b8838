import type { Figure } from '#libs/domain';
import { walkIncidence, walkVariance } from '../clustered-incidence.js';
import type { IncidenceTable } from '../clustered-incidence.js';
import { survivalInterval, timeQuantile } from '../kaplan-meier.js';
import type { CurvePoint, TimeQuantile } from '../kaplan-meier.js';
import { LEVEL, twoSidedNormal } from '../quantiles.js';
import { effectiveClusters, wilsonJackknifer } from '../wilson-jackknife.js';
import type { Cases } from './cases.js';
import { tableOf } from './incidence.js';
import { eventOf, isDated } from './outcome-by-day.js';
import { shareOf, tooFew } from './proportion.js';
import type { Counted } from './proportion.js';
import { LEAST_ITEMS, noteOf } from './reliability.js';
import type { Standing } from './standing.js';

/** Days until a quarter, half and three quarters of the items were decided. */
export interface TimeToDecision {
  median: Figure;
  lowerQuartile: Figure;
  upperQuartile: Figure;
}

/**
 * Days from delivery to a decision of any kind, over first-instance, complete, delivered items. Pending items are
 * censored at the cut. Withdrawal by us and a listing that went down by itself compete: such an item will never be decided,
 * so S(t) = 1 − (Aalen–Johansen incidence of a decision); without them this is Kaplan–Meier. The interval of a quantile is
 * the set of days at which the interval of S(t) holds it: `wilson-jackknife` over rights holders, log–log for one.
 * Numerator: decisions; denominator: items. A quantile the data do not reach is null (`not-reached`), and its lower limit
 * still says "at least so many days".
 */
export function timeToDecision({ complete }: Cases): TimeToDecision {
  const dated = complete.filter(isDated);
  const counted: Counted = {
    numerator: dated.filter((item) => item.decided).length,
    denominator: dated.length,
    clusters: new Set(dated.map((item) => item.cluster)).size,
    coverage: shareOf(dated.length, complete.length),
  };
  if (dated.length < LEAST_ITEMS) {
    return { median: tooFew(counted), lowerQuartile: tooFew(counted), upperQuartile: tooFew(counted) };
  }
  const table = tableOf(
    dated.map((item) => eventOf(item, causeOf(item))),
    2,
  );
  const curve = table.clusters === 1 ? curveOfOne(table) : curveOfClusters(table);
  const figure = (share: number): Figure => figureOf(counted, table, timeQuantile(curve, share));
  return { median: figure(0.5), lowerQuartile: figure(0.25), upperQuartile: figure(0.75) };
}

function causeOf(item: Standing): number {
  if (item.decided) return 1;
  return item.ending === 'pending' ? 0 : 2;
}

function figureOf(counted: Counted, table: IncidenceTable, days: TimeQuantile): Figure {
  const reached = days.value !== null;
  return {
    ...days,
    level: LEVEL,
    ...counted,
    effectiveClusters: effectiveClusters(table.sizes),
    designEffect: null,
    method: table.clusters === 1 ? 'log-log' : 'wilson-jackknife',
    reliable: reached,
    note: reached ? noteOf(counted.clusters, null) : 'not-reached',
  };
}

/** 1 − incidence of a decision, at each time with a decision. */
function undecided(table: IncidenceTable, times: Float64Array, leaveOut: number): Float64Array {
  const values = new Float64Array(times.length);
  let next = 0;
  let current = 1;
  walkIncidence(table, leaveOut, (at) => {
    for (; next < times.length && (times[next] ?? 0) < at.time; next += 1) values[next] = current;
    current = Math.max(0, 1 - (at.incidence[0] ?? 0));
  });
  return values.fill(current, next);
}

function decisionTimes(table: IncidenceTable): Float64Array {
  return Float64Array.from(new Set(table.times.filter((_, i) => table.cause[i] === 1)));
}

function curveOfClusters(table: IncidenceTable): CurvePoint[] {
  const times = decisionTimes(table);
  const full = undecided(table, times, -1);
  const without = table.sizes.map((_, cluster) => undecided(table, times, cluster));
  const interval = wilsonJackknifer(table.sizes);
  return Array.from(times, (time, i) => {
    const survival = full[i] ?? 0;
    return {
      time,
      survival,
      ...interval(
        survival,
        without.map((values) => values[i] ?? 0),
      ),
    };
  });
}

function curveOfOne(table: IncidenceTable): CurvePoint[] {
  const z = twoSidedNormal(LEVEL);
  const variances = new Map<number, number>();
  walkVariance(table, [1], (time, variance) => variances.set(time, variance));
  const times = decisionTimes(table);
  const full = undecided(table, times, -1);
  return Array.from(times, (time, i) => {
    const survival = full[i] ?? 0;
    return { time, survival, ...survivalInterval(survival, Math.sqrt(variances.get(time) ?? 0), z) };
  });
}
