import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#libs/settings';

/** What a running `npm start` told about its embedded parts, so that a command reaches the same database. */
export function runningDatabase(): Record<string, string> {
  const dataDir = process.env['REDRESS_DATA_DIR'] ?? join(projectRoot(), '.redress');
  try {
    const told: unknown = JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8'));
    return Object.fromEntries(
      Object.entries(told ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}
