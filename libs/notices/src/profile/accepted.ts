import { rightKindsOfGround } from '#libs/domain';
import { oneLine, shortened } from '../plain-text.js';
import type { ProfileTest } from './way.js';

export const groundAccepted: ProfileTest = ({ platform, ground }) => {
  if (platform.grounds[ground] !== undefined) return [];
  const accepted = Object.keys(platform.grounds).join(', ');
  const detail = `${platform.name} takes no complaints on the ground "${ground}". Choose one of: ${accepted}.`;
  return [{ pointer: '/ground', code: 'ground-not-accepted', detail }];
};

export const languageAccepted: ProfileTest = ({ platform, language }) => {
  if (platform.languages.includes(language)) return [];
  const detail = `${platform.name} takes no notices in "${language}". Choose one of: ${platform.languages.join(', ')}.`;
  return [{ pointer: '/language', code: 'language-not-accepted', detail }];
};

/** A right must be of a kind the ground can rest on, and of a kind the platform handles. */
export const rightsFit: ProfileTest = ({ platform, ground, rights }) =>
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
