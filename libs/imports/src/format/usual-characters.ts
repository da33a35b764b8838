/** Ranges of first and second bytes. */
type Block = readonly [first: readonly [number, number], second: readonly (readonly [number, number])[]];

/**
 * Where the characters of everyday text stand: the 3,755 Chinese characters of GB 2312 level 1, those of Big5 level 1, the
 * syllables of KS X 1001, and of Japanese both kana and the first level of JIS X 0208. Each standard sorts the usual
 * characters before the rare ones.
 */
const BLOCKS = {
  gb18030: [[[0xb0, 0xd7], [[0xa1, 0xfe]]]],
  'euc-kr': [[[0xb0, 0xc8], [[0xa1, 0xfe]]]],
  big5: [
    [
      [0xa4, 0xc6],
      [
        [0x40, 0x7e],
        [0xa1, 0xfe],
      ],
    ],
  ],
  shift_jis: [
    [[0x82, 0x82], [[0x9f, 0xf1]]],
    [
      [0x83, 0x83],
      [
        [0x40, 0x7e],
        [0x80, 0x96],
      ],
    ],
    [
      [0x88, 0x97],
      [
        [0x40, 0x7e],
        [0x80, 0xfc],
      ],
    ],
    // the long-vowel mark of katakana
    [[0x81, 0x81], [[0x5b, 0x5b]]],
  ],
  'euc-jp': [
    [[0xa4, 0xa5], [[0xa1, 0xf6]]],
    [[0xb0, 0xcf], [[0xa1, 0xfe]]],
    [[0xa1, 0xa1], [[0xbc, 0xbc]]],
  ],
} as const satisfies Record<string, readonly Block[]>;

const known = new Map<keyof typeof BLOCKS, ReadonlySet<string>>();

/** The characters of everyday text in one encoding. */
export function usualCharacters(encoding: keyof typeof BLOCKS): ReadonlySet<string> {
  const found =
    known.get(encoding) ??
    new Set(new TextDecoder(encoding).decode(bytesOf(BLOCKS[encoding])).replaceAll('\uFFFD', ''));
  known.set(encoding, found);
  return found;
}

function bytesOf(blocks: readonly Block[]): Uint8Array {
  const bytes: number[] = [];
  for (const [[from, to], seconds] of blocks) {
    for (let first = from; first <= to; first += 1) bytes.push(...seconds.flatMap(pairsWith(first)));
  }
  return Uint8Array.from(bytes);
}

const pairsWith =
  (first: number) =>
  ([from, to]: readonly [number, number]): number[] =>
    Array.from({ length: to - from + 1 }, (_, at) => [first, from + at]).flat();
