import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommitImport, ReadImport } from '#libs/workflow';
import { startApp } from '../support/app.js';
import type { TestApp, TestWorkspace } from '../support/app.js';
import { expectStatus } from '../support/http.js';
import { aRow, complaintsCsv, importIn, readImport, summary, undo, upload } from './import-desk.js';
import type { Row } from './import-desk.js';
import {
  dyingIn,
  inOneGo,
  loseJobs,
  oneStep,
  owed,
  reconcile,
  registerVelora,
  stepByStep,
  withWorker,
} from './import-runs.js';

let app: TestApp;
let commit: CommitImport;

// no worker: who commits, and how far, is for each test to say
beforeAll(async () => {
  app = await startApp();
  commit = app.api.get(CommitImport);
}, 60_000);
afterAll(async () => app.close(), 30_000);

/** What the sandbox platform takes in one filing. */
const LIMIT = 200;

/** Complaints that reach from the beginning to the end, one of more rows than are committed at once, and wrong rows. */
const rows = Array.from({ length: 2900 }, (_, at): Row => {
  if (at % 100 === 50) return aRow({ ground: '' });
  if (at % 2 === 0) return aRow({ reference: 'Huge' });
  return aRow({ reference: at % 3 === 0 ? `R-${at % 45}` : '', explanation: at % 9 === 0 ? '' : 'These are fakes.' });
});
const csv = complaintsCsv(rows);
const taken = rows.filter(({ ground }) => ground !== '');

/** The file in a workspace of its own, read and about to be committed. */
async function begun(name: string): Promise<{ id: string; workspace: TestWorkspace }> {
  const workspace = await app.addWorkspace(name);
  await registerVelora(workspace);
  const { id } = await upload(workspace.http, csv);
  await inOneGo(app.api.get(ReadImport), workspace, id);
  expectStatus(await workspace.http.post(`/imports/${id}/commit`), 202);
  return { id, workspace };
}

interface Draft {
  reference: string | null;
  explanation: string;
  urls: string[];
}

const draftsIn = async (id: string, status = 'draft'): Promise<Draft[]> =>
  app.sql<Draft>(
    `select t.data ->> 'reference' as reference, c.explanation,
            (select array_agg(i.url order by i.position) from item i where i.complaint_id = c.id) as urls
       from complaint c join timeline_event t on t.complaint_id = c.id and t.kind = 'imported'
      where c.import_id = $1 and c.status = $2 order by c.reference`,
    [id, status],
  );

/** The same file, committed in one go. */
let undisturbed: { told: number[]; drafts: Draft[] };
beforeAll(async () => {
  const { id, workspace } = await begun('Undisturbed');
  undisturbed = { told: await inOneGo(commit, workspace, id), drafts: await draftsIn(id) };
}, 60_000);

async function expectUndisturbed(id: string, { http }: TestWorkspace): Promise<void> {
  const page = await readImport(http, id);
  const { state, committed, complaints } = page;
  expect({ state, committed, complaints, ...summary(page) }).toEqual({
    ...{ state: 'committed', committed: taken.length, complaints: undisturbed.drafts.length },
    ...{ rows: rows.length, accepted: taken.length, rejected: rows.length - taken.length, duplicates: 0 },
  });
  expect(await draftsIn(id)).toEqual(undisturbed.drafts);
}

describe('an import that is being committed', () => {
  it('makes of each accepted row one item, and of each reference one complaint, or full filings', () => {
    const urls = undisturbed.drafts.flatMap((draft) => draft.urls);
    expect(urls.sort()).toEqual(taken.map(({ url }) => url).sort());
    const sizesOf = (wanted: string): number[] =>
      undisturbed.drafts.filter(({ reference }) => reference === wanted).map((draft) => draft.urls.length);
    const rowsOf = (wanted: string): number => taken.filter(({ reference }) => reference === wanted).length;
    const huge = rowsOf('Huge');
    expect(sizesOf('Huge')).toEqual([...new Array<number>(Math.floor(huge / LIMIT)).fill(LIMIT), huge % LIMIT]);
    const small = Array.from({ length: 15 }, (_, number) => `R-${3 * number}`);
    expect(small.map(sizesOf)).toEqual(small.map((reference) => [rowsOf(reference)]));
    expect(undisturbed.told.length).toBeGreaterThan(2);
    expect(undisturbed.told.at(-1)).toBe(taken.length);
  });

  it('goes on where it was stopped, as often as that happens', async () => {
    const { id, workspace } = await begun('Stopped');
    expect(await stepByStep(commit, workspace, id)).toEqual(undisturbed.told);
    await expectUndisturbed(id, workspace);
  }, 60_000);

  it('is committed once by several who commit at the same time', async () => {
    const { id, workspace } = await begun('Several');
    const told = await Promise.all([1, 2, 3].map(async () => inOneGo(commit, workspace, id)));
    expect(told.flat().sort((a, b) => a - b)).toEqual(undisturbed.told);
    await expectUndisturbed(id, workspace);
  }, 60_000);

  it('is taken over where its process died in the middle of a part', async () => {
    const { id, workspace } = await begun('Died');
    const before = await oneStep(commit, workspace, id);
    const drafts = await draftsIn(id);
    const ended = await dyingIn('item', app, async () => inOneGo(commit, workspace, id));
    expect(String(ended)).toMatch(/terminat/i);
    expect(await readImport(workspace.http, id)).toMatchObject({ state: 'committing', committed: before });
    expect(await draftsIn(id)).toEqual(drafts);
    await loseJobs(app, id);
    await reconcile(app, 0);
    await withWorker(app, async () => importIn(workspace.http, id, 'committed'));
    await expectUndisturbed(id, workspace);
  }, 60_000);

  it('is owed again once nobody has worked on it for a minute', async () => {
    const { id, workspace } = await begun('Lost');
    await loseJobs(app, id);
    await reconcile(app);
    expect(await owed(app, id)).toEqual([]);
    await app.sql(`update listing_import set updated_at = updated_at - interval '61 seconds' where id = $1`, [id]);
    await reconcile(app);
    expect(await owed(app, id)).toEqual(['commit-import']);
    await withWorker(app, async () => importIn(workspace.http, id, 'committed'));
    await expectUndisturbed(id, workspace);
  }, 60_000);

  it('rests while a person has paused it, whoever tries, and goes on when it is resumed', async () => {
    const { id, workspace } = await begun('Paused');
    const before = await oneStep(commit, workspace, id);
    await loseJobs(app, id);
    expectStatus(await workspace.http.post(`/imports/${id}/pause`), 200);
    expect(await inOneGo(commit, workspace, id)).toEqual([]);
    await reconcile(app, 0);
    expect(await owed(app, id)).toEqual([]);
    expect(await readImport(workspace.http, id)).toMatchObject({
      state: 'committing',
      paused: true,
      committed: before,
    });
    expectStatus(await workspace.http.post(`/imports/${id}/resume`), 200);
    expect(await owed(app, id)).toEqual(['commit-import']);
    await withWorker(app, async () => importIn(workspace.http, id, 'committed'));
    await expectUndisturbed(id, workspace);
  }, 60_000);
});

describe('an import that is undone while it is being committed', () => {
  /** As many drafts were withdrawn as were made, and nothing more is drafted by anybody. */
  async function expectAllWithdrawn(id: string, workspace: TestWorkspace): Promise<void> {
    await loseJobs(app, id);
    await reconcile(app, 0);
    expect(await owed(app, id)).toEqual([]);
    expect(await inOneGo(commit, workspace, id)).toEqual([]);
    const { state, complaints, committed } = await readImport(workspace.http, id);
    expect(state).toBe('undone');
    expect(await draftsIn(id)).toEqual([]);
    const withdrawn = await draftsIn(id, 'withdrawn');
    expect(withdrawn).toHaveLength(complaints);
    expect(withdrawn.flatMap(({ urls }) => urls)).toHaveLength(committed);
    const open = await app.sql(
      `select i.url from item i join complaint c on c.id = i.complaint_id where c.import_id = $1 and i.outcome <> 'withdrawn'`,
      [id],
    );
    expect(open).toEqual([]);
  }

  it('withdraws what was drafted so far, and its listings can be imported again', async () => {
    const { id, workspace } = await begun('Undone');
    const before = await oneStep(commit, workspace, id);
    expect(expectStatus(await undo(workspace.http, id), 200)).toMatchObject({ state: 'undone', committed: before });
    await expectAllWithdrawn(id, workspace);
    const { id: again } = await upload(workspace.http, csv);
    await inOneGo(app.api.get(ReadImport), workspace, again);
    expect(await readImport(workspace.http, again)).toMatchObject({ accepted: taken.length, duplicates: 0 });
  }, 60_000);

  it('leaves nothing behind of the part that was just being written', async () => {
    const { id, workspace } = await begun('Undone meanwhile');
    const undone: ReturnType<typeof undo>[] = [];
    await commit.run(workspace.id, id, new AbortController().signal, () => {
      if (undone.length === 0) undone.push(undo(workspace.http, id));
    });
    expect((await Promise.all(undone)).map(({ status }) => status)).toEqual([200]);
    await expectAllWithdrawn(id, workspace);
  }, 60_000);
});
