/** Bounds on the work one message may cause. */
export interface ReadLimits {
  /** bytes parsed; the rest of a larger message is left unread */
  bytes: number;
  /** levels of multipart inside multipart */
  depth: number;
  /** characters of text kept */
  characters: number;
  milliseconds: number;
}

export const usualLimits: ReadLimits = { bytes: 26_214_400, depth: 40, characters: 500_000, milliseconds: 10_000 };

const boundaryPattern = /boundary\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))|^--([^\r\n]{1,200})$/gim;

/**
 * Levels of multipart in a message, counted in one pass over its lines without building a tree: a boundary declared
 * while another is open is one level deeper, its closing line ends it.
 */
export function multipartDepth(raw: Buffer): number {
  const open: string[] = [];
  let deepest = 0;
  for (const match of raw.toString('latin1').matchAll(boundaryPattern)) {
    const declared = match[1] ?? match[2];
    if (declared !== undefined) {
      open.push(declared);
      deepest = Math.max(deepest, open.length);
      continue;
    }
    const at = open.lastIndexOf((match[3] ?? '').replace(/\s+$/, '').replace(/--$/, ''));
    if (at !== -1) open.length = (match[3] ?? '').trimEnd().endsWith('--') ? at : at + 1;
  }
  return deepest;
}

/** The header section: up to the first blank line, and never more than `most` bytes. */
export function headerSection(raw: Buffer, most = 262_144): Buffer {
  const text = raw.subarray(0, most).toString('latin1');
  const end = /\r?\n\r?\n/.exec(text);
  return raw.subarray(0, end === null ? Math.min(raw.length, most) : end.index + end[0].length);
}
