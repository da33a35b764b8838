import type { FormValues, GuidedField, GuidedWords, PlatformLimits } from '#libs/domain';
import { fill } from '../recipe/fill.js';
import { usualFields } from './usual-fields.js';

/** The platform's form as its profile describes it. */
export interface GuidedWay {
  fields?: readonly GuidedField[];
  limits: PlatformLimits;
}

/** What a person does with one field of the form. */
export interface GuidedStep {
  label: GuidedWords;
  help: GuidedWords | null;
  /** `text` is pasted; `listings` are pasted one by one or, a line each, a group at once; `files` are chosen */
  kind: 'text' | 'listings' | 'files';
  /** the one text, the listings, or the names of the files; a text that is empty is not known */
  values: readonly string[];
  /** listings: as many to a group as the portal takes in one complaint */
  groups: readonly (readonly string[])[];
  /** most characters the portal takes at once */
  maxLength: number | null;
  /** characters beyond that */
  over: number;
}

/**
 * The fields of a platform's form with what goes into each, in the portal's order.
 * @param more further values a field may name, e.g. where answers are read
 */
export function guidedForm(
  { fields, limits }: GuidedWay,
  values: FormValues,
  more: Readonly<Record<string, unknown>> = {},
): GuidedStep[] {
  const steps = (fields ?? usualFields(values)).map((field) => stepOf(field, limits, values, more));
  // Where the portal's own fields are not known, one that would stay empty tells nothing.
  return fields === undefined ? steps.filter(({ values: found }) => found.some((text) => text !== '')) : steps;
}

function stepOf(
  field: GuidedField,
  limits: PlatformLimits,
  values: FormValues,
  more: Readonly<Record<string, unknown>>,
): GuidedStep {
  const { label, help = null } = field;
  const common = { label, help, groups: [], maxLength: null, over: 0 };
  if (field.file !== undefined) return { ...common, kind: 'files', values: values.evidence.map(({ name }) => name) };
  const text = (each: Readonly<Record<string, unknown>>): string => {
    const filled = fill(field.value ?? '', values, { ...more, ...each }).trim();
    return field.words?.[filled] ?? filled;
  };
  const maxLength = field.maxLength ?? (asksForExplanation(field) ? limits.explanationLength : undefined) ?? null;
  if (field.list === undefined) {
    const only = text({});
    return { ...common, kind: 'text', values: [only], maxLength, over: beyond(maxLength, [only]) };
  }
  const listings = values.items.map((item) => text({ ...item }));
  const groups = inGroups(listings, limits.itemsPerComplaint);
  const over = beyond(maxLength, groups.map(atOnce));
  return { ...common, kind: 'listings', values: listings, groups, maxLength, over };
}

const asksForExplanation = ({ value }: GuidedField): boolean => value === '{{explanation}}';

/** A group as it is pasted. */
export const atOnce = (group: readonly string[]): string => group.join('\n');

/** By how much the longest is too long, counted as browsers count what is typed: in UTF-16 units. */
const beyond = (maxLength: number | null, texts: readonly string[]): number =>
  maxLength === null ? 0 : Math.max(0, ...texts.map((text) => text.length - maxLength));

function inGroups(listings: readonly string[], most = listings.length): string[][] {
  const groups: string[][] = [];
  for (let at = 0; at < listings.length; at += most) groups.push(listings.slice(at, at + most));
  return groups;
}
