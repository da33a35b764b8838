import { describe, expect, it } from '@jest/globals';
import { errorStates } from './filing-error.js';
import type { ErrorCode, Network } from './filing-error.js';
import { judgeFiling } from './filing-judgement.js';
import type { JudgedAttempt, JudgedError } from './filing-judgement.js';

const day = (days: number): Date => new Date(Date.UTC(2026, 2, 2, 9) + days * 86_400_000);
const window = { from: day(0), until: day(7) };
const closed: JudgedAttempt[] = [{ state: 'prevented', finishedAt: day(0) }];

let next = 0;
const met = (code: ErrorCode, at: number, given: Partial<JudgedError> = {}): JudgedError => ({
  id: `error-${(next += 1)}`,
  code,
  attribution: errorStates[code].attribution,
  occurredAt: day(at),
  recordedBy: 'automatic',
  network: 'server',
  confirms: null,
  ...given,
});
const seen = (code: ErrorCode, at: number, network: Network | null = 'office'): JudgedError =>
  met(code, at, { recordedBy: 'Vera', network });

const bounces = [met('ER-60', 0), met('ER-60', 1), seen('ER-60', 2)];
const verdict = (
  errors: readonly JudgedError[],
  { attempts = closed, now = 7 }: { attempts?: readonly JudgedAttempt[]; now?: number } = {},
) => judgeFiling(attempts, errors, window, day(now)).verdict;

describe('A filing that never arrived counts as prevented', () => {
  it('at the end of the window, by three tries two days apart and a person who saw it', () => {
    expect(judgeFiling(closed, bounces, window, day(7))).toEqual({
      verdict: 'prevented',
      attribution: 'platform',
      code: 'ER-60',
      until: day(7),
      because: [
        { test: 'platform', have: 1, need: 1 },
        { test: 'tries', have: 3, need: 3 },
        { test: 'days-apart', have: 2, need: 2 },
        { test: 'verified', have: 1, need: 1 },
        { test: 'closed', have: 0, need: 0 },
      ],
    });
  });

  it('not an instant before the window ends', () => {
    expect(judgeFiling(closed, bounces, window, new Date(day(7).getTime() - 1)).verdict).toBe('provisional');
  });

  it.each([
    ['two tries', [met('ER-60', 0), seen('ER-60', 3)]],
    ['tries less than two days apart', [met('ER-60', 0), met('ER-60', 1), seen('ER-60', 1.99)]],
    ['nobody who saw it', [met('ER-60', 0), met('ER-60', 1), met('ER-60', 3)]],
    ['a third try after the window', [met('ER-60', 0), met('ER-60', 1), seen('ER-60', 7.01)]],
    ['a confirmation for a third try', [met('ER-60', 0), met('ER-60', 3), { ...seen('ER-60', 3), confirms: 'a' }]],
    ['our own faults', [met('ER-90', 0), met('ER-91', 2), { ...seen('ER-91', 3) }]],
    ['errors of ours by another name', bounces.map((each) => ({ ...each, attribution: 'us' as const }))],
    ['errors nobody can attribute', bounces.map((each) => ({ ...each, attribution: 'unknown' as const }))],
    ['what a person gets past', [met('ER-21', 0), met('ER-21', 1), seen('ER-21', 3)]],
  ] as const)('but not by %s', (_, errors) => {
    expect(verdict(errors)).toBe('stalled');
  });

  it.each(['queued', 'sending', 'needs-human', 'unknown'] as const)('but not while an attempt is %s', (state) => {
    expect(verdict(bounces, { attempts: [...closed, { state, finishedAt: null }] })).toBe('stalled');
  });

  it('with a person’s confirmation in place of an entry of their own', () => {
    const tries = [met('ER-60', 0), met('ER-60', 1), met('ER-60', 2)];
    expect(verdict([...tries, { ...seen('ER-60', 2), confirms: tries[0]?.id ?? '' }])).toBe('prevented');
  });
});

describe('An error that can be the network’s', () => {
  const tries = [met('ER-42', 0), met('ER-42', 1), met('ER-42', 3)];

  it('counts against the platform from two networks, seen by a person', () => {
    expect(judgeFiling(closed, [...tries, seen('ER-42', 3)], window, day(7))).toEqual({
      verdict: 'prevented',
      attribution: 'platform',
      code: 'ER-42',
      until: day(7),
      because: [
        { test: 'platform', have: 1, need: 1 },
        { test: 'tries', have: 4, need: 3 },
        { test: 'days-apart', have: 3, need: 2 },
        { test: 'verified', have: 1, need: 1 },
        { test: 'closed', have: 0, need: 0 },
        { test: 'networks', have: 2, need: 2 },
      ],
    });
  });

  it.each([
    ['one network', [...tries, seen('ER-42', 3, 'server')]],
    ['a network nobody named', [...tries, seen('ER-42', 3, null)]],
    ['another error from the second network', [...tries, seen('ER-41', 3)]],
    ['two networks and no person', [...tries, met('ER-42', 3, { network: 'mobile' })]],
    ['one network, whoever is blamed', tries.map((each) => ({ ...each, attribution: 'platform' as const }))],
  ] as const)('does not by %s', (_, errors) => {
    expect(verdict(errors)).toBe('stalled');
  });
});

describe('A filing that arrived', () => {
  const delivered = (at: number): JudgedAttempt[] => [...closed, { state: 'delivered', finishedAt: day(at) }];

  it('is delayed by an error of the platform’s that came before, even when it counted as prevented', () => {
    expect(judgeFiling(delivered(9), bounces, window, day(9))).toEqual({
      verdict: 'delayed',
      attribution: 'platform',
      code: 'ER-60',
      until: null,
      because: [],
    });
  });

  it.each([
    ['an error of ours', [met('ER-91', 0)]],
    ['an error of the network', [met('ER-42', 0)]],
    ['an error in the instant it arrived', [met('ER-62', 1)]],
    ['an error that came later', [met('ER-66', 3)]],
    ['nothing', []],
  ] as const)('is not delayed by %s', (_, errors) => {
    expect(verdict(errors, { attempts: delivered(1) })).toBe('none');
  });
});

describe('A filing that met no error', () => {
  it('is not judged', () => {
    expect(judgeFiling([{ state: 'queued', finishedAt: null }], [], null, day(9))).toEqual({
      verdict: 'none',
      attribution: null,
      code: null,
      until: null,
      because: [],
    });
  });
});
