import MailComposer from 'nodemailer/lib/mail-composer';
import type Mail from 'nodemailer/lib/mailer';
import { Fault } from '#libs/domain';
import type { MailAttachment, OutgoingMail, SealedMail } from '../channel.js';
import { sha256Hex } from '../sha256.js';
import { dkimSigned } from './dkim.js';
import type { DkimKey } from './dkim.js';

/** Headers the composer writes itself: a further header of the same name would contradict them. */
const ownHeaders = new Set([
  'from',
  'sender',
  'to',
  'cc',
  'bcc',
  'reply-to',
  'subject',
  'message-id',
  'date',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
  'content-language',
]);

/**
 * Turns a notice into RFC 5322 bytes. The same mail gives the same bytes: date, Message-ID and the base of every MIME
 * boundary come from the input. Text that is mostly Latin is sent quoted-printable, Chinese as base64, plain ASCII as is.
 * Text alone is one part; with HTML it becomes `multipart/alternative`, and that with files `multipart/mixed`. With a key it
 * is signed (DKIM): the signed bytes are those that are hashed, kept and sent.
 * @throws Fault `invalid` naming the field where a header value holds a line break or is missing
 */
export async function composeMail(mail: OutgoingMail, dkim: DkimKey | null = null): Promise<SealedMail> {
  checkMail(mail);
  const composer = new MailComposer({
    messageId: mail.messageId,
    date: mail.date,
    from: mail.from,
    replyTo: mail.replyTo,
    to: mail.to,
    subject: mail.subject,
    text: withCrlf(mail.text),
    ...furtherParts(mail),
    headers: { ...mail.headers, 'Content-Language': mail.language },
    envelope: { from: mail.envelopeFrom, to: mail.to },
    baseBoundary: boundaryBase(mail),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const node = composer.compile();
  const bare = endedLine(await node.build());
  const raw = dkim === null ? bare : await dkimSigned(bare, dkim);
  const envelope = node.getEnvelope();
  return {
    raw,
    sha256: sha256Hex(raw),
    envelope: { from: envelope.from || '', to: envelope.to },
    messageId: mail.messageId,
  };
}

/** SHA-256 of the bytes, in lower-case hex. */

/** Hashed from the parts that may be sent as they are, so that no text can hold the boundary that would cut it in two. */
const boundaryBase = ({ messageId, text, html }: OutgoingMail): string =>
  sha256Hex(Buffer.from(JSON.stringify([messageId, text, html ?? '']))).slice(0, 24);

function furtherParts({ html, attachments = [] }: OutgoingMail): Pick<Mail.Options, 'html' | 'attachments'> {
  return {
    ...(hasText(html) ? { html: withCrlf(html) } : {}),
    ...(attachments.length > 0 ? { attachments: attachments.map(attachedPart) } : {}),
  };
}

const hasText = (text: string | null | undefined): text is string => (text ?? '') !== '';

/** Base64 whatever the type: the recipient must get the very bytes, and servers on the way rewrite lines of text. */
const attachedPart = ({ name, mediaType, bytes }: MailAttachment): Mail.Attachment => ({
  filename: name,
  contentType: isComposite(mediaType) ? 'application/octet-stream' : mediaType,
  content: bytes,
  contentDisposition: 'attachment',
  contentTransferEncoding: 'base64',
});

/** Parts of these types may not be sent as base64 (RFC 2045 §6.4): as a file of unnamed type they arrive unchanged. */
const isComposite = (mediaType: string): boolean => /^(?:message|multipart)\//i.test(mediaType);

const withCrlf = (text: string): string => text.replace(/\r\n|\r|\n/g, '\r\n');

// The SMTP client would add the missing line end on the wire, and the kept bytes would no longer be the sent ones.
const endedLine = (raw: Buffer): Buffer =>
  raw.subarray(-2).toString('latin1') === '\r\n' ? raw : Buffer.concat([raw, Buffer.from('\r\n')]);

function checkMail(mail: OutgoingMail): void {
  if (mail.to.length === 0) throw invalid('/to', 'required', 'The mail has no recipient: give at least one address.');
  if (!/^<[^<>@\s]+@[^<>@\s]+>$/.test(mail.messageId))
    throw invalid('/messageId', 'message-id', 'The Message-ID must have the form <left@right>.');
  if (Number.isNaN(mail.date.getTime())) throw invalid('/date', 'date', 'The date of the mail is not a date.');
  for (const [pointer, value] of headerValues(mail)) checkHeaderValue(pointer, value);
  for (const name of Object.keys(mail.headers)) checkHeaderName(name);
  checkParts(mail);
}

function checkParts({ text, html, attachments = [] }: OutgoingMail): void {
  if (text === '' && (hasText(html) || attachments.length > 0))
    throw invalid('/text', 'required', 'A mail with HTML or files needs its text too, for those who read only that.');
  attachments.forEach((attachment, i) => {
    checkAttachment(`/attachments/${i}`, attachment);
  });
}

const headerValues = (mail: OutgoingMail): [string, string][] => [
  ['/messageId', mail.messageId],
  ['/from', mail.from],
  ['/envelopeFrom', mail.envelopeFrom],
  ['/replyTo', mail.replyTo],
  ['/subject', mail.subject],
  ['/language', mail.language],
  ...mail.to.map((to, i): [string, string] => [`/to/${i}`, to]),
  ...Object.entries(mail.headers).map(([name, value]): [string, string] => [`/headers/${name}`, value]),
];

/** A line break in a header value would start a header of somebody else's choosing (header injection). */
function checkHeaderValue(pointer: string, value: string): void {
  if (/[\r\n\0]/.test(value))
    throw invalid(pointer, 'line-break', `${pointer} holds a line break or NUL; a header value must be one line.`);
  const optional = pointer === '/subject' || pointer.startsWith('/headers/');
  if (!optional && value.trim() === '') throw invalid(pointer, 'required', `${pointer} is empty; give a value.`);
}

function checkHeaderName(name: string): void {
  const pointer = `/headers/${name.replace(/[^\x21-\x7e]/g, '?')}`;
  if (!/^[A-Za-z0-9-]+$/.test(name))
    throw invalid(pointer, 'header-name', 'A header name has letters, digits and hyphens only.');
  if (ownHeaders.has(name.toLowerCase()))
    throw invalid(pointer, 'header-name', `The header ${name} is written from the mail itself; leave it out.`);
}

/** Folders could write elsewhere when saved; marks nobody sees make `exe.gpj` read as `jpg.exe` (Unicode TR36 §2.5). */
const NOT_IN_FILE_NAME = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029/\\]/u;
const LONGEST_FILE_NAME = 255;
const MEDIA_TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/i;

function checkAttachment(pointer: string, { name, mediaType, bytes, sha256 }: MailAttachment): void {
  if (NOT_IN_FILE_NAME.test(name) || /^[. ]*$/.test(name) || name.length > LONGEST_FILE_NAME)
    throw invalid(
      `${pointer}/name`,
      'file-name',
      'The name of an attached file must be plain: no folders or hidden marks.',
    );
  if (!MEDIA_TYPE.test(mediaType))
    throw invalid(
      `${pointer}/mediaType`,
      'media-type',
      'The type of an attached file must be like image/png, no more.',
    );
  if (sha256 !== undefined && sha256Hex(bytes) !== sha256.toLowerCase())
    throw invalid(
      `${pointer}/sha256`,
      'hash',
      'The attached file is not the one its hash was taken of: attach that one.',
    );
}

const invalid = (pointer: string, code: string, detail: string): Fault =>
  new Fault('invalid', 'mail-invalid', detail, [{ pointer, code, detail }]);
