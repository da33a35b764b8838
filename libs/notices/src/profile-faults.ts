import { rightKindsOfGround } from '#libs/domain';
import type { FieldFault } from '#libs/domain';
import type { NoticeFacts } from './notice-facts.js';
import { oneLine, shortened } from './plain-text.js';

type ProfileTest = (facts: NoticeFacts) => FieldFault[];

const groundAccepted: ProfileTest = ({ platform, ground }) => {
  if (platform.grounds[ground] !== undefined) return [];
  const accepted = Object.keys(platform.grounds).join(', ');
  const detail = `${platform.name} takes no complaints on the ground "${ground}". Choose one of: ${accepted}.`;
  return [{ pointer: '/ground', code: 'ground-not-accepted', detail }];
};

const languageAccepted: ProfileTest = ({ platform, language }) => {
  if (platform.languages.includes(language)) return [];
  const detail = `${platform.name} takes no notices in "${language}". Choose one of: ${platform.languages.join(', ')}.`;
  return [{ pointer: '/language', code: 'language-not-accepted', detail }];
};

/** A right must be of a kind the ground can rest on, and of a kind the platform handles. */
const rightsFit: ProfileTest = ({ platform, ground, rights }) =>
  rights.flatMap((right, position) => {
    const pointer = `/rightIds/${position}`;
    const named = `The ${right.kind} "${shortened(oneLine(right.title), 80)}"`;
    const fitting = rightKindsOfGround[ground];
    if (!fitting.includes(right.kind)) {
      const detail = `${named} cannot carry the ground "${ground}". Name a right of kind ${fitting.join(' or ')}.`;
      return [{ pointer, code: 'right-kind-not-for-ground', detail }];
    }
    if (platform.rightKinds.includes(right.kind)) return [];
    const detail = `${named} is of a kind that ${platform.name} does not handle. It handles: ${platform.rightKinds.join(', ')}.`;
    return [{ pointer, code: 'right-kind-not-accepted', detail }];
  });

const itemsWithinLimit: ProfileTest = ({ platform, items }) => {
  const limit = platform.limits.itemsPerComplaint;
  if (limit === undefined || items.length <= limit) return [];
  const detail = `${platform.name} takes at most ${limit} listings in a complaint; this one has ${items.length}. Split it.`;
  return [{ pointer: '/items', code: 'too-many-items', detail }];
};

const rightsWithinLimit: ProfileTest = ({ platform, rights }) => {
  const limit = platform.limits.rightsPerComplaint;
  if (limit === undefined || rights.length <= limit) return [];
  const detail = `${platform.name} takes at most ${limit} right(s) in a complaint; this one has ${rights.length}. File one complaint for each.`;
  return [{ pointer: '/rightIds', code: 'too-many-rights', detail }];
};

const explanationWithinLimit: ProfileTest = ({ platform, explanation }) => {
  const limit = platform.limits.explanationLength;
  // a character is one code point, as a person counts; Array.from would copy a megabyte to count it
  const length = explanation.length - (explanation.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
  if (limit === undefined || length <= limit) return [];
  const detail = `${platform.name} takes at most ${limit} characters of explanation; this one has ${length}. Shorten it.`;
  return [{ pointer: '/explanation', code: 'explanation-too-long', detail }];
};

const profileTests: readonly ProfileTest[] = [
  groundAccepted,
  languageAccepted,
  rightsFit,
  itemsWithinLimit,
  rightsWithinLimit,
  explanationWithinLimit,
];

/** Why this platform would not take the complaint as it is, however complete: every fault, none twice. */
export const profileFaults = (facts: NoticeFacts): FieldFault[] => profileTests.flatMap((test) => test(facts));
