/**
 * Text that a database and JSON take: no NUL, no half surrogate pair (a cut can leave one), at most `most` UTF-16 units.
 */
export const storableText = (text: string, most = 2_000): string =>
  Buffer.from(text.slice(0, most).replaceAll('\0', ''), 'utf8').toString('utf8');
