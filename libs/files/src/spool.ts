import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Fault } from '#libs/domain';

/** How much of a file is kept at hand to tell its type by. */
const HEAD_BYTES = 64 * 1024;

/** A file that came in, on this machine's disk and not yet where it belongs. */
export interface Spooled {
  path: string;
  /** of the bytes, hex */
  sha256: string;
  size: number;
  /** the first 64 KiB */
  head: Buffer;
  /** removes it; harmless once it was moved */
  discard(): Promise<void>;
}

/**
 * Writes a stream to a file of this machine, so that its hash, size and type are known before it is kept, and it is
 * whole on the disk (fsync) before anybody is told so.
 * @throws Fault `file-too-large` beyond `maxBytes`, `file-empty` for none
 */
export async function spool(input: Readable, folder: string, maxBytes: number): Promise<Spooled> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, randomUUID());
  const discard = async (): Promise<void> => rm(path, { force: true });
  const file = await open(path, 'wx', 0o600);
  try {
    const read = await copy(input, file, maxBytes);
    await file.sync();
    return { path, discard, ...read };
  } catch (problem) {
    await discard();
    throw problem;
  } finally {
    await file.close();
  }
}

async function copy(
  input: Readable,
  file: FileHandle,
  maxBytes: number,
): Promise<Pick<Spooled, 'sha256' | 'size' | 'head'>> {
  const hash = createHash('sha256');
  const head: Buffer[] = [];
  let size = 0;
  for await (const chunk of input as AsyncIterable<Buffer>) {
    if (size < HEAD_BYTES) head.push(chunk.subarray(0, HEAD_BYTES - size));
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    hash.update(chunk);
    await file.writeFile(chunk);
  }
  if (size === 0) throw fileFault('file-empty', 'The file is empty.');
  return { sha256: hash.digest('hex'), size, head: Buffer.concat(head) };
}

const fileFault = (code: string, detail: string): Fault =>
  new Fault('invalid', code, detail, [{ pointer: '/file', code, detail }]);

const tooLarge = (maxBytes: number): Fault =>
  fileFault(
    'file-too-large',
    `The file is larger than ${String(Math.floor(maxBytes / 1024 / 1024))} MiB, the most that is taken. Split it or make it smaller.`,
  );
