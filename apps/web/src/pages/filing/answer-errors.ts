import type { TFunction } from 'i18next';
import type { ApiFault } from '../../api/fault.js';
import type { CheckView, PlatformGround, PlatformView, RecognisedView } from '../../api/types.js';
import type { FieldError } from '../../forms/error-summary.js';
import { classesOf } from '../../forms/nice-classes.js';
import type { Answers } from './answers.js';
import { linesOf, takenBy } from './answers.js';
import { findingWords } from './findings.js';
import { reportedUrls } from './use-listings.js';
import { limitsOf } from './way.js';

const isWebAddress = (text: string): boolean => /^https?:\/\//iu.test(text) && URL.canParse(text);

function listingErrors(t: TFunction, read: RecognisedView | undefined, platform: string): FieldError[] {
  const unreadable = read?.unreadable ?? [];
  if (unreadable.length > 0) {
    const lines = unreadable
      .slice(0, 10)
      .map(({ line }) => line)
      .join(', ');
    return [{ field: 'listings', text: t('filing.error.listingsBad', { count: unreadable.length, lines }) }];
  }
  return reportedUrls(read, platform).length === 0 ? [{ field: 'listings', text: t('filing.error.listings') }] : [];
}

function explanationErrors(t: TFunction, answers: Answers, platform: PlatformView | undefined): FieldError[] {
  const { forbids } = takenBy(platform, answers);
  if (forbids.includes('explanation')) return [];
  const { explanation, ground } = answers;
  if (explanation.trim() === '') return [{ field: 'explanation', text: t('filing.error.explanation') }];
  const max = platform === undefined || ground === '' ? undefined : limitsOf(platform, ground).explanationLength;
  if (max === undefined || explanation.length <= max) return [];
  return [{ field: 'explanation', text: t('filing.error.explanationLong', { max }) }];
}

/** What the first step lacks; the server looks again when the notice is sent. */
export function fillErrors(
  t: TFunction,
  answers: Answers,
  platform: PlatformView | undefined,
  read: RecognisedView | undefined,
): FieldError[] {
  const needed: [field: string, given: boolean, text: string][] = [
    ['platform', platform !== undefined, t('filing.error.platform')],
    ['ground', answers.ground !== '', t('filing.error.ground')],
    ['rightsHolderId', answers.rightsHolderId !== '', t('filing.error.holder')],
    ['rights', answers.rightIds.length > 0, t('filing.error.rights')],
  ];
  const evidence = linesOf(answers.evidence).findIndex((line) => !isWebAddress(line));
  const badClasses = classesOf(answers.goodsClasses) === null;
  return [
    ...needed.filter(([, given]) => !given).map(([field, , text]) => ({ field, text })),
    ...listingErrors(t, read, answers.platform),
    ...explanationErrors(t, answers, platform),
    ...(badClasses ? [{ field: 'goodsClasses', text: t('filing.badClasses') }] : []),
    ...(evidence < 0 ? [] : [{ field: 'evidence', text: t('filing.error.evidence', { lines: evidence + 1 }) }]),
  ];
}

/** Elements of the second step, and too many listings, which it offers to split. */
const later: ReadonlySet<string> = new Set(['signature', 'good-faith', 'accuracy', 'authority', 'too-many-items']);

/** What keeps the complaint from being sent, of what the first step can mend. */
export function checkErrors(t: TFunction, { missing, findings }: CheckView): FieldError[] {
  const blocking = findings.filter(({ severity, code }) => severity === 'blocks' && code !== 'several-filings');
  const words = missing
    .filter(({ element }) => !later.has(element))
    .map(({ pointer, detail, hook }) => ({ field: fieldOf(pointer), text: detail, hook }));
  const found = blocking.map((finding) => ({ field: fieldOfFinding(finding), text: findingWords(t, finding) }));
  return [...words, ...found].filter(({ text }, at, all) => all.findIndex((other) => other.text === text) === at);
}

const fieldOfFinding = ({ code, pointer }: CheckView['findings'][number]): string | null =>
  code === 'under-complaint' || code === 'refused-before' ? 'renewedBecause' : fieldOf(pointer);

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
  ['/rightsHolder', 'rightsHolderId'],
  ['/right', 'rights'],
  ['/items', 'listings'],
  ['/evidenceFile', 'files'],
  ['/evidence', 'evidence'],
  ['/goodsClasses', 'goodsClasses'],
  ['/renewedBecause', 'renewedBecause'],
  ['/explanation', 'explanation'],
  ['/language', 'language'],
  ['/platform', 'platform'],
  ['/ground', 'ground'],
];

const fieldOf = (pointer: string): string | null => fields.find(([prefix]) => pointer.startsWith(prefix))?.[1] ?? null;

/** Fields of the second step. */
export const isSignField = (field: string): boolean => field.startsWith('statement-') || field.startsWith('sign');

/** The server's objections as errors of the form. */
export const serverErrors = (fault: ApiFault): FieldError[] =>
  fault.fields.map(({ pointer, detail, hook, code }) => ({
    field: repetitions.has(code) ? 'renewedBecause' : fieldOf(pointer),
    text: detail,
    ...(hook === undefined ? {} : { hook }),
  }));

/** What is answered by a reason, not by taking the listing out. */
const repetitions: ReadonlySet<string> = new Set(['under-complaint', 'refused-before']);
