/** What stands in the language of the page for codes of countries and languages. `tag` is the page's own (BCP 47). */

/** Unions whose rights hold in several countries; no region of Unicode's tables, so that they are named by us. */
const unions: Readonly<Record<string, { en: string; zh: string }>> = {
  EU: { en: 'European Union', zh: '欧洲联盟' },
  BX: { en: 'Benelux (BOIP)', zh: '比荷卢（BOIP）' },
  OA: { en: 'African Intellectual Property Organization (OAPI)', zh: '非洲知识产权组织（OAPI）' },
};

/** Codes the tables name that are no place where a right can hold: unknown, pseudo-regions, the United Nations. */
const nowhere: ReadonlySet<string> = new Set(['ZZ', 'XA', 'XB', 'UN', 'EZ', 'QO']);

/** `China` of CN, `Benelux (BOIP)` of BX; undefined where the code means no place. */
export function territoryName(code: string, tag: string): string | undefined {
  const union = unions[code];
  if (union !== undefined) return tag.startsWith('zh') ? union.zh : union.en;
  if (!/^[A-Z]{2}$/u.test(code) || nowhere.has(code)) return undefined;
  return new Intl.DisplayNames(tag, { type: 'region', fallback: 'none' }).of(code);
}

/** `China, Benelux (BOIP)`; a code without a name stands for itself. */
export const territoryNames = (codes: readonly string[], tag: string): string =>
  codes.map((code) => territoryName(code, tag) ?? code).join(tag.startsWith('zh') ? '、' : ', ');

/** `Chinese` of zh; undefined where the text is no code of a language. */
export function languageName(code: string, tag: string): string | undefined {
  try {
    return new Intl.DisplayNames(tag, { type: 'language', fallback: 'none' }).of(code);
  } catch {
    return undefined;
  }
}

/** Parts of a list as people type one: separated by commas of any script, semicolons or spaces; each once. */
const partsOf = (text: string): string[] => [...new Set(text.split(/[\s,;，；、]+/u).filter((part) => part !== ''))];

/** `02-04; 6-1` → [02-04, 06-01]; null where something is no Locarno class. */
export function locarnoClassesOf(text: string): string[] | null {
  const found = partsOf(text).map((part) => /^(\d{1,2})-(\d{1,2})$/u.exec(part));
  const classes = found.flatMap((match) => (match === null ? [] : [`${twoDigits(match[1])}-${twoDigits(match[2])}`]));
  return classes.length === found.length ? [...new Set(classes)] : null;
}

const twoDigits = (digits = ''): string => digits.padStart(2, '0');

/** `cn, us` → [CN, US]; whether each is a place is asked elsewhere. */
export const territoriesOf = (text: string): string[] => [...new Set(partsOf(text).map((code) => code.toUpperCase()))];
