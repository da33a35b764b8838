import { flowing } from './rule.js';

/** Sentences looked at; letters that decide something do so long before. */
const mostSentences = 400;

/**
 * Sentences of a letter. Lines of one paragraph are joined first, because mail programs wrap them; headings, bullets
 * and lines that end in a colon stand alone.
 */
export function sentencesOf(text: string): string[] {
  return text
    .split(/\n\s*\n|\n(?=\s*(?:[-*•·]|\d{1,2}[.)])\s)|(?<=[:：])\s*\n/)
    .map(flowing)
    .flatMap((paragraph) => paragraph.split(/(?<=[.!?;])\s+(?=\S)|(?<=[。！？；])\s*/u))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
    .slice(0, mostSentences);
}

const conditional =
  /\b(?:if|unless|may|might|would|should|until|once|whether|in case|in the event|provided that|upon receipt|notice that|confirmation that|evidence that|wenn|sofern|si|cuando)\b|如果|如若|若您|假如|一旦|可能|可以|(?<!\p{L})(?:nếu|trường hợp|có thể)(?!\p{L})/iu;
const negation =
  /(?:(?:\bnot|n't|\bnever|\bcannot|\bnicht|\bno|\bpas|(?<!\p{L})(?:chưa|không))\s+(?:yet\s+)?(?:\p{L}+\s+)?|尚未|还未|还没有?|没有|未)\s*$/iu;

/** "If you would like us to go on, please …": a condition in form, a request in fact. */
const goesOn =
  /^if (?:you (?:would like|wish|want) (?:us )?to (?:proceed|continue|pursue|go on|request|report|have)|this is)\b[^,]{0,160},\s*/i;

/** True where the words before a hit make it a condition or a possibility. */
export const isConditional = (sentence: string, at: number): boolean =>
  conditional.test(sentence.slice(0, at).replace(goesOn, ''));

/** True where the words before a hit deny it: "has not yet been removed". */
export const isDenied = (sentence: string, at: number): boolean => negation.test(sentence.slice(0, at));
