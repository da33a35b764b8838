import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  aalenJohansen,
  incidenceAt,
  incidenceTable,
  incidenceVariances,
  jackknifedRate,
  jeffreys,
  kaplanMeier,
  krippendorffAlpha,
  newcombe,
  outcomeAgreement,
  wilson,
  wilsonJackknife,
} from './index.js';

const trials = fc.integer({ min: 1, max: 400 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
const events = fc.array(
  fc.record({
    time: fc.integer({ min: 0, max: 12 }),
    cause: fc.integer({ min: 0, max: 3 }),
    cluster: fc.nat({ max: 3 }),
  }),
  { minLength: 1, maxLength: 60 },
);
const days = Array.from({ length: 13 }, (_, day) => day);

describe('properties', () => {
  it('intervals lie in [0, 1] and contain the estimate', () => {
    fc.assert(
      fc.property(trials, ([x, n]) => {
        for (const { low, high } of [wilson(x, n), jeffreys(x, n)]) {
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(x / n);
          expect(high).toBeGreaterThanOrEqual(x / n);
        }
      }),
    );
  });

  it('differences lie in [−1, 1], contain the estimate and change sign with the order', () => {
    fc.assert(
      fc.property(trials, trials, ([x1, n1], [x2, n2]) => {
        const { value, low, high } = newcombe(x1, n1, x2, n2);
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
        const turned = newcombe(x2, n2, x1, n1);
        expect(turned.low).toBeCloseTo(-high, 12);
      }),
    );
  });

  it('the clustered interval contains the estimate, and the order of clusters does not matter', () => {
    fc.assert(
      fc.property(fc.array(trials, { minLength: 2, maxLength: 20 }), (rows) => {
        const clusters = rows.map(([hits, size]) => ({ hits, size }));
        const result = wilsonJackknife(jackknifedRate(clusters));
        expect(result.low).toBeGreaterThanOrEqual(0);
        expect(result.high).toBeLessThanOrEqual(1);
        expect(result.low).toBeLessThanOrEqual(result.value);
        expect(result.high).toBeGreaterThanOrEqual(result.value);
        expect(result.designEffect).toBeGreaterThanOrEqual(1);
        expect(result.effectiveClusters).toBeLessThanOrEqual(clusters.length + 1e-9);
        const turned = wilsonJackknife(jackknifedRate([...clusters].reverse()));
        expect(turned.low).toBeCloseTo(result.low, 10);
        expect(turned.high).toBeCloseTo(result.high, 10);
      }),
    );
  });

  it('Aalen–Johansen sums to one at every time', () => {
    fc.assert(
      fc.property(events, (rows) => {
        for (const step of aalenJohansen(rows)) {
          expect(step.survival + step.incidence.reduce((total, cif) => total + cif, 0)).toBeCloseTo(1, 10);
        }
      }),
    );
  });

  it('the fast Aalen–Johansen equals the plain one, with each cluster left out', () => {
    fc.assert(
      fc.property(events, (rows) => {
        const table = incidenceTable(rows, 3, 4);
        for (const out of [-1, 0, 1, 2, 3]) {
          const steps = aalenJohansen(rows.filter((row) => row.cluster !== out));
          incidenceAt(table, days, out).forEach((row, day) => {
            const step = steps.findLast((candidate) => candidate.time <= day);
            expect(row[3]).toBeCloseTo(step?.survival ?? 1, 10);
            for (const k of [0, 1, 2]) expect(row[k]).toBeCloseTo(step?.incidence[k] ?? 0, 10);
          });
        }
      }),
    );
  });

  it('the variance of an incidence is binomial without censoring, and Greenwood’s for all causes', () => {
    fc.assert(
      fc.property(events, (rows) => {
        const uncensored = rows.map((row) => ({ ...row, cause: Math.max(1, row.cause) }));
        const share = uncensored.filter((row) => row.cause === 1 && row.time <= 6).length / rows.length;
        const table = incidenceTable(uncensored, 3, 4);
        expect(incidenceVariances(table, [1], [6])[0]).toBeCloseTo((share * (1 - share)) / rows.length, 10);
        const last = kaplanMeier(rows.map(({ time, cause }) => ({ time, event: cause > 0 }))).findLast(
          (s) => s.time <= 6,
        );
        if (last === undefined || last.survival === 0) return;
        expect(incidenceVariances(incidenceTable(rows, 3, 4), [1, 2, 3], [6])[0]).toBeCloseTo(last.error ** 2, 10);
      }),
    );
  });

  it('α does not depend on the order of units, coders or groups', () => {
    const code = fc.option(fc.integer({ min: 1, max: 3 }), { nil: null });
    const coders = fc.array(fc.array(code, { minLength: 8, maxLength: 8 }), { minLength: 2, maxLength: 4 });
    const close = (a: number | null, b: number | null): void => {
      if (a === null || b === null) expect(a).toBe(b);
      else expect(a).toBeCloseTo(b, 10);
    };
    fc.assert(
      fc.property(coders, (rows) => {
        close(krippendorffAlpha(rows), krippendorffAlpha(rows.map((row) => [...row].reverse()).reverse()));
      }),
    );
    fc.assert(
      fc.property(fc.array(trials, { minLength: 1, maxLength: 20 }), (rows) => {
        const groups = rows.map(([refused, size]) => ({ refused, size }));
        const { alpha } = outcomeAgreement(groups);
        close(alpha, outcomeAgreement([...groups].reverse()).alpha);
        expect(alpha ?? 0).toBeLessThanOrEqual(1);
      }),
    );
  });
});
