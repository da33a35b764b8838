/** How a person sees a number of a cell. */
export type NumberFormat = (value: number) => string;

/** Formats that have a number and no code in the file (ISO/IEC 29500-1 §18.8.30). East Asian dates are 27–36 and 50–58. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy-mm-dd',
  15: 'yyyy-mm-dd',
  16: 'yyyy-mm-dd',
  17: 'yyyy-mm-dd',
  18: 'hh:mm',
  19: 'hh:mm:ss',
  20: 'hh:mm',
  21: 'hh:mm:ss',
  22: 'yyyy-mm-dd hh:mm',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  41: '#,##0',
  42: '#,##0',
  43: '#,##0.00',
  44: '#,##0.00',
  45: 'mm:ss',
  46: 'hh:mm:ss',
  47: 'mm:ss',
};

export function builtInFormat(id: number): string {
  const isEastAsianDate = (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return isEastAsianDate ? 'yyyy-mm-dd hh:mm' : (BUILT_IN[id] ?? 'General');
}

/**
 * A number format by its code. Dates and times become ISO 8601, whatever their order in the code; numbers keep the
 * decimals, leading zeros, signs and units of the code but no thousands separators, which differ from country to country.
 * Fractions, exponents and numbers in thousands are written out in full.
 */
export function numberFormat(code: string, since1904: boolean): NumberFormat {
  const bare = bareOf(code);
  if (/[ymdhs]/i.test(bare)) return dateFormat(/[hs]/i.test(bare), since1904);
  const sections = sectionsOf(code).map(section);
  const [positive = plain, negative, zero] = sections;
  return (value) => {
    if (value < 0 && negative !== undefined) return negative(-value);
    if (value === 0 && zero !== undefined) return zero(value);
    return value < 0 ? `-${positive(-value)}` : positive(value);
  };
}

/** Without an exponent, and to the 15 digits a spreadsheet keeps: 0.1 + 0.2 is 0.3. */
export const plain: NumberFormat = (value) => withoutExponent(Number(value.toPrecision(15)).toString());

function withoutExponent(text: string): string {
  const [, sign = '', whole = '', fraction = '', power] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (power === undefined) return text;
  const digits = whole + fraction;
  const point = 1 + Number(power);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0').slice(0, point) + (digits.length > point ? `.${digits.slice(point)}` : '');
}

const sectionsOf = (code: string): string[] => code.match(/(?:"[^"]*"|\\.|[^;"\\])+/g) ?? [];

const TOKEN = /"([^"]*)"|\\(.)|[_*].|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|([0#?.,]+)|(.)/gsu;

/** A code without quoted text, blanks to fill, colours and currencies; with `[h]`, which is time as well. */
const bareOf = (code: string): string => code.replace(/"[^"]*"|\\.|[_*].|\[(?![hms]+\])[^\]]*\]/gis, '');

/** Exponents, fractions, and commas at the end, which mean thousands. */
const WRITTEN_IN_FULL = /general|@|E[+-]|\/|,(?=[^0#?]|$)/i;

/** One part of a code: for positive, negative or no numbers. */
function section(code: string): NumberFormat {
  if (WRITTEN_IN_FULL.test(bareOf(code)) || code.trim() === '') return plain;
  const { before, digits, after } = partsOf(code);
  if (digits === '') return () => before.trim();
  const scale = `${before}${after}`.includes('%') ? 100 : 1;
  return (value) => `${before}${digitsBy(digits, value * scale)}${after}`.trim();
}

function partsOf(code: string): { before: string; digits: string; after: string } {
  const parts = { before: '', digits: '', after: '' };
  for (const [, quoted, escaped, currency, pattern, other] of code.matchAll(TOKEN)) {
    if (pattern !== undefined && parts.digits === '') parts.digits = pattern;
    else parts[parts.digits === '' ? 'before' : 'after'] += quoted ?? escaped ?? currency ?? other ?? '';
  }
  return parts;
}

function digitsBy(pattern: string, value: number): string {
  const [whole = '', fraction = ''] = pattern.replaceAll(',', '').split('.');
  const [integer = '', decimals = ''] = rounded(value, fraction.length).split('.');
  const needed = fraction.replace(/[#?]+$/, '').length;
  const kept = decimals.slice(0, needed) + decimals.slice(needed).replace(/0+$/, '');
  return integer.padStart(whole.replace(/[#?]/g, '').length, '0') + (kept === '' ? '' : `.${kept}`);
}

/** Half up by decimal digits, as spreadsheets round: 0.615 is 0.62, though its binary fraction is a little less than that. */
function rounded(value: number, places: number): string {
  const [whole = '', fraction = ''] = plain(value).split('.');
  if (fraction.length <= places) return `${whole}.${fraction.padEnd(places, '0')}`;
  const up = fraction.charAt(places) >= '5' ? 1n : 0n;
  const digits = (BigInt(whole + fraction.slice(0, places)) + up).toString().padStart(places + 1, '0');
  return `${digits.slice(0, digits.length - places)}.${digits.slice(digits.length - places)}`;
}

const DAY = 86_400_000;
/** The last day of the year 9999, where spreadsheets end. */
const LAST_SERIAL = 2_958_465;

function dateFormat(withTime: boolean, since1904: boolean): NumberFormat {
  return (serial) => {
    if (serial < 0 || serial >= LAST_SERIAL + 1) return plain(serial);
    const at = new Date(Math.round((epochOf(serial, since1904) + serial * DAY) / 1000) * 1000).toISOString();
    if (at.startsWith('+')) return plain(serial);
    const [day = '', time = ''] = at.slice(0, 19).split('T');
    if (serial < 1) return withTime ? time : day;
    return withTime && time !== '00:00:00' ? `${day}T${time}` : day;
  };
}

/** Day 0. Spreadsheets believe in a 29 February 1900, so that days from then on are counted from one day earlier. */
function epochOf(serial: number, since1904: boolean): number {
  if (since1904) return Date.UTC(1904, 0, 1);
  return Date.UTC(1899, 11, serial < 60 ? 31 : 30);
}
