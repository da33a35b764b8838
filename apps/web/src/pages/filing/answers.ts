import { useCallback, useEffect, useState } from 'react';
import type { ComplaintInput, Ground, Language, StatementKind } from '../../api/types.js';
import { readListings } from './listing-text.js';

/** What the person has entered so far. */
export interface Answers {
  platform: string;
  ground: Ground | '';
  rightsHolderId: string;
  rightIds: string[];
  listings: string;
  explanation: string;
  evidence: string;
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
  language: '',
  statements: unconfirmed,
  signature: { name: '', capacity: '' },
};

const STORED = 'redress.new-complaint';

/** A reload keeps the answers of this tab, but never a confirmation or a signature: those are given anew. */
function stored(workspace: string): Answers {
  try {
    const read: unknown = JSON.parse(sessionStorage.getItem(`${STORED}.${workspace}`) ?? 'null');
    if (typeof read !== 'object' || read === null) return noAnswers;
    return { ...noAnswers, ...read, statements: unconfirmed, signature: noAnswers.signature };
  } catch {
    return noAnswers;
  }
}

/** A statement is confirmed of the notice as it then stood; a changed notice is confirmed anew. */
const changesNotice = (change: Partial<Answers>): boolean => !('statements' in change || 'signature' in change);

export function useAnswers(workspace: string) {
  const [answers, setAnswers] = useState(() => stored(workspace));
  const change = useCallback((part: Partial<Answers>) => {
    setAnswers((before) => ({ ...before, ...(changesNotice(part) ? { statements: unconfirmed } : {}), ...part }));
  }, []);
  useEffect(() => {
    sessionStorage.setItem(`${STORED}.${workspace}`, JSON.stringify(answers));
  }, [answers, workspace]);
  const forget = useCallback(() => {
    sessionStorage.removeItem(`${STORED}.${workspace}`);
    setAnswers(noAnswers);
  }, [workspace]);
  return { answers, change, forget };
}

export const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The request body. `ground` must have been chosen. */
export function toInput(answers: Answers, ground: Ground, submit: boolean): ComplaintInput {
  const { name, capacity } = answers.signature;
  return {
    platform: answers.platform,
    rightsHolderId: answers.rightsHolderId,
    rightIds: answers.rightIds,
    ground,
    ...(answers.language === '' ? {} : { language: answers.language }),
    explanation: answers.explanation.trim(),
    items: readListings(answers.listings).listings.map(({ url }) => ({ url })),
    evidence: linesOf(answers.evidence),
    statements: answers.statements,
    ...(name.trim() === '' ? {} : { signature: { name: name.trim(), capacity: capacity.trim() } }),
    submit,
  };
}
