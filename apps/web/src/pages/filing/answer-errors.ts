import type { TFunction } from 'i18next';
import type { ApiFault } from '../../api/fault.js';
import type { PlatformGround, PlatformView } from '../../api/types.js';
import type { FieldError } from '../../forms/error-summary.js';
import type { Answers } from './answers.js';
import { linesOf } from './answers.js';
import { readListings } from './listing-text.js';

const isWebAddress = (text: string): boolean => /^https?:\/\//iu.test(text) && URL.canParse(text);

function listingErrors(t: TFunction, text: string): FieldError[] {
  const { listings, unreadable } = readListings(text);
  const lines = unreadable.map(({ line }) => line).join(', ');
  if (unreadable.length > 0) {
    return [{ field: 'listings', text: t('filing.error.listingsBad', { count: unreadable.length, lines }) }];
  }
  return listings.length === 0 ? [{ field: 'listings', text: t('filing.error.listings') }] : [];
}

function explanationErrors(t: TFunction, text: string, max: number | undefined): FieldError[] {
  if (text.trim() === '') return [{ field: 'explanation', text: t('filing.error.explanation') }];
  if (max === undefined || text.length <= max) return [];
  return [{ field: 'explanation', text: t('filing.error.explanationLong', { max }) }];
}

/** What the first step lacks; the server looks again when the notice is sent. */
export function fillErrors(t: TFunction, answers: Answers, platform: PlatformView | undefined): FieldError[] {
  const needed: [field: string, given: boolean, text: string][] = [
    ['platform', platform !== undefined, t('filing.error.platform')],
    ['ground', answers.ground !== '', t('filing.error.ground')],
    ['rightsHolderId', answers.rightsHolderId !== '', t('filing.error.holder')],
    ['rights', answers.rightIds.length > 0, t('filing.error.rights')],
  ];
  const evidence = linesOf(answers.evidence).findIndex((line) => !isWebAddress(line));
  return [
    ...needed.filter(([, given]) => !given).map(([field, , text]) => ({ field, text })),
    ...listingErrors(t, answers.listings),
    ...explanationErrors(t, answers.explanation, platform?.limits.explanationLength),
    ...(evidence < 0 ? [] : [{ field: 'evidence', text: t('filing.error.evidence', { lines: evidence + 1 }) }]),
  ];
}

/** What the second step lacks: statements of this regime and the signature. */
export function signErrors(
  t: TFunction,
  answers: Pick<Answers, 'statements' | 'signature'>,
  ground: PlatformGround,
): FieldError[] {
  const statements = ground.statements
    .filter(({ kind }) => !answers.statements[kind])
    .map(({ kind }) => ({
      field: `statement-${kind}`,
      text: t('filing.error.statement', { name: t(`words.statement.${kind}`) }),
    }));
  const { name, capacity } = answers.signature;
  return [
    ...statements,
    ...(name.trim() === '' ? [{ field: 'signName', text: t('filing.error.signName') }] : []),
    ...(capacity.trim() === '' ? [{ field: 'signCapacity', text: t('filing.error.signCapacity') }] : []),
  ];
}

/** Which field of the form a JSON pointer of the request's body means; longest prefix first. */
const fields: [pointer: string, field: string][] = [
  ['/statements/goodFaith', 'statement-goodFaith'],
  ['/statements/accuracy', 'statement-accuracy'],
  ['/statements/authority', 'statement-authority'],
  ['/signature/capacity', 'signCapacity'],
  ['/signature', 'signName'],
  ['/rightsHolderId', 'rightsHolderId'],
  ['/rightIds', 'rights'],
  ['/items', 'listings'],
  ['/evidence', 'evidence'],
  ['/explanation', 'explanation'],
  ['/language', 'language'],
  ['/platform', 'platform'],
  ['/ground', 'ground'],
];

/** Fields of the second step. */
export const isSignField = (field: string): boolean => field.startsWith('statement-') || field.startsWith('sign');

/** The server's objections as errors of the form. */
export const serverErrors = (fault: ApiFault): FieldError[] =>
  fault.fields.map(({ pointer, detail, hook }) => ({
    field: fields.find(([prefix]) => pointer.startsWith(prefix))?.[1] ?? null,
    text: detail,
    ...(hook === undefined ? {} : { hook }),
  }));
