import type { ReplyKind } from '#libs/domain';

import {
  acknowledgementRules,
  closedRules,
  counterNoticeEndRules,
  counterNoticeRules,
  needsInfoRules,
  politenessRules,
} from './letter-rules.js';
import type { DecisionReading, ListingContext } from './decision.js';
import { readDecision } from './decision.js';
import type { Rule } from './rule.js';
import { firstHit, matched } from './rule.js';
import { isConditional, sentencesOf } from './sentences.js';

/** What a letter by a platform is: what it asks, decides or confirms. */
export interface LetterReading {
  kind: Extract<ReplyKind, 'acknowledgement' | 'needs-info' | 'decision' | 'counter-notice' | 'other'>;
  confidence: number;
  decision: DecisionReading | null;
  because: string[];
}

/** The first sentence a rule matches outside a condition, unless another rule says that it means something else. */
function hitIn(sentences: readonly string[], rules: readonly Rule[], unless: readonly Rule[] = []): string | null {
  for (const sentence of sentences) {
    const hit = firstHit(rules, sentence);
    if (hit !== null && !isConditional(sentence, hit.at) && firstHit(unless, sentence) === null) return hit.words;
  }
  return null;
}

const plain = (kind: LetterReading['kind'], confidence: number, words: string): LetterReading => ({
  kind,
  confidence,
  decision: null,
  because: [matched(words)],
});

function decided(decision: DecisionReading): LetterReading {
  return {
    kind: 'decision',
    confidence: decision.onlyUnable ? 0.6 : 0.85,
    decision,
    because: decision.words.length > 0 ? decision.words.map(matched) : ['a status beside each listing'],
  };
}

/** A refusal that only says "unable" and asks for something is a request for more, not a decision. */
function askedOrDecided(sentences: readonly string[], decision: DecisionReading | null): LetterReading | null {
  if (decision !== null && !decision.onlyUnable) return decided(decision);
  const asked = hitIn(sentences, needsInfoRules, politenessRules);
  if (asked !== null) return plain('needs-info', 0.8, asked);
  return decision === null ? null : decided(decision);
}

/** Reads what a platform wrote to us. Nothing recognised is `other`, which a person looks at. */
export function readLetter(text: string, listings: readonly ListingContext[]): LetterReading {
  const sentences = sentencesOf(text);
  const ended = hitIn(sentences, counterNoticeEndRules);
  if (ended !== null) return plain('other', 0.7, ended);
  const countered = hitIn(sentences, counterNoticeRules);
  if (countered !== null) return plain('counter-notice', 0.85, countered);
  const told = askedOrDecided(sentences, readDecision(text, listings));
  if (told !== null) return told;
  const closed = hitIn(sentences, closedRules);
  if (closed !== null) return plain('other', 0.6, closed);
  const acknowledged = hitIn(sentences, acknowledgementRules);
  if (acknowledged !== null) return plain('acknowledgement', 0.8, acknowledged);
  return { kind: 'other', confidence: 0.3, decision: null, because: ['nothing was recognised'] };
}

/** The words by which a text acknowledges receipt; null where it does not. */
export const acknowledgementIn = (text: string): string | null => hitIn(sentencesOf(text), acknowledgementRules);
