import type { IncomingMessage } from '../incoming-message.js';
import { automaticSubjectRules, automaticTextRules, awayRules, unattendedRules } from './automatic-rules.js';
import type { Rule } from './rule.js';
import { firstHit, flowing, matched } from './rule.js';

/** Notes of absence say so at their beginning. */
const openingLength = 700;

/** By what a message shows that no person wrote it as an answer to ours. */
export interface AutomaticSign {
  /** `away`: somebody is absent; `automatic`: sent by a machine; `unattended`: nobody reads the mailbox */
  kind: 'away' | 'automatic' | 'unattended';
  because: string;
}

/** What a header says of how the message came to be (RFC 3834 §5, and the habits before it); null where none does. */
function automaticHeader({ headers }: IncomingMessage): string | null {
  const submitted = headers['auto-submitted'] ?? '';
  if (/^\s*auto-replied/i.test(submitted)) return `header: Auto-Submitted: ${submitted}`;
  const precedence = headers['precedence'] ?? '';
  if (/auto[_-]?reply/i.test(precedence)) return `header: Precedence: ${precedence}`;
  if (headers['x-autorespond'] !== undefined) return 'header: X-Autorespond';
  return /^(?:no|false|0)$/i.test(headers['x-autoreply'] ?? 'no') ? null : 'header: X-Autoreply';
}

function wordsOf(rules: readonly Rule[], text: string): string | null {
  const hit = firstHit(rules, text);
  return hit === null ? null : matched(hit.words);
}

/** By what a message is known as automatic, the surest first; null where it is not. */
export function automaticSign(message: IncomingMessage, text: string): AutomaticSign | null {
  const opening = flowing(text).slice(0, openingLength);
  const away = wordsOf(awayRules, opening);
  if (away !== null) return { kind: 'away', because: away };
  const automatic =
    automaticHeader(message) ??
    wordsOf(automaticSubjectRules, flowing(message.subject)) ??
    wordsOf(automaticTextRules, opening);
  if (automatic !== null) return { kind: 'automatic', because: automatic };
  const unattended = wordsOf(unattendedRules, flowing(text));
  return unattended === null ? null : { kind: 'unattended', because: unattended };
}
