import { listedValues } from '#libs/domain';
import type { FormValues, JsonPointer, JsonTemplate, ListedValues } from '#libs/domain';
import { fillFrom } from '../recipe/fill.js';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

type View = Readonly<Record<string, unknown>>;

/** The JSON of a recipe's template with the values of a filing; what comes out empty is left out (see `JsonTemplate`). */
export const fillJson = (template: JsonTemplate, values: FormValues): Json => filled(template, { ...values }) ?? {};

function filled(template: JsonTemplate, view: View): Json | undefined {
  if (typeof template === 'string') return filledText(template, view);
  if (typeof template !== 'object' || template === null) return template;
  if (isList(template)) return template.flatMap((each) => filled(each, view) ?? []);
  const { each, of } = template;
  if (isListName(each) && of !== undefined) return entriesOf(view, each).flatMap((entry) => filled(of, entry) ?? []);
  const fields = Object.entries(template).flatMap(([key, inner]): [string, Json][] => {
    const value = filled(inner, view);
    return value === undefined ? [] : [[key, value]];
  });
  return Object.fromEntries(fields);
}

function filledText(template: string, view: View): string | undefined {
  const text = fillFrom(template, view);
  return text.trim() === '' && template.includes('{{') ? undefined : text;
}

const isList = (template: JsonTemplate): template is readonly JsonTemplate[] => Array.isArray(template);

const isListName = (name: unknown): name is ListedValues => listedValues.some((each) => each === name);

function entriesOf(view: View, name: ListedValues): View[] {
  const list: readonly unknown[] = Array.isArray(view[name]) ? view[name] : [];
  return list.map((entry) => ({ ...view, ...(typeof entry === 'object' ? entry : { value: entry }) }));
}

/** One spelling for the same data: keys in order, no spaces. */
export const canonicalJson = (value: Json): string => JSON.stringify(ordered(value));

function ordered(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(ordered);
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, ordered(inner)]));
}

/** Undefined where the bytes are no JSON. */
export function parsedJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

/** What stands at a pointer (RFC 6901); undefined where nothing does. */
export const at = (value: unknown, pointer: JsonPointer): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((inner, key) => fieldOf(inner, key), value);

function fieldOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  if (Array.isArray(value) && !/^\d+$/.test(key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

/** A text or a number that stands at a pointer, as text; null where there is none. */
export function textAt(value: unknown, pointer: JsonPointer): string | null {
  const found = at(value, pointer);
  if (typeof found === 'number') return String(found);
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : null;
}
