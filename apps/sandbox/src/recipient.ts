import type { Behaviour } from '#libs/simulation';

const mailDomain = 'sandbox.redress.test';

/**
 * The platform a recipient belongs to: `notices@sandbox.redress.test` is `sandbox`, `notices@mute.sandbox.redress.test`
 * is `sandbox-mute`; null where nobody reads that address.
 */
export function platformAt(address: string, behaviours: readonly Behaviour[]): Behaviour | null {
  const [local, domain] = address.toLowerCase().split('@');
  if (local !== 'notices' || domain === undefined) return null;
  const label =
    domain === mailDomain ? '' : domain.endsWith(`.${mailDomain}`) ? domain.slice(0, -mailDomain.length - 1) : null;
  if (label === null) return null;
  const slugs = label === '' ? ['sandbox'] : [`sandbox-${label}`, label];
  return behaviours.find(({ slug }) => slugs.includes(slug)) ?? null;
}
