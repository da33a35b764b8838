import type { FieldFault } from '#libs/domain';
import type { NoticeFacts, NoticeFile } from '../notice-facts.js';
import { isBlank, oneLine, shortened } from '../plain-text.js';
import { forbids, limitsFor } from './way.js';
import type { ProfileTest } from './way.js';

export const linksTaken: ProfileTest = (facts) => {
  const { platform, ground, evidenceUrls } = facts;
  const count = evidenceUrls.filter((url) => !isBlank(url)).length;
  if (count === 0 || !forbids(facts, 'evidence-links')) return [];
  const detail = `${platform.name} takes no links as evidence on the ground "${ground}"; this complaint has ${count}. Remove them.`;
  return [{ pointer: '/evidence', code: 'evidence-links-not-accepted', detail }];
};

/** Files and links stand in one list of a request: the file is told by its name. */
const POINTER = '/evidence';

/** Files a ground does not take at all are not measured as well. */
export const filesTaken: ProfileTest = (facts) => {
  const { platform, ground, evidenceFiles } = facts;
  if (evidenceFiles.length === 0) return [];
  if (!forbids(facts, 'evidence-files')) return fileFaults(facts);
  const detail = `${platform.name} takes no files as evidence on the ground "${ground}"; this complaint has ${evidenceFiles.length}. Remove them.`;
  return [{ pointer: POINTER, code: 'evidence-files-not-accepted', detail }];
};

const fileFaults = (facts: NoticeFacts): FieldFault[] => [
  ...countFaults(facts),
  ...facts.evidenceFiles.flatMap((file) => [...typeFaults(file, facts), ...sizeFaults(file, facts)]),
  ...totalFaults(facts),
];

const bytes = (count: number): string => `${count.toLocaleString('en')} bytes`;

const named = ({ name }: NoticeFile): string => `"${shortened(oneLine(name), 80)}"`;

function countFaults(facts: NoticeFacts): FieldFault[] {
  const [limit, count] = [limitsFor(facts).evidenceFiles, facts.evidenceFiles.length];
  if (limit === undefined || count <= limit) return [];
  const detail = `${facts.platform.name} takes at most ${limit} file(s) as evidence; this complaint has ${count}. Keep those that show most.`;
  return [{ pointer: POINTER, code: 'too-many-evidence-files', detail }];
}

/** `image/*` stands for every kind of image. */
const isOfType = (mediaType: string, pattern: string): boolean =>
  pattern.endsWith('/*') ? mediaType.startsWith(pattern.slice(0, -1)) : mediaType === pattern;

function typeFaults(file: NoticeFile, facts: NoticeFacts): FieldFault[] {
  const types = limitsFor(facts).evidenceTypes;
  const mediaType = file.mediaType.toLowerCase();
  if (types === undefined || types.some((pattern) => isOfType(mediaType, pattern))) return [];
  const detail = `${named(file)} is of type ${oneLine(file.mediaType)}, and ${facts.platform.name} takes: ${types.join(', ')}. Convert it, or remove it.`;
  return [{ pointer: POINTER, code: 'evidence-type-not-accepted', detail }];
}

function sizeFaults(file: NoticeFile, facts: NoticeFacts): FieldFault[] {
  const limit = limitsFor(facts).evidenceFileBytes;
  if (limit === undefined || file.size <= limit) return [];
  const detail = `${named(file)} has ${bytes(file.size)}, and ${facts.platform.name} takes files of at most ${bytes(limit)}. Make it smaller, or split it.`;
  return [{ pointer: POINTER, code: 'evidence-file-too-large', detail }];
}

function totalFaults(facts: NoticeFacts): FieldFault[] {
  const limit = limitsFor(facts).evidenceBytes;
  const total = facts.evidenceFiles.reduce((sum, { size }) => sum + size, 0);
  if (limit === undefined || total <= limit) return [];
  const detail = `The evidence files have ${bytes(total)} together, and ${facts.platform.name} takes at most ${bytes(limit)}. Remove some, or make them smaller.`;
  return [{ pointer: POINTER, code: 'evidence-too-large', detail }];
}
