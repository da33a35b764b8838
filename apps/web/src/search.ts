import words from './i18n/en/words.json';
import type { ComplaintQuery, RightKind, TriageTab } from './api/types.js';
import { oneOf } from './words/known.js';

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
    importId: textOf(raw['importId']),
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

/** What a new complaint begins from: a draft that was kept, an unsent complaint to change, or a template. */
export const readBeginning = (raw: Raw): { draft?: string; complaint?: string; template?: string } =>
  given({ draft: textOf(raw['draft']), complaint: textOf(raw['complaint']), template: textOf(raw['template']) });

export const readRightsFilters = (raw: Raw): { q?: string; kind?: RightKind; holder?: string } =>
  given({ q: textOf(raw['q']), kind: oneOf(words.right, raw['kind']), holder: textOf(raw['holder']) });
