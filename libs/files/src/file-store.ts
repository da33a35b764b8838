import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { Fault } from '#libs/domain';
import type { Id } from '#libs/domain';
import { localPlace } from './place.js';
import type { Place } from './place.js';
import { spool } from './spool.js';

export interface FileStoreSettings {
  /** `s3://bucket/prefix?region=…&endpoint=…`; unset: files lie in `folder` */
  url: string | undefined;
  /** of this machine: the files themselves, or those on their way to S3 */
  folder: string;
}

/** A file that is kept: what its bytes say of themselves. */
export interface KeptFile {
  /** hex */
  sha256: string;
  size: number;
  /** the first 64 KiB */
  head: Buffer;
}

/** Files by the hash of their bytes, apart for each workspace: the same bytes are kept once, and never changed. */
export interface FileStore {
  /**
   * Keeps a stream of bytes.
   * @param check looks at the file before it is kept; what it throws refuses the file
   * @throws Fault `file-too-large`, `file-empty`
   */
  keep(
    workspaceId: Id,
    input: Readable,
    maxBytes: number,
    check?: (file: KeptFile) => Promise<void>,
  ): Promise<KeptFile>;
  /**
   * Its bytes, from `from` on (default: all of them); an offset at its end gives none.
   * @throws Fault `file-missing` where the store has lost it
   */
  open(workspaceId: Id, sha256: string, from?: number): Promise<Readable>;
  /** @throws Fault `file-missing` */
  bytes(workspaceId: Id, sha256: string): Promise<Buffer>;
}

/** Where files are kept: a folder of this machine, or an S3 bucket. */
export async function openFileStore({ url, folder }: FileStoreSettings): Promise<FileStore> {
  const place = url === undefined ? localPlace(folder) : await bucket(url);
  const keyOf = (workspaceId: Id, sha256: string): string => [workspaceId, sha256.slice(0, 2), sha256].join('/');
  const opened = async (workspaceId: Id, sha256: string, from = 0): Promise<Readable> => {
    const key = keyOf(workspaceId, sha256);
    if (!(await place.has(key))) throw missing(sha256);
    return place.open(key, from);
  };
  return {
    async keep(workspaceId, input, maxBytes, check) {
      const spooled = await spool(input, join(folder, 'incoming'), maxBytes);
      try {
        const { sha256, size, head } = spooled;
        await check?.({ sha256, size, head });
        const key = keyOf(workspaceId, sha256);
        if (!(await place.has(key))) await place.take(spooled, key);
        return { sha256, size, head };
      } finally {
        await spooled.discard();
      }
    },
    open: opened,
    bytes: async (workspaceId, sha256) => buffer(await opened(workspaceId, sha256)),
  };
}

/** The client of AWS is large: it is loaded only where a bucket is used. */
async function bucket(url: string): Promise<Place> {
  const { bucketPlace } = await import('./bucket-place.js');
  return bucketPlace(new URL(url));
}

/** A file that was kept and is not there is our loss, not the caller's mistake. */
const missing = (sha256: string): Fault =>
  new Fault(
    'unavailable',
    'file-missing',
    `The file store no longer holds the file with the hash ${sha256}: restore it from a backup.`,
  );
