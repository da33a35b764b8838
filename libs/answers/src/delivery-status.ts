import type { RecipientStatus } from './incoming-message.js';
import type { Fields } from './field-block.js';
import { bareMessageId, readFieldBlocks } from './field-block.js';

const statusPattern = /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/;
const reportingFields = ['final-recipient', 'original-recipient', 'action', 'status', 'diagnostic-code'];
/** A report that names more recipients than this is cut: our notices have one. */
const mostRecipients = 50;

/** The first enhanced status code (RFC 3463) in a text. */
export const statusCodeIn = (text: string): string | null => statusPattern.exec(text)?.[1] ?? null;

/** `rfc822; <a@b>` without its type and brackets. */
function addressOfField(value: string | undefined): string | null {
  const address = (value ?? '')
    .replace(/^[^;@]*;/, '')
    .replace(/[<>\s]/g, '')
    .toLowerCase();
  return address === '' ? null : address;
}

const isAboutRecipient = (fields: Fields): boolean => reportingFields.some((name) => name in fields);

function recipientStatus(fields: Fields): RecipientStatus {
  const diagnostic = fields['diagnostic-code']?.replace(/^\s*(?:smtp|x-[\w-]+)\s*;\s*/i, '') ?? null;
  const status = statusCodeIn(fields['status'] ?? '') ?? statusCodeIn(diagnostic ?? '');
  return {
    recipient: addressOfField(fields['final-recipient'] ?? fields['original-recipient']),
    originalRecipient: addressOfField(fields['original-recipient']),
    action: /[a-z]+/i.exec(fields['action'] ?? '')?.[0].toLowerCase() ?? null,
    status,
    diagnostic,
  };
}

/** Blocks that belong together but were torn apart by stray blank lines are joined while they don't repeat a field. */
function joined(blocks: Fields[]): Fields[] {
  const whole: Fields[] = [];
  for (const block of blocks) {
    const last = whole.at(-1);
    if (last === undefined || Object.keys(block).some((name) => name in last)) whole.push({ ...block });
    else Object.assign(last, block);
  }
  return whole;
}

/**
 * What a `message/delivery-status` body says of each recipient (RFC 3464). Tolerates missing or doubled blank lines,
 * missing fields and text between the fields.
 */
export function readDeliveryStatus(body: string): RecipientStatus[] {
  const blocks = joined(readFieldBlocks(body).filter(isAboutRecipient));
  return blocks.slice(0, mostRecipients).map(recipientStatus);
}

/** The envelope id we gave the message a `message/delivery-status` body is about; null where the report has none. */
export function readEnvelopeId(body: string): string | null {
  const fields = readFieldBlocks(body).find((block) => 'original-envelope-id' in block);
  return bareMessageId(fields?.['original-envelope-id']);
}

const standaloneField = /^\s*(?:final-recipient|original-recipient|action|status|diagnostic-code)\s*:/im;

/**
 * The same from running text, for reports whose status part lost its MIME frame. Only where a recipient or an action
 * stands beside a status or diagnosis, so that a letter with the line "Status: open" is not taken for a report.
 */
export function readStrayDeliveryStatus(text: string): RecipientStatus[] {
  const start = standaloneField.exec(text)?.index;
  if (start === undefined) return [];
  return readDeliveryStatus(text.slice(start)).filter(
    (found) =>
      /^(?:failed|delayed|delivered|relayed|expanded)$/.test(found.action ?? '') &&
      (found.status !== null || found.diagnostic !== null),
  );
}
