/**
 * How addresses are written so that nothing follows them, or so that they pass through a language that needs some of
 * their characters: abuse reports (`hxxps[:]//shop[.]com`), JSON (`https:\/\/`), Markdown (`a\_b`), HTML (`&quot;`); and
 * the colon that a Chinese keyboard gives (`https：//`).
 */
const DISGUISE = new RegExp(
  [
    String.raw`h(?:xx|\*\*)ps?(?=\[?:)`,
    String.raw`\[:(?:\/\/)?\]`,
    String.raw`[ \t]?[[({](?:\.|dot)[\])}][ \t]?`,
    // a run of them is looked at once, from its first
    String.raw`(?<!\\)\\+[/_*&~=#()[\]-]`,
    String.raw`&(?:quot|apos|#34|#39|#x27|lt|gt|nbsp);`,
    String.raw`：(?=\/\/)`,
  ].join('|'),
  'giu',
);
/** Of those that stand for one character. The rest of the entities are quotation marks, of which one kind is enough. */
const characters = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&nbsp;', ' '],
  ['：', ':'],
]);

function meaningOf(disguise: string): string {
  if (/^h/i.test(disguise)) return disguise.replace(/xx|\*\*/i, 'tt');
  if (disguise.startsWith('\\')) return disguise.slice(-1);
  if (/^[&：]/.test(disguise)) return characters.get(disguise.toLowerCase()) ?? '"';
  return disguise.includes(':') ? disguise.slice(1, -1) : '.';
}

/** A text as it is meant, and the way back to the text as it was written. */
export interface Undisguised {
  text: string;
  /** position in the written text of a position in `text` */
  writtenAt: (position: number) => number;
}

export function undisguised(written: string): Undisguised {
  const pieces: string[] = [];
  /** from which position of the meant text on the written one is how much further */
  const shifts: { from: number; by: number }[] = [];
  let read = 0;
  let length = 0;
  for (const match of written.matchAll(DISGUISE)) {
    const meaning = meaningOf(match[0]);
    pieces.push(written.slice(read, match.index), meaning);
    length += match.index - read + meaning.length;
    read = match.index + match[0].length;
    shifts.push({ from: length, by: read - length });
  }
  if (shifts.length === 0) return { text: written, writtenAt: (position) => position };
  pieces.push(written.slice(read));
  return { text: pieces.join(''), writtenAt: (position) => position + shiftAt(shifts, position) };
}

function shiftAt(shifts: readonly { from: number; by: number }[], position: number): number {
  let [low, high] = [0, shifts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shifts[middle]?.from ?? Infinity) <= position) low = middle + 1;
    else high = middle;
  }
  return shifts[low - 1]?.by ?? 0;
}
