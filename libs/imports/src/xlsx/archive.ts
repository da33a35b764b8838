import { crc32 } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { Fault } from '#libs/domain';
import { headOf } from '../file-source.js';
import type { FileSource } from '../file-source.js';

const MIB = 1024 * 1024;

/**
 * What a workbook may hold. A row of text takes some 500 bytes of XML, so that a full sheet of Excel (1,048,576 rows)
 * has room; XML of nothing but repetitions is packed up to 300 times smaller, a bomb 1,000 times.
 */
export const archiveLimits = {
  fileBytes: 50 * MIB,
  parts: 10_000,
  unpackedBytes: 2048 * MIB,
  /** unpacked size by packed size, of parts of more than 10 MiB */
  ratio: 500,
};

/** The parts of a workbook: named files in a ZIP archive (ISO/IEC 29500-2). */
export interface Archive {
  has: (part: string) => boolean;
  /** unpacked size in bytes; 0 where there is no such part */
  sizeOf: (part: string) => number;
  /** @throws Fault `import-unreadable` where the part is missing or its bytes are damaged */
  bytes: (part: string) => AsyncGenerator<Buffer>;
}

/** @throws Fault `import-unreadable` where the file is no archive, is damaged, or unpacks to more than is allowed */
export async function openArchive(source: FileSource): Promise<Archive> {
  if (source.size > archiveLimits.fileBytes) {
    throw unreadable(`The workbook has more than ${archiveLimits.fileBytes / MIB} MiB: save its sheet as CSV.`);
  }
  const file = await headOf(source, archiveLimits.fileBytes);
  try {
    const zip = await fromBufferPromise(file, { lazyEntries: true, autoClose: false });
    return archiveOf(zip, await partsOf(zip));
  } catch (error) {
    throw error instanceof Fault ? error : damaged(error);
  }
}

const unreadable = (detail: string): Fault => new Fault('invalid', 'import-unreadable', detail);

/** What a library says of a broken archive or broken XML, for people. */
export const damaged = (error: unknown): Fault =>
  unreadable(
    `The workbook is damaged (${error instanceof Error ? error.message : String(error)}): open it, save it anew and import it again.`,
  );

async function partsOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const parts = new Map<string, Entry>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize;
    requireReasonable(entry, parts.size, unpacked);
    parts.set(entry.fileName.toLowerCase(), entry);
  }
  return parts;
}

function requireReasonable(entry: Entry, parts: number, unpacked: number): void {
  if (entry.isEncrypted()) throw unreadable('The workbook is protected by a password: save it without one.');
  const packedSize = Math.max(entry.compressedSize, 1);
  const isBomb = entry.uncompressedSize > 10 * MIB && entry.uncompressedSize / packedSize > archiveLimits.ratio;
  if (parts < archiveLimits.parts && unpacked <= archiveLimits.unpackedBytes && !isBomb) return;
  throw unreadable('The workbook unpacks to far more than a table of listings has: save its sheet as CSV.');
}

function archiveOf(zip: ZipFile, parts: ReadonlyMap<string, Entry>): Archive {
  const find = (part: string): Entry | undefined => parts.get(part.toLowerCase());
  return {
    has: (part) => find(part) !== undefined,
    sizeOf: (part) => find(part)?.uncompressedSize ?? 0,
    bytes: async function* (part) {
      const entry = find(part);
      if (entry === undefined) throw damaged(`it has no part ${part}`);
      yield* unpacked(zip, entry);
    },
  };
}

/** The bytes of a part. yauzl sees to their number; that they are the right ones is seen here. */
async function* unpacked(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let sum = 0;
  try {
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof Fault ? error : damaged(error);
  }
  if (sum !== entry.crc32) throw damaged(`the check sum of ${entry.fileName} is wrong`);
}
