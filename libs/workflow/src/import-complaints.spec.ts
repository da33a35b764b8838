import 'reflect-metadata';
import { Readable } from 'node:stream';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Database, migrate } from '#libs/persistence';
import { readSettings } from '#libs/settings';
import { startPostgres } from '../../../test/support/postgres.js';
import type { TestPostgres } from '../../../test/support/postgres.js';
import { Bootstrap } from './bootstrap.js';
import type { Caller } from './caller.js';
import { ImportComplaints } from './import-complaints.js';
import type { ImportResult } from './import-complaints.js';
import { RegisterRight } from './register-right.js';
import { WorkflowModule } from './workflow.module.js';

let postgres: TestPostgres;
let office: INestApplicationContext;
let caller: Caller;
let workspaces = 0;

beforeAll(async () => {
  postgres = await startPostgres();
  const DATABASE_URL = await postgres.createDatabase();
  await migrate(DATABASE_URL);
  office = await NestFactory.createApplicationContext(
    WorkflowModule.with(readSettings({ DATABASE_URL, NODE_ENV: 'test' })),
    { logger: false, abortOnError: false },
  );
}, 60_000);
afterAll(async () => {
  await office.close();
  await postgres.stop();
}, 30_000);
beforeEach(async () => {
  const { id } = await office.get(Bootstrap).createWorkspace(`Import ${(workspaces += 1)}`);
  caller = { workspaceId: id, actor: { kind: 'system', id: 'test', name: 'test' }, email: null };
  const register = office.get(RegisterRight);
  const holder = await register.rightsHolder(caller, { name: 'Velora' });
  await register.right(caller, { rightsHolderId: holder.id, kind: 'trademark', title: 'VELORA', number: 'DE 1' });
});

const header =
  'reference,platform,rights_holder,right_number,ground,url,title,seller,price,currency,explanation,evidence_url';

interface Line {
  reference?: string;
  platform?: string;
  holder?: string;
  right?: string;
  ground?: string;
  url: string;
  title?: string;
}

const line = ({
  reference = '',
  platform = 'sandbox',
  holder = 'Velora',
  right = 'DE 1',
  ground = 'trademark-use',
  url,
  title = '',
}: Line): string => [reference, platform, holder, right, ground, url, title, '', '', '', 'Our sign.', ''].join(',');

const run = async (lines: readonly string[], register = false): Promise<ImportResult> => {
  const result = await office
    .get(ImportComplaints)
    .run(caller, Readable.from([`${[header, ...lines].join('\r\n')}\r\n`]), { register });
  expect(result.accepted + result.rejected + result.duplicates).toBe(result.rows);
  expect(result.faults).toHaveLength(result.rejected);
  expect(result.complaints.reduce((sum, each) => sum + each.items, 0)).toBe(result.accepted);
  const [stored] = await office
    .get(Database)
    .inWorkspace(caller.workspaceId, async (tx) =>
      tx.query<{ items: number }>('select count(*)::int as items from item where workspace_id = $1', [
        caller.workspaceId,
      ]),
    );
  expect(stored?.items).toBe((stored_ += result.accepted));
  return result;
};
let stored_ = 0;
beforeEach(() => {
  stored_ = 0;
});

const counts = ({ rows, accepted, rejected, duplicates, complaints }: ImportResult): number[] => [
  rows,
  accepted,
  rejected,
  duplicates,
  complaints.length,
];
const at = (n: number): string => `https://sandbox.redress.test/${n}`;

describe('an import', () => {
  it('makes drafts, rows of one reference together, and submits nothing', async () => {
    const result = await run([
      line({ reference: 'A', url: at(1) }),
      line({ reference: 'B', url: at(2) }),
      line({ reference: 'A', url: at(3) }),
      line({ url: at(4) }),
    ]);
    expect(counts(result)).toEqual([4, 4, 0, 0, 3]);
    expect(result.complaints.map(({ importedAs, items }) => [importedAs, items])).toEqual([
      ['A', 2],
      ['B', 1],
      ['line 5', 1],
    ]);
    const stored = await office
      .get(Database)
      .inWorkspace(
        caller.workspaceId,
        async (tx) => [await tx.complaints.where({}), await tx.attempts.where({})] as const,
      );
    expect(stored[0].map((complaint) => [complaint.status, complaint.statements])).toEqual(
      [1, 2, 3].map(() => ['draft', []]),
    );
    expect(stored[1]).toEqual([]);
  });

  it('leaves out listings that stand in the file twice, or under a complaint already', async () => {
    const lines = [
      line({ reference: 'A', url: at(1) }),
      line({ reference: 'A', url: at(1) }),
      line({ reference: 'B', url: at(1) }),
      line({ reference: 'B', url: at(2) }),
    ];
    expect(counts(await run(lines))).toEqual([4, 2, 0, 2, 2]);
    expect(counts(await run(lines))).toEqual([4, 0, 0, 4, 0]);
  });

  it('splits what is more than the platform takes at once', async () => {
    const lines = Array.from({ length: 301 }, (_, n) =>
      line({ reference: 'A', platform: 'taobao', url: `https://item.taobao.com/item.htm?id=${n}` }),
    );
    const result = await run(lines);
    expect(counts(result)).toEqual([301, 301, 0, 0, 2]);
    expect(result.complaints.map(({ items }) => items)).toEqual([300, 1]);
  }, 30_000);

  it('rejects what names an unknown platform, an unknown party, or a ground the platform does not take: each row once', async () => {
    const result = await run([
      line({ reference: 'A', platform: 'nowhere', url: at(1) }),
      line({ reference: 'A', platform: 'nowhere', url: at(1) }),
      line({ reference: 'B', holder: 'Nobody', url: at(2) }),
      line({ reference: 'C', right: 'DE 2', url: at(3) }),
      line({ reference: 'D', platform: 'github', url: at(4) }),
      line({ reference: 'D', platform: 'github', url: at(4) }),
      'too,few,cells',
      line({ reference: 'E', url: at(5) }),
    ]);
    expect(counts(result)).toEqual([8, 1, 7, 0, 1]);
    expect(result.faults.map((fault) => [fault.line, fault.code]).sort()).toEqual([
      [2, 'platform-not-found'],
      [3, 'platform-not-found'],
      [4, 'not-registered'],
      [5, 'not-registered'],
      [6, 'ground-not-accepted'],
      [7, 'ground-not-accepted'],
      [8, 'cell-count'],
    ]);
  });

  it('rejects what the database can’t hold, and takes the rest', async () => {
    const result = await run([
      line({ reference: 'A', url: at(1), title: 'a\u0000b' }),
      line({ reference: 'B', url: at(2) }),
    ]);
    expect(counts(result)).toEqual([2, 1, 1, 0, 1]);
    expect(result.faults).toMatchObject([{ line: 2, column: 'title', code: 'not-text' }]);
  });

  it('enters parties only where it is asked to, and none for rows that are rejected', async () => {
    const parties = async (): Promise<number> =>
      (await office.get(Database).inWorkspace(caller.workspaceId, async (tx) => tx.rightsHolders.where({}))).length;
    await run([line({ holder: 'Newcomer', right: 'DE 9', url: at(1) })]);
    expect(await parties()).toBe(1);
    expect(
      counts(
        await run(
          [
            line({ holder: 'Newcomer', right: 'DE 9', url: at(1) }),
            line({ holder: 'Newcomer', right: 'DE 9', url: at(2) }),
          ],
          true,
        ),
      ),
    ).toEqual([2, 2, 0, 0, 2]);
    expect(await parties()).toBe(2);
    expect(
      counts(
        await run(
          [
            line({ holder: 'Elsewhere', platform: 'nowhere', url: at(3) }),
            line({ holder: 'Misplaced', platform: 'github', url: at(3) }),
          ],
          true,
        ),
      ),
    ).toEqual([2, 0, 2, 0, 0]);
    expect(await parties()).toBe(2);
  });

  it('of a file that can’t be read writes nothing', async () => {
    await expect(run([line({ url: at(1) }), '"never closed'])).rejects.toMatchObject({ code: 'import-unreadable' });
    expect(await office.get(Database).inWorkspace(caller.workspaceId, async (tx) => tx.complaints.where({}))).toEqual(
      [],
    );
  });
});
