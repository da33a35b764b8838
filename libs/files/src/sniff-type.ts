import { fileTypeFromBuffer } from 'file-type';

/** What can be added as evidence: pictures, films, papers, mails and plain text; nothing that a browser would run. */
export const evidenceTypes = [
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'image/avif',
  'image/heic',
  'image/tiff',
  'application/pdf',
  'video/mp4',
  'video/webm',
  'video/quicktime',
  'audio/mpeg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
  'message/rfc822',
  'text/plain',
] as const;
export type EvidenceType = (typeof evidenceTypes)[number];

const isEvidenceType = (type: string): type is EvidenceType => evidenceTypes.some((known) => known === type);

/**
 * The media type the bytes themselves show, whatever the name says; null where it is none that is taken as evidence.
 * @param head the beginning of the file: 64 KiB tell a Word document from any other archive
 * @param whole whether `head` is the whole file, so that a character cut in two at its end is a fault
 */
export async function sniffType(head: Buffer, whole: boolean): Promise<EvidenceType | null> {
  const found = await fileTypeFromBuffer(head);
  if (found !== undefined) return isEvidenceType(found.mime) ? found.mime : null;
  const text = asText(head, whole);
  if (text === null || looksLikeMarkup(text)) return null;
  return looksLikeMail(text) ? 'message/rfc822' : 'text/plain';
}

/** UTF-8 without control characters, or null. */
function asText(head: Buffer, whole: boolean): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: !whole });
    return /[^\P{Cc}\t\n\f\r]/u.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** HTML and SVG are text that a browser would run. */
const looksLikeMarkup = (text: string): boolean =>
  /^\s*(?:<\?xml|<!--|<!doctype|<html|<svg|<script|<head|<body)/iu.test(text);

/** A block of header fields that holds a sender and a date or a trace (RFC 5322 §3.6). */
function looksLikeMail(text: string): boolean {
  const [head = ''] = text.split(/\r?\n\r?\n/u, 1);
  const isHeader = head.split(/\r?\n(?![ \t])/u).every((line) => /^(?:[\x21-\x39\x3b-\x7e]+:|From )/u.test(line));
  return isHeader && /^from:/imu.test(head) && /^(?:date|received|message-id):/imu.test(head);
}
