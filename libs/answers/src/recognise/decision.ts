import type { DecidedOutcome, ListingDecision } from '#libs/domain';

import { listingKey } from '../listing-url.js';
import { urlsIn } from '../signs.js';
import type { Decided } from './decision-rules.js';
import { decisionRules, statusWordRules } from './decision-rules.js';
import type { RuleHit } from './rule.js';
import { firstHit, flowing } from './rule.js';
import { isConditional, isDenied, sentencesOf } from './sentences.js';

export interface ListingContext {
  url: string;
  title: string | null;
}

export interface DecisionReading {
  outcome: DecidedOutcome;
  /** true where the letter only says that something is not possible: asking for more may be all it does */
  onlyUnable: boolean;
  listings: ListingDecision[];
  words: string[];
}

interface SentenceHit extends RuleHit<Decided> {
  sentence: string;
}

/** An earlier decision that this letter takes back. */
const takenBack = /\b(?:incorrect|was wrong|in error|mistaken|overturned)\b|有误|撤销/i;

/** What is done to the complainant's own account is no outcome of the complaint. */
const ownAccount =
  /\byour (?:\w+ ){0,2}(?:account|access|profile|membership)\b|(?:您|贵方)的?(?:账号|账户|帐号)|tài khoản của (?:quý|bạn)/i;

const meansOutcome = (sentence: string, hit: RuleHit<Decided>): boolean =>
  !isConditional(sentence, hit.at) &&
  !isDenied(sentence, hit.at) &&
  !takenBack.test(sentence) &&
  !(hit.says === 'removed' && ownAccount.test(sentence.slice(0, hit.at)));

/** What one sentence decides. Conditions, possibilities and denials decide nothing. */
function hitsOf(sentence: string): SentenceHit[] {
  const bare = sentence.replace(/https?:\/\/\S+/g, 'URL');
  return decisionRules
    .map((rule) => firstHit([rule], bare))
    .filter((hit) => hit !== null)
    .filter((hit) => meansOutcome(bare, hit))
    .map((hit) => ({ ...hit, sentence: bare }));
}

const partition =
  /\b(?:remaining|other(?:s)?|rest|some|however|but|except|following|only|while|whereas)\b|其余|其他|剩余|部分|但|còn lại|khác|nhưng|một số/iu;
const goneBeforeUs =
  /\balready\b[^.]{0,40}\b(?:before|prior to)\b|\b(?:because|closed|since)\b[^.]{0,60}\bno longer\b|(?:removed|deleted|ended) (?:\w+ )?by the (?:seller|owner|user|uploader)|(?:owner|seller|user)s? (?:has |have )?(?:already )?(?:removed|deleted)/i;
const goneBefore = /\b(?:already|before|no longer|prior to)\b|已失效|已不存在|trước đó/i;

/** Removed and refused in one letter: partly each, or gone before it was looked at, or what is said first. */
function ofBoth(hits: readonly SentenceHit[]): DecidedOutcome {
  const removed = hits.filter((hit) => hit.says === 'removed');
  const refused = hits.filter((hit) => hit.says === 'refused');
  if (removed.every((hit) => goneBefore.test(hit.sentence))) return 'refused';
  const divided = refused.some((hit) => partition.test(hit.sentence.slice(0, hit.at)));
  if (divided && /\d|listing|item|url|link|链接|商品|sản phẩm|liên kết/i.test(refused[0]?.sentence ?? ''))
    return 'partial';
  return hits.find((hit) => hit.says === 'removed' || hit.says === 'refused')?.says === 'refused'
    ? 'refused'
    : 'removed';
}

/** "Already removed by the seller before we looked" is no removal by the platform. */
const ofRemoval = (hits: readonly SentenceHit[]): DecidedOutcome =>
  hits.every((hit) => goneBeforeUs.test(hit.sentence)) ? 'refused' : 'removed';

function outcomeOf(hits: readonly SentenceHit[]): DecidedOutcome | null {
  const says = new Set(hits.map((hit) => hit.says));
  if (says.has('partial')) return 'partial';
  if (says.has('duplicate') && !says.has('removed')) return 'duplicate';
  if (says.has('restricted') && !says.has('refused')) return 'restricted';
  if (says.has('removed')) return says.has('refused') ? ofBoth(hits) : ofRemoval(hits);
  return says.has('refused') || says.has('unable') ? 'refused' : null;
}

const decidedOf = (hits: readonly SentenceHit[]): DecidedOutcome | null =>
  hits.length === 0 || hits.every((hit) => hit.says === 'unable') ? null : outcomeOf(hits);

/** What a line says of the listings on it or below it. */
function outcomeOfLine(line: string, hasUrl: boolean): DecidedOutcome | null {
  const bare = flowing(line).replace(/https?:\/\/\S+/g, ' ');
  const decided = sentencesOf(bare).flatMap(hitsOf);
  const status = hasUrl || /[:：]\s*$/.test(bare) ? firstHit(statusWordRules, bare) : null;
  return decidedOf(decided) ?? status?.says ?? null;
}

/** Outcomes per listing: the word beside an address, else the heading or sentence above it. */
function listingsOf(text: string, listings: readonly ListingContext[]): ListingDecision[] {
  const known = new Map(listings.map((listing) => [listingKey(listing.url), listing.url]));
  const found = new Map<string, DecidedOutcome>();
  let above: DecidedOutcome | null = null;
  for (const line of text.split('\n').slice(0, 5_000)) {
    const urls = urlsIn(line);
    const said = outcomeOfLine(line, urls.length > 0);
    if (urls.length === 0 && said !== null) above = said;
    const outcome: DecidedOutcome | null = said ?? above;
    for (const url of urls) {
      const own = known.get(listingKey(url));
      if (own !== undefined && outcome !== null && !found.has(own)) found.set(own, outcome);
    }
  }
  return [...found].map(([url, outcome]) => ({ url, outcome }));
}

/** The outcome of the whole where listings were decided one by one. */
function overall(
  listings: readonly ListingDecision[],
  letter: DecidedOutcome | null,
  asked: number,
): DecidedOutcome | null {
  const outcomes = new Set(listings.map((listing) => listing.outcome));
  const [only] = outcomes;
  if (outcomes.size > 1) return 'partial';
  return only !== undefined && listings.length === asked ? only : letter;
}

const saysItForAll = (perListing: readonly ListingDecision[], asked: number): boolean =>
  new Set(perListing.map((listing) => listing.outcome)).size < 2 && perListing.length >= asked;

/**
 * What a letter decides; null where it decides nothing.
 * @param listings the listings of the complaint, so that outcomes can be told apart where the letter names them
 */
export function readDecision(text: string, listings: readonly ListingContext[]): DecisionReading | null {
  const hits = sentencesOf(text).flatMap(hitsOf);
  const perListing = listingsOf(text, listings);
  const outcome = overall(perListing, outcomeOf(hits), listings.length);
  if (outcome === null) return null;
  const telling = hits.filter((hit) => hit.says === outcome);
  return {
    outcome,
    onlyUnable: perListing.length === 0 && hits.every((hit) => hit.says === 'unable'),
    // Where all listings share one fate, `outcome` says it; where only some are named, nothing is said of the others.
    listings: saysItForAll(perListing, listings.length) ? [] : perListing,
    words: [...new Set((telling.length > 0 ? telling : hits).map((hit) => hit.words))].slice(0, 3),
  };
}
