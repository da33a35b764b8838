import type { Behaviour, PortalFailure } from './behaviour.js';
import { Chance } from './chance.js';

/**
 * What goes wrong while a notice is filed on the simulated platform's form, at the `tryNumber`-th try (from 1); null where
 * nothing does. A failure that passes is met at the first try alone.
 */
export function portalVerdict(
  behaviour: Behaviour,
  seed: number,
  reference: string,
  tryNumber: number,
): PortalFailure | null {
  const { portal, slug } = behaviour;
  const chance = Chance.of(seed, slug, 'portal', reference);
  if (portal === null || !chance.happens(portal.fails)) return null;
  const failure = chance.weighted(portal.failures);
  return tryNumber > 1 && chance.happens(portal.passes) ? null : failure;
}
