/** Bytes of other scripts are passed over where they are spelled already, as the URL parser spells them: they are many. */
const ESCAPE = /%(?![89A-F][0-9A-F])(?:[0-9a-fA-F]{2})?/g;
const UNRESERVED = /[A-Za-z0-9._~-]/;
const FOREIGN = /(?:%[89A-F][0-9A-F])+/g;

function normalEscape(escape: string): string {
  if (escape.length === 1) return '%25';
  const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
  return UNRESERVED.test(character) ? character : escape.toUpperCase();
}

/**
 * Percent-encoding in one spelling (RFC 3986, 6.2.2): what needs no escape loses it, the others get upper-case digits and
 * stay, whatever bytes they stand for. Each is read once. A percent sign that escapes nothing becomes `%25`: left alone, it
 * could join what was decoded behind it to an escape that nobody wrote.
 */
export const normalEscapes = (text: string): string => (text.includes('%') ? text.replace(ESCAPE, normalEscape) : text);

function decoded(escapes: string): string {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return escapes;
  }
}

/**
 * Letters of other scripts as they are read; bytes that are not UTF-8 stay as they are. ASCII keeps its escapes, which
 * may mean something else unescaped (`%2F`, `%26`), so that the URL parser turns the result back into what it was.
 */
export const readableLetters = (text: string): string => (text.includes('%') ? text.replace(FOREIGN, decoded) : text);
