import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImportComplaints } from '#libs/workflow';
import type { ImportResult } from '#libs/workflow';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';

const header = 'reference,platform,rights_holder,right_number,ground,url';

describe('an import', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  }, 60_000);
  afterAll(async () => app.close(), 30_000);

  async function importRows(register: boolean, ...rows: string[]): Promise<ImportResult> {
    const actor = { kind: 'system' as const, id: 'cli', name: 'command line' };
    const caller = { workspaceId: app.main.id, actor, email: null };
    return app.api.get(ImportComplaints).run(caller, Readable.from([[header, ...rows].join('\n')]), { register });
  }

  const counts = ({ rows, accepted, rejected, duplicates, faults }: ImportResult): unknown => [
    { rows, accepted, rejected, duplicates },
    [...new Set(faults.map(({ code }) => code))],
  ];

  it('accounts for each row once, also where a complaint with the same listing twice can not be filed', async () => {
    const twice = (platform: string, ground: string): string[] =>
      new Array<string>(2).fill(`R-1,${platform},Nobody yet,A work,${ground},https://github.com/a/b`);
    expect(counts(await importRows(true, ...twice('sandbox-code', 'patent')))).toEqual([
      { rows: 2, accepted: 0, rejected: 2, duplicates: 0 },
      ['ground-not-accepted'],
    ]);
    expect(counts(await importRows(true, ...twice('nowhere', 'patent')))).toEqual([
      { rows: 2, accepted: 0, rejected: 2, duplicates: 0 },
      ['platform-not-found'],
    ]);
    expect(await app.sql(`select 1 from rights_holder where name = 'Nobody yet'`)).toEqual([]);
    expect(counts(await importRows(true, ...twice('sandbox-code', 'copyright-copy')))).toEqual([
      { rows: 2, accepted: 1, rejected: 0, duplicates: 1 },
      [],
    ]);
  });

  it('enters one right for the unnamed works of a rights holder, however often and in whatever case it is named', async () => {
    const row = (name: string, work: string, repo: string): string =>
      `${name} ${repo},sandbox-code,${name},${work},copyright-copy,https://github.com/someone/${repo}`;
    const rows = [row('Acme', '', '1'), row('Acme', 'A title', '2'), row('ACME', '', '3'), row('acme', '', '4')];
    expect(counts(await importRows(true, ...rows))).toEqual([{ rows: 4, accepted: 4, rejected: 0, duplicates: 0 }, []]);
    const rights = await app.sql<{ title: string }>(
      `select r.title from ip_right r join rights_holder h on h.id = r.rights_holder_id where lower(h.name) = 'acme' order by 1`,
    );
    expect(rights.map(({ title }) => title)).toEqual(['A title', 'Works of Acme']);
    expect(counts(await importRows(true, ...rows))).toEqual([{ rows: 4, accepted: 0, rejected: 0, duplicates: 4 }, []]);
  });

  it('leaves the register alone unless it is asked, and asks for a number where the right has one', async () => {
    const row = 'R-2,sandbox,Somebody,,trademark-use,https://shop.sandbox.redress.test/1';
    expect(counts(await importRows(false, row))).toEqual([
      { rows: 1, accepted: 0, rejected: 1, duplicates: 0 },
      ['not-registered'],
    ]);
    expect(counts(await importRows(true, row))).toEqual([
      { rows: 1, accepted: 0, rejected: 1, duplicates: 0 },
      ['right-missing'],
    ]);
    expect(await app.sql(`select 1 from rights_holder where name = 'Somebody'`)).toEqual([]);
  });
});
