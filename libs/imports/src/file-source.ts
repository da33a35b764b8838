import type { Readable } from 'node:stream';

/** A file of listings, wherever it lies. */
export interface FileSource {
  /** its bytes from `offset` to the end; what is not needed is not read (the stream is destroyed) */
  open: (offset: number) => Readable | Promise<Readable>;
  /** bytes */
  size: number;
}

/** So that one large buffer handed over as a stream is worked on in parts like any other. */
const MOST_AT_ONCE = 256 * 1024;

/** The bytes of a file from an offset on, in parts of at most 256 KiB. */
export async function* bytesFrom(source: FileSource, offset: number): AsyncGenerator<Buffer> {
  const stream = await source.open(offset);
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let at = 0; at < bytes.length; at += MOST_AT_ONCE) yield bytes.subarray(at, at + MOST_AT_ONCE);
  }
}

/** The first bytes of a file, at most so many. */
export async function headOf(source: FileSource, most: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of bytesFrom(source, 0)) {
    parts.push(part);
    length += part.length;
    if (length >= most) break;
  }
  return Buffer.concat(parts).subarray(0, most);
}
