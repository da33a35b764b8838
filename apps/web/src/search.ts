import type { ComplaintQuery } from './api/paths.js';
import type { TriageTab } from './api/types.js';

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

export const filterNames = ['platform', 'status', 'outcome', 'ground', 'q', 'from', 'to'] as const;
export type Filters = Omit<ComplaintQuery, 'cursor' | 'limit'>;

export function readFilters(raw: Raw): Filters {
  const filters: Filters = {};
  for (const name of filterNames) {
    const value = textOf(raw[name]);
    if (value !== undefined) filters[name] = value;
  }
  if (raw['overdue'] === true || raw['overdue'] === 'true') filters.overdue = true;
  return filters;
}

export const triageTabs: readonly TriageTab[] = ['waiting', 'unmatched', 'automatic', 'bounces'];

export function readTab(raw: Raw): { tab?: TriageTab; reply?: string } {
  const tab = triageTabs.find((known) => known === raw['tab']);
  const reply = textOf(raw['reply']);
  return { ...(tab === undefined ? {} : { tab }), ...(reply === undefined ? {} : { reply }) };
}
