import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string} root @param {string} path @returns {string[]} every file below a path, in a stable order */
function filesBelow(root, path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesBelow(root, `${path}/${name}`));
}

/**
 * One word for the state of the sources: names, sizes and times of change. The server's sources leave out apps/web.
 * @param {string} root @param {string[]} sources @returns {string}
 */
export function sourceStamp(root, sources) {
  const hash = createHash('sha256');
  for (const path of sources.flatMap((source) => filesBelow(root, source))) {
    if (path.startsWith('apps/web/') && !sources.includes('apps/web')) continue;
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** @param {string} root @param {string} part */
const stampFile = (root, part) => join(root, 'dist', `.stamp-${part}`);

/** @param {string} root @param {string} part @returns {string | undefined} the sources' state that was built last */
export function readStamp(root, part) {
  return existsSync(stampFile(root, part)) ? readFileSync(stampFile(root, part), 'utf8') : undefined;
}

/** @param {string} root @param {string} part @param {string | undefined} stamp undefined: nothing whole is built */
export function writeStamp(root, part, stamp) {
  writeFileSync(stampFile(root, part), stamp ?? '');
}
