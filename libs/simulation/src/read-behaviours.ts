import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Fault } from '#libs/domain';
import { parseBehaviour } from './behaviour.js';
import type { Behaviour } from './behaviour.js';

/**
 * Reads every simulated platform of a folder (config/sandbox).
 * @throws Fault naming the file that can't be read or used
 */
export function readBehaviours(dir: string): Behaviour[] {
  const files = readdirSync(dir).filter((name) => /\.ya?ml$/.test(name));
  if (files.length === 0) throw new Fault('invalid', 'no-behaviours', `No simulated platform is described in ${dir}.`);
  return files.sort().map((name) => readBehaviour(join(dir, name)));
}

function readBehaviour(path: string): Behaviour {
  try {
    const value: unknown = parse(readFileSync(path, 'utf8'));
    return parseBehaviour(value);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Fault('invalid', 'behaviour-invalid', `${path}: ${reason}`, error instanceof Fault ? error.fields : []);
  }
}
