import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of this installation: the nearest one above this file that holds package.json, in sources and in dist alike. */
export function projectRoot(from: string = import.meta.dirname): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('no package.json above the running program: was the folder moved while it ran?');
  return projectRoot(above);
}
