import type { Attempt } from './attempt.js';
import { addDays } from './clock.js';
import type { Attribution, ErrorCode, FilingError, Network } from './filing-error.js';
import { errorStates } from './filing-error.js';
import type { Id } from './id.js';

/** In what time, and by how much evidence, a filing that never arrived counts as prevented by the platform. */
export interface FilingWindow {
  /** the first try */
  from: Date;
  until: Date;
}

/** What the rule asks for, at the least. */
export const preventedNeeds = { tries: 3, daysApart: 2, networks: 2, verifications: 1 } as const;

export const filingVerdicts = ['none', 'delayed', 'provisional', 'prevented', 'stalled'] as const;
/**
 * none: arrived, and no error of the platform's before; delayed: arrived, but only after one; provisional: not arrived, and the
 * window is open; prevented: not arrived, and the platform is the cause; stalled: not arrived, and not shown to be the
 * platform's doing.
 */
export type FilingVerdict = (typeof filingVerdicts)[number];

export const judgedTests = ['platform', 'tries', 'days-apart', 'networks', 'verified', 'closed'] as const;

/** One condition of the rule: what there is and what it takes. */
export interface JudgedTest {
  test: (typeof judgedTests)[number];
  have: number;
  need: number;
}

export interface Judgement {
  verdict: FilingVerdict;
  /** whose fault the error was; it counts against the platform only where the verdict says so */
  attribution: Attribution | null;
  /** the error the verdict rests on */
  code: ErrorCode | null;
  /** when the window ends or ended; null where nothing hangs on it */
  until: Date | null;
  because: JudgedTest[];
}

/** The judgement as it is kept, one for each complaint that met an error. */
export interface KeptJudgement extends Judgement {
  workspaceId: Id;
  /** the complaint's own id */
  id: Id;
  judgedAt: Date;
}

export type JudgedAttempt = Pick<Attempt, 'state' | 'finishedAt'>;
export type JudgedError = Pick<
  FilingError,
  'id' | 'code' | 'attribution' | 'occurredAt' | 'recordedBy' | 'network' | 'confirms'
>;

/** Attempts that may still arrive, or have and we don't know it: as long as there is one, nothing was prevented. */
const open: ReadonlySet<Attempt['state']> = new Set(['queued', 'sending', 'needs-human', 'unknown']);

/**
 * Whether the platform prevented or delayed a filing. The same holds for every item of the complaint that stands where the
 * complaint stands.
 * @param window null while nothing was tried
 */
export function judgeFiling(
  attempts: readonly JudgedAttempt[],
  errors: readonly JudgedError[],
  window: FilingWindow | null,
  now: Date,
): Judgement {
  const arrived = firstArrival(attempts);
  if (arrived !== null) return afterArrival(errors, arrived);
  const last = latest(errors);
  if (last === null || window === null) return nothing;
  const because = testsOf(attempts, errors, window);
  const over = now >= window.until;
  const prevented = over && because.every(({ have, need, test }) => (test === 'closed' ? have === need : have >= need));
  const found = prevented ? latest(platformErrors(errors.filter(within(window)))) : null;
  return {
    verdict: !over ? 'provisional' : prevented ? 'prevented' : 'stalled',
    attribution: prevented ? 'platform' : last.attribution,
    code: (found ?? last).code,
    until: window.until,
    because,
  };
}

const nothing: Judgement = { verdict: 'none', attribution: null, code: null, until: null, because: [] };

function afterArrival(errors: readonly JudgedError[], arrived: Date): Judgement {
  const cause = latest(platformErrors(errors.filter(({ occurredAt }) => occurredAt < arrived)));
  return cause === null
    ? nothing
    : { verdict: 'delayed', attribution: 'platform', code: cause.code, until: null, because: [] };
}

function firstArrival(attempts: readonly JudgedAttempt[]): Date | null {
  const times = attempts.flatMap(({ state, finishedAt }) =>
    state === 'delivered' && finishedAt !== null ? [finishedAt.getTime()] : [],
  );
  return times.length === 0 ? null : new Date(Math.min(...times));
}

function testsOf(
  attempts: readonly JudgedAttempt[],
  errors: readonly JudgedError[],
  window: FilingWindow,
): JudgedTest[] {
  const met = errors.filter(within(window));
  const counted = platformErrors(met).filter(({ code }) => !errorStates[code].passable);
  // Who confirms saw it too, and need not have tried to file.
  const tries = counted.filter(({ confirms }) => confirms === null);
  const fromNetwork = met.filter(({ code }) => errorStates[code].network);
  const tests: JudgedTest[] = [
    { test: 'platform', have: Math.min(1, counted.length), need: 1 },
    { test: 'tries', have: tries.length, need: preventedNeeds.tries },
    { test: 'days-apart', have: daysApart(tries), need: preventedNeeds.daysApart },
    { test: 'verified', have: counted.filter(byPerson).length, need: preventedNeeds.verifications },
    { test: 'closed', have: attempts.filter(({ state }) => open.has(state)).length, need: 0 },
  ];
  if (fromNetwork.length > 0 && fromNetwork.length === met.length) {
    tests.push({ test: 'networks', have: networksOf(fromNetwork).size, need: preventedNeeds.networks });
  }
  return tests;
}

const within =
  ({ from, until }: FilingWindow) =>
  ({ occurredAt }: JudgedError): boolean =>
    occurredAt >= from && occurredAt <= until;

/**
 * Errors that count against the platform. One of the network type counts where the same was met from two networks, and by a
 * person: from one network nobody can tell whose fault it is.
 */
function platformErrors(errors: readonly JudgedError[]): JudgedError[] {
  return errors.filter(({ code, attribution }) => {
    const { network, class: cls } = errorStates[code];
    if (cls === 'excluded') return false;
    if (!network) return attribution === 'platform';
    const same = errors.filter((other) => other.code === code);
    const open = attribution === 'platform' || attribution === 'unknown';
    return open && networksOf(same).size >= preventedNeeds.networks && same.some(byPerson);
  });
}

const byPerson = ({ recordedBy }: JudgedError): boolean => recordedBy !== 'automatic';

const networksOf = (errors: readonly JudgedError[]): Set<Network> =>
  new Set(errors.flatMap(({ network }) => (network === null ? [] : [network])));

/** Days between the first and the last try, to a tenth, rounded down. */
function daysApart(errors: readonly JudgedError[]): number {
  const times = errors.map(({ occurredAt }) => occurredAt.getTime());
  if (times.length === 0) return 0;
  const day = addDays(new Date(0), 1).getTime();
  return Math.floor((10 * (Math.max(...times) - Math.min(...times))) / day) / 10;
}

const latest = (errors: readonly JudgedError[]): JudgedError | null =>
  errors.reduce<JudgedError | null>(
    (last, each) => (last === null || each.occurredAt >= last.occurredAt ? each : last),
    null,
  );
