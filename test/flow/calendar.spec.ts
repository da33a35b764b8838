import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { aRight, file, registerParties } from '../support/builders.js';
import type { Filed, Parties } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import type { Client, Problem } from '../support/http.js';
import { dayFromToday } from './days.js';
import { aMember, theAdministrator } from './people.js';

let app: TestApp;
let administrator: Client;
let parties: Parties;
let filed: Filed;

beforeAll(async () => {
  app = await startApp();
  administrator = await theAdministrator(app);
  parties = await registerParties(app.main.http);
  filed = await file(app.main.http, parties);
}, 60_000);
afterAll(async () => app.close(), 30_000);

const makeAddress = async (person: Client): Promise<string> =>
  expectStatus(await person.post<{ address: string }>('/calendar-feed'), 200).address;

/** What a calendar program does: no cookie, no key. */
const ask = async (address: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(address, { headers, redirect: 'manual' });

interface DeadlineFacts {
  id: string;
  kind: string;
  runsAgainst: string;
  state?: string;
  closedAt?: Date;
}

async function aDeadline({ id, kind, runsAgainst, state = 'open', closedAt }: DeadlineFacts): Promise<string> {
  await app.sql(
    `insert into deadline (workspace_id, id, complaint_id, kind, runs_against, hook, due_at, state, closed_at)
     values ($1, $2, $3, $4, $5, 'Art. 20 of the rules', '2031-05-06T07:08:09Z', $6, $7)`,
    [app.main.id, id, filed.id, kind, runsAgainst, state, closedAt ?? null],
  );
  return id;
}

/** The entries of a calendar as text, by their UID. */
async function entriesOf(address: string): Promise<Record<string, string[]>> {
  const text = (await (await ask(address)).text()).replaceAll('\r\n ', '');
  const entries = text.split('BEGIN:VEVENT\r\n').slice(1);
  return Object.fromEntries(
    entries.map((entry) => {
      const lines = entry.split('\r\n');
      return [lines.find((line) => line.startsWith('UID:'))?.slice(4) ?? '', lines];
    }),
  );
}

const daysAgo = (days: number): Date => new Date(Date.now() - days * 86_400_000);

describe('a calendar', () => {
  it('holds what is due from us, what the platforms have to decide, and what was cancelled of late', async () => {
    const address = await makeAddress(administrator);
    const ours = await aDeadline({
      id: '01988000-0000-7000-8000-000000000001',
      kind: 'appeal',
      runsAgainst: 'complainant',
    });
    const theirs = await aDeadline({
      id: '01988000-0000-7000-8000-000000000002',
      kind: 'decision',
      runsAgainst: 'platform',
    });
    const late = await aDeadline({
      ...{ id: '01988000-0000-7000-8000-000000000003', kind: 'counter-notice', runsAgainst: 'complainant' },
      ...{ state: 'cancelled', closedAt: daysAgo(29) },
    });
    const others = [
      { kind: 'acknowledgement', runsAgainst: 'platform' },
      { kind: 'appeal', runsAgainst: 'complainant', state: 'met', closedAt: daysAgo(1) },
      { kind: 'appeal', runsAgainst: 'complainant', state: 'missed', closedAt: daysAgo(1) },
      { kind: 'appeal', runsAgainst: 'complainant', state: 'cancelled', closedAt: daysAgo(31) },
    ];
    for (const [at, other] of others.entries())
      await aDeadline({ id: `01988000-0000-7000-8000-00000000001${at}`, ...other });

    const all = await entriesOf(address);
    expect(Object.keys(all).sort()).toEqual([ours, theirs, late]);
    const link = `${app.url}/complaints/${filed.id}`;
    expect(all[ours]).toEqual(
      expect.arrayContaining([
        'DTSTART:20310506T070809Z',
        `SUMMARY:${filed.reference}: appeal due from us (Sandbox platform)`,
        `DESCRIPTION:Art. 20 of the rules\\n${link}`,
        `URL;VALUE=URI:${link}`,
        'SEQUENCE:0',
        'STATUS:CONFIRMED',
      ]),
    );
    expect(all[theirs]).toContain(`SUMMARY:${filed.reference}: decision due from Sandbox platform`);
    expect(all[late]).toEqual(expect.arrayContaining(['STATUS:CANCELLED', 'SEQUENCE:1']));

    expect(Object.keys(await entriesOf(`${address}?of=mine`)).sort()).toEqual([ours, late]);
    expect((await ask(`${address}?of=theirs`)).status).toBe(400);
    await app.sql('delete from deadline');
  });

  it('holds the days on which rights and powers end, ninety days ahead', async () => {
    const address = await makeAddress(administrator);
    const right = async (title: string, validTo: string): Promise<string> =>
      expectStatus(
        await app.main.http.post<{ id: string }>('/rights', aRight(parties.rightsHolderId, { title, validTo })),
        201,
      ).id;
    const [soon] = [await right('ENDS', dayFromToday(90)), await right('LATER', dayFromToday(91))];
    const power = expectStatus(
      await app.main.http.post<{ id: string }>(`/rights-holders/${parties.rightsHolderId}/powers-of-attorney`, {
        agent: 'Keller',
        validFrom: '2020-01-01',
        validTo: dayFromToday(1),
      }),
      201,
    ).id;
    const entries = await entriesOf(address);
    const uids = [`${power}-${dayFromToday(1)}`, `${soon}-${dayFromToday(90)}`];
    expect(Object.keys(entries).sort()).toEqual([...uids].sort());
    expect(entries[uids[1] ?? '']).toEqual(
      expect.arrayContaining([`DTSTART;VALUE=DATE:${dayFromToday(90).replaceAll('-', '')}`, 'SUMMARY:ENDS ends']),
    );
    expect(entries[uids[0] ?? '']).toContain('SUMMARY:Power of attorney of Keller ends');
  });

  it('is read as a calendar, and not again while it is the same', async () => {
    const address = await makeAddress(administrator);
    const first = await ask(address);
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const text = await first.text();
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[\s\S]*\r\nEND:VCALENDAR\r\n$/);
    const etag = first.headers.get('etag') ?? '';
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await ask(address, { 'if-none-match': held });
      expect([held, again.status, await again.text()]).toEqual([held, 304, '']);
    }
    await aDeadline({ id: '01988000-0000-7000-8000-000000000020', kind: 'appeal', runsAgainst: 'complainant' });
    const changed = await ask(address, { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
    await app.sql('delete from deadline');
  });
});

describe('the address of a calendar', () => {
  it('is 256 random bits, kept as a hash alone, and shown once', async () => {
    const before = expectStatus(await administrator.get<{ createdAt: string | null }>('/calendar-feed'), 200);
    const address = await makeAddress(administrator);
    const [, token = ''] = /\/calendar\/([A-Za-z0-9_-]{43})\.ics$/.exec(address) ?? [];
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const now = expectStatus(await administrator.get<{ createdAt: string | null }>('/calendar-feed'), 200);
    expect(Object.keys(now)).toEqual(['createdAt']);
    expect(now.createdAt).not.toBe(before.createdAt);
    for (const table of ['calendar_feed', 'audit_event', 'idempotency_key'])
      expect([table, await app.sql(`select 1 from ${table} t where strpos(t::text, $1) > 0`, [token])]).toEqual([
        table,
        [],
      ]);
  });

  it('is not repeated to whoever repeats the request', async () => {
    const post = async () =>
      administrator.post<{ address: string | null }>('/calendar-feed', undefined, {
        'idempotency-key': 'calendar-once',
      });
    const [first, again] = [expectStatus(await post(), 200), expectStatus(await post(), 200)];
    expect([first.address?.startsWith(`${app.url}/calendar/`), again.address]).toEqual([true, null]);
    expect((await ask(first.address ?? '')).status).toBe(200);
  });

  it('leads nowhere once it was made anew or revoked', async () => {
    const first = await makeAddress(administrator);
    const second = await makeAddress(administrator);
    expect([(await ask(first)).status, (await ask(second)).status]).toEqual([404, 200]);
    expectStatus(await administrator.send('DELETE', '/calendar-feed'), 204);
    expect((await ask(second)).status).toBe(404);
    expect(expectStatus(await administrator.get('/calendar-feed'), 200)).toEqual({ createdAt: null });
    expectStatus(await administrator.send('DELETE', '/calendar-feed'), 204);
  });

  it('is each person’s own, and ends with their membership', async () => {
    const member = await aMember(app, 'Quirin');
    const [own, theirs] = [await makeAddress(administrator), await makeAddress(member)];
    expectStatus(await administrator.send('DELETE', '/calendar-feed'), 204);
    expect([(await ask(own)).status, (await ask(theirs)).status]).toEqual([404, 200]);
    await app.sql(`delete from auth.member m using auth."user" u where u.id = m."userId" and u.email like 'quirin@%'`);
    expect((await ask(theirs)).status).toBe(404);
  });

  it('is of one workspace alone', async () => {
    await aDeadline({ id: '01988000-0000-7000-8000-000000000030', kind: 'appeal', runsAgainst: 'complainant' });
    const other = await app.addWorkspace('Elsewhere');
    const person = await theAdministrator(app);
    expectStatus(await person.post('/session/workspace', { workspaceId: other.id }), 200);
    expect(await entriesOf(await makeAddress(person))).toEqual({});
    await app.sql('delete from deadline');
  });

  it('is a person’s, not a program’s', async () => {
    const answer = await app.main.http.post<Problem>('/calendar-feed');
    expect([answer.status, answer.body.type]).toEqual([403, '/problems/scope-missing']);
  });

  it('that nobody was given is not found, and asked for a hundred times a minute at most', async () => {
    const nowhere = `${app.url}/calendar/${'A'.repeat(43)}.ics`;
    const statuses = new Map<number, number>();
    for (let asked = 0; asked < 120; asked += 1) {
      const { status } = await ask(nowhere);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect([...statuses.keys()].sort()).toEqual([404, 429]);
    const refused = (await (await ask(nowhere)).json()) as Problem;
    expect(refused).toMatchObject({ type: '/problems/too-many-requests', status: 429 });
    for (const path of ['/calendar', '/calendar/', '/calendar/a/b'])
      expect([path, (await ask(`${app.url}${path}`)).status]).toEqual([path, 404]);
  });
});
