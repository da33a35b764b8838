import words from './i18n/en/words.json';
import type { ComplaintQuery, TriageTab } from './api/types.js';

/** What the address bar holds of each page. Unknown or malformed values are left out, never an error. */
type Raw = Record<string, unknown>;

const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** Where to go after signing in: an address of this site only. */
export function readNext(raw: Raw): { next?: string } {
  const next = textOf(raw['next']);
  return next?.startsWith('/') === true && !/^\/[/\\]/.test(next) ? { next } : {};
}

export type Filters = Omit<ComplaintQuery, 'cursor' | 'limit'>;

/** The value where it is one of those that have words: every status, outcome and ground has. */
function oneOf<Name extends string>(known: Record<Name, string>, value: unknown): Name | undefined {
  return (Object.keys(known) as Name[]).find((name) => name === value);
}

const given = <Found extends object>(found: Found): { [Name in keyof Found]?: NonNullable<Found[Name]> } =>
  Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Found]?: NonNullable<Found[Name]>;
  };

export const readFilters = (raw: Raw): Filters =>
  given({
    platform: textOf(raw['platform']),
    status: oneOf(words.status, raw['status']),
    outcome: oneOf(words.outcome, raw['outcome']),
    ground: oneOf(words.ground, raw['ground']),
    q: textOf(raw['q']),
    from: textOf(raw['from']),
    to: textOf(raw['to']),
    overdue: raw['overdue'] === true || raw['overdue'] === 'true' ? true : undefined,
  });

export const triageTabs: readonly TriageTab[] = ['waiting', 'unmatched', 'automatic', 'bounces'];

export function readTab(raw: Raw): { tab?: TriageTab; reply?: string } {
  const tab = triageTabs.find((known) => known === raw['tab']);
  const reply = textOf(raw['reply']);
  return { ...(tab === undefined ? {} : { tab }), ...(reply === undefined ? {} : { reply }) };
}
