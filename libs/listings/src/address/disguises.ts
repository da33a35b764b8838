/**
 * How addresses are written so that nothing follows them, or so that they pass through a language that needs some of
 * their characters: abuse reports (`hxxps[:]//shop[.]com`), JSON (`https:\/\/`), Markdown (`a\_b`), HTML (`&quot;`).
 */
const DISGUISE = new RegExp(
  [
    String.raw`h(?:xx|\*\*)ps?(?=\[?:)`,
    String.raw`\[:(?:\/\/)?\]`,
    String.raw`[ \t]?[[({](?:\.|dot)[\])}][ \t]?`,
    String.raw`\\+[/_*&~=#()[\]-]`,
    String.raw`&(?:quot|#34|lt|gt);`,
  ].join('|'),
  'giu',
);
const entities = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
]);

function meaningOf(disguise: string): string {
  if (/^h/i.test(disguise)) return disguise.replace(/xx|\*\*/i, 'tt');
  if (disguise.startsWith('\\')) return disguise.slice(-1);
  if (disguise.startsWith('&')) return entities.get(disguise.toLowerCase()) ?? '"';
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
