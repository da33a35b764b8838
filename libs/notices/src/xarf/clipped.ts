const ELLIPSIS = '…';

/** The parts of a text that readers see as one character each: an emoji of several code points is one. */
const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });

const codePoints = (text: string): number => Array.from(text).length;

/**
 * The beginning of a text, at most `most` code points with the ellipsis that marks the cut. JSON Schema counts code points;
 * the cut falls between characters as readers see them, so that no accent or part of an emoji is lost.
 */
export function clipped(text: string, most: number): string {
  // a code point is at most two UTF-16 units: what lies beyond is never read
  const start = text.slice(0, 2 * most + 2);
  if (start.length === text.length && codePoints(text) <= most) return text;
  let kept = '';
  let room = most - 1;
  for (const { segment } of characters.segment(start)) {
    room -= codePoints(segment);
    if (room < 0) break;
    kept += segment;
  }
  return kept === ''
    ? `${Array.from(start)
        .slice(0, most - 1)
        .join('')}${ELLIPSIS}`
    : `${kept}${ELLIPSIS}`;
}
