const MARK_OF_AN_ADDRESS = /:\/\/|\bwww\.|\bhttps?[:;/\\]|[a-z0-9-]{2}\.[a-z]{2,20}\/[\w?]/iu;
/** `item.taobao`, `page.html`, but no number, date or abbreviation. */
const NAME_WITH_A_DOT = /[\p{L}\p{N}_-]{2}\.\p{L}{2}/u;
const NUMBER_OF_A_LISTING = /^\d{8,20}$/;
const mostWords = 3;

/** `a/b/c`, but no date. */
function isAPath(word: string): boolean {
  const [first = '', second = '', ...others] = word.split('/', 3);
  return others.length > 0 && second !== '' && /\p{L}/u.test(first);
}

/** No e-mail address is one. */
const mayBeAnAddress = (word: string): boolean =>
  NUMBER_OF_A_LISTING.test(word) || (!word.includes('@') && (NAME_WITH_A_DOT.test(word) || isAPath(word)));

/** Whether a line that holds no address was probably meant to be one, as prose, markup and headings are not. */
export function looksLikeAnAddress(line: string): boolean {
  if (MARK_OF_AN_ADDRESS.test(line)) return true;
  if (line.startsWith('<') || /\p{Script=Han}{2}/u.test(line)) return false;
  const words = line.split(/\s+/u, mostWords + 1);
  return words.length <= mostWords && words.some(mayBeAnAddress);
}
