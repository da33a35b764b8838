import { DateTime } from 'luxon';
import type { NoticeFacts } from './notice-facts.js';
import { oneLine } from './plain-text.js';
import { requestOfKind } from './templates/notice-words.js';
import type { NoticeWords } from './templates/notice-words.js';
import { told } from './told.js';
import type { Told } from './told.js';

const numbered = <T extends object>(entries: readonly T[]) =>
  entries.map((entry, index) => ({ ...entry, position: index + 1 }));

/** Made once per language: making one reads the names of every country. */
const regionNames = new Map<string, Intl.DisplayNames>();

function countryName(code: string | null, locale: string): string | null {
  if (code === null || !/^[A-Z]{2}$/.test(code)) return code;
  const names = regionNames.get(locale) ?? new Intl.DisplayNames([locale], { type: 'region' });
  regionNames.set(locale, names);
  return names.of(code) ?? code;
}

function rightsView(rights: Told['rights'], words: NoticeWords) {
  const viewed = rights.map((right) => ({
    ...right,
    kindName: words.rightKind[right.kind],
    classesNamed: right.classes.length === 0 ? null : words.classes(right.classes),
    validity: words.validity(right.validFrom, right.validTo),
  }));
  return numbered(viewed);
}

/** Indented, so that no line of an explanation can pass for a heading of the notice. */
const indented = (text: string, indent: string): string[] =>
  text === '' ? [] : text.split('\n').map((line) => (line.trim() === '' ? '' : `${indent}${line.trimEnd()}`));

/** The date the notice bears: the calendar date at the platform. */
function dated({ at, platform }: NoticeFacts, words: NoticeWords): string {
  return DateTime.fromJSDate(at, { zone: platform.timeZone }).toFormat(words.dateFormat, { locale: words.locale });
}

/** Every name a template may use, with its value ready to print. */
export function noticeView(facts: NoticeFacts, words: NoticeWords) {
  const { regime, ground, platform, language } = facts;
  const payload = told(facts);
  const { rightsHolder } = payload;
  return {
    platform: oneLine(platform.name),
    date: dated(facts, words),
    reference: oneLine(facts.reference),
    matter: words.matter[ground],
    basis: words.basis(oneLine(regime.name[language]), oneLine(regime.citation)),
    rightsHolder: { ...rightsHolder, countryName: countryName(rightsHolder.country, words.locale) },
    rights: rightsView(payload.rights, words),
    listings: numbered(payload.listings),
    listingsCounted: words.listings(payload.listings.length),
    allegation: words.allegation[ground],
    explanationLines: indented(payload.explanation, words.indent),
    evidence: numbered(payload.evidence.map((url) => ({ url }))),
    request: words.request[requestOfKind[platform.kind]],
    statements: numbered(payload.statements.map((wording) => ({ wording }))),
    signature: payload.signature,
    contact: payload.contact,
  };
}
