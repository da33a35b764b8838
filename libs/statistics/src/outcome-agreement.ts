import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { sum } from './arithmetic.js';
import { groupBy } from './grouping.js';

/** Alike items of one equivalence group: how many were decided, and how many of them refused. */
export interface GroupOutcome {
  size: number;
  refused: number;
}

export interface OutcomeAgreement {
  /** D_o: probability that two alike items of a group met different outcomes, weighted by items; null without pairs */
  observed: number | null;
  /** D_e: the same for two items taken from all groups together */
  expected: number | null;
  /** 1 − D_o/D_e (nominal Krippendorff α); null where outcomes do not vary */
  alpha: number | null;
  /** Gwet's AC1, which does not collapse when refusals are rare; weighted by items */
  ac1: number | null;
  groups: number;
  items: number;
  refused: number;
}

/** What D_o and D_e are made of. Sums of disjoint sets of groups can be added and subtracted. */
export interface AgreementSums {
  items: number;
  refused: number;
  /** Σ n_g × share of discordant pairs of the group */
  discordance: number;
}

/** @param groups each with two or more items */
export const agreementSums = (groups: readonly GroupOutcome[]): AgreementSums => ({
  items: sum(groups.map((group) => group.size)),
  refused: sum(groups.map((group) => group.refused)),
  discordance: sum(groups.map(discordance)),
});

export const addSums = (sums: readonly AgreementSums[]): AgreementSums => ({
  items: sum(sums.map((own) => own.items)),
  refused: sum(sums.map((own) => own.refused)),
  discordance: sum(sums.map((own) => own.discordance)),
});

/** α of outcomes; null where they do not vary. */
export function alphaOf({ items, refused, discordance: discordant }: AgreementSums): number | null {
  const expected = expectedDisagreement(items, refused);
  return items < 2 || expected === 0 ? null : 1 - discordant / items / expected;
}

const expectedDisagreement = (items: number, refused: number): number =>
  (2 * refused * (items - refused)) / (items * (items - 1));

/** Agreement of outcomes within equivalence groups. Groups with fewer than two items hold no pair and are left out. */
export function outcomeAgreement(all: readonly GroupOutcome[]): OutcomeAgreement {
  const groups = all.filter((group) => group.size >= 2);
  const sums = agreementSums(groups);
  const { items, refused } = sums;
  const counts = { groups: groups.length, items, refused };
  if (items === 0) return { observed: null, expected: null, alpha: null, ac1: null, ...counts };
  const observed = sums.discordance / items;
  const expected = expectedDisagreement(items, refused);
  return { observed, expected, alpha: alphaOf(sums), ac1: gwet(observed, refused / items), ...counts };
}

/** n_g times the share of discordant pairs of a group. */
const discordance = ({ size, refused }: GroupOutcome): number => (2 * refused * (size - refused)) / (size - 1);

/** Gwet 2008 (British Journal of Mathematical and Statistical Psychology 61), two categories. */
function gwet(observed: number, prevalence: number): number {
  const chance = 2 * prevalence * (1 - prevalence);
  return (1 - observed - chance) / (1 - chance);
}

/** A group with the stratum within which its items' outcomes may be exchanged. */
export interface StratifiedGroup extends GroupOutcome {
  stratum: string;
}

/**
 * Permutation test of "outcomes fall like a coin at the stratum's rate": outcomes are shuffled over items within strata,
 * T = Σ r(n − r)/(n − 1). A small p says the platform is *more* consistent than a coin; a large one proves nothing.
 * @returns p = (1 + #{T* ≤ T})/(rounds + 1)
 */
export function permutationTest(groups: readonly StratifiedGroup[], seed: number, rounds = 1999): number {
  const pairs = groups.filter((group) => group.size >= 2);
  const strata = [...groupBy(pairs, (group) => group.stratum).values()];
  const random = xoroshiro128plus(seed);
  const actual = statistic(pairs);
  let atMost = 0;
  for (let round = 0; round < rounds; round += 1) {
    const shuffled = strata.flatMap((stratum) => shuffle(stratum, (below) => uniformInt(random, 0, below - 1)));
    if (statistic(shuffled) <= actual + 1e-9) atMost += 1;
  }
  return (1 + atMost) / (rounds + 1);
}

const statistic = (groups: readonly GroupOutcome[]): number => sum(groups.map(discordance)) / 2;

/** Deals the stratum's refusals over its items anew, each order alike likely. */
function shuffle(stratum: readonly GroupOutcome[], below: (n: number) => number): GroupOutcome[] {
  let left = sum(stratum.map((group) => group.size));
  let refusals = sum(stratum.map((group) => group.refused));
  return stratum.map(({ size }) => {
    let refused = 0;
    for (let item = 0; item < size; item += 1) {
      if (below(left) < refusals) {
        refused += 1;
        refusals -= 1;
      }
      left -= 1;
    }
    return { size, refused };
  });
}
