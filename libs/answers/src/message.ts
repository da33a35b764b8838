import { Readable } from 'node:stream';

import { structuredAnswerMediaType } from '#libs/domain';
import type { AddressObject, Attachment, EmailAddress, ParsedMail } from 'mailparser';
import { simpleParser } from 'mailparser';

import { readDeliveryStatus, readEnvelopeId, readStrayDeliveryStatus } from './delivery-status.js';
import { bareMessageId, readFields } from './field-block.js';
import type { Fields } from './field-block.js';
import type { AttachmentNote, IncomingMessage, Mailbox, OriginalMessage } from './incoming-message.js';
import { toldHeaders } from './incoming-message.js';
import type { ReadLimits } from './mime-limits.js';
import { headerSection, multipartDepth, usualLimits } from './mime-limits.js';
import { copyBeginsAt, readOriginalInText, readOriginalPart } from './original-message.js';
import { storableText } from './storable-text.js';
import { readStructuredAnswer } from './structured-part.js';

const statusTypes = ['message/delivery-status', 'message/global-delivery-status'];
const originalTypes = ['message/rfc822', 'message/global', 'text/rfc822-headers', 'message/rfc822-headers'];
const mostAddresses = 100;
const chunkBytes = 65_536;
const mostReferences = 100;

function* chunksOf(raw: Buffer): Generator<Buffer> {
  for (let at = 0; at < raw.length; at += chunkBytes) yield raw.subarray(at, at + chunkBytes);
}

async function parseWithin(raw: Buffer, limits: ReadLimits): Promise<ParsedMail> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`reading took longer than ${limits.milliseconds} ms`));
    }, limits.milliseconds);
  });
  const stream = Readable.from(chunksOf(raw));
  const parsed = simpleParser(stream, {
    keepDeliveryStatus: true,
    ignoreEmbedded: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    maxHtmlLengthToParse: 2 * limits.characters,
    checksumAlgo: false,
  });
  return Promise.race([parsed, late]).finally(() => {
    clearTimeout(timer);
    // ends the work on a message that took too long
    stream.destroy();
  });
}

interface Parsed {
  mail: ParsedMail | null;
  defects: string[];
}

/** Parses what the limits allow; falls back to the header section, which alone still matches most answers. */
async function parse(raw: Buffer, limits: ReadLimits): Promise<Parsed> {
  const defects: string[] = [];
  const readable = raw.subarray(0, limits.bytes);
  if (readable.length < raw.length) defects.push(`larger than ${limits.bytes} bytes: the end was left unread`);
  const depth = multipartDepth(readable);
  if (depth > limits.depth) defects.push(`${depth} levels of parts: only the headers were read`);
  const tries = depth > limits.depth ? [headerSection(readable)] : [readable, headerSection(readable)];
  for (const bytes of tries) {
    try {
      return { mail: await parseWithin(bytes, limits), defects };
    } catch (error) {
      defects.push(`could not be read: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { mail: null, defects };
}

function mailboxOf(entry: EmailAddress | undefined): Mailbox | null {
  const address = storableText((entry?.address ?? '').trim().toLowerCase(), 320);
  if (entry === undefined || address === '') return null;
  return { address, domain: address.slice(address.lastIndexOf('@') + 1), name: storableText(entry.name, 300) };
}

function addressesOf(field: AddressObject | AddressObject[] | undefined): string[] {
  const objects = field === undefined ? [] : Array.isArray(field) ? field : [field];
  const entries = objects.flatMap((object) => object.value).flatMap((entry) => entry.group ?? [entry]);
  return entries.map((entry) => mailboxOf(entry)?.address ?? '').filter((address) => address !== '');
}

const deliveredToLine = /^(?:delivered-to|x-original-to|envelope-to|x-envelope-to):\s*<?([^\s<>]{3,320})>?\s*$/gim;

function recipientsOf(mail: ParsedMail, head: string): string[] {
  const delivered = [...head.matchAll(deliveredToLine)].map((match) => (match[1] ?? '').toLowerCase());
  return [...new Set([...addressesOf(mail.to), ...addressesOf(mail.cc), ...delivered])].slice(0, mostAddresses);
}

function toldHeadersOf(fields: Fields): Record<string, string> {
  const names = Object.keys(fields)
    .filter((name) => name.startsWith('x-redress-'))
    .slice(0, 20);
  const told = [...toldHeaders, ...names].filter((name) => name in fields);
  return Object.fromEntries(told.map((name) => [name, storableText(fields[name] ?? '')]));
}

function referencesOf(mail: ParsedMail): string[] {
  const references = mail.references ?? [];
  const list = Array.isArray(references) ? references : references.split(/\s+/);
  return list
    .map((id) => bareMessageId(storableText(id, 300)) ?? '')
    .filter((id) => id !== '')
    .slice(-mostReferences);
}

/** The parser gives no text where the header is beyond reading, whatever its types say. */
const mediaTypeOf = ({ contentType }: { contentType: unknown }): string =>
  typeof contentType === 'string' ? storableText(contentType.toLowerCase(), 127) : 'application/octet-stream';

const noteOf = (attachment: Attachment): AttachmentNote => ({
  fileName: attachment.filename === undefined ? null : storableText(attachment.filename, 255),
  mediaType: mediaTypeOf(attachment),
  bytes: attachment.size,
});

const partOf = (mail: ParsedMail, types: readonly string[]): Buffer | null =>
  mail.attachments.find((attachment) => types.includes(mediaTypeOf(attachment)))?.content ?? null;

function reportsOf(
  mail: ParsedMail,
  text: string,
): Pick<IncomingMessage, 'deliveryStatus' | 'feedbackReport' | 'original' | 'originalEnvelopeId'> {
  const status = partOf(mail, statusTypes);
  const feedback = partOf(mail, ['message/feedback-report']);
  const original = partOf(mail, originalTypes);
  const told = status?.subarray(0, 262_144).toString('utf8').replaceAll('\0', '') ?? '';
  const read = readDeliveryStatus(told);
  const returned: OriginalMessage | null = original === null ? readOriginalInText(text) : readOriginalPart(original);
  return {
    originalEnvelopeId: readEnvelopeId(told)?.slice(0, 300) ?? null,
    deliveryStatus: read.length > 0 ? read : readStrayDeliveryStatus(text.slice(0, copyBeginsAt(text))),
    feedbackReport:
      feedback === null ? null : readFields(feedback.subarray(0, 65_536).toString('utf8').replaceAll('\0', '')),
    original: returned,
  };
}

function structuredOf(mail: ParsedMail): Pick<IncomingMessage, 'structuredAnswer' | 'structuredAnswerFault'> {
  const part = partOf(mail, [structuredAnswerMediaType]);
  if (part === null) return { structuredAnswer: null, structuredAnswerFault: null };
  const read = readStructuredAnswer(part);
  return 'answer' in read
    ? { structuredAnswer: read.answer, structuredAnswerFault: null }
    : { structuredAnswer: null, structuredAnswerFault: read.fault };
}

function contentOf(mail: ParsedMail, limits: ReadLimits, defects: string[]): string {
  const text = storableText(mail.text ?? '', limits.characters).replace(/\r\n?/g, '\n');
  if ((mail.text ?? '').length > limits.characters) defects.push(`text cut at ${limits.characters} characters`);
  if (text.includes('\uFFFD')) defects.push('some characters could not be decoded');
  return text;
}

/**
 * The body as it stands, for parts whose headers are so broken that the parser found nothing in them. Boundaries and
 * part headers are left out.
 */
function bareBody(raw: Buffer, limits: ReadLimits): string {
  const body = raw.subarray(headerSection(raw).length).subarray(0, limits.characters).toString('utf8');
  const lines = body.replace(/\r\n?/g, '\n').split('\n');
  return storableText(
    lines.filter((line) => !/^(?:--\S|content-[\w-]+:|boundary=|\s+boundary=)/i.test(line)).join('\n'),
    limits.characters,
  );
}

const isEmpty = (mail: ParsedMail, text: string): boolean =>
  text.trim() === '' && mail.attachments.every((attachment) => attachment.size === 0);

function readableContent(mail: ParsedMail, raw: Buffer, limits: ReadLimits, defects: string[]): string {
  const text = contentOf(mail, limits, defects);
  if (!isEmpty(mail, text) || defects.length > 0) return text;
  const bare = bareBody(raw, limits);
  if (bare.trim() !== '') defects.push('the parts could not be told apart: the body was taken as it stands');
  return bare;
}

const validDate = (date: Date | undefined): Date | null =>
  date === undefined || Number.isNaN(date.getTime()) ? null : date;

const nothing: IncomingMessage = {
  messageId: null,
  inReplyTo: null,
  references: [],
  from: null,
  recipients: [],
  subject: '',
  date: null,
  headers: {},
  mediaType: 'text/plain',
  reportType: null,
  fullText: '',
  attachments: [],
  deliveryStatus: [],
  originalEnvelopeId: null,
  original: null,
  feedbackReport: null,
  structuredAnswer: null,
  structuredAnswerFault: null,
  defects: [],
};

function headOf(
  mail: ParsedMail,
  head: string,
): Pick<IncomingMessage, 'headers' | 'mediaType' | 'reportType' | 'from'> {
  const headers = toldHeadersOf(readFields(head));
  const type = headers['content-type'] ?? '';
  return {
    headers,
    mediaType: /^[^;\s]+/.exec(type)?.[0].toLowerCase() ?? 'text/plain',
    reportType: /report-type\s*=\s*"?([\w-]+)/i.exec(type)?.[1]?.toLowerCase() ?? null,
    from: mailboxOf(mail.from?.value[0]),
  };
}

/**
 * Reads an answer from its bytes, with bounded work. Never throws on a malformed message: what can be read is
 * returned, and `defects` says what could not.
 */
export async function readMessage(raw: Buffer, limits: ReadLimits = usualLimits): Promise<IncomingMessage> {
  const { mail, defects } = await parse(raw, limits);
  try {
    return mail === null ? { ...nothing, defects } : messageOf(mail, raw, limits, defects);
  } catch (error) {
    return {
      ...nothing,
      defects: [...defects, `could not be read: ${error instanceof Error ? error.message : String(error)}`],
    };
  }
}

function messageOf(mail: ParsedMail, raw: Buffer, limits: ReadLimits, defects: string[]): IncomingMessage {
  const head = headerSection(raw).toString('utf8').replaceAll('\0', '');
  const fullText = readableContent(mail, raw, limits, defects);
  return {
    ...nothing,
    ...headOf(mail, head),
    messageId: bareMessageId(storableText(mail.messageId ?? '', 300)),
    inReplyTo: bareMessageId(storableText(mail.inReplyTo ?? '', 300).split(/\s+/)[0]),
    references: referencesOf(mail),
    recipients: recipientsOf(mail, head),
    subject: storableText(mail.subject ?? '', 998),
    date: validDate(mail.date),
    fullText,
    attachments: mail.attachments.slice(0, 200).map(noteOf),
    ...reportsOf(mail, fullText),
    ...structuredOf(mail),
    defects,
  };
}
