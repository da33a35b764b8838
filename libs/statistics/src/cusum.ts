import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/**
 * Bernoulli CUSUM, S = max(0, S + W), with the log-likelihood ratio of a rate `p1` against `p0` as weight.
 * @param outcomes in order of filing; mature cohorts only
 * @returns S after each outcome. An alarm (S above a limit) is a prompt to look, not a finding.
 */
export function bernoulliCusum(outcomes: readonly boolean[], p0: number, p1: number): number[] {
  return accumulate(outcomes.map((outcome) => weight(outcome, p0, p1)));
}

const weight = (outcome: boolean, p0: number, p1: number): number =>
  outcome ? Math.log(p1 / p0) : Math.log((1 - p1) / (1 - p0));

/**
 * Risk-adjusted CUSUM (Steiner et al. 2000, Biostatistics 1): each outcome has its own expected rate.
 * @param oddsRatio the change to be found, e.g. 2
 */
export function riskAdjustedCusum(
  outcomes: readonly { outcome: boolean; expected: number }[],
  oddsRatio: number,
): number[] {
  return accumulate(
    outcomes.map(
      ({ outcome, expected }) => (outcome ? Math.log(oddsRatio) : 0) - Math.log(1 - expected + oddsRatio * expected),
    ),
  );
}

function accumulate(weights: readonly number[]): number[] {
  let level = 0;
  return weights.map((w) => (level = Math.max(0, level + w)));
}

/**
 * Mean number of outcomes until a Bernoulli CUSUM passes `limit`, by simulation.
 * @param chart the rates the chart was built for
 * @param rate the rate that holds: `chart.p0` gives the in-control run length, by which `limit` is chosen
 * @param seed the same seed gives the same answer
 */
export function averageRunLength(
  chart: { p0: number; p1: number; limit: number },
  rate: number,
  seed: number,
  runs = 1000,
): number {
  const random = xoroshiro128plus(seed);
  let steps = 0;
  for (let run = 0; run < runs; run += 1) {
    for (let level = 0; level <= chart.limit; steps += 1) {
      level = Math.max(0, level + weight(uniformFloat64(random) < rate, chart.p0, chart.p1));
    }
  }
  return steps / runs;
}
