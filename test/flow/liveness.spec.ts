import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { registerParties } from '../support/builders.js';
import type { Parties } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import type { Client } from '../support/http.js';
import { aPicture, addFile, sha256 } from './evidence-files.js';
import { filedAbout, lookingAt, observationsOf, seenOf } from './liveness-desk.js';
import type { FiledListing, Looking } from './liveness-desk.js';
import { aListingServer, gonePage, thePage, upPage } from './listing-server.js';
import type { ListingServer } from './listing-server.js';
import { readComplaint } from './read.js';

const delivered = new Date('2026-03-01T09:00:00.000Z');

let app: TestApp;
let http: Client;
let parties: Parties;
let server: ListingServer;
let filed: FiledListing;
let looking: Looking;

const switched = async (observing: boolean): Promise<unknown> =>
  expectStatus(await http.put('/rules/observing', { observing }), 200);
const decide = async (outcome: string, at: Date): Promise<unknown> =>
  expectStatus(await http.post(`/complaints/${filed.id}/decisions`, { outcome, decidedAt: at.toISOString() }), 201);
const facts = async () => {
  const { outcome, lastSeenUp, firstSeenDown, relistedAt, claimedButUp } = await seenOf(http, filed);
  return { outcome, lastSeenUp, firstSeenDown, relistedAt, claimedButUp };
};
const hours = (count: number): string => new Date(delivered.getTime() + count * 3_600_000).toISOString();
/** A look so many hours after the delivery. */
const lookAt = async (hour: number): Promise<void> => {
  looking.pass((Date.parse(hours(hour)) - looking.now().getTime()) / 3_600_000);
  await looking.look(filed);
};

beforeAll(async () => {
  app = await startApp();
  ({ http } = app.main);
  parties = await registerParties(http);
}, 60_000);
afterAll(async () => app.close(), 30_000);
beforeEach(async () => {
  await switched(true);
  // what other tests reported is watched no longer
  await app.sql('update item set looked_at = now(), next_look_at = null');
  server = await aListingServer();
  filed = await filedAbout(app, parties, server, delivered);
  looking = lookingAt(app, delivered);
}, 20_000);
afterEach(async () => server.close());

const nothing = { outcome: 'pending', lastSeenUp: null, firstSeenDown: null, relistedAt: null, claimedButUp: false };

describe('the looks at a listing', () => {
  it('keep what they saw as evidence, and the page itself only where the state changed', async () => {
    await lookAt(24);
    server.show({ ...upPage, html: thePage('VELORA bag no. 7 – now in brown'), headers: { etag: '"v2"' } });
    await lookAt(48);
    await lookAt(72);
    const [third, second, first] = await observationsOf(http, filed);
    const base = {
      state: 'up',
      source: 'fetch',
      recordedBy: 'Redress',
      finalUrl: server.url,
      note: null,
      fileId: null,
    };
    const changed = sha256(thePage('VELORA bag no. 7 – now in brown'));
    expect(first).toMatchObject({
      ...base,
      ground: 'page-shown',
      at: hours(24),
      status: 200,
      sha256: sha256(upPage.html),
    });
    expect(second).toMatchObject({ ...base, ground: 'page-shown', at: hours(48), sha256: changed, documentId: null });
    expect(third).toMatchObject({ ...base, ground: 'not-modified', status: 304, sha256: changed, documentId: null });
    expect(server.asked).toEqual(
      [undefined, '"v1"', '"v2"'].map((etag) => ({ agent: `Redress/0 (+${app.url})`, etag })),
    );
    const kept = await http.get(`/documents/${first?.documentId ?? ''}`);
    expect([kept.text, kept.headers.get('content-disposition')]).toEqual([
      upPage.html,
      `attachment; filename="${first?.documentId ?? ''}.html"`,
    ]);
    expect((await readComplaint(http, filed.id)).timeline.filter(({ kind }) => kind === 'observed')).toMatchObject([
      { at: hours(24), data: { observation: 'up', itemId: filed.itemId } },
    ]);
  });

  it('find it down from the second one on, as of the first, and that is an outcome of its own until a decision comes', async () => {
    await lookAt(24);
    server.show(gonePage);
    await lookAt(48);
    expect(await facts()).toEqual({ ...nothing, lastSeenUp: hours(24) });
    expect((await seenOf(http, filed)).nextLookAt).toBe(hours(50));
    await lookAt(50);
    const down = { ...nothing, lastSeenUp: hours(24), firstSeenDown: hours(48) };
    expect(await facts()).toEqual({ ...down, outcome: 'down-unattributed' });
    await decide('removed', new Date(hours(47)));
    expect(await facts()).toEqual({ ...down, outcome: 'removed' });
    expect((await readComplaint(http, filed.id)).status).toBe('decided');
  });

  it('tell what came back at the same address', async () => {
    await decide('removed', new Date(hours(1)));
    for (const [hour, page] of [
      [24, gonePage],
      [48, gonePage],
      [72, upPage],
      [96, upPage],
    ] as const) {
      server.show(page);
      await lookAt(hour);
    }
    const back = { outcome: 'relisted', firstSeenDown: hours(24), relistedAt: hours(72) };
    expect(await facts()).toEqual({ ...nothing, ...back });
    expect((await observationsOf(http, filed)).map(({ state }) => state)).toEqual([
      'relisted',
      'relisted',
      'down',
      'down',
    ]);
  });

  it('tell what the platform says it removed, and is up', async () => {
    await decide('removed', new Date(hours(1)));
    await lookAt(24);
    expect(await facts()).toEqual({ ...nothing, outcome: 'removed', lastSeenUp: hours(24), claimedButUp: true });
  });

  it('change no fact where they saw nothing certain, and keep no guess', async () => {
    for (const [hour, page] of [
      [24, { status: 503, html: '' }],
      [25, { status: 403, html: thePage('Forbidden', 'No.') }],
      [26, { status: 200, html: thePage('Security', 'Please verify you are human.') }],
      [27, { status: 451, html: '' }],
      [28, { status: 302, html: '', headers: { location: 'http://169.254.169.254/latest/meta-data/' } }],
    ] as const) {
      server.show(page);
      await lookAt(hour);
    }
    expect(await facts()).toEqual(nothing);
    expect((await observationsOf(http, filed)).map(({ state, ground }) => `${state} ${ground}`)).toEqual([
      'unobservable private-address',
      'geo-down legal-block',
      'unobservable captcha',
      'unobservable refused',
      'unobservable server-error',
    ]);
  });

  it('leave a host alone as long as it asks, and then look again', async () => {
    server.show({ status: 429, html: '', headers: { 'retry-after': '604800' } });
    await lookAt(24);
    expect((await seenOf(http, filed)).nextLookAt).toBe(hours(24 + 168));
    server.show(upPage);
    await lookAt(25);
    expect(server.asked).toHaveLength(1);
    expect(await seenOf(http, filed)).toMatchObject({ lookedAt: hours(24), nextLookAt: hours(24 + 168) });
  });

  it('fill the columns of the analysis table that tell of them', async () => {
    await decide('removed', new Date(hours(1)));
    for (const [hour, page] of [
      [24, upPage],
      [48, gonePage],
      [72, gonePage],
      [96, upPage],
    ] as const) {
      server.show(page);
      await lookAt(hour);
    }
    const csv = (await http.get('/items', { accept: 'text/csv' })).text.split('\r\n').map((line) => line.split(','));
    const row = csv.find(([id]) => id === filed.itemId) ?? [];
    const cell = (name: string): string | undefined => row[csv[0]?.indexOf(name) ?? -1];
    expect(['outcome', 'last_seen_up', 'first_seen_down', 'relisted_at'].map(cell)).toEqual([
      'relisted',
      hours(24),
      hours(48),
      hours(96),
    ]);
  });
});

describe('the schedule of the looks', () => {
  it('begins a day after delivery, goes on by growing intervals, and looks sooner after a removal', async () => {
    looking.pass(23.9);
    expect(await looking.owed()).toEqual([]);
    looking.pass(0.1);
    expect(await looking.owed()).toEqual([filed.itemId]);
    expect(await looking.owed()).toEqual([]);
    await looking.look(filed);
    expect((await seenOf(http, filed)).nextLookAt).toBe(hours(48));
    await lookAt(24 * 31);
    expect((await seenOf(http, filed)).nextLookAt).toBe(hours(24 * 38));
    await decide('removed', new Date(hours(24 * 31 + 1)));
    looking.pass(24);
    expect(await looking.owed()).toEqual([]);
    looking.pass(1);
    expect(await looking.owed()).toEqual([filed.itemId]);
  });

  it('makes up for a look that was lost', async () => {
    looking.pass(24);
    expect(await looking.owed()).toEqual([filed.itemId]);
    looking.pass(0.6);
    expect(await looking.owed()).toEqual([filed.itemId]);
  });

  it('asks one thing of a host at a time', async () => {
    const other = await filedAbout(app, parties, server, delivered);
    looking.pass(24);
    const found = [...(await looking.owed()), '|', ...(await looking.owed()), '|', ...(await looking.owed())];
    expect(found).toEqual([expect.any(String), '|', expect.any(String), '|']);
    expect(new Set(found)).toEqual(new Set([filed.itemId, other.itemId, '|']));
  });

  it('stops at once where the switch is turned off, for looks that are owed too', async () => {
    looking.pass(24);
    await switched(false);
    expect(await looking.owed()).toEqual([]);
    await looking.look(filed);
    expect([server.asked, await observationsOf(http, filed)]).toEqual([[], []]);
    await switched(true);
    expect(await looking.owed()).toEqual([filed.itemId]);
  });

  it('leaves withdrawn complaints alone', async () => {
    looking.pass(24);
    expectStatus(await http.post(`/complaints/${filed.id}/withdraw`, {}), 200);
    expect(await looking.owed()).toEqual([]);
    await looking.look(filed);
    expect(server.asked).toEqual([]);
  });
});

describe('a look that a person asks for', () => {
  it('is owed once in ten minutes, and only where the workspace lets Redress look', async () => {
    expect(expectStatus(await http.post<{ items: unknown[] }>(`${filed.path}/observe`), 202).items).toMatchObject([
      { seen: { lookAsked: true, lookedAt: null } },
    ]);
    expect(expectStatus(await http.post(`${filed.path}/observe`), 429)).toMatchObject({
      type: '/problems/looked-just-now',
    });
    await app.sql(`update item set look_asked_at = now() - interval '11 minutes' where id = $1`, [filed.itemId]);
    await switched(false);
    expect(expectStatus(await http.post(`${filed.path}/observe`), 409)).toMatchObject({
      type: '/problems/observing-off',
    });
    await switched(true);
    await app.sql(`update complaint set simulated = true where id = $1`, [filed.id]);
    expect(expectStatus(await http.post(`${filed.path}/observe`), 409)).toMatchObject({
      type: '/problems/listing-simulated',
    });
  });

  it('is of the complaint that is named, and no other', async () => {
    const other = await filedAbout(app, parties, server, delivered);
    const path = `/complaints/${other.id}/items/${filed.itemId}`;
    expect((await http.post(`${path}/observe`)).status).toBe(404);
    expect((await http.get(`${path}/observations`)).status).toBe(404);
    expect((await http.post(`${path}/observations`, { state: 'up', at: hours(1) })).status).toBe(404);
  });
});

describe('what a person saw', () => {
  it('is kept with the screenshot and counts as a look does', async () => {
    const { id: fileId } = await addFile(http, aPicture, 'seen.png');
    const record = async (body: Record<string, unknown>): Promise<unknown> =>
      expectStatus(await http.post(`${filed.path}/observations`, body), 201);
    await switched(false);
    await record({ state: 'up', at: hours(2) });
    await record({ state: 'down', at: hours(50) });
    await record({ state: 'down', at: hours(48), note: 'The shop says so.', fileId });
    expect(await facts()).toEqual({
      ...nothing,
      outcome: 'down-unattributed',
      lastSeenUp: hours(2),
      firstSeenDown: hours(48),
    });
    await record({ state: 'up', at: hours(49) });
    expect(await facts()).toEqual({ ...nothing, lastSeenUp: hours(49) });
    expect((await observationsOf(http, filed))[2]).toMatchObject({
      state: 'down',
      ground: 'seen-by-person',
      source: 'person',
      recordedBy: 'bootstrap',
      note: 'The shop says so.',
      fileId,
      sha256: null,
    });
  });

  it.each([
    [{ state: 'up', at: '2099-01-01T00:00:00Z' }, 422, '/at'],
    [{ state: 'gone', at: '2026-03-02T00:00:00Z' }, 400, '/state'],
    [{ state: 'up' }, 400, '/at'],
  ])('is refused where it cannot be: %j', async (body, status, pointer) => {
    const problem = expectStatus(
      await http.post<{ errors: { pointer: string }[] }>(`${filed.path}/observations`, body),
      status,
    );
    expect(problem.errors.map((each) => each.pointer)).toContain(pointer);
    expect(await observationsOf(http, filed)).toEqual([]);
  });

  it('is refused where its screenshot is no file of the workspace', async () => {
    const fileId = '01890000-0000-7000-8000-000000000001';
    expect((await http.post(`${filed.path}/observations`, { state: 'up', at: hours(1), fileId })).status).toBe(404);
  });
});

describe('the evidence of the looks', () => {
  it('cannot be changed or taken away by the application', async () => {
    await lookAt(24);
    const rights = await app.sql<{ privilege_type: string }>(
      `select privilege_type from information_schema.role_table_grants where table_name = 'observation' and grantee = 'redress_app'`,
    );
    expect(rights.map(({ privilege_type }) => privilege_type).sort()).toEqual(['INSERT', 'SELECT']);
  });
});
