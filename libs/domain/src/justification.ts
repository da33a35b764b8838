/** Elements of a justification, each observable in the text of a refusal. */
export const justificationElements = ['J1', 'J2', 'J3', 'J4', 'J5', 'J6', 'J7'] as const;
export type JustificationElement = (typeof justificationElements)[number];

/**
 * J1 maps to identifiable listings · J2 a case-specific fact · J3 names a rule or clause · J4 links fact to rule ·
 * J5 says what to change or add · J6 names redress · J7 in the filing language or one the complainant registered.
 * Absent = not coded.
 */
export type Justification = Partial<Record<JustificationElement, boolean>>;

export type JustificationLevel = 'none' | 'boilerplate' | 'partial' | 'adequate';

/** True where every element that decides the level is coded. */
export const isCoded = (j: Justification): boolean =>
  justificationElements.every((element) => element === 'J7' || element === 'J1' || j[element] !== undefined);

/** What speaks of the case, a rule, their link, or a remedy: a refusal without any of it has no justification. */
const reasoning = ['J2', 'J3', 'J4', 'J5'] as const;

/**
 * The level of a coded refusal, evaluated in this order: none, boilerplate, adequate, partial.
 * @param sameTextElsewhere the normalised text stands in at least three other refusals with different stated facts
 */
export function justificationLevel(j: Justification, sameTextElsewhere: boolean): JustificationLevel {
  const has = (element: JustificationElement): boolean => j[element] === true;
  if (!reasoning.some(has)) return 'none';
  if (sameTextElsewhere || !(['J2', 'J5'] as const).some(has)) return 'boilerplate';
  const adequate = (['J2', 'J3', 'J4'] as const).every(has) && (['J5', 'J6'] as const).some(has);
  return adequate ? 'adequate' : 'partial';
}

/** Score 0 to 7: how many elements the text has. */
export const justificationScore = (j: Justification): number =>
  justificationElements.filter((element) => j[element] === true).length;
