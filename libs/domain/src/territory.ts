/** Member states of unions whose rights hold in each of them (ISO 3166-1 alpha-2). */
const unions: Readonly<Record<string, readonly string[]>> = {
  // Regulation (EU) 2017/1001 Art. 1(2): an EU trade mark has equal effect throughout the Union
  EU: 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
  // Benelux Convention on Intellectual Property
  BX: ['BE', 'NL', 'LU'],
  // Bangui Agreement: a registration with OAPI has effect in every member state
  OA: 'BF BJ CF CG CI CM GA GN GQ GW KM ML MR NE SN TD TG'.split(' '),
};

/** Where a registration of these offices holds, by the office's usual short names in lower case. */
const territoryOfOffice: Readonly<Record<string, string>> = {
  uspto: 'US',
  euipo: 'EU',
  ohim: 'EU',
  cnipa: 'CN',
  sipo: 'CN',
  saic: 'CN',
  ctmo: 'CN',
  ukipo: 'GB',
  dpma: 'DE',
  boip: 'BX',
  jpo: 'JP',
  kipo: 'KR',
  moip: 'KR',
  oapi: 'OA',
  oepm: 'ES',
  uibm: 'IT',
  cipo: 'CA',
  tipo: 'TW',
  ipos: 'SG',
  djpi: 'ID',
  dgip: 'ID',
  myipo: 'MY',
  ipophl: 'PH',
  noip: 'VN',
  'ip viet nam': 'VN',
  'ip vietnam': 'VN',
  rospatent: 'RU',
  turkpatent: 'TR',
};
/** People write what they like: an office called "constructor" is none of these. */
const offices: ReadonlyMap<string, string> = new Map(Object.entries(territoryOfOffice));

/** ISO 3166-1 alpha-2, or a union: EU, BX (Benelux), OA (OAPI). */
export const isTerritory = (code: string): boolean => /^[A-Z]{2}$/.test(code);

/**
 * Where a right holds: what the register says, else what its office says; empty where neither is known (WIPO's
 * International Bureau registers for the territories designated, and "INPI" is the office of several countries).
 */
export function territoriesOf(right: { territories: readonly string[]; office: string | null }): string[] {
  if (right.territories.length > 0) return [...right.territories];
  const known = offices.get((right.office ?? '').trim().toLowerCase());
  return known === undefined ? [] : [known];
}

const members = (code: string): readonly string[] => unions[code] ?? [code];

/** Whether a right that holds in `territories` holds in at least one of the `markets`. */
export function holdIn(territories: readonly string[], markets: readonly string[]): boolean {
  const held = new Set(territories.flatMap(members));
  return markets.flatMap(members).some((country) => held.has(country));
}
