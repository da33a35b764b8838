import { createReadStream, existsSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Spooled } from './spool.js';

/** Where files lie, by key. */
export interface Place {
  has(key: string): Promise<boolean>;
  /** puts a spooled file under its key, whole or not at all */
  take(spooled: Spooled, key: string): Promise<void>;
  /** its bytes from `from` on */
  open(key: string, from: number): Promise<Readable>;
}

/** A folder of this machine. A rename within one file system: nobody ever sees half a file under its key. */
export function localPlace(folder: string): Place {
  return {
    has: async (key) => Promise.resolve(existsSync(join(folder, key))),
    take: async ({ path }, key) => {
      const target = join(folder, key);
      await mkdir(dirname(target), { recursive: true });
      await rename(path, target);
      await syncFolder(dirname(target));
    },
    open: async (key, from) => Promise.resolve(createReadStream(join(folder, key), { start: from })),
  };
}

/** A renamed file survives a power cut only once its folder is on the disk. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
