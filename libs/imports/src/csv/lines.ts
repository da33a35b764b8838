import { bytesFrom } from '../file-source.js';
import type { FileSource } from '../file-source.js';
import type { Decoding } from './decoding.js';

/** One physical line of a file. LF, CRLF and CR each end a line, whatever the other lines end with. */
export interface Line {
  /** without its ending */
  text: string;
  ending: '' | '\n' | '\r\n' | '\r';
  /** offset in the file of what follows the line */
  end: number;
  fault: 'encoding' | 'line-too-long' | null;
}

export const lineLimits = {
  /** bytes: a longer line is no row of a table */
  longest: 1024 * 1024,
  /** of such a line, what is shown */
  shown: 10_000,
};

/** The lines of a file from an offset on, as they come from the disk: some hundreds at a time. */
export async function* readLines(source: FileSource, decoding: Decoding, offset: number): AsyncGenerator<Line[]> {
  const cutter = new LineCutter(decoding, offset);
  for await (const bytes of bytesFrom(source, offset)) {
    const lines = cutter.take(bytes);
    if (lines.length > 0) yield lines;
  }
  yield cutter.last();
}

/** Cuts bytes into lines, however they come. */
export class LineCutter {
  #rest: Buffer = Buffer.alloc(0);
  /** beginning of a line that grew too long; the rest of it is thrown away until it ends */
  #tooLong: Buffer | null = null;

  /** @param offset of the first byte that will be given, in the file */
  constructor(
    private readonly decoding: Decoding,
    private offset: number,
  ) {}

  take(bytes: Buffer): Line[] {
    this.#rest = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    const lines = this.#cut(false);
    if (this.#tooLong !== null || this.#rest.length > lineLimits.longest) this.#skip();
    return lines;
  }

  /** What is left when the file ends: a line without an ending, or none. */
  last(): Line[] {
    const lines = this.#cut(true);
    if (this.#rest.length > 0 || this.#tooLong !== null) lines.push(this.#line(this.#rest.length, ''));
    return lines;
  }

  #cut(ended: boolean): Line[] {
    const lines: Line[] = [];
    for (;;) {
      const at = lineEndIn(this.#rest, this.decoding);
      const ending = endingAt(this.#rest, at, this.decoding, ended);
      if (ending === null) return lines;
      lines.push(this.#line(at, ending));
    }
  }

  /** Takes `length` bytes and an ending off the rest, as a line. */
  #line(length: number, ending: Line['ending']): Line {
    const bytes = this.#rest.subarray(0, length);
    const taken = length + ending.length * this.decoding.unit;
    const isFirst = this.offset === 0;
    this.#rest = this.#rest.subarray(taken);
    this.offset += taken;
    if (this.#tooLong !== null || length > lineLimits.longest) return this.#longLine(bytes, ending);
    const exact = this.decoding.exact(bytes);
    const text = exact ?? this.decoding.lenient(bytes);
    return {
      text: isFirst ? text.replace(/^\uFEFF/, '') : text,
      ending,
      end: this.offset,
      fault: exact === null ? 'encoding' : null,
    };
  }

  #longLine(bytes: Buffer, ending: Line['ending']): Line {
    const beginning = (this.#tooLong ?? bytes).subarray(0, lineLimits.shown * 4);
    this.#tooLong = null;
    const text = this.decoding.lenient(beginning).slice(0, lineLimits.shown);
    return { text, ending, end: this.offset, fault: 'line-too-long' };
  }

  /** Keeps the beginning of a line that is too long and lets go of the rest, but for what may be half a line end. */
  #skip(): void {
    this.#tooLong ??= Buffer.from(this.#rest.subarray(0, lineLimits.shown * 4));
    const whole = this.#rest.length - (this.#rest.length % this.decoding.unit);
    const skipped = Math.max(0, whole - this.decoding.unit);
    this.#rest = Buffer.from(this.#rest.subarray(skipped));
    this.offset += skipped;
  }
}

const LF = 0x0a;
const CR = 0x0d;

/** Where the first line of the bytes ends; their length where it doesn't end in them. */
function lineEndIn(bytes: Buffer, { encoding, unit }: Decoding): number {
  const low = encoding === 'utf-16be' ? 1 : 0;
  for (let at = 0; at + unit <= bytes.length; at += unit) {
    const byte = bytes[at + low];
    if ((byte === LF || byte === CR) && (unit === 1 || bytes[at + 1 - low] === 0)) return at;
  }
  return bytes.length;
}

/** The line ending at an offset; null where there is none, or where more bytes must show which. */
function endingAt(bytes: Buffer, at: number, { encoding, unit }: Decoding, ended: boolean): Line['ending'] | null {
  const low = encoding === 'utf-16be' ? 1 : 0;
  if (at >= bytes.length) return null;
  if (bytes[at + low] === LF) return '\n';
  const next = at + unit;
  if (next + unit > bytes.length) return ended ? '\r' : null;
  return bytes[next + low] === LF && (unit === 1 || bytes[next + 1 - low] === 0) ? '\r\n' : '\r';
}
