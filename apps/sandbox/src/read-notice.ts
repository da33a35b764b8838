import { simpleParser } from 'mailparser';
import type { AddressObject, ParsedMail } from 'mailparser';
import { grounds } from '#libs/domain';
import type { Ground, Language } from '#libs/domain';
import type { NoticeItem, ReceivedNotice } from '#libs/simulation';

/** A notice as the simulated platform's staff would read it, and how to answer it. */
export interface ReadNotice {
  notice: ReceivedNotice;
  messageId: string;
  subject: string;
  replyTo: string;
}

/**
 * Reads a notice mail the way a person would: the reference from its header or subject, the listings from the numbered
 * lines of section 3, or from every link where there is no such section.
 */
export async function readNotice(raw: Buffer): Promise<ReadNotice> {
  const mail = await simpleParser(raw, { skipHtmlToText: false, skipTextToHtml: true });
  const text = mail.text ?? '';
  const subject = mail.subject ?? '';
  const messageId = mail.messageId ?? '';
  const reference = headerOf(mail, 'x-redress-reference') ?? referenceIn(subject) ?? messageId;
  const rightsHolder = lineAfter(text, /^\s+(?:Name|名称)\s*[:：]\s*(.+)$/m) ?? addressOf(mail.from) ?? 'unknown';
  return {
    notice: {
      reference,
      complaintId: headerOf(mail, 'x-redress-complaint') ?? '',
      rightsHolder,
      language: languageOf(mail, text),
      items: itemsIn(text, `${subject}\n${text}`, headerOf(mail, 'x-redress-ground')),
    },
    messageId,
    subject,
    replyTo: addressOf(mail.replyTo) ?? addressOf(mail.from) ?? '',
  };
}

const referenceIn = (subject: string): string | null => /\bRD-\d{4}-\d{3,}\b/.exec(subject)?.[0] ?? null;

const lineAfter = (text: string, pattern: RegExp): string | null => pattern.exec(text)?.[1]?.trim() ?? null;

function headerOf(mail: ParsedMail, name: string): string | null {
  const value = mail.headers.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

const addressOf = (field: AddressObject | undefined): string | null => field?.value[0]?.address ?? null;

function languageOf(mail: ParsedMail, text: string): Language {
  const said = headerOf(mail, 'content-language') ?? (/\p{Script=Han}{4}/u.test(text) ? 'zh' : 'en');
  return said.startsWith('zh') ? 'zh' : 'en';
}

function itemsIn(text: string, allWords: string, saidGround: string | null): NoticeItem[] {
  const numbered = [...text.matchAll(/^\s+3\.\d+\s+(https?:\/\/\S+)\s*$/gim)].map((match) => match[1] ?? '');
  const urls = numbered.length > 0 ? numbered : linksIn(text);
  // "2.1 Trademark: VELORA": the kind is in the notice's language, the title is not.
  const right = lineAfter(text, /^\s+2\.1\s+[^:\uff1a]*[:\uff1a]\s*(.+)$/m) ?? 'unknown';
  const ground = grounds.find((known) => known === saidGround) ?? groundIn(allWords);
  return [...new Set(urls)].map((url) => ({ url, right, ground, equivalenceGroup: null }));
}

// A full stop or comma after a link belongs to the sentence.
const linksIn = (text: string): string[] =>
  [...text.matchAll(/https?:\/\/[^\s<>"')\]]+/g)].map(([url]) => url.replace(/[.,;:!?。,;]+$/, ''));

const groundWords: readonly (readonly [RegExp, Ground])[] = [
  [/counterfeit|假冒/i, 'counterfeit'],
  [/circumvention|规避/i, 'circumvention'],
  [/copyright|著作权|版权/i, 'copyright-copy'],
  [/design infringement|外观设计/i, 'design'],
  [/patent|专利/i, 'patent'],
];

const groundIn = (words: string): Ground => {
  const heading = words.split('\n', 1)[0] ?? '';
  const found = [heading, words].flatMap((part) => groundWords.filter(([pattern]) => pattern.test(part)))[0];
  return found?.[1] ?? 'trademark-use';
};
