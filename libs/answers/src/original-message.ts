import type { OriginalMessage } from './incoming-message.js';
import type { Fields } from './field-block.js';
import { bareMessageId, readFields } from './field-block.js';
import { storableText } from './storable-text.js';

/** Headers of the reported message that are kept: what identifies it and whom it went to. */
const keptHeaders = /^(?:message-id|subject|from|to|reply-to|date|return-path|x-redress-.{1,60})$/;

const kept = (fields: Fields): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => keptHeaders.test(name))
      .map(([name, value]) => [name, storableText(value)]),
  );

function ofFields(fields: Fields): OriginalMessage {
  const headers = kept(fields);
  return { messageId: bareMessageId(headers['message-id']), subject: headers['subject'] ?? null, headers };
}

/** The message a report returns, from the bytes of its `message/rfc822` or `text/rfc822-headers` part. */
export function readOriginalPart(part: Buffer): OriginalMessage {
  const text = part.subarray(0, 65_536).toString('utf8');
  return ofFields(readFields(text.replace(/^\s+/, '').split(/\r?\n[ \t]*\r?\n/)[0] ?? ''));
}

const copyBegins = new RegExp(
  [
    '^[ >*=#-]*(?:-{2,}[ \\w]{0,40})?(?:(?:this|below|following)[^\\n]{0,40} copy of (?:the|your) (?:original )?(?:message|mail|headers)',
    'below this line is (?:a|the)[^\\n]{0,30}copy',
    '(?:your |the )?(?:original|returned|unsent|undelivered|returned) (?:message|mail)(?: (?:header|text|body)s?)?(?: (?:as )?follows?)?[ :.>*=#-]*$',
    'message (?:headers?|contents?) follows?',
    'headers? of (?:the )?(?:original|returned|rejected|your) (?:message|mail)',
    'original mail as follows',
    'message text follows)',
  ].join('|'),
  'im',
);
const headersBegin =
  /\n[ \t>]*\n[ \t>]*(?:return-path:[^\n]*\n|received:[^\n]*\n|dkim-signature:[^\n]*\n|from:[^\n]*\n(?=[ \t>]*(?:to|date|subject|message-id):))/i;

/** Where the copy of the original message begins in the text of a report; the text's length where none does. */
export function copyBeginsAt(text: string): number {
  const byWords = copyBegins.exec(text)?.index ?? text.length;
  const byHeaders = headersBegin.exec(text)?.index ?? text.length;
  return Math.min(byWords, byHeaders);
}

/** The original message's headers from a report that returns it inside its text. */
export function readOriginalInText(text: string): OriginalMessage | null {
  const copy = text
    .slice(copyBeginsAt(text))
    .slice(0, 20_000)
    .replace(/^[ \t>]+(?=[\w-]+:)/gm, '');
  const found = ofFields(readFields(copy.replace(/\r?\n[ \t]+/g, ' ')));
  const anywhere = found.messageId ?? bareMessageId(/^[ \t>]*message-id:\s*(<[^>\s]{3,250}>)/im.exec(text)?.[1]);
  return anywhere === null && found.headers['to'] === undefined ? null : { ...found, messageId: anywhere };
}
