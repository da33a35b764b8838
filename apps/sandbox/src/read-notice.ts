import { simpleParser } from 'mailparser';
import type { AddressObject, ParsedMail } from 'mailparser';
import { grounds, languages } from '#libs/domain';
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
  const rightsHolder = lineAfter(text, nameLine) ?? addressOf(mail.from) ?? 'unknown';
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

/** "Name: Velora GmbH", the first line of section 1, in each language of our notices. */
const nameLine = /^\s+(?:Name|名称|Tên|Nom|Nombre)\s*[:：]\s*(.+)$/m;

/** What the heading of a notice begins with; English is what is left. */
const headings: readonly (readonly [RegExp, Language])[] = [
  [/\p{Script=Han}{4}/u, 'zh'],
  [/^Thông báo về /m, 'vi'],
  [/^Notification pour /m, 'fr'],
  [/^Meldung /m, 'de'],
  [/^Notificación por /m, 'es'],
];

/** Content-Language says it (RFC 3282), where the mail has it; `zh-Hans` is Chinese too. */
function languageOf(mail: ParsedMail, text: string): Language {
  const said = headerOf(mail, 'content-language')?.toLowerCase().split('-', 1)[0];
  const known = languages.find((language) => language === said);
  return known ?? headings.find(([heading]) => heading.test(text))?.[1] ?? 'en';
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

/** Words of the heading that tell the ground, in each language of our notices. First match counts: a counterfeit bears a mark. */
const groundWords: readonly (readonly [RegExp, Ground])[] = [
  [/counterfeit|假冒|giả mạo|contrefai|gefälscht|falsificad/i, 'counterfeit'],
  [/circumvention|规避|vô hiệu hóa|contournement|Umgehung|elusión/i, 'circumvention'],
  [/copyright|著作权|版权|quyền tác giả|droit d’auteur|Urheberrecht|derechos de autor/i, 'copyright-copy'],
  [/design infringement|外观设计|kiểu dáng|dessin ou modèle|Designverletzung|infracción de diseño/i, 'design'],
  [/patent infringement|侵犯专利|sáng chế|brevet|Patentverletzung|infracción de patente/i, 'patent'],
  [/trademark|商标|nhãn hiệu|marque|Markenverletzung|infracción de marca/i, 'trademark-use'],
];

const groundIn = (words: string): Ground => {
  const heading = words.split('\n', 1)[0] ?? '';
  const found = [heading, words].flatMap((part) => groundWords.filter(([pattern]) => pattern.test(part)))[0];
  return found?.[1] ?? 'trademark-use';
};
