import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ListingImport } from '#libs/domain';
import { ImportAtOnce } from '#libs/workflow';
import type { Caller } from '#libs/workflow';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { registerVelora } from './import-runs.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
  await registerVelora(app.main);
}, 60_000);
afterAll(async () => app.close(), 30_000);

const ROWS = 100_000;
/** Different listings: each is named by some eighty rows. */
const LISTINGS = 1200;
const REFERENCES = 20;

const HEADINGS = 'reference,platform,rights_holder,right_number,ground,url,title,explanation\n';
const line = (at: number): string => {
  const listing = at % LISTINGS;
  const ground = at % 10 === 9 ? 'no such ground' : 'counterfeit';
  const url = `https://sandbox.redress.test/item/${100_000 + listing}?from=${at}`;
  return `R-${listing % REFERENCES},sandbox,Velora GmbH,DE 307,${ground},${url},"Bag no. ${listing}, black",They are fakes.\n`;
};

/** The file as it comes from a disk: piece by piece. */
function* pieces(): Generator<Buffer> {
  yield Buffer.from(HEADINGS);
  for (let at = 0; at < ROWS; at += 1000)
    yield Buffer.from(Array.from({ length: 1000 }, (_, more) => line(at + more)).join(''));
}

// every tenth row is wrong, of 1,200 listings as well as of 100,000 rows
const accepted = (LISTINGS * 9) / 10;
const rejected = ROWS / 10;
const counts = { rows: ROWS, accepted, rejected, duplicates: ROWS - accepted - rejected };
const countsOf = ({ rows, ...page }: ListingImport): object => ({
  rows,
  ...{ accepted: page.accepted, rejected: page.rejected, duplicates: page.duplicates },
});

describe('a file of a hundred thousand rows', () => {
  let caller: Caller;
  let stopped: ListingImport;
  const told = { read: [] as number[], committed: [] as number[] };

  /** Stops once so many rows are read or committed. */
  const until = (step: 'read' | 'committed', rows: number) => {
    const stop = new AbortController();
    const onProgress = (done: 'read' | 'committed', count: number): void => {
      told[done].push(count);
      if (done === step && count >= rows) stop.abort();
    };
    return { dryRun: false, signal: stop.signal, onProgress };
  };

  it('is read up to where it was stopped', async () => {
    caller = { workspaceId: app.main.id, actor: { kind: 'system', id: 'test', name: 'test' }, email: null };
    const file = { name: 'listings.csv', content: Readable.from(pieces()), register: false };
    stopped = await app.api.get(ImportAtOnce).run(caller, file, until('read', ROWS / 2));
    expect(stopped).toMatchObject({ state: 'reading', rows: told.read.at(-1), committed: 0 });
    expect(stopped.rows).toBeGreaterThanOrEqual(ROWS / 2);
    expect(stopped.rows).toBeLessThan(ROWS);
  }, 120_000);

  it('goes on there, says of every row how it stands, and begins to become drafts', async () => {
    const page = await app.api.get(ImportAtOnce).resume(caller, stopped.id, until('committed', 1));
    expect(page).toMatchObject({ state: 'committing', ...counts, committed: told.committed.at(-1) });
    expect(page.committed).toBeLessThan(accepted);
  }, 120_000);

  it('is at its end one item for each accepted row, in as many complaints as there are references', async () => {
    const page = await app.api.get(ImportAtOnce).resume(caller, stopped.id, until('committed', ROWS));
    expect({ state: page.state, complaints: page.complaints, committed: page.committed, ...countsOf(page) }).toEqual({
      ...{ state: 'committed', complaints: REFERENCES - REFERENCES / 10, committed: accepted },
      ...counts,
    });
    const [stored] = await app.sql(
      `select (select count(*)::int from import_row where import_id = $1) as rows,
              (select count(distinct url)::int from item) as listings, (select count(*)::int from item) as items`,
      [stopped.id],
    );
    expect(stored).toEqual({ rows: ROWS, listings: accepted, items: accepted });
  }, 120_000);

  it('tells on the way how far it is, more and more', () => {
    for (const rows of [told.read, told.committed]) expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
    expect(told.read.length).toBeGreaterThan(50);
    expect(told.read.at(-1)).toBe(ROWS);
    expect(told.committed.at(-1)).toBe(accepted);
    expect(told.committed.length).toBeGreaterThan(1);
  });
});
