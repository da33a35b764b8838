import type { ReplySuggestion, StructuredAnswer } from '#libs/domain';
import { isCompletenessReason } from '#libs/domain';

import { caseNumbersIn } from '../case-number.js';
import type { IncomingMessage } from '../incoming-message.js';
import { languageOf } from '../language.js';
import { readableText } from '../readable-text.js';
import { storableText } from '../storable-text.js';
import { automaticSign } from './automatic.js';
import type { ListingContext } from './decision.js';
import { readJustification, readReason } from './justification.js';
import type { LetterReading } from './letter.js';
import { acknowledgementIn, readLetter } from './letter.js';
import { feedbackRules } from './report-rules.js';
import { readMailReport } from './mail-report.js';
import { firstHit, flowing, matched } from './rule.js';

/** What is known of the complaint an answer belongs to. */
export interface SuggestionContext {
  /** ISO 639-1 codes the complainant filed in or registered */
  filingLanguages: string[];
  listings: ListingContext[];
}

/** Characters of a letter that are read; decisions stand before that. */
const longestLetter = 40_000;

function suggestion(kind: ReplySuggestion['kind'], confidence: number, because: string[]): ReplySuggestion {
  return { kind, confidence, structured: false, because: because.map((words) => storableText(words, 300)) };
}

function ofFeedback(message: IncomingMessage): ReplySuggestion | null {
  if (message.feedbackReport !== null || message.reportType === 'feedback-report')
    return suggestion('feedback-report', 0.98, ['an abuse report (RFC 5965)']);
  if (message.deliveryStatus.length > 0) return null;
  const hit =
    firstHit(feedbackRules, flowing(message.subject)) ??
    firstHit(feedbackRules, flowing(message.fullText.slice(0, 3_000)));
  return hit === null ? null : suggestion('feedback-report', 0.8, [matched(hit.words)]);
}

function ofMailServer(message: IncomingMessage): ReplySuggestion | null {
  if (message.reportType === 'disposition-notification')
    return suggestion('other', 0.95, ['a read receipt (RFC 8098)']);
  const report = readMailReport(message);
  if (report === null) return null;
  if (report.kind === 'arrived') return suggestion('other', 0.9, ['the message arrived', ...report.because]);
  const found = suggestion(report.kind, message.deliveryStatus.length > 0 ? 0.98 : 0.9, report.because);
  return report.kind === 'bounce' ? { ...found, bounce: report.finding } : found;
}

/** An automatic answer is never a decision, whatever its words: at most it acknowledges receipt. */
function ofAutomat(message: IncomingMessage, text: string): ReplySuggestion | null {
  const sign = automaticSign(message, text);
  if (sign === null || sign.kind === 'unattended') return null;
  const acknowledged = sign.kind === 'automatic' ? acknowledgementIn(text) : null;
  return acknowledged === null
    ? suggestion('auto-reply', 0.9, [sign.because])
    : suggestion('acknowledgement', 0.85, [sign.because, matched(acknowledged)]);
}

/** The reason and justification of a refusal; of a request for more, what is said to be missing. */
function reasonsOf(
  reading: LetterReading,
  text: string,
  language: string | null,
  context: SuggestionContext,
): Partial<ReplySuggestion> {
  const outcome = reading.decision?.outcome;
  if (outcome === 'duplicate') return { statedReason: 'RR-60' };
  const { code, words } = readReason(text);
  if (reading.kind === 'needs-info') return isCompletenessReason(code) ? { statedReason: code } : {};
  if (outcome !== 'refused') return {};
  const { justification, because } = readJustification(text, language, context);
  const reason = words === null ? [] : [`reason ${code}, ${matched(words)}`];
  return { statedReason: code, justification, justificationBecause: because, because: [...reading.because, ...reason] };
}

function ofLetter(message: IncomingMessage, text: string, context: SuggestionContext): ReplySuggestion {
  const subject = /^\s*(?:re|aw|sv|fwd?|wg|回复|答复|转发|trả lời)\s*[:：]/i.test(message.subject)
    ? ''
    : message.subject;
  const reading = readLetter(`${subject}\n\n${text}`, context.listings);
  const unattended = reading.kind === 'other' ? automaticSign(message, text) : null;
  if (unattended !== null) return suggestion('auto-reply', 0.7, [unattended.because]);
  const found = suggestion(reading.kind, reading.confidence, reading.because);
  return {
    ...found,
    ...(reading.decision === null ? {} : { outcome: reading.decision.outcome }),
    ...(reading.decision === null || reading.decision.listings.length === 0
      ? {}
      : { listings: reading.decision.listings }),
    ...reasonsOf(reading, text, languageOf(text), context),
  };
}

/** A decision in the agreed shape: the outcomes differ per listing or are one for all. */
function ofStructured(answer: StructuredAnswer, context: SuggestionContext): ReplySuggestion {
  const found: ReplySuggestion = { ...suggestion(answer.kind, 1, ['a machine-readable answer']), structured: true };
  const decisions = answer.decisions ?? [];
  const [first] = decisions;
  if (first === undefined) return found;
  const outcomes = new Set(decisions.map((decision) => decision.outcome));
  const text = decisions.map((decision) => decision.text ?? '').join('\n') || (answer.text ?? '');
  const refused = decisions.find((decision) => decision.outcome === 'refused');
  return {
    ...found,
    outcome: outcomes.size > 1 ? 'partial' : first.outcome,
    listings: decisions.map(({ url, outcome }) => ({ url, outcome })),
    ...(refused?.statedReason === undefined ? {} : { statedReason: refused.statedReason }),
    ...(refused === undefined || text.trim() === '' ? {} : justified(text, context)),
  };
}

function justified(text: string, context: SuggestionContext): Partial<ReplySuggestion> {
  const { justification, because } = readJustification(text, languageOf(text), context);
  return { justification, justificationBecause: because };
}

/**
 * What an answer says, as a suggestion a person confirms. Reports of mail servers and automatic replies are recognised
 * first, so that none of them is ever taken for a refusal.
 */
export function suggest(message: IncomingMessage, context: SuggestionContext): ReplySuggestion {
  const text = readableText(message.fullText).slice(0, longestLetter);
  const found =
    ofFeedback(message) ??
    ofMailServer(message) ??
    (message.structuredAnswer === null ? null : ofStructured(message.structuredAnswer, context)) ??
    ofAutomat(message, text) ??
    ofLetter(message, text, context);
  const language = languageOf(text);
  const caseNumber =
    message.structuredAnswer?.caseNumber ?? caseNumbersIn(message.subject)[0] ?? caseNumbersIn(text)[0];
  return {
    ...found,
    ...(language === null ? {} : { language }),
    ...(caseNumber === undefined ? {} : { caseNumber }),
  };
}
