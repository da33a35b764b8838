import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { aComplaint, aListing, aRight, aRightsHolder, file, registerParties } from '../support/builders.js';
import type { Parties } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import type { Client, Json, Problem } from '../support/http.js';
import { dayFromToday } from './days.js';
import { aPaper, addFile } from './evidence-files.js';

/** An identifier that nothing has. */
const nobodys = '0197f1e2-0000-7000-8000-00000000dead';

interface Power {
  id: string;
  revokedAt: string | null;
}

let app: TestApp;
let http: Client;
beforeAll(async () => {
  app = await startApp();
  http = app.main.http;
}, 60_000);
afterAll(async () => app.close(), 30_000);

/** A rights holder for whom the workspace files as its agent, with one right. */
async function represented(right: Json = {}): Promise<Parties> {
  const holder = aRightsHolder({ representedByAgent: true });
  const { id } = expectStatus(await http.post<{ id: string }>('/rights-holders', holder), 201);
  const made = expectStatus(await http.post<{ id: string }>('/rights', aRight(id, right)), 201);
  return { rightsHolderId: id, rightId: made.id };
}

const aPower = (given: Json = {}): Json => ({ agent: 'Keller Rechtsanwälte', validFrom: '2020-01-01', ...given });

const record = async ({ rightsHolderId }: Parties, given: Json = {}): Promise<Power> =>
  expectStatus(await http.post<Power>(`/rights-holders/${rightsHolderId}/powers-of-attorney`, aPower(given)), 201);

const revoke = async ({ rightsHolderId }: Parties, { id }: Power) =>
  http.post<Power & Problem>(`/rights-holders/${rightsHolderId}/powers-of-attorney/${id}/revoke`);

/** `filed`, or the places that keep it from being filed. */
async function filing(parties: Parties, given: Json = {}): Promise<string | string[]> {
  const answer = await http.post<Problem>('/complaints', aComplaint(parties, { submit: true, ...given }));
  if (answer.status === 201) return 'filed';
  return (answer.body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
}

const powerMissing = ['/rightIds/0 power-of-attorney'];

describe('a power of attorney', () => {
  it('is recorded with its scope and paper, and listed with the others, the latest first', async () => {
    const parties = await represented();
    const paper = await addFile(http, aPaper('power of attorney'));
    const given = {
      rightIds: [parties.rightId],
      platforms: ['taobao', 'tmall'],
      validTo: '2040-12-31',
      fileId: paper.id,
    };
    const narrow = await record(parties, { ...given, validFrom: '2024-02-29' });
    expect(narrow).toMatchObject({ agent: 'Keller Rechtsanwälte', ...given, validFrom: '2024-02-29', revokedAt: null });
    const wide = await record(parties);
    expect(wide).toMatchObject({ rightIds: [], platforms: [], validTo: null, fileId: null });
    const { data } = expectStatus(
      await http.get<{ data: Power[] }>(`/rights-holders/${parties.rightsHolderId}/powers-of-attorney`),
      200,
    );
    expect(data).toEqual([narrow, wide]);
  });

  it('that contradicts itself or names what is not there is refused with each field', async () => {
    const [parties, stranger] = [await represented(), await registerParties(http)];
    const answer = await http.post<Problem>(
      `/rights-holders/${parties.rightsHolderId}/powers-of-attorney`,
      aPower({
        validTo: '2019-12-31',
        rightIds: [parties.rightId, stranger.rightId, nobodys],
        platforms: ['taobao', 'nowhere'],
        fileId: nobodys,
      }),
    );
    expect([answer.status, answer.body.type]).toEqual([422, '/problems/power-invalid']);
    expect(answer.body.errors?.map(({ pointer, detail }) => [pointer, detail])).toEqual([
      ['/validTo', 'The power ends before it begins: correct one of the two dates.'],
      ['/rightIds/1', 'There is no such right of this rights holder.'],
      ['/rightIds/2', 'There is no such right of this rights holder.'],
      ['/platforms/1', 'There is no platform "nowhere".'],
      ['/fileId', 'There is no such file in this workspace: add it first (POST /api/v1/files).'],
    ]);
    expect(
      await app.sql('select 1 from power_of_attorney where rights_holder_id = $1', [parties.rightsHolderId]),
    ).toEqual([]);
  });

  it('is revoked once: revoking it again changes nothing, and nobody else’s can be revoked', async () => {
    const [parties, stranger] = [await represented(), await represented()];
    const power = await record(parties);
    expect((await revoke(stranger, power)).status).toBe(404);
    const revoked = expectStatus(await revoke(parties, power), 200);
    expect(Date.parse(revoked.revokedAt ?? '')).toBeLessThanOrEqual(Date.now());
    expect(expectStatus(await revoke(parties, power), 200)).toEqual(revoked);
    const audit = await app.sql(`select action from audit_event where subject = $1 order by id`, [power.id]);
    expect(audit).toEqual([{ action: 'power-of-attorney.record' }, { action: 'power-of-attorney.revoke' }]);
  });
});

describe('an agent', () => {
  it('can’t submit without a power, can with one, and can’t once it is revoked', async () => {
    const parties = await represented();
    expect(await filing(parties)).toEqual(powerMissing);
    const power = await record(parties);
    expect(await filing(parties)).toBe('filed');
    expectStatus(await revoke(parties, power), 200);
    expect(await filing(parties)).toEqual(powerMissing);
  });

  it.each([
    ['of yesterday', { validTo: dayFromToday(-2) }],
    ['of next week', { validFrom: dayFromToday(7) }],
    ['for another platform', { platforms: ['taobao'] }],
  ])('can’t submit within a power %s', async (_when, given) => {
    const parties = await represented();
    await record(parties, given);
    expect(await filing(parties)).toEqual(powerMissing);
    await record(parties, { validFrom: dayFromToday(-1), validTo: dayFromToday(1), platforms: ['tmall', 'sandbox'] });
    expect(await filing(parties)).toBe('filed');
  });

  it('needs it for each right it relies on', async () => {
    const parties = await represented();
    const second = expectStatus(await http.post<{ id: string }>('/rights', aRight(parties.rightsHolderId)), 201);
    await record(parties, { rightIds: [parties.rightId] });
    const both = { rightIds: [parties.rightId, second.id] };
    expect(await filing(parties)).toBe('filed');
    expect(await filing(parties, both)).toEqual(['/rightIds/1 power-of-attorney']);
    await record(parties, { rightIds: [second.id] });
    expect(await filing(parties, both)).toBe('filed');
  });

  it('needs it where the regime of the notice asks for none, too', async () => {
    const work = { kind: 'copyright', classes: [], number: undefined, office: undefined };
    const parties = await represented(work);
    for (const given of [
      { ground: 'copyright-copy' },
      {
        ground: 'copyright-copy',
        platform: 'sandbox-code',
        items: [aListing({ url: 'https://code.sandbox.redress.test/li/bags' })],
      },
    ])
      expect(await filing(parties, given)).toEqual(powerMissing);
    const mark = await represented();
    const taobao = { platform: 'taobao', items: [{ url: 'https://item.taobao.com/item.htm?id=671021594308' }] };
    expect(await filing(mark, taobao)).toEqual(powerMissing);
    await record(mark, { platforms: ['taobao'] });
    expect(await filing(mark, taobao)).toBe('filed');
  });

  it('is told so by the check before anything is stored, and by the check alone when the power ends soon', async () => {
    const parties = await represented();
    const findings = async (): Promise<unknown[]> =>
      expectStatus(await http.post<{ findings: Json[] }>('/complaints/check', aComplaint(parties)), 200).findings.map(
        ({ code, severity, pointer }) => [code, severity, pointer],
      );
    expect(await findings()).toEqual([['power-missing', 'blocks', '/rightIds/0']]);
    await record(parties, { validTo: dayFromToday(20) });
    expect(await findings()).toEqual([['power-expires-soon', 'advice', '/rightIds/0']]);
    await record(parties);
    expect(await findings()).toEqual([]);
  });

  it('files the draft it made before it had the power once it has it', async () => {
    const parties = await represented();
    const draft = await file(http, parties, { submit: false });
    const submit = async () => http.post<Problem>(`/complaints/${draft.id}/submit`, {});
    expect((await submit()).body.errors).toMatchObject([{ pointer: '/rightIds/0', code: 'power-of-attorney' }]);
    await record(parties);
    expectStatus(await submit(), 200);
  });
});
