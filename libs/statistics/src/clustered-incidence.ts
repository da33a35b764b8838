/** What became of an item: after `time` days, cause 0 = still open (censored), 1..K = what happened. */
export interface ClusteredEvent {
  time: number;
  cause: number;
  /** 0..m − 1 */
  cluster: number;
}

/** Items sorted by time, columns side by side, so that a cluster can be left out without building anything anew. */
export interface IncidenceTable {
  causes: number;
  clusters: number;
  /** ascending */
  times: Float64Array;
  cause: Uint8Array;
  cluster: Uint32Array;
  sizes: number[];
}

/** @param causes number of causes K; @param clusters number of clusters m */
export function incidenceTable(events: readonly ClusteredEvent[], causes: number, clusters: number): IncidenceTable {
  const sorted = [...events].sort((a, b) => a.time - b.time);
  const sizes = new Array<number>(clusters).fill(0);
  for (const { cluster } of sorted) sizes[cluster] = (sizes[cluster] ?? 0) + 1;
  return {
    causes,
    clusters,
    times: Float64Array.from(sorted, (event) => event.time),
    cause: Uint8Array.from(sorted, (event) => event.cause),
    cluster: Uint32Array.from(sorted, (event) => event.cluster),
    sizes,
  };
}

/** Aalen–Johansen estimate after the items that ended at `time`. Reused from step to step: read it, don't keep it. */
export interface RunningIncidence {
  time: number;
  /** items followed up to this time */
  atRisk: number;
  survival: number;
  /** cumulative incidence of cause k at index k − 1 */
  incidence: Float64Array;
  /** events of cause k at this time at index k − 1 */
  events: Float64Array;
}

/**
 * Walks through the times at which items end, in one pass over the sorted columns (O(items)).
 * @param leaveOut cluster to leave out, or −1
 * @param until last time to look at
 */
export function walkIncidence(
  table: IncidenceTable,
  leaveOut: number,
  visit: (at: RunningIncidence) => void,
  until = Infinity,
): void {
  const { times } = table;
  // index 0 counts the censored
  const tally = new Float64Array(table.causes + 1);
  const incidence = new Float64Array(table.causes);
  const at: RunningIncidence = { time: 0, atRisk: 0, survival: 1, incidence, events: tally.subarray(1) };
  let left = times.length - (table.sizes[leaveOut] ?? 0);
  for (let i = 0; i < times.length && (times[i] ?? 0) <= until;) {
    at.time = times[i] ?? 0;
    at.atRisk = left;
    i = tallyFrom(table, i, leaveOut, tally);
    for (const count of tally) left -= count;
    if (left === at.atRisk) continue;
    advance(at);
    visit(at);
  }
}

/** Counts the items that end at the time of item `i`, per cause. @returns the first item after them */
function tallyFrom(
  { times, cause, cluster }: IncidenceTable,
  i: number,
  leaveOut: number,
  tally: Float64Array,
): number {
  const time = times[i];
  tally.fill(0);
  let next = i;
  for (; next < times.length && times[next] === time; next += 1) {
    if (cluster[next] === leaveOut) continue;
    const k = cause[next] ?? 0;
    tally[k] = (tally[k] ?? 0) + 1;
  }
  return next;
}

function advance(at: RunningIncidence): void {
  const before = at.survival;
  let all = 0;
  for (let k = 0; k < at.events.length; k += 1) {
    const count = at.events[k] ?? 0;
    at.incidence[k] = (at.incidence[k] ?? 0) + (before * count) / at.atRisk;
    all += count;
  }
  at.survival = all === at.atRisk ? 0 : before * (1 - all / at.atRisk);
}

/**
 * The estimate at given days: for each day the incidence of each cause, then the survival.
 * @param days ascending
 */
export function incidenceAt(table: IncidenceTable, days: readonly number[], leaveOut = -1): number[][] {
  const rows: number[][] = [];
  const current = new Float64Array(table.causes + 1);
  current[table.causes] = 1;
  const fill = (before: number): void => {
    for (let day = days[rows.length]; day !== undefined && day < before; day = days[rows.length])
      rows.push([...current]);
  };
  const visit = (at: RunningIncidence): void => {
    fill(at.time);
    current.set(at.incidence);
    current[table.causes] = at.survival;
  };
  walkIncidence(table, leaveOut, visit, days.at(-1));
  fill(Infinity);
  return rows;
}

/**
 * Variance of a cumulative incidence after each time, items taken as independent (delta method over Greenwood's terms;
 * Marubini and Valsecchi 1995), in one pass: (F(t) − F(s))² and its like are expanded into running sums. Without censoring
 * it is the binomial p(1 − p)/n, so p(1 − p)/variance is the number of followed items that the estimate is worth.
 * @param causes the causes counted together, 1..K
 */
export function walkVariance(
  table: IncidenceTable,
  causes: readonly number[],
  visit: (time: number, variance: number) => void,
): void {
  const running = { before: 1, a: 0, aF: 0, aFF: 0, b: 0, c: 0, cF: 0 };
  const every = Array.from({ length: table.causes }, (_, k) => k + 1);
  walkIncidence(table, -1, (at) => {
    const n = at.atRisk;
    const own = totalOf(at.events, causes);
    const all = totalOf(at.events, every);
    const F = totalOf(at.incidence, causes);
    const a = all === n ? 0 : all / (n * (n - all));
    const c = (running.before * own) / (n * n);
    running.a += a;
    running.aF += a * F;
    running.aFF += a * F * F;
    running.b += (running.before ** 2 * own * (n - own)) / n ** 3;
    running.c += c;
    running.cF += c * F;
    running.before = at.survival;
    const spread = F * F * running.a - 2 * F * running.aF + running.aFF;
    visit(at.time, Math.max(0, spread + running.b - 2 * (F * running.c - running.cF)));
  });
}

function totalOf(values: Float64Array, causes: readonly number[]): number {
  let total = 0;
  for (const cause of causes) total += values[cause - 1] ?? 0;
  return total;
}

/** The same at given days, ascending. */
export function incidenceVariances(
  table: IncidenceTable,
  causes: readonly number[],
  days: readonly number[],
): number[] {
  const variances: number[] = [];
  let last = 0;
  const fill = (before: number): void => {
    for (let day = days[variances.length]; day !== undefined && day < before; day = days[variances.length]) {
      variances.push(last);
    }
  };
  walkVariance(table, causes, (time, variance) => {
    fill(time);
    last = variance;
  });
  fill(Infinity);
  return variances;
}
