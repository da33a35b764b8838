import { describe, expect, it } from '@jest/globals';
import {
  aalenJohansen,
  averageRunLength,
  benjaminiHochberg,
  bernoulliCusum,
  crudeOddsRatio,
  jackknifedRate,
  jeffreys,
  kaplanMeier,
  krippendorffAlpha,
  mantelHaenszel,
  mcnemar,
  newcombe,
  outcomeAgreement,
  permutationTest,
  raoScott,
  riskAdjustedCusum,
  timeQuantile,
  wilson,
  wilsonJackknife,
} from './index.js';

const near = (actual: number | null | undefined, expected: number, digits: number): void => {
  expect(actual).not.toBeNull();
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(0.5000001 * 10 ** -digits);
};

/** Weil 1970: rats alive at the end of lactation / born, per control litter. */
const weil = (
  [
    [13, 13],
    [12, 12],
    [9, 9],
    [9, 9],
    [8, 8],
    [8, 8],
    [12, 13],
    [11, 12],
    [9, 10],
    [9, 10],
    [8, 9],
    [11, 13],
    [4, 5],
    [5, 7],
    [7, 10],
    [7, 10],
  ] as const
).map(([hits, size]) => ({ hits, size }));

describe('published values of intervals', () => {
  it('Wilson', () => {
    for (const [x, n, low, high] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
    ] as const) {
      near(wilson(x, n).low, low, 4);
      near(wilson(x, n).high, high, 4);
    }
    expect(() => wilson(3, 2)).toThrow('3 successes in 2 trials');
  });

  it('Jeffreys', () => {
    near(jeffreys(81, 263).low, 0.2545, 4);
    near(jeffreys(81, 263).high, 0.3656, 4);
    expect(jeffreys(0, 7).low).toBe(0);
    near(jeffreys(0, 7).high, 0.292, 3);
    near(jeffreys(1, 7).low, 0.016, 3);
    near(jeffreys(1, 7).high, 0.501, 3);
    expect(jeffreys(7, 7).high).toBe(1);
    expect(() => jeffreys(0, 0)).toThrow(RangeError);
  });

  it('Newcombe, method 10', () => {
    near(newcombe(56, 70, 48, 80).low, 0.0524, 4);
    near(newcombe(56, 70, 48, 80).high, 0.3339, 4);
    near(newcombe(0, 10, 0, 20).low, -0.1611, 4);
    near(newcombe(0, 10, 0, 20).high, 0.2775, 4);
  });

  it('Wilson with jackknife over clusters', () => {
    const result = wilsonJackknife(jackknifedRate(weil));
    near(result.value, 0.898734, 6);
    near(result.low, 0.827153, 6);
    near(result.high, 0.942724, 6);
    near(result.designEffect, 1.234556, 6);
    near(result.effectiveClusters, 15.221951, 6);
    expect(() => wilsonJackknife({ estimate: 0.5, without: [0.5], sizes: [3] })).toThrow('two clusters');
  });

  it('Rao–Scott', () => {
    const result = raoScott(weil);
    near(result?.value, 0.898734, 6);
    near(result?.designEffect, 1.2325, 5);
    near(result?.effectiveItems, 128.195, 3);
    expect(raoScott([{ hits: 1, size: 2 }])).toBeNull();
  });
});

describe('published values of curves', () => {
  it('Kaplan–Meier, 6-MP (Freireich 1963)', () => {
    const data = '6,6,6,6+,7,9+,10,10+,11+,13,16,17+,19+,20+,22,23,25+,32+,32+,34+,35+'
      .split(',')
      .map((text) => ({ time: Number.parseInt(text, 10), event: !text.endsWith('+') }));
    const steps = new Map(kaplanMeier(data).map((step) => [step.time, step]));
    const expected = { 6: 0.8571, 7: 0.8067, 10: 0.7529, 13: 0.6902, 16: 0.6275, 22: 0.5378, 23: 0.4482 };
    for (const [time, survival] of Object.entries(expected)) near(steps.get(Number(time))?.survival, survival, 4);
    near(steps.get(6)?.error, 0.0764, 4);
    near(steps.get(10)?.low, 0.5032, 4);
    near(steps.get(10)?.high, 0.8894, 4);
    expect(timeQuantile([...steps.values()]).value).toBe(23);
    expect(timeQuantile([...steps.values()], 0.75)).toMatchObject({ value: null, high: null });
  });

  it('Aalen–Johansen with ties', () => {
    const causes = [1, 2, 0, 1, 1, 0, 2, 1, 0, 2];
    const steps = aalenJohansen([1, 2, 2, 3, 4, 5, 6, 7, 8, 9].map((time, i) => ({ time, cause: causes[i] ?? 0 })));
    const at = (time: number) => steps.find((step) => step.time === time);
    near(at(3)?.incidence[0], 0.214286, 6);
    near(at(4)?.incidence[0], 0.328571, 6);
    near(at(7)?.incidence[0], 0.471429, 6);
    near(at(2)?.incidence[1], 0.1, 6);
    near(at(6)?.incidence[1], 0.242857, 6);
    near(at(9)?.incidence[1], 0.528571, 6);
    near(at(9)?.survival, 0, 12);
  });

  it('Aalen–Johansen with delayed entry: nobody is at risk before they are followed', () => {
    const steps = aalenJohansen([
      { time: 1, cause: 1 },
      { time: 2, cause: 1 },
      { time: 3, cause: 2, entry: 1 },
    ]);
    expect(steps.map((step) => step.atRisk)).toEqual([2, 2, 1]);
    expect(steps.map((step) => step.survival)).toEqual([0.5, 0.25, 0]);
  });
});

describe('published values of agreement', () => {
  it('Krippendorff, two coders, ten binary units', () => {
    const alpha = krippendorffAlpha([
      [0, 1, 0, 0, 0, 0, 0, 0, 1, 0],
      [1, 1, 1, 0, 0, 1, 0, 0, 0, 0],
    ]);
    near(alpha, 0.0952, 4);
    expect(
      krippendorffAlpha([
        [1, 1],
        [1, 1],
      ]),
    ).toBeNull();
    expect(
      krippendorffAlpha([
        [1, null],
        [null, 2],
      ]),
    ).toBeNull();
  });

  const pairs = (both: number, neither: number, mixed: number): { size: number; refused: number }[] => [
    ...Array.from({ length: both }, () => ({ size: 2, refused: 2 })),
    ...Array.from({ length: neither }, () => ({ size: 2, refused: 0 })),
    ...Array.from({ length: mixed }, () => ({ size: 2, refused: 1 })),
  ];

  it('α of outcomes', () => {
    const result = outcomeAgreement([...pairs(12, 20, 18), { size: 1, refused: 1 }]);
    expect([result.refused, result.items, result.groups]).toEqual([42, 100, 50]);
    near(result.observed, 0.36, 12);
    near(result.expected, 0.492121, 6);
    near(result.alpha, 0.268473, 6);
  });

  it('AC1 where α collapses', () => {
    const result = outcomeAgreement(pairs(0, 98, 2));
    near(result.alpha, -0.005, 3);
    near(result.ac1, 0.98, 3);
    expect(outcomeAgreement(pairs(0, 9, 0))).toMatchObject({ observed: 0, alpha: null, ac1: 1 });
    expect(outcomeAgreement([])).toMatchObject({ observed: null, alpha: null, items: 0 });
  });

  it('permutation test: small where alike items are decided alike, large for a coin, and seeded', () => {
    const named = (groups: { size: number; refused: number }[]) => groups.map((g) => ({ ...g, stratum: 'all' }));
    expect(permutationTest(named(pairs(20, 30, 0)), 1, 199)).toBe(1 / 200);
    expect(permutationTest(named(pairs(0, 0, 30)), 1, 199)).toBe(1);
    const p = permutationTest(named(pairs(12, 20, 18)), 7, 499);
    expect(permutationTest(named(pairs(12, 20, 18)), 7, 499)).toBe(p);
    expect(p).toBeGreaterThan(0.01);
    expect(p).toBeLessThan(0.15);
  });
});

describe('published values of comparisons', () => {
  it('Mantel–Haenszel, admissions at Berkeley', () => {
    // men admitted, men rejected, women admitted, women rejected
    const departments = [
      [512, 313, 89, 19],
      [353, 207, 17, 8],
      [120, 205, 202, 391],
      [138, 279, 131, 244],
      [53, 138, 94, 299],
      [22, 351, 24, 317],
    ].map(([a = 0, b = 0, c = 0, d = 0]) => ({ a, b, c, d }));
    near(crudeOddsRatio(departments), 1.84108, 5);
    const pooled = mantelHaenszel(departments);
    near(pooled?.value, 0.9046968, 7);
    near(pooled?.low, 0.7719, 4);
    near(pooled?.high, 1.0603, 4);
    expect(mantelHaenszel([{ a: 0, b: 1, c: 1, d: 0 }])).toBeNull();
  });

  it('Benjamini–Hochberg 1995', () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ];
    const shuffled = [...p].reverse();
    expect(benjaminiHochberg(p).map(Number)).toEqual([1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(benjaminiHochberg(shuffled).filter(Boolean)).toHaveLength(4);
    expect(benjaminiHochberg([0.5, 0.9])).toEqual([false, false]);
  });

  it('McNemar', () => {
    const result = mcnemar(121, 59);
    near(result?.statistic, 21.3556, 4);
    near(result?.oddsRatio, 121 / 59, 12);
    // exact binomial: b = 1, c = 8 → 2·(1 + 9)/512
    near(mcnemar(1, 8)?.exact, 0.0390625, 12);
    expect(mcnemar(3, 3)?.exact).toBe(1);
    expect(mcnemar(0, 0)).toBeNull();
    expect(mcnemar(2, 0)?.oddsRatio).toBeNull();
  });

  it('CUSUM', () => {
    const outcomes = [0, 0, 1, 0, 0, 1, 1, 0, 1, 1].map((digit) => digit === 1);
    const expected = [0, 0, 0.6931, 0.5754, 0.4576, 1.1507, 1.8439, 1.7261, 2.4192, 3.1124];
    bernoulliCusum(outcomes, 0.1, 0.2).forEach((level, i) => {
      near(level, expected[i] ?? Number.NaN, 4);
    });
    // the risk-adjusted chart with one risk for all is the Bernoulli chart of that odds ratio
    const p1 = (2 * 0.1) / (1 - 0.1 + 2 * 0.1);
    const plain = bernoulliCusum(outcomes, 0.1, p1);
    riskAdjustedCusum(
      outcomes.map((outcome) => ({ outcome, expected: 0.1 })),
      2,
    ).forEach((level, i) => {
      near(level, plain[i] ?? Number.NaN, 12);
    });
    const chart = { p0: 0.1, p1: 0.2, limit: 2 };
    const inControl = averageRunLength(chart, 0.1, 3, 400);
    expect(inControl).toBeGreaterThan(3 * averageRunLength(chart, 0.3, 3, 400));
    expect(averageRunLength(chart, 0.1, 3, 400)).toBe(inControl);
  });
});
