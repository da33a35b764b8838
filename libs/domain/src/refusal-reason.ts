/** Who can cure a refusal for this reason: the complainant, partly, or nobody on the complainant's side. */
export type Cure = 'complainant' | 'partly' | 'no';

export interface RefusalReason {
  name: string;
  says: string;
  cure: Cure;
  /** the element of a notice the reason says is missing, where it says one: the ground of a false deficiency */
  element?: string;
}

const reason = (name: string, says: string, cure: Cure, element?: string): RefusalReason =>
  element === undefined ? { name, says, cure } : { name, says, cure, element };

/** Refusal reasons a platform states. Codes are stable, versioned and never reused. */
export const refusalReasons = {
  'RR-00': reason('NONE_STATED', 'No reason was stated', 'no'),
  'RR-01': reason('GENERIC_POLICY', '"Does not violate our policies", without a clause', 'no'),
  'RR-10': reason('ID_NOT_VERIFIED', 'The complainant’s identity is unproved', 'complainant', 'identity-proof'),
  'RR-11': reason('NO_AUTHORITY', 'Authority is missing or expired', 'complainant', 'authority'),
  'RR-12': reason(
    'RIGHT_NOT_PROVEN',
    'The certificate is missing, illegible or not verified',
    'complainant',
    'right-registered',
  ),
  'RR-13': reason('RIGHT_EXPIRED_OR_PENDING', 'The right is not in force', 'partly', 'right-in-force'),
  'RR-14': reason('WRONG_TERRITORY', 'The right is not valid where the listing sells', 'partly'),
  'RR-15': reason('WRONG_CLASS_SCOPE', 'The goods are outside the right’s classes or claims', 'partly'),
  'RR-16': reason('OWNER_MISMATCH', 'The registrant is not the claimant', 'complainant'),
  'RR-20': reason(
    'LOCATION_INSUFFICIENT',
    'The listing’s address is missing or not exact',
    'complainant',
    'listing-located',
  ),
  'RR-21': reason('LISTING_NOT_FOUND', 'The listing is already gone or inactive', 'no'),
  'RR-22': reason('WORK_NOT_IDENTIFIED', 'The original work was not shown', 'complainant', 'right-identified'),
  'RR-23': reason('EXPLANATION_INSUFFICIENT', 'The explanation is not substantiated', 'complainant', 'explanation'),
  'RR-24': reason(
    'STATEMENT_MISSING',
    'A good-faith, accuracy or authority statement is missing',
    'complainant',
    'good-faith',
  ),
  'RR-25': reason('SIGNATURE_MISSING', 'The signature is missing', 'complainant', 'signature'),
  'RR-26': reason('CONTACT_MISSING', 'Contact details are missing', 'complainant', 'contact-email'),
  'RR-27': reason('LANGUAGE', 'A translation is demanded', 'complainant'),
  'RR-30': reason('EVIDENCE_INSUFFICIENT', 'The evidence is not sufficient', 'complainant', 'prima-facie-evidence'),
  'RR-31': reason('TEST_BUY_REQUIRED', 'A purchase or authentication is demanded', 'partly'),
  'RR-32': reason('EXPERT_OR_ORDER_REQUIRED', 'An evaluation report, judgment or order is demanded', 'partly'),
  'RR-33': reason('EXCESS_DEMAND', 'The platform asks beyond what the regime requires', 'no'),
  'RR-40': reason('NOT_INFRINGING_FACT', 'A different product, mark or image', 'partly'),
  'RR-41': reason('GENUINE_OR_GREY', 'Genuine goods or resale', 'no'),
  'RR-42': reason('FAIR_USE_EXCEPTION', 'Fair or nominative use, parody', 'no'),
  'RR-43': reason('SELLER_AUTHORISED', 'The seller showed a licence or invoice', 'partly'),
  'RR-44': reason('CONTESTED_MERITS', '"Resolve it with the seller or in court"', 'no'),
  'RR-50': reason('WRONG_CHANNEL', 'Another form, site or department is to be used', 'complainant'),
  'RR-51': reason('WRONG_PROVIDER', 'The platform says it is not the host', 'complainant'),
  'RR-52': reason('WRONG_SCOPE', 'This kind of right is not handled', 'partly'),
  'RR-53': reason('WRONG_GROUND', 'The reason code does not match', 'complainant'),
  'RR-60': reason('DUPLICATE', 'Already reported', 'no'),
  'RR-61': reason('VOLUME_OR_BATCH', 'Too many items', 'complainant'),
  'RR-70': reason('SUSPECTED_ABUSE', 'The complaint is called malicious or manifestly unfounded', 'partly'),
  'RR-71': reason('ACCOUNT_RESTRICTED', 'The complainant is suspended', 'partly'),
  'RR-99': reason('OTHER', 'Another reason', 'partly'),
} as const satisfies Record<string, RefusalReason>;

export type ReasonCode = keyof typeof refusalReasons;
export const reasonCodes = Object.keys(refusalReasons) as ReasonCode[];

/** Completeness reasons: the platform says something is missing (RR-10 to RR-35). */
export const isCompletenessReason = (code: ReasonCode): boolean => code >= 'RR-10' && code <= 'RR-35';
