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
 */
export function walkIncidence(table: IncidenceTable, leaveOut: number, visit: (at: RunningIncidence) => void): void {
  const { times, cause, cluster } = table;
  const incidence = new Float64Array(table.causes);
  const events = new Float64Array(table.causes);
  const at: RunningIncidence = { time: 0, atRisk: 0, survival: 1, incidence, events };
  let left = times.length - (leaveOut < 0 ? 0 : (table.sizes[leaveOut] ?? 0));
  for (let i = 0; i < times.length;) {
    at.time = times[i] ?? 0;
    events.fill(0);
    let ended = 0;
    for (; i < times.length && times[i] === at.time; i += 1) {
      if (cluster[i] === leaveOut) continue;
      ended += 1;
      const k = (cause[i] ?? 0) - 1;
      if (k >= 0) events[k] = (events[k] ?? 0) + 1;
    }
    if (ended === 0) continue;
    at.atRisk = left;
    advance(at);
    visit(at);
    left -= ended;
  }
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
  let current = [...new Array<number>(table.causes).fill(0), 1];
  const fill = (until: number): void => {
    for (let day = days[rows.length]; day !== undefined && day < until; day = days[rows.length]) rows.push(current);
  };
  walkIncidence(table, leaveOut, (at) => {
    fill(at.time);
    current = [...at.incidence, at.survival];
  });
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
  const of = (values: Float64Array): number => causes.reduce((total, cause) => total + (values[cause - 1] ?? 0), 0);
  walkIncidence(table, -1, (at) => {
    const n = at.atRisk;
    const own = of(at.events);
    const all = at.events.reduce((total, count) => total + count, 0);
    const F = of(at.incidence);
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

/** The same at one day. */
export function incidenceVariance(table: IncidenceTable, causes: readonly number[], day: number): number {
  let last = 0;
  walkVariance(table, causes, (time, variance) => {
    if (time <= day) last = variance;
  });
  return last;
}
