import { evidenceView } from './evidence-view.js';
import { linesOf } from './line.js';
import type { Entry, Line } from './line.js';
import { webLink } from '../listing-address.js';
import { countryName } from './locale-names.js';
import { noticeDate, registerDate } from './notice-dates.js';
import type { NoticeFacts } from '../notice-facts.js';
import { oneLine } from '../plain-text.js';
import { rightsView } from './rights-view.js';
import { requestOfKind, sections } from '../templates/notice-words.js';
import type { NoticeWords, Section } from '../templates/notice-words.js';
import { told } from '../told.js';
import type { Told } from '../told.js';

/** The headings by their sections, numbered. */
const headings = (words: NoticeWords): Record<string, string> =>
  Object.fromEntries(
    sections.map((section: Section, index) => [section, words.heading(index + 1, words.section[section])]),
  );

/** Section 1: whose rights they are, and under which power an agent speaks. */
function rightsHolderLines({ rightsHolder, powers = [] }: Told, words: NoticeWords): Line[] {
  const { name, address, country } = rightsHolder;
  const powerLines = powers.flatMap(({ agent, validFrom, validTo, rights }) => {
    const period = words.period(registerDate(validFrom, words), registerDate(validTo, words)) ?? validFrom;
    const numbers = rights?.map((position) => `2.${position}`).join(words.comma) ?? null;
    return linesOf(words, ['representedBy', agent], ['powerOfAttorney', words.power({ period, rights: numbers })]);
  });
  const holderLines = linesOf(
    words,
    ['name', name],
    ['address', address],
    ['country', countryName(country, words.locale)],
  );
  return [...holderLines, ...powerLines];
}

/** Section 3. */
const listingsView = (listings: Told['listings'], words: NoticeWords): Entry[] =>
  listings.map(({ url, title, seller }, index) => ({
    number: `3.${index + 1}`,
    text: url,
    href: webLink(url),
    lines: linesOf(words, ['listingTitle', title], ['seller', seller]),
  }));

/** Indented, so that no line of an explanation can pass for a heading of the notice. */
const indented = (text: string, indent: string): string[] =>
  text.split('\n').map((line) => (line.trim() === '' ? '' : `${indent}${line.trimEnd()}`));

/** The explanation as lines of plain text, and as paragraphs of lines. */
function explanationView(text: string, words: NoticeWords) {
  if (text === '') return null;
  const paragraphs = text.split(/\n(?:[^\S\n]*\n)+/u).map((paragraph) => ({ lines: paragraph.split('\n') }));
  return { lines: indented(text, words.indent), paragraphs };
}

/** Section 8: what was confirmed. */
const statementsView = (statements: Told['statements']): Entry[] =>
  statements.map((text, index) => ({ number: `8.${index + 1}`, text, href: null, lines: [] }));

/** What is said where something is absent: a regime that asks for no statement misses none. */
const absences = ({ absent }: NoticeWords, { statements }: NoticeFacts['regime']) => ({
  ...absent,
  statements: statements.length === 0 ? absent.statementsUnasked : absent.statements,
});

/** Every name a template may use, with its value ready to print. */
export function noticeView(facts: NoticeFacts, words: NoticeWords) {
  const { regime, ground, platform, language } = facts;
  const payload = told(facts);
  const { rightsHolder, goodsClasses, signature, contact } = payload;
  const [name, reference, date] = [oneLine(platform.name), oneLine(facts.reference), noticeDate(facts, words)];
  const [listings, matter] = [words.listings(payload.listings.length), words.matter[ground]];
  const basis = words.basis(oneLine(regime.name[language]), oneLine(regime.citation));
  return {
    tag: words.tag,
    indent: words.indent,
    heading: headings(words),
    absent: absences(words, regime),
    head: linesOf(words, ['to', name], ['date', date], ['reference', words.quoted(reference)]),
    title: words.title(matter),
    salutation: words.salutation(name),
    opening: words.opening({ rightsHolder: rightsHolder.name, listings, basis }),
    rightsHolder: rightsHolderLines(payload, words),
    rights: rightsView(payload.rights, words),
    listings: listingsView(payload.listings, words),
    allegation: words.allegation[ground],
    goods: goodsClasses === undefined ? null : words.goods(words.classes(goodsClasses)),
    inDetail: words.inDetail,
    explanation: explanationView(payload.explanation, words),
    evidence: evidenceView(payload, words),
    request: words.request[requestOfKind[platform.kind]],
    forwarding: words.forwarding,
    asked: words.asked(reference),
    questions: words.questions,
    statements: statementsView(payload.statements),
    signature: signature === null ? [] : words.signature({ ...signature, date }),
    contact: linesOf(
      words,
      ['contact', contact.name],
      ['address', contact.address],
      ['phone', contact.phone],
      ['email', contact.email],
    ),
    foot: linesOf(words, ['reference', reference]),
  };
}
