import type { DecidedOutcome, ReasonCode, StructuredAnswer } from '#libs/domain';
import { decidedOutcomes, reasonCodes } from '#libs/domain';

type Decision = NonNullable<StructuredAnswer['decisions']>[number];
type Json = Record<string, unknown>;

/** Bytes of the largest part taken: 1,000 listings with a paragraph each. */
const mostBytes = 1_048_576;
const mostDecisions = 1_000;
const mostText = 20_000;

class Wrong extends Error {}

function objectOf(value: unknown, where: string, known: readonly string[]): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Wrong(`${where} must be an object`);
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown !== undefined) throw new Wrong(`${where} has the unknown field "${unknown.slice(0, 60)}"`);
  return value as Json;
}

function stringOf(value: unknown, where: string, most = 200): string {
  if (typeof value !== 'string' || value.trim() === '' || value.length > most || value.includes('\0'))
    throw new Wrong(`${where} must be a text of 1 to ${most} characters`);
  return value;
}

function oneOf<T extends string>(value: unknown, where: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new Wrong(`${where} must be one of ${allowed.join(', ')}`);
  return found;
}

function urlOf(value: unknown, where: string): string {
  const url = stringOf(value, where, 2_048);
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) throw new Wrong(`${where} must be an http or https address`);
  return url;
}

function decisionOf(value: unknown, index: number): Decision {
  const where = `decisions[${index}]`;
  const json = objectOf(value, where, ['url', 'outcome', 'statedReason', 'text']);
  const decision: Decision = {
    url: urlOf(json['url'], `${where}.url`),
    outcome: oneOf<DecidedOutcome>(json['outcome'], `${where}.outcome`, decidedOutcomes),
  };
  if (json['statedReason'] !== undefined)
    decision.statedReason = oneOf<ReasonCode>(json['statedReason'], `${where}.statedReason`, reasonCodes);
  if (json['text'] !== undefined) decision.text = stringOf(json['text'], `${where}.text`, mostText);
  return decision;
}

function decisionsOf(value: unknown): Decision[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > mostDecisions)
    throw new Wrong(`decisions must be a list of 1 to ${mostDecisions}`);
  return value.map(decisionOf);
}

function answerOf(value: unknown): StructuredAnswer {
  const json = objectOf(value, 'the answer', ['version', 'reference', 'caseNumber', 'kind', 'decisions', 'text']);
  if (json['version'] !== 1) throw new Wrong('version must be 1');
  const reference = stringOf(json['reference'], 'reference', 60);
  if (!/^[A-Z]{2,8}-\d{4}-\d{1,12}$/.test(reference)) throw new Wrong('reference must look like RD-2026-00012');
  const kind = oneOf(json['kind'], 'kind', ['acknowledgement', 'needs-info', 'decision'] as const);
  const answer: StructuredAnswer = { version: 1, reference, kind };
  if (json['caseNumber'] !== undefined) answer.caseNumber = stringOf(json['caseNumber'], 'caseNumber', 100);
  if (json['text'] !== undefined) answer.text = stringOf(json['text'], 'text', mostText);
  if (json['decisions'] !== undefined) answer.decisions = decisionsOf(json['decisions']);
  if (kind === 'decision' && answer.decisions === undefined) throw new Wrong('a decision must list decisions');
  if (kind !== 'decision' && answer.decisions !== undefined) throw new Wrong(`kind ${kind} must not list decisions`);
  return answer;
}

function jsonOf(bytes: Buffer): unknown {
  if (bytes.length > mostBytes) throw new Wrong(`the part is larger than ${mostBytes} bytes`);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Wrong('the part is not JSON in UTF-8');
  }
}

/** Reads the machine-readable part of an answer. A part that departs from the agreed shape in anything is not taken. */
export function readStructuredAnswer(bytes: Buffer): { answer: StructuredAnswer } | { fault: string } {
  try {
    return { answer: answerOf(jsonOf(bytes)) };
  } catch (error) {
    if (error instanceof Wrong) return { fault: error.message };
    throw error;
  }
}
