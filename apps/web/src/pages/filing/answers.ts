import { useCallback, useState } from 'react';
import type {
  CheckInput,
  ComplaintView,
  DraftAnswers,
  DraftComplaintInput,
  Ground,
  Language,
  PlatformGround,
  PlatformView,
  StatementKind,
} from '../../api/types.js';
import { classesOf } from '../../forms/nice-classes.js';
import { grounds, noticeLanguages, oneOf } from '../../words/known.js';

/** What the person has entered so far. Statements and signature are of this sitting alone: they are never kept. */
export interface Answers {
  platform: string;
  ground: Ground | '';
  rightsHolderId: string;
  rightIds: string[];
  listings: string;
  explanation: string;
  /** web addresses, one a line */
  evidence: string;
  evidenceFileIds: string[];
  /** as typed, `18, 25` */
  goodsClasses: string;
  renewedBecause: string;
  language: Language | '';
  statements: Record<StatementKind, boolean>;
  signature: { name: string; capacity: string };
}

const unconfirmed = { goodFaith: false, accuracy: false, authority: false };

export const noAnswers: Answers = {
  platform: '',
  ground: '',
  rightsHolderId: '',
  rightIds: [],
  listings: '',
  explanation: '',
  evidence: '',
  evidenceFileIds: [],
  goodsClasses: '',
  renewedBecause: '',
  language: '',
  statements: unconfirmed,
  signature: { name: '', capacity: '' },
};

/** A statement is confirmed of the notice as it then stood; a changed notice is confirmed anew. */
const changesNotice = (change: Partial<Answers>): boolean => !('statements' in change || 'signature' in change);

/** What changes; a function where it goes on from the answers as they will be then. */
export type Change = Partial<Answers> | ((before: Answers) => Partial<Answers>);

export function useAnswers(initial: Answers) {
  const [answers, setAnswers] = useState(initial);
  const change = useCallback((asked: Change) => {
    setAnswers((before) => {
      const part = typeof asked === 'function' ? asked(before) : asked;
      return { ...before, ...(changesNotice(part) ? { statements: unconfirmed } : {}), ...part };
    });
  }, []);
  return { answers, change };
}

export const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Without those parts that hold nothing. */
function given<Found extends object>(found: Found): Partial<Found> {
  const isEmpty = (value: unknown): boolean => value === '' || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(found).filter(([, value]) => !isEmpty(value))) as Partial<Found>;
}

/** As a draft keeps them. */
export function toDraft(answers: Answers): DraftAnswers {
  const { statements: _, signature: __, evidence, goodsClasses, ground, language, ...same } = answers;
  return {
    ...given({ ...same, evidenceUrls: linesOf(evidence), goodsClasses: classesOf(goodsClasses) ?? [] }),
    ...(ground === '' ? {} : { ground }),
    ...(language === '' ? {} : { language }),
  };
}

/** From what a draft or a template keeps. */
export function fromDraft(kept: DraftAnswers): Answers {
  const { evidenceUrls = [], goodsClasses = [], ground, language, ...same } = kept;
  return {
    ...noAnswers,
    ...same,
    evidence: evidenceUrls.join('\n'),
    goodsClasses: goodsClasses.join(', '),
    ground: oneOf(grounds, ground) ?? '',
    language: oneOf(noticeLanguages, language) ?? '',
  };
}

/** From an unsent complaint that is to be changed. */
export const fromComplaint = (complaint: ComplaintView): Answers => ({
  ...noAnswers,
  platform: complaint.platform,
  ground: complaint.ground,
  rightsHolderId: complaint.rightsHolderId,
  rightIds: complaint.rightIds,
  listings: [...new Set(complaint.items.map(({ url }) => url))].join('\n'),
  explanation: complaint.explanation,
  evidence: complaint.evidence.join('\n'),
  evidenceFileIds: complaint.evidenceFiles.map(({ id }) => id),
  goodsClasses: complaint.goodsClasses.join(', '),
  renewedBecause: complaint.renewedBecause ?? '',
  language: complaint.language,
});

/** What the identifiers in the answers stand for, and the parts the platform takes. */
export function takenBy(platform: PlatformView | undefined, { ground: chosen }: Answers) {
  const ground = platform?.grounds.find((known) => known.ground === chosen);
  const forbids = ground?.forbids ?? [];
  const rights = forbids.includes('several-rights') ? 1 : platform?.limits.rightsPerComplaint;
  const hasGoods = ground?.rightKinds.includes('trademark') === true;
  return { ground, forbids, rights, hasGoods };
}

export type Content = Omit<CheckInput, 'items' | 'complaintId'>;

/**
 * What the answers say, but for the listings; `null` until platform, ground and rights holder are chosen.
 * @param forbids parts the platform takes none of: what was entered before it was chosen stays out
 */
export function contentOf(answers: Answers, forbids: PlatformGround['forbids']): Content | null {
  const { platform, ground, rightsHolderId, rightIds, language } = answers;
  const links = forbids.includes('evidence-links') ? [] : linesOf(answers.evidence);
  const files = forbids.includes('evidence-files') ? [] : answers.evidenceFileIds;
  if (platform === '' || ground === '' || rightsHolderId === '') return null;
  const name = answers.signature.name.trim();
  const because = answers.renewedBecause.trim();
  const goodsClasses = classesOf(answers.goodsClasses) ?? [];
  return {
    platform,
    ground,
    rightsHolderId,
    rightIds,
    explanation: forbids.includes('explanation') ? '' : answers.explanation.trim(),
    evidence: [...links, ...files],
    statements: answers.statements,
    ...(language === '' ? {} : { language }),
    ...(goodsClasses.length === 0 ? {} : { goodsClasses }),
    ...(because === '' ? {} : { renewedBecause: because }),
    ...(name === '' ? {} : { signature: { name, capacity: answers.signature.capacity.trim() } }),
  };
}

export const toInput = (content: Content, urls: readonly string[]): DraftComplaintInput => ({
  ...content,
  items: urls.map((url) => ({ url })),
});
