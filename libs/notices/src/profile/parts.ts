import { isBlank } from '../plain-text.js';
import { forbids, limitsFor } from './way.js';
import type { ProfileTest } from './way.js';

export const itemsWithinLimit: ProfileTest = (facts) => {
  const { platform, items } = facts;
  const limit = limitsFor(facts).itemsPerComplaint;
  if (limit === undefined || items.length <= limit) return [];
  const detail = `${platform.name} takes at most ${limit} listings in a complaint; this one has ${items.length}. Split it.`;
  return [{ pointer: '/items', code: 'too-many-items', detail }];
};

/** A ground that forbids several rights takes one, whatever the limit of the platform. */
export const rightsWithinLimit: ProfileTest = (facts) => {
  const { platform, rights } = facts;
  const limit = forbids(facts, 'several-rights') ? 1 : limitsFor(facts).rightsPerComplaint;
  if (limit === undefined || rights.length <= limit) return [];
  const detail = `${platform.name} takes at most ${limit} right(s) in a complaint; this one has ${rights.length}. File one complaint for each.`;
  return [{ pointer: '/rightIds', code: 'too-many-rights', detail }];
};

/** A character is one code point, as a person counts; Array.from would copy a megabyte to count it. */
const lengthOf = (text: string): number => text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);

export const explanationTaken: ProfileTest = (facts) => {
  const { platform, ground, explanation } = facts;
  const pointer = '/explanation';
  const length = lengthOf(explanation);
  if (forbids(facts, 'explanation')) {
    if (isBlank(explanation)) return [];
    const detail = `${platform.name} takes no explanation on the ground "${ground}"; this one has ${length} characters. Remove it.`;
    return [{ pointer, code: 'explanation-not-accepted', detail }];
  }
  const limit = limitsFor(facts).explanationLength;
  if (limit === undefined || length <= limit) return [];
  const detail = `${platform.name} takes at most ${limit} characters of explanation; this one has ${length}. Shorten it.`;
  return [{ pointer, code: 'explanation-too-long', detail }];
};
