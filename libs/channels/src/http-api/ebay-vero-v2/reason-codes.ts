import type { Ground } from '#libs/domain';

/**
 * eBay shows its list of reason codes to members of VeRO alone (`getVeroReasonCodes`, by site). Its public documentation
 * (api-docs/commerce/vero/types/ReportItemDetails) names four, and no other is made up here; a member enters the codes of
 * the other grounds in the profile (`api.reasonCodes`). Until then they go as "other", with the explanation.
 */
export const documentedCodes = {
  /** unlawful importation of a product bearing the trademark: needs countries */
  importation: '9037',
  /** infringes a valid patent: needs the number of the patent, in 15 characters */
  patent: '9048',
  /** other: needs the detailed message. Which site uses which of the two is not documented; 9052 stands beside the other 90xx */
  other: '9052',
  otherOfSomeSites: '7052',
} as const;

/** Codes that are nothing without the detailed message. */
export const codesWithMessage: readonly string[] = [documentedCodes.other, documentedCodes.otherOfSomeSites];

/** One code for each item of a report: the operator's, the documented one, or "other". */
export const reasonCodeOf = (ground: Ground, known: Readonly<Partial<Record<Ground, string>>>): string =>
  known[ground] ?? (ground === 'patent' ? documentedCodes.patent : documentedCodes.other);
