import canonicalizeModule from 'canonicalize';
import type { FileValues, FormField, FormRecipe, FormStep, FormValues, Language } from '#libs/domain';
import { fill } from '../recipe/fill.js';
import { sha256Hex } from '../sha256.js';

// A CommonJS module whose types claim to be an ES module's: what Node imports is the function itself.
const canonicalize = canonicalizeModule as unknown as (input: unknown) => string | undefined;

/** A step with every template filled in: what is done, and nothing else. */
export type SealedStep =
  | Exclude<FormStep, { fill: FormField } | { choose: FormField } | { check: FormField }>
  | { fill: FormField; value: string }
  | { choose: FormField; option: string }
  | { check: FormField };

/** What will be entered into a form: kept as evidence before the browser opens it. Holds no password. */
export interface SealedForm {
  version: 1;
  platform: string;
  reference: string;
  attemptId: string;
  language: Language;
  start: string;
  steps: readonly SealedStep[];
  files: readonly FileValues[];
}

/** Canonical JSON (RFC 8785): the same values are the same bytes, at every try. */
export function sealForm(
  recipe: Pick<FormRecipe, 'start' | 'steps'>,
  values: FormValues,
  more: Readonly<Record<string, unknown>> = {},
): { raw: Buffer; sha256: string } {
  const { platform, reference, attemptId, language, evidence } = values;
  const form: SealedForm = {
    version: 1,
    platform,
    reference,
    attemptId,
    language,
    start: recipe.start,
    steps: recipe.steps.flatMap((step) => filledIn(step, values, more)),
    files: evidence,
  };
  const raw = Buffer.from(canonicalize(form) ?? '', 'utf8');
  return { raw, sha256: sha256Hex(raw) };
}

/** @param raw bytes that `sealForm` made: nobody else writes them */
export const readSealedForm = (raw: Buffer): SealedForm => JSON.parse(raw.toString('utf8')) as SealedForm;

/** One step, or none where it doesn't apply to this filing. */
function filledIn(step: FormStep, values: FormValues, more: Readonly<Record<string, unknown>>): SealedStep[] {
  const text = (template: string): string => fill(template, values, more);
  if ('onlyIf' in step && text(step.onlyIf).trim() === '') return [];
  if ('fill' in step) return [{ fill: step.fill, value: text(step.value) }];
  if ('choose' in step) {
    const option = text(step.option);
    return [{ choose: step.choose, option: step.words?.[option] ?? option }];
  }
  if ('check' in step) {
    const isConfirmed = step.states === undefined || values.statements.some(({ kind }) => kind === step.states);
    return isConfirmed ? [{ check: step.check }] : [];
  }
  return 'upload' in step && values.evidence.length === 0 ? [] : [step];
}

/** An account with a platform. */
export interface FormAccount {
  user: string;
  password: string;
}

/** The steps of signing in, with the account in them: they are never kept. */
export const signInSteps = (steps: readonly FormStep[], account: FormAccount): SealedStep[] =>
  steps.map((step) => {
    if (!('fill' in step)) return step;
    // A password may hold braces: they are no template.
    const value = step.value.replace(/\{\{\{?\s*account\.(user|password)\s*\}?\}\}/g, (_, name: string) =>
      name === 'user' ? account.user : account.password,
    );
    return { fill: step.fill, value };
  });
