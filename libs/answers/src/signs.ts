import { LinkifyIt } from 'linkify-it';

import { caseNumbersIn } from './case-number.js';
import type { IncomingMessage } from './incoming-message.js';
import { readableText } from './readable-text.js';
import type { ReplyToken } from './reply-address.js';
import { readReplyAddress } from './reply-address.js';

/** Everything by which the complaint of an answer can be found, surest first. Message ids are without brackets. */
export interface Signs {
  /** from the addresses the message came in for, then from the message it returns: nobody else can make them */
  tokens: ReplyToken[];
  /** what the answer says it replies to, nearest first */
  messageIds: string[];
  /** the message a report returns, by its Message-ID or by the envelope id we gave it */
  dsnMessageIds: string[];
  /** our own references, e.g. `RD-2026-00012`, upper case */
  references: string[];
  caseNumbers: string[];
  /** web addresses in the whole message, quoted parts too */
  urls: string[];
}

const ownReference = /(?<![A-Z0-9])RD-\d{4}-\d{5,9}(?!\d)/gi;
const mostUrls = 500;
const linkify = new LinkifyIt({ fuzzyLink: false, fuzzyEmail: false });
const cjkTail = /[\u3000-\u303f\uff00-\uffef].*$/u;

/** Web addresses in a text, in order, each once. A link ends where Chinese punctuation begins. */
export function urlsIn(text: string): string[] {
  const matches = linkify.match(text.slice(0, 200_000)) ?? [];
  const urls = matches.map((match) => match.url.replace(cjkTail, '')).filter((url) => /^https?:/i.test(url));
  return [...new Set(urls)].slice(0, mostUrls);
}

/** `attempt.2@domain` is the second mail of a notice that was too large for one; the notice itself is `attempt@domain`. */
const followUp = /^([0-9a-f-]{36})\.(\d{1,3})(@.+)$/i;

const withNotice = (messageId: string): string[] => [messageId, messageId.replace(followUp, '$1$3')];

/** Which mail of its notice a Message-ID names: 1 for the notice itself, 2 and more for what followed it. */
export const partNumberOf = (messageId: string): number => Number(followUp.exec(messageId)?.[2] ?? 1);

const unique = (values: readonly string[]): string[] => [...new Set(values.filter((value) => value !== ''))];

function tokensIn(secret: string, addresses: readonly string[]): ReplyToken[] {
  const read = addresses.map((address) => readReplyAddress(secret, address)).filter((token) => token !== null);
  return read.filter((token, index) => read.findIndex((other) => other.attemptId === token.attemptId) === index);
}

function returnedAddresses(message: IncomingMessage): string[] {
  const headers = message.original?.headers ?? {};
  return [headers['reply-to'], headers['return-path'], message.feedbackReport?.['original-mail-from']].filter(
    (value) => value !== undefined,
  );
}

/**
 * Collects the signs of an answer.
 * @param envelopeRecipients the addresses of the SMTP envelope; they count before those of the headers
 */
export function signsOf(message: IncomingMessage, envelopeRecipients: readonly string[], secret: string): Signs {
  const original = message.original;
  const ownText = [
    message.subject,
    message.fullText,
    original?.subject ?? '',
    original?.headers['x-redress-reference'] ?? '',
  ];
  return {
    tokens: tokensIn(secret, [...envelopeRecipients, ...message.recipients, ...returnedAddresses(message)]),
    messageIds: unique([message.inReplyTo ?? '', ...message.references.toReversed()].flatMap(withNotice)),
    dsnMessageIds: unique([original?.messageId ?? '', message.originalEnvelopeId ?? ''].flatMap(withNotice)),
    references: unique((ownText.join('\n').match(ownReference) ?? []).map((found) => found.toUpperCase())),
    caseNumbers: unique([...caseNumbersIn(message.subject), ...caseNumbersIn(readableText(message.fullText))]),
    urls: urlsIn(message.fullText),
  };
}
