import { Fault } from '#libs/domain';
import type { MailAttachment, OutgoingMail, SealedPart } from '../channel.js';
import { composeMail } from './compose.js';
import type { DkimKey } from './dkim.js';

/** What is said of the parts of a notice, in the notice's language. Parts are counted from 1, the notice itself. */
export interface PartWords {
  subject: (subject: string, part: number, of: number) => string;
  /** stands at the end of the notice: which files follow in which mail */
  follows: (files: ReadonlyMap<number, readonly string[]>, of: number) => string;
  /** the text of a follow-up */
  followUp: (part: number, of: number, files: readonly string[]) => string;
}

export interface DivisibleNotice {
  /** the notice; its own attachments stay with it */
  mail: OutgoingMail;
  /** evidence, which may travel in follow-ups */
  files: readonly MailAttachment[];
  /** most bytes of one mail */
  mailBytes: number;
  words: PartWords;
  dkim: DkimKey | null;
}

/**
 * The notice as one mail where that is small enough; else the notice with as many files as fit, and follow-ups that answer
 * it (In-Reply-To) with the others. Every file is in exactly one mail, and the same notice gives the same mails. A notice
 * that is too large even without files is left as it is: the recipient's server will say so.
 * @throws Fault `invalid` naming the file that is too large for a mail of its own
 */
export async function composeParts(notice: DivisibleNotice): Promise<[SealedPart, ...SealedPart[]]> {
  const { mail, files, mailBytes, dkim } = notice;
  const whole = await composeMail({ ...mail, attachments: [...files, ...(mail.attachments ?? [])] }, dkim);
  if (whole.raw.length <= mailBytes || files.length === 0) return [{ ...whole, files: namesOf(files) }];
  const frames = await framesOf(notice);
  // The room is estimated; where that was too hopeful, it is made smaller by what was missing.
  for (let slack = 0; ;) {
    const parts = packed(files, {
      first: mailBytes - frames.first - slack,
      further: mailBytes - frames.further - slack,
    });
    const followUps = await Promise.all(parts.slice(1).map((_, at) => sealedPart(notice, parts, at + 1)));
    const sealed: [SealedPart, ...SealedPart[]] = [await sealedPart(notice, parts, 0), ...followUps];
    refuseTooLarge(sealed, notice);
    const over = Math.max(...sealed.filter(hasChoice).map(({ raw }) => raw.length - mailBytes));
    if (over <= 0) return sealed;
    slack += over;
  }
}

const namesOf = (files: readonly MailAttachment[]): string[] => files.map(({ name }) => name);

/** The first mail may be left without files; a follow-up has one at least. */
const hasChoice = ({ files }: SealedPart, at: number): boolean => files.length > (at === 0 ? 0 : 1);

function refuseTooLarge(sealed: readonly SealedPart[], { files, mailBytes }: DivisibleNotice): void {
  const alone = sealed.slice(1).filter((part) => part.files.length === 1 && part.raw.length > mailBytes);
  if (alone.length === 0) return;
  const faults = alone.map((part) => {
    const at = files.findIndex(({ name }) => name === part.files[0]);
    const detail = `"${part.files[0] ?? ''}" makes a mail of ${part.raw.length} bytes, and one of ${mailBytes} is taken: make the file smaller, or remove it.`;
    return { pointer: `/attachments/${at}`, code: 'file-too-large', detail };
  });
  throw new Fault('invalid', 'mail-too-large', faults.map(({ detail }) => detail).join(' '), faults);
}

/** What the mails have without files, with more words than they will have. */
async function framesOf(notice: DivisibleNotice): Promise<{ first: number; further: number }> {
  const { mail, files, words, dkim } = notice;
  const of = files.length + 1;
  const all = namesOf(files);
  const first = await composeMail(withWords(mail, words, new Map([[of, all]]), of), dkim);
  const further = await composeMail(followUp(mail, words, { part: of, of, files: all }), dkim);
  return { first: first.raw.length, further: further.raw.length };
}

/** As text of base64 with its line ends, and its headers, in which a name may stand twice with nine characters for one. */
const weightOf = (name: string, bytes: number): number =>
  Math.ceil((Math.ceil(bytes / 3) * 4 * 78) / 76) + 18 * name.length + 400;

/** What a follow-up has around its file: headers, signature, a few lines of text. */
const MAIL_AROUND_A_FILE = 32 * 1024;

/** Whether a file surely travels in a mail of its own. */
export const fitsInMail = (file: { name: string; size: number }, mailBytes: number): boolean =>
  weightOf(file.name, file.size) + MAIL_AROUND_A_FILE <= mailBytes;

/** Each file goes into the first mail that has room for it; the first mail is the notice, which needs none. */
function packed(
  files: readonly MailAttachment[],
  room: { first: number; further: number },
): (readonly MailAttachment[])[] {
  const parts = [{ left: room.first, files: [] as MailAttachment[] }];
  for (const file of files) {
    const weight = weightOf(file.name, file.bytes.length);
    let part = parts.find(({ left }) => weight <= left);
    if (part === undefined) parts.push((part = { left: room.further, files: [] }));
    part.left -= weight;
    part.files.push(file);
  }
  return parts.map((part) => part.files);
}

async function sealedPart(
  { mail, words, dkim }: DivisibleNotice,
  parts: readonly (readonly MailAttachment[])[],
  at: number,
): Promise<SealedPart> {
  const attachments = parts[at] ?? [];
  const files = namesOf(attachments);
  const [part, of] = [at + 1, parts.length];
  if (at > 0)
    return { ...(await composeMail({ ...followUp(mail, words, { part, of, files }), attachments }, dkim)), files };
  const later = new Map(parts.slice(1).map((each, place): [number, string[]] => [place + 2, namesOf(each)]));
  const first = withWords(mail, words, later, of);
  const own = mail.attachments ?? [];
  return { ...(await composeMail({ ...first, attachments: [...attachments, ...own] }, dkim)), files };
}

function withWords(
  mail: OutgoingMail,
  words: PartWords,
  later: ReadonlyMap<number, readonly string[]>,
  of: number,
): OutgoingMail {
  const told = words.follows(later, of);
  return {
    ...mail,
    subject: words.subject(mail.subject, 1, of),
    text: `${mail.text.trimEnd()}\n\n${told}\n`,
    html: mail.html == null ? null : withParagraph(mail.html, told),
    headers: { ...mail.headers, 'X-Redress-Part': `1/${of}` },
  };
}

function followUp(
  mail: OutgoingMail,
  words: PartWords,
  { part, of, files }: { part: number; of: number; files: readonly string[] },
): OutgoingMail {
  const answers = { 'In-Reply-To': mail.messageId, References: mail.messageId };
  return {
    ...mail,
    messageId: mail.messageId.replace('@', `.${part}@`),
    subject: words.subject(mail.subject, part, of),
    text: `${words.followUp(part, of, files)}\n`,
    html: null,
    attachments: [],
    headers: { ...mail.headers, ...answers, 'X-Redress-Part': `${part}/${of}` },
  };
}

/** The same words as in the text, at the end of the document. */
function withParagraph(html: string, words: string): string {
  const escaped = words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\n/g, '<br>');
  const end = /<\/main>|<\/body>|$/.exec(html)?.index ?? html.length;
  return `${html.slice(0, end)}<p>${escaped}</p>\n${html.slice(end)}`;
}
