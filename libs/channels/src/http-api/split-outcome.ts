import type { DeliveryOutcome, DeliveryProof, PartProof } from '#libs/domain';
import { sha256Hex } from '../sha256.js';
import type { Conversation } from './conversation.js';
import type { Verdict } from './judge.js';
import type { KeyedRequest } from './report.js';

/** How far a report came. */
export interface SentReport {
  requests: readonly KeyedRequest[];
  /** what became of each request that was sent, in this try or before */
  parts: readonly PartProof[];
  /** of the last request of this try; null where everything had been accepted before */
  verdict: Verdict | null;
  told: Conversation;
  transport: string;
  raw: Buffer;
}

/**
 * What became of a report in one request or several. Several are delivered when all were; where some were and the next was
 * refused for good, a person files the rest, since what was accepted can't be taken back.
 */
export function outcomeOfAll(sent: SentReport): DeliveryOutcome {
  const { requests, parts, verdict } = sent;
  const proof = proofOf(sent);
  if (verdict === null || verdict.kind === 'delivered') {
    const references = parts.flatMap(({ reference }) => reference ?? []);
    return { kind: 'delivered', reference: references.length === 0 ? null : references.join(', '), proof };
  }
  const accepted = parts.filter(({ outcome }) => outcome === 'accepted').length;
  if (verdict.kind === 'unknown' || verdict.retry || accepted === 0) return { ...verdict, proof };
  const what = `The platform took ${accepted} of ${requests.length} requests and refused the next: ${verdict.message} File the other listings by hand.`;
  return { kind: 'needs-human', code: verdict.code, what, proof };
}

function proofOf({ requests, parts, told, transport, raw }: SentReport): DeliveryProof {
  const [only] = parts;
  const single = requests.length === 1 && only !== undefined;
  return {
    transport,
    sha256: single ? only.sha256 : sha256Hex(raw),
    conversation: told.lines(),
    answer: told.clean(parts.at(-1)?.answer ?? '') || null,
    ...(single ? {} : { parts }),
  };
}
