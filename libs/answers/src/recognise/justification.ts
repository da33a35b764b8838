import type { Justification, JustificationElement, ReasonCode } from '#libs/domain';
import { justificationElements } from '#libs/domain';

import { listingKey, listingNumbers } from '../listing-url.js';
import { urlsIn } from '../signs.js';
import type { ListingContext } from './decision.js';
import {
  emptyGuidance,
  factRules,
  guidanceRules,
  linkRules,
  redressRules,
  ruleNameRules,
} from './justification-rules.js';
import { reasonRules } from './reason-rules.js';
import type { Rule, RuleHit } from './rule.js';
import { firstHit, flowing } from './rule.js';
import { isConditional, sentencesOf } from './sentences.js';

export interface JustificationReading {
  justification: Justification;
  because: Partial<Record<JustificationElement, string>>;
}

export interface ReadingContext {
  filingLanguages: readonly string[];
  listings: readonly ListingContext[];
}

const announcedItem =
  /\b(?:item|listing|product|asin|sku|offer)\s?(?:id|no\.?|number|#)?\s?[:#]?\s?(?:[A-Z]{0,3}\d{5,}|B0[A-Z0-9]{8})|商品(?:编号|ID|链接)?\s?[:：]?\s?\d{5,}/i;
const shortestTitle = 6;

/** J1: a listing's address, number or title stands in the text. */
function identifiesListing(text: string, listings: readonly ListingContext[]): string | null {
  const keys = new Set(listings.map((listing) => listingKey(listing.url)));
  const byUrl = urlsIn(text).find((url) => keys.has(listingKey(url)));
  if (byUrl !== undefined) return byUrl;
  const byNumber = listings.flatMap((listing) => listingNumbers(listing.url)).find((number) => text.includes(number));
  if (byNumber !== undefined) return byNumber;
  const lower = flowing(text).toLowerCase();
  const byTitle = listings.find(
    ({ title }) => title !== null && title.length >= shortestTitle && lower.includes(flowing(title).toLowerCase()),
  );
  return byTitle?.title ?? announcedItem.exec(text)?.[0] ?? null;
}

const wordsOf = (rules: readonly Rule[], text: string): string | null => firstHit(rules, text)?.words ?? null;

function guidanceIn(text: string): string | null {
  for (const sentence of sentencesOf(text)) {
    const words = emptyGuidance.test(sentence) ? null : wordsOf(guidanceRules, sentence);
    if (words !== null) return words;
  }
  return null;
}

/** J7: in a language the complainant filed in. Null where the language could not be told: then it is left uncoded. */
function inFilingLanguage(language: string | null, filingLanguages: readonly string[]): boolean | null {
  return language === null || filingLanguages.length === 0 ? null : filingLanguages.includes(language);
}

/** The elements of a justification (J1 to J7) in the text of a refusal, each with the words that support it. */
export function readJustification(
  text: string,
  language: string | null,
  context: ReadingContext,
): JustificationReading {
  const whole = flowing(text);
  const found: Readonly<Record<Exclude<JustificationElement, 'J7'>, string | null>> = {
    J1: identifiesListing(text, context.listings),
    J2: wordsOf(factRules, whole),
    J3: wordsOf(ruleNameRules, whole),
    J4: wordsOf(linkRules, whole),
    J5: guidanceIn(text),
    J6: wordsOf(redressRules, whole),
  };
  const inLanguage = inFilingLanguage(language, context.filingLanguages);
  const justification: Justification = inLanguage === null ? {} : { J7: inLanguage };
  const because: JustificationReading['because'] = inLanguage === true && language !== null ? { J7: language } : {};
  for (const element of justificationElements) {
    if (element === 'J7') continue;
    const words = found[element];
    justification[element] = words !== null;
    if (words !== null) because[element] = words;
  }
  return { justification, because };
}

const general: readonly ReasonCode[] = ['RR-01', 'RR-23', 'RR-30', 'RR-44'];

/** A reason counts where it is not part of a condition ("should you provide more information"). */
function statedIn(sentences: readonly string[], rule: Rule<ReasonCode>): RuleHit<ReasonCode> | null {
  for (const sentence of sentences) {
    const hit = firstHit([rule], sentence);
    if (hit !== null && !isConditional(sentence, hit.at)) return hit;
  }
  return null;
}

/** The reason a refusal states: a particular one anywhere in the letter, else a general one, else RR-00. */
export function readReason(text: string): { code: ReasonCode; words: string | null } {
  const sentences = sentencesOf(text.replace(/https?:\/\/\S+/g, 'URL'));
  const stated = [...reasonRules].sort((a, b) => Number(general.includes(a.says)) - Number(general.includes(b.says)));
  const hit = stated.map((rule) => statedIn(sentences, rule)).find((found) => found !== null) ?? null;
  return hit === null ? { code: 'RR-00', words: null } : { code: hit.says, words: hit.words };
}
