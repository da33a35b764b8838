const MARK_OF_AN_ADDRESS = /:\/\/|\bwww\.|\bhttps?[:;/\\]|\[\.\]/iu;
/** `item.taobao`, `a/b/c`, `page.html`, but no number, date, abbreviation or e-mail address. */
const WORD_OF_AN_ADDRESS = /^[^@]*(?:[\p{L}\p{N}_-]{2,}\.\p{L}{2,}|\p{L}[^\s/]*\/[^\s/]+\/)[^@]*$/u;
const NUMBER_OF_A_LISTING = /^\d{8,20}$/;
const mostWords = 3;

/** Whether a line that holds no address was probably meant to be one, as prose, markup and headings are not. */
export function looksLikeAnAddress(line: string): boolean {
  if (MARK_OF_AN_ADDRESS.test(line)) return true;
  if (line.startsWith('<') || /\p{Script=Han}{2}/u.test(line)) return false;
  const words = line.split(/\s+/u, mostWords + 1);
  if (words.length > mostWords) return false;
  return words.some((word) => WORD_OF_AN_ADDRESS.test(word) || NUMBER_OF_A_LISTING.test(word));
}
