import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '../support/app.js';
import type { TestApp, TestWorkspace } from '../support/app.js';
import { aComplaint, aRight, aRightsHolder, file, registerParties } from '../support/builders.js';
import type { Parties } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import type { Answer, Json, Problem } from '../support/http.js';
import { aPaper, addFile } from './evidence-files.js';

/** An identifier that nothing has. */
const nobodys = '0197f1e2-0000-7000-8000-00000000dead';
/** A form that was never saved. */
const aDraft = '/drafts/0197f1e2-0000-7000-8000-0000000000aa';

interface World extends Parties {
  file: string;
  power: string;
  draft: string;
  template: string;
  complaint: string;
}

let app: TestApp;
let mine: World;
let theirs: World;
beforeAll(async () => {
  app = await startApp();
  mine = await aWorld(app.main);
  theirs = await aWorld(await app.addWorkspace('Other'));
}, 60_000);
afterAll(async () => app.close(), 30_000);

let serial = 0;
async function aWorld({ http }: TestWorkspace): Promise<World> {
  const parties = await registerParties(http);
  const made = async (path: string, body: Json): Promise<string> =>
    expectStatus(await http.post<{ id: string }>(path, body), 201).id;
  const draft = `0197f1e2-0000-7000-8000-00000000000${String((serial += 1))}`;
  expectStatus(await http.put(`/drafts/${draft}`, { answers: {}, version: 0 }), 200);
  expectStatus(await http.post(`/drafts/${draft}/share`, { shared: true }), 200);
  const power = { agent: 'Keller', validFrom: '2020-01-01' };
  return {
    ...parties,
    file: (await addFile(http, aPaper('certificate'))).id,
    power: await made(`/rights-holders/${parties.rightsHolderId}/powers-of-attorney`, power),
    draft,
    template: await made('/templates', { name: 'Bags', answers: {} }),
    complaint: (await file(http, parties, { submit: false })).id,
  };
}

type Ask = (id: string) => Promise<Answer<Problem>>;
const get =
  (path: (id: string) => string): Ask =>
  async (id) =>
    app.main.http.get(path(id));
const post =
  (path: (id: string) => string, body: (id: string) => Json = () => ({})): Ask =>
  async (id) =>
    app.main.http.post(path(id), body(id));
const put =
  (path: (id: string) => string, body: (id: string) => Json): Ask =>
  async (id) =>
    app.main.http.put(path(id), body(id));

const entry = (given: Json = {}): Json => {
  const { rightsHolderId: _holder, ...right } = aRight('', given);
  return right;
};
const aPower = (given: Json = {}): Json => ({ agent: 'Keller', validFrom: '2020-01-01', ...given });
const powersOfMine = (): string => `/rights-holders/${mine.rightsHolderId}/powers-of-attorney`;
const certificate = (fileId: string): Json => ({ documents: [{ kind: 'certificate', title: 'x', fileId }] });

/** A complaint new, looked over and changed that differs from a good one in what it names. */
const orders = (given: (id: string) => Json): [string, Ask][] => [
  [
    'POST /complaints',
    post(
      () => '/complaints',
      (id) => aComplaint(mine, given(id)),
    ),
  ],
  [
    'POST /complaints/check',
    post(
      () => '/complaints/check',
      (id) => aComplaint(mine, given(id)),
    ),
  ],
  [
    'PUT /complaints/{id}',
    put(
      () => `/complaints/${mine.complaint}`,
      (id) => aComplaint(mine, given(id)),
    ),
  ],
];
const ofHolder = (id: string): string => `/rights-holders/${id}`;
const ofRight = (id: string): string => `/rights/${id}`;
const ofComplaint = (id: string): string => `/complaints/${id}`;
const aVerification = (): Json => ({ status: 'verified', since: '2026-01-01' });

/** Every place where a request can name something of a workspace, by what it names. */
const places: Record<keyof World, [string, Ask][]> = {
  rightsHolderId: [
    ['GET /rights-holders/{id}', get(ofHolder)],
    ['PUT /rights-holders/{id}', put(ofHolder, () => aRightsHolder())],
    ['GET powers of', get((id) => `${ofHolder(id)}/powers-of-attorney`)],
    [
      'POST powers of',
      post(
        (id) => `${ofHolder(id)}/powers-of-attorney`,
        () => aPower(),
      ),
    ],
    [
      'POST /rights',
      post(
        () => '/rights',
        (id) => aRight(id),
      ),
    ],
    ...orders((rightsHolderId) => ({ rightsHolderId })),
  ],
  rightId: [
    ['GET /rights/{id}', get(ofRight)],
    ['PUT /rights/{id}', put(ofRight, () => entry())],
    ['GET verifications', get((id) => `${ofRight(id)}/verifications`)],
    ['PUT verification', put((id) => `${ofRight(id)}/verifications/alibaba-ipp`, aVerification)],
    ['POST powers', post(powersOfMine, (id) => aPower({ rightIds: [id] }))],
    ...orders((id) => ({ rightIds: [id] })),
  ],
  file: [
    ['GET /files/{id}', get((id) => `/files/${id}`)],
    ['GET /files/{id}/content', get((id) => `/files/${id}/content`)],
    [
      'POST /rights',
      post(
        () => '/rights',
        (id) => aRight(mine.rightsHolderId, certificate(id)),
      ),
    ],
    [
      'PUT /rights/{id}',
      put(
        () => ofRight(mine.rightId),
        (id) => entry(certificate(id)),
      ),
    ],
    ['POST powers', post(powersOfMine, (fileId) => aPower({ fileId }))],
    ...orders((id) => ({ evidence: [id] })),
  ],
  power: [['POST revoke', post((id) => `${powersOfMine()}/${id}/revoke`)]],
  draft: [
    ['GET /drafts/{id}', get((id) => `/drafts/${id}`)],
    [
      'POST share',
      post(
        (id) => `/drafts/${id}/share`,
        () => ({ shared: true }),
      ),
    ],
    ['POST restore', post((id) => `/drafts/${id}/restore`)],
    ['DELETE /drafts/{id}', async (id) => app.main.http.send('DELETE', `/drafts/${id}`)],
  ],
  template: [
    [
      'PUT /templates/{id}',
      put(
        (id) => `/templates/${id}`,
        () => ({ name: 'Shoes', answers: {} }),
      ),
    ],
    ['DELETE /templates/{id}', async (id) => app.main.http.send('DELETE', `/templates/${id}`)],
  ],
  complaint: [
    ['PUT /complaints/{id}', put(ofComplaint, () => aComplaint(mine))],
    ['POST submit', post((id) => `${ofComplaint(id)}/submit`)],
    ['POST approve', post((id) => `${ofComplaint(id)}/approve`)],
    [
      'POST return',
      post(
        (id) => `${ofComplaint(id)}/return`,
        () => ({ reason: 'no' }),
      ),
    ],
    ['POST withdraw', post((id) => `${ofComplaint(id)}/withdraw`)],
    [
      'PUT /drafts/{id}',
      put(
        () => aDraft,
        (complaintId) => ({ answers: {}, version: 0, complaintId }),
      ),
    ],
  ],
};

/** What an answer says, but for the identifier asked for and that of the request itself. */
function said({ status, body }: Answer<Problem>, id: string): unknown {
  const { requestId: _requestId, ...problem } = body;
  return [status, JSON.parse(JSON.stringify(problem).replaceAll(id, 'ID'))];
}

describe.each(Object.entries(places))('what another workspace has as its %s', (kind, asked) => {
  it.each(asked)('is told of as what is not there: %s', async (_place, ask) => {
    const id = theirs[kind as keyof World];
    const [answer, unknown] = [await ask(id), await ask(nobodys)];
    expect([404, 422]).toContain(answer.status);
    expect(said(answer, id)).toEqual(said(unknown, nobodys));
  });

  it('stands as it stood', async () => {
    const before = await rows();
    for (const [, ask] of asked) await ask(theirs[kind as keyof World]);
    expect(await rows()).toEqual(before);
  });
});

/** Everything there is of the other workspace, as the database's owner sees it. */
const rows = async (): Promise<unknown[]> =>
  app.sql(
    `select to_jsonb(t) from rights_holder t where workspace_id <> $1 union all select to_jsonb(t) from ip_right t where workspace_id <> $1
      union all select to_jsonb(t) from evidence_file t where workspace_id <> $1 union all select to_jsonb(t) from power_of_attorney t where workspace_id <> $1
      union all select to_jsonb(t) from filing_draft t where workspace_id <> $1 union all select to_jsonb(t) from filing_template t where workspace_id <> $1
      union all select to_jsonb(t) from complaint t where workspace_id <> $1 union all select to_jsonb(t) from right_verification t where workspace_id <> $1`,
    [app.main.id],
  );

describe('a form', () => {
  it('is saved under an identifier that another workspace has in use as if it were free', async () => {
    const saved = expectStatus(
      await app.main.http.put(`/drafts/${theirs.draft}`, { answers: { platform: 'ebay' }, version: 0 }),
      200,
    );
    expect(saved).toMatchObject({ version: 1, own: true, answers: { platform: 'ebay' } });
    const stored = await app.sql<{ answers: Json }>(
      'select answers from filing_draft where id = $1 order by answers::text',
      [theirs.draft],
    );
    expect(stored).toEqual([{ answers: { platform: 'ebay' } }, { answers: {} }]);
  });
});
