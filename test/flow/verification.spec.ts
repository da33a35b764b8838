import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { aComplaint, registerParties } from '../support/builders.js';
import type { Parties } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import type { Client, Json, Problem } from '../support/http.js';

interface Verification {
  desk: string;
  platforms: string[];
  needed: boolean;
  status: string;
  since: string | null;
  note: string | null;
  recordedBy: string | null;
}

let app: TestApp;
let http: Client;
beforeAll(async () => {
  app = await startApp();
  http = app.main.http;
}, 60_000);
afterAll(async () => app.close(), 30_000);

const IPP = 'alibaba-ipp';

const desksOf = async ({ rightId }: Parties): Promise<Verification[]> =>
  expectStatus(await http.get<{ data: Verification[] }>(`/rights/${rightId}/verifications`), 200).data;

const deskOf = async (parties: Parties, desk: string): Promise<Verification | undefined> =>
  (await desksOf(parties)).find((each) => each.desk === desk);

const record = async ({ rightId }: Parties, desk: string, entry: Json) =>
  http.put<Verification & Problem>(`/rights/${rightId}/verifications/${desk}`, { since: '2026-02-01', ...entry });

/** What the check says of the right's verification with a platform. */
async function foundBy(parties: Parties, platform: string, url: string): Promise<unknown[]> {
  const order = aComplaint(parties, { platform, ground: 'counterfeit', items: [{ url }] });
  const { findings } = expectStatus(await http.post<{ findings: Json[] }>('/complaints/check', order), 200);
  return findings
    .filter(({ code }) => code === 'right-not-verified')
    .map(({ severity, pointer, reason, values }) => ({ severity, pointer, reason, values }));
}
const onTaobao = async (parties: Parties) =>
  foundBy(parties, 'taobao', 'https://item.taobao.com/item.htm?id=671021594308');
const onTmall = async (parties: Parties) =>
  foundBy(parties, 'tmall', 'https://detail.tmall.com/item.htm?id=585790000201');

describe('the desks that verify a right', () => {
  it('are one for all of Alibaba’s platforms, and each other platform’s own', async () => {
    const desks = await desksOf(await registerParties(http));
    expect(desks.find(({ desk }) => desk === IPP)).toMatchObject({
      platforms: expect.arrayContaining(['Taobao', 'Tmall', 'Lazada', 'AliExpress']),
      needed: true,
      status: 'not-submitted',
      since: null,
      recordedBy: null,
    });
    expect(desks.find(({ desk }) => desk === 'github')).toMatchObject({ platforms: ['GitHub'], needed: false });
    expect(desks.map(({ desk }) => desk)).not.toEqual(expect.arrayContaining(['taobao']));
    const platforms = desks.flatMap((each) => each.platforms);
    expect(new Set(platforms).size).toBe(platforms.length);
  });

  it('are named where one is sought that there is not', async () => {
    const answer = await record(await registerParties(http), 'taobao', { status: 'verified' });
    expect([answer.status, answer.body.type]).toEqual([404, '/problems/desk-not-found']);
    expect(answer.body.detail).toContain(IPP);
  });
});

describe('a right verified once', () => {
  it('counts for every platform of the desk, and for no other right', async () => {
    const [parties, other] = [await registerParties(http), await registerParties(http)];
    const refusal = (platform: string, status: string, title = 'VELORA') => [
      { severity: 'refusal', pointer: '/rightIds/0', reason: 'RR-12', values: { title, platform, status } },
    ];
    expect(await onTaobao(parties)).toEqual(refusal('Taobao', 'not-submitted'));
    expectStatus(await record(parties, IPP, { status: 'pending' }), 200);
    expect(await onTmall(parties)).toEqual(refusal('Tmall', 'pending'));
    expectStatus(await record(parties, IPP, { status: 'verified' }), 200);
    expect([await onTaobao(parties), await onTmall(parties)]).toEqual([[], []]);
    expect(await onTaobao(other)).toEqual(refusal('Taobao', 'not-submitted'));
  });

  it('stands as it was told last, with what the desk said, by whom, and in the audit log', async () => {
    const parties = await registerParties(http);
    expectStatus(await record(parties, IPP, { status: 'pending', note: 'Class page missing.\nSent again.' }), 200);
    const saved = expectStatus(await record(parties, IPP, { status: 'rejected', since: '2026-03-01' }), 200);
    expect(saved).toMatchObject({ status: 'rejected', since: '2026-03-01', note: null, recordedBy: 'bootstrap' });
    expect(await deskOf(parties, IPP)).toEqual(saved);
    const audit = await app.sql<{ data: Json }>(
      `select data from audit_event where subject = $1 and action = 'right.verification' order by id`,
      [parties.rightId],
    );
    expect(audit.map(({ data }) => data['status'])).toEqual(['pending', 'rejected']);
  });

  it('is recorded once, however many record it at the same time', async () => {
    const parties = await registerParties(http);
    const statuses = ['pending', 'verified', 'rejected', 'pending', 'verified'];
    const answers = await Promise.all(statuses.map(async (status) => record(parties, IPP, { status })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(await app.sql('select 1 from right_verification where right_id = $1', [parties.rightId])).toHaveLength(1);
  });

  it('is refused a status or a day that is none', async () => {
    const parties = await registerParties(http);
    const answer = await record(parties, IPP, { status: 'perhaps', since: '2026-13-01' });
    expect([answer.status, [...new Set(answer.body.errors?.map(({ pointer }) => pointer))]]).toEqual([
      400,
      ['/status', '/since'],
    ]);
    expect((await deskOf(parties, IPP))?.status).toBe('not-submitted');
  });
});
