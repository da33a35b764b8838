import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  aalenJohansen,
  cohenKappa,
  fleissKappa,
  incidenceAt,
  incidenceTable,
  kaplanMeier,
  krippendorffAlpha,
  logRank,
  stateOccupation,
  timeQuantile,
  totalProbability,
  wilson,
} from './index.js';
import type { Survival } from './index.js';

const folder = join(process.cwd(), '..', 'shared', 'data', 'stats');
const present = existsSync(folder);
const load = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const title = present ? 'published data sets' : `published data sets (skipped: ${folder} is not there)`;

interface Times {
  time: number[];
  event: number[];
}
const survivals = ({ time, event }: Times): Survival[] => time.map((t, i) => ({ time: t, event: event[i] === 1 }));

(present ? describe : describe.skip)(title, () => {
  it('Wilson intervals (R binom)', () => {
    const set = load('binomial-intervals.json') as {
      cases: { x: number; n: number; alpha: number; wilson: [number, number] }[];
      tolerance: number;
    };
    for (const { x, n, alpha, wilson: expected } of set.cases) {
      const { low, high } = wilson(x, n, 1 - alpha);
      expect(Math.abs(low - expected[0])).toBeLessThan(set.tolerance);
      expect(Math.abs(high - expected[1])).toBeLessThan(set.tolerance);
    }
    expect(set.cases.length).toBeGreaterThan(0);
  });

  it('cumulative incidence with ties and events at time 0 (R cmprsk)', () => {
    interface Group {
      time: number[];
      status: number[];
      expected_times: number[];
      expected_cif: Record<'1' | '2', number[]>;
    }
    const set = load('aj-bmt.json') as { all: Group; ALL: Group; tolerance: number };
    for (const group of [set.all, set.ALL]) {
      const rows = group.time.map((time, i) => ({ time, cause: group.status[i] ?? 0 }));
      const steps = aalenJohansen(rows);
      const table = incidenceTable(
        rows.map((row) => ({ ...row, cluster: 0 })),
        2,
        1,
      );
      const fast = incidenceAt(table, group.expected_times);
      expect(steps.map((step) => step.time)).toEqual(group.expected_times);
      steps.forEach((step, i) => {
        for (const cause of [1, 2] as const) {
          const expected = group.expected_cif[cause][i] ?? Number.NaN;
          expect(Math.abs((step.incidence[cause - 1] ?? Number.NaN) - expected)).toBeLessThan(set.tolerance);
          expect(Math.abs((fast[i]?.[cause - 1] ?? Number.NaN) - expected)).toBeLessThan(set.tolerance);
        }
      });
    }
  });

  it('multi-state Aalen–Johansen worked by hand (R survival)', () => {
    interface Row {
      id: number;
      t1: number;
      t2: number;
      to: string | null;
    }
    const set = load('aj-multistate-hand.json') as {
      rows: Row[];
      expected_times: number[];
      expected_pstate: Record<string, number[]>;
      tolerance: number;
    };
    const stays = set.rows.map((row) => ({
      from: set.rows.find((earlier) => earlier.id === row.id && earlier.t2 === row.t1)?.to ?? 'entry',
      to: row.to,
      start: row.t1,
      stop: row.t2,
    }));
    const occupation = stateOccupation(stays, 'entry');
    expect(occupation.map((step) => step.time)).toEqual(set.expected_times);
    occupation.forEach((step, i) => {
      for (const [state, expected] of Object.entries(set.expected_pstate)) {
        const difference = (step.probability[state] ?? Number.NaN) - (expected[i] ?? Number.NaN);
        expect(Math.abs(difference)).toBeLessThan(set.tolerance);
      }
      expect(totalProbability(step)).toBeCloseTo(1, 12);
    });
  });

  it('Kaplan–Meier, AML (R survival)', () => {
    interface Step {
      time: number;
      n_risk: number;
      n_event: number;
      surv: number;
      se: number | null;
      lower: number | null;
      upper: number | null;
    }
    const set = load('km-aml.json') as {
      groups: Record<string, Times>;
      expected: Record<string, Step[]>;
      expected_median: Record<string, [number, number, number | null]>;
      expected_logrank: { observed: number[]; expected: number[]; chisq: number };
    };
    for (const [name, group] of Object.entries(set.groups)) {
      const steps = kaplanMeier(survivals(group), { scale: 'log' });
      const expected = set.expected[name] ?? [];
      expect(steps.map((s) => [s.time, s.atRisk, s.events])).toEqual(
        expected.map((s) => [s.time, s.n_risk, s.n_event]),
      );
      steps.forEach((step, i) => {
        const row = expected[i];
        expect(step.survival).toBeCloseTo(row?.surv ?? Number.NaN, 3);
        if (row?.se === null) return;
        expect(Math.abs(step.error - (row?.se ?? Number.NaN))).toBeLessThan(5.1e-5);
        expect(Math.abs(step.low - (row?.lower ?? Number.NaN))).toBeLessThan(5.1e-4);
        expect(Math.abs(step.high - (row?.upper ?? Number.NaN))).toBeLessThan(5.1e-4);
      });
      const [value, low, high] = set.expected_median[name] ?? [];
      expect(timeQuantile(steps)).toEqual({ value, low, high });
    }
    const [first = { time: [], event: [] }, second = { time: [], event: [] }] = Object.values(set.groups);
    const test = logRank(survivals(first), survivals(second));
    expect(test.observed).toEqual(set.expected_logrank.observed);
    expect(test.expected[0]).toBeCloseTo(set.expected_logrank.expected[0] ?? Number.NaN, 2);
    expect(test.expected[1]).toBeCloseTo(set.expected_logrank.expected[1] ?? Number.NaN, 2);
    expect(test.statistic).toBeCloseTo(set.expected_logrank.chisq, 1);
  });

  it('log-rank, Freireich', () => {
    const set = load('logrank-freireich.json') as {
      control: Times;
      treatment: Times;
      expected: { chisq: number; p: number };
    };
    const test = logRank(survivals(set.control), survivals(set.treatment));
    expect(Math.abs(test.statistic - set.expected.chisq)).toBeLessThan(0.1);
    expect(Math.abs(test.p - set.expected.p)).toBeLessThan(1e-5);
  });

  it('Krippendorff with missing values (nltk)', () => {
    const set = load('krippendorff-alpha.json') as {
      coders: (number | null)[][];
      nominal: number;
      easy: { triples: [string, string, string][]; nominal: number };
    };
    expect(krippendorffAlpha(set.coders)).toBeCloseTo(set.nominal, 9);
    const [coders, units] = [0, 1].map((i) => [...new Set(set.easy.triples.map((triple) => triple[i]))]);
    const table = (coders ?? []).map((coder) =>
      (units ?? []).map((unit) => set.easy.triples.find(([c, u]) => c === coder && u === unit)?.[2] ?? null),
    );
    expect(krippendorffAlpha(table)).toBeCloseTo(set.easy.nominal, 6);
  });

  it('Cohen (SAS)', () => {
    interface Expected {
      kappa: number;
      ase: number;
      ci: [number, number];
      z: number;
    }
    const set = load('cohen-kappa.json') as {
      table: number[][];
      simple: Expected;
      weighted_0_1_2: Expected;
      tolerance: number;
    };
    const linear = (i: number, j: number): number => Math.abs(i - j);
    const cases = [
      [cohenKappa(set.table), set.simple],
      [cohenKappa(set.table, linear), set.weighted_0_1_2],
    ] as const;
    for (const [actual, expected] of cases) {
      const found = [actual?.value, actual?.error, actual?.low, actual?.high, actual?.z];
      [expected.kappa, expected.ase, ...expected.ci, expected.z].forEach((value, i) => {
        expect(Math.abs((found[i] ?? Number.NaN) - value)).toBeLessThan(set.tolerance * 1.01);
      });
    }
    expect(
      cohenKappa([
        [5, 0],
        [0, 0],
      ]),
    ).toBeNull();
  });

  it('Fleiss', () => {
    interface Case {
      table: number[][];
      kappa: number | null;
      free_marginal?: number;
      tolerance?: number;
    }
    for (const { table, kappa, free_marginal, tolerance = 1e-12 } of (load('fleiss-kappa.json') as { cases: Case[] })
      .cases) {
      const found = fleissKappa(table);
      if (kappa === null) expect(found).toEqual({ kappa: null, freeMarginal: 1 });
      else expect(Math.abs((found.kappa ?? Number.NaN) - kappa)).toBeLessThan(tolerance);
      if (free_marginal !== undefined) expect(Math.abs(found.freeMarginal - free_marginal)).toBeLessThan(tolerance);
    }
  });
});
