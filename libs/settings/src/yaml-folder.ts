import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Fault } from '#libs/domain';

/**
 * Reads every YAML file of a folder, in the order of their names.
 * @param read turns one file's value into what the caller wants; its Fault is told with the file's name
 * @throws Fault `operator-file-invalid` naming the file that can't be read or used
 */
export function readYamlFolder<T>(dir: string, read: (value: unknown) => T): T[] {
  const files = readdirSync(dir).filter((name) => /\.ya?ml$/.test(name));
  if (files.length === 0) throw new Fault('invalid', 'operator-file-invalid', `There is no YAML file in ${dir}.`);
  return files.sort().map((name) => readFile(join(dir, name), read));
}

function readFile<T>(path: string, read: (value: unknown) => T): T {
  try {
    return read(parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Fault(
      'invalid',
      'operator-file-invalid',
      `${path}: ${reason}`,
      error instanceof Fault ? error.fields : [],
    );
  }
}
