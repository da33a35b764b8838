import type { ApiFailure } from './api-behaviour.js';
import type { Behaviour } from './behaviour.js';
import { Chance } from './chance.js';

/**
 * What goes wrong when a report reaches the simulated platform's interface for the `tryNumber`-th time (from 1); null where
 * nothing does. A failure that passes is met at the first try alone.
 */
export function apiVerdict(
  { api, slug }: Pick<Behaviour, 'api' | 'slug'>,
  seed: number,
  reference: string,
  tryNumber: number,
): ApiFailure | null {
  const chance = Chance.of(seed, slug, 'api', reference);
  if (!chance.happens(api.fails)) return null;
  const failure = chance.weighted(api.failures);
  return tryNumber > 1 && chance.happens(api.passes) ? null : failure;
}
