import { Ajv } from 'ajv';
import type { AnySchemaObject, ErrorObject, ValidateFunction } from 'ajv';
import { languages, readerLanguages } from '#libs/domain';
import type { Language } from '#libs/domain';
import { faultAt } from './operator-files.js';
import type { OperatorDocument, OperatorFault, ValuePath } from './operator-files.js';

/** A calendar date that exists: `2024-02-30` does not. */
function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

function isTimeZone(text: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const isWebAddress = (text: string): boolean => /^https?:\/\/[^\s/]/.test(text) && URL.canParse(text);

/** Matched from end to end; a look-behind or a back-reference is not needed to recognise an address, and may never end. */
function isExpression(text: string): boolean {
  if (/\(\?<[=!]|\\[1-9]|\\k</.test(text)) return false;
  try {
    return new RegExp(`^(?:${text})$`, 'u').source !== '';
  } catch {
    return false;
  }
}

const ajv = new Ajv({ allErrors: true, verbose: true, useDefaults: true, allowUnionTypes: true });
ajv.addFormat('calendar-date', isCalendarDate);
ajv.addFormat('time-zone', isTimeZone);
ajv.addFormat('web-address', isWebAddress);
ajv.addFormat('expression', isExpression);

/** Compiles a schema; a `description` beside a pattern or format is the remedy an operator reads. */
export const compiled = <T>(schema: AnySchemaObject): ValidateFunction<T> => ajv.compile<T>(schema);

const pathOf = (pointer: string): ValuePath =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key));

const named = (error: ErrorObject, key: string): string => String((error.params as Record<string, unknown>)[key]);

/** What an operator wrote, short enough for a line. */
const written = (error: ErrorObject): string => {
  const text = JSON.stringify(error.data) as string | undefined;
  return text === undefined || text.length > 60 ? 'this value' : text;
};

const remedyOf = ({ parentSchema }: ErrorObject): string => {
  const description: unknown = parentSchema?.['description'];
  return typeof description === 'string' ? `give ${description}` : 'correct it';
};

const knownKeys = ({ parentSchema }: ErrorObject): string =>
  Object.keys((parentSchema?.['properties'] ?? {}) as Record<string, unknown>).join(', ');

/** What an operator reads for each schema keyword; the others share ajv's own words. */
const wordsOf: Readonly<Record<string, (error: ErrorObject) => string>> = {
  required: (error) => `missing, add "${named(error, 'missingProperty')}"`,
  additionalProperties: (error) => `unknown key, remove it or use one of: ${knownKeys(error)}`,
  enum: (error) => `${written(error)} is not known, use one of: ${(error.schema as unknown[]).join(', ')}`,
  pattern: (error) => `${written(error)} does not fit, ${remedyOf(error)}`,
  format: (error) => `${written(error)} does not fit, ${remedyOf(error)}`,
  type: (error) => `${written(error)} has the wrong type, write ${[named(error, 'type')].flat().join(' or ')}`,
  minItems: (error) => `the list is too short, add at least ${named(error, 'limit')}`,
  uniqueItems: () => 'a value stands twice, remove one',
};

/** The key a fault is about stands in the parameters of two keywords, not in the pointer. */
function pathOfError(error: ErrorObject): ValuePath {
  const path = pathOf(error.instancePath);
  if (error.keyword === 'required') return [...path, named(error, 'missingProperty')];
  return error.keyword === 'additionalProperties' ? [...path, named(error, 'additionalProperty')] : path;
}

/** What is left of a value once everything misshapen is taken out: any part may be missing, what is there is right. */
export type Readable<T> = T extends readonly (infer Entry)[]
  ? readonly (Readable<Entry> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: Readable<T[Key]> | undefined }
    : T;

function takeOut(value: unknown, path: ValuePath): void {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);
  const last = path.at(-1);
  // a list keeps its length, so that positions still lead to their lines
  if (last !== undefined && typeof parent === 'object' && parent !== null) Reflect.set(parent, last, undefined);
}

export interface Shaped<T> {
  faults: OperatorFault[];
  /** the whole value where there are no faults, else null */
  whole: T | null;
  /** for further checks, so that one fault does not hide another */
  readable: Readable<T>;
}

/** Checks the shape of one document and names every fault in it. */
export function shaped<T>(document: OperatorDocument, validate: ValidateFunction<T>): Shaped<T> {
  const { value } = document;
  if (validate(value)) return { faults: [], whole: value, readable: value as Readable<T> };
  const errors = validate.errors ?? [];
  const faults = errors.map((error) => {
    const words = wordsOf[error.keyword]?.(error) ?? `${error.message ?? 'is not valid'}, correct it`;
    return faultAt(document, pathOfError(error), words);
  });
  errors.map(pathOfError).forEach((path) => {
    takeOut(value, path);
  });
  const isWhollyMisshapen = errors.some((error) => error.instancePath === '' && error.keyword === 'type');
  return { faults, whole: null, readable: (isWhollyMisshapen ? {} : value) as Readable<T> };
}

const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  zh: 'simplified Chinese',
  vi: 'Vietnamese',
  fr: 'French',
  de: 'German',
  es: 'Spanish',
};

const inLanguages = (wanted: readonly Language[]): AnySchemaObject => ({
  type: 'object',
  additionalProperties: false,
  required: wanted,
  properties: Object.fromEntries(
    wanted.map((language) => [
      language,
      { type: 'string', pattern: '\\S', description: `text in ${languageNames[language]}` },
    ]),
  ),
});

/** Text in every language a notice can be written in. */
export const inEveryLanguage = inLanguages(languages);

/** Text in every language the people who file read. */
export const forReaders = inLanguages(readerLanguages);

export const someText: AnySchemaObject = { type: 'string', pattern: '\\S', description: 'some text' };
