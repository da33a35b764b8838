import { Fault } from '#libs/domain';
import type { Regime } from '#libs/domain';

/**
 * The version of a regime that applies on a day: the latest whose `effectiveFrom` has come (UTC calendar date).
 * @throws Fault `regime-not-in-force` where the id is unknown or its first version starts later
 */
export function regimeInForce(regimes: readonly Regime[], id: string, on: Date): Regime {
  const day = on.toISOString().slice(0, 10);
  const versions = regimes.filter((regime) => regime.id === id && regime.effectiveFrom <= day);
  const [first, ...others] = versions;
  if (first === undefined) {
    throw new Fault(
      'unavailable',
      'regime-not-in-force',
      `No version of the regime "${id}" is in force on ${day}. Add one to config/regimes with an effectiveFrom on or before that day.`,
    );
  }
  return others.reduce((latest, regime) => (regime.effectiveFrom > latest.effectiveFrom ? regime : latest), first);
}
