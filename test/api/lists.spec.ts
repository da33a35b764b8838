import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '#libs/domain';
import type { ItemFact } from '#libs/domain';
import { readItemsCsv } from '#libs/reports';
import { measuresBy } from '#libs/statistics';
import { DeliverAttempt } from '#libs/workflow';
import { fakeSmtp } from '../support/fake-smtp.js';
import { readComplaint } from '../flow/read.js';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { aComplaint, aListing, aRightsHolder, file, registerParties } from '../support/builders.js';
import type { Filed, Parties } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import type { Problem } from '../support/http.js';

let app: TestApp;
let smtp: Awaited<ReturnType<typeof fakeSmtp>>;
let velora: Parties;
let copyright: Parties;
/** a draft, two decided (removed; refused), one filed, one withdrawn, one on another platform */
let filed: Record<'draft' | 'removed' | 'refused' | 'waiting' | 'withdrawn' | 'code', Filed>;

beforeAll(async () => {
  smtp = await fakeSmtp({});
  app = await startApp({ env: { SANDBOX_SMTP_PORT: String(smtp.port) } });
  const { http } = app.main;
  velora = await registerParties(http, { number: 'DE 5550100' });
  copyright = await registerParties(http, { kind: 'copyright', title: 'A work', number: undefined, classes: [] });
  const codeListing = { url: 'https://github.com/someone/something', seller: 'someone%_\\' };
  filed = {
    draft: await file(http, velora, { submit: false }),
    removed: await file(http, velora, { items: [aListing(), aListing({ title: 'comma, "quote" = line' })] }),
    refused: await file(http, velora, { ground: 'counterfeit' }),
    waiting: await file(http, velora),
    withdrawn: await file(http, velora),
    code: await file(http, copyright, { platform: 'sandbox-code', ground: 'copyright-copy', items: [codeListing] }),
  };
  for (const { id } of [filed.removed, filed.refused, filed.waiting, filed.code]) {
    const [attempt] = (await readComplaint(http, id)).attempts;
    await app.api.get(DeliverAttempt).run(app.main.id, attempt?.id ?? '', new AbortController().signal);
  }
  const decidedAt = (): string => new Date().toISOString();
  expectStatus(
    await http.post(`/complaints/${filed.removed.id}/decisions`, { outcome: 'removed', decidedAt: decidedAt() }),
    201,
  );
  const justification = { J1: true, J2: false, J3: true, J4: false, J5: false, J6: false, J7: true };
  expectStatus(
    await http.post(`/complaints/${filed.refused.id}/decisions`, {
      outcome: 'refused',
      statedReason: 'RR-01',
      text: 'No.',
      decidedAt: decidedAt(),
      justification,
    }),
    201,
  );
  expectStatus(await http.post(`/complaints/${filed.withdrawn.id}/withdraw`, {}), 200);
}, 90_000);
afterAll(async () => {
  await app.close();
  await smtp.close();
}, 30_000);

interface Page<Row> {
  data: Row[];
  nextCursor: string | null;
}

/** All rows of a list, page by page. */
async function walk<Row>(path: string, limit: number): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < 100; pages += 1) {
    const query: string = new URLSearchParams({
      limit: String(limit),
      ...(cursor === null ? {} : { cursor }),
    }).toString();
    const page: Page<Row> = expectStatus(
      await app.main.http.get<Page<Row>>(`${path}${path.includes('?') ? '&' : '?'}${query}`),
      200,
    );
    rows.push(...page.data);
    expect(page.data.length).toBeLessThanOrEqual(limit);
    if (page.nextCursor === null) return rows;
    expect(page.data).toHaveLength(limit);
    cursor = page.nextCursor;
  }
  throw new Error(`${path} has no last page`);
}

describe.each([['/complaints'], ['/rights'], ['/rights-holders'], ['/items'], ['/triage?tab=all'], ['/dev-mailbox']])(
  '%s',
  (path) => {
    beforeAll(async () => {
      for (const n of [1, 2, 3])
        await app.main.http.send('POST', '/replies', `Subject: ${n}\r\n\r\nwords ${path}\r\n`, {
          'content-type': 'message/rfc822',
        });
    });

    it('gives every row once, whatever the page is', async () => {
      const all = (await walk<{ id: string }>(path, 200)).map((row) => row.id);
      expect(all.length).toBeGreaterThan(1);
      expect(new Set(all).size).toBe(all.length);
      for (const limit of [1, 2, all.length])
        expect((await walk<{ id: string }>(path, limit)).map((row) => row.id)).toEqual(all);
    });

    it('refuses a limit or a cursor that is none', async () => {
      for (const query of [
        'limit=0',
        'limit=201',
        'limit=x',
        'cursor=x',
        'cursor=',
        `cursor=${Buffer.from("' or 1=1").toString('base64url')}`,
      ]) {
        const answer = await app.main.http.get<Problem>(`${path}${path.includes('?') ? '&' : '?'}${query}`);
        expect([query, answer.status, answer.body.errors?.[0]?.pointer]).toEqual([
          query,
          400,
          `/${query.split('=')[0] ?? ''}`,
        ]);
      }
    });
  },
);

describe('the filters of complaints', () => {
  const found = async (query: Record<string, string>): Promise<string[]> => {
    const rows = await walk<{ id: string }>(`/complaints?${new URLSearchParams(query).toString()}`, 50);
    return (Object.keys(filed) as (keyof typeof filed)[]).filter((name) =>
      rows.some((row) => row.id === filed[name].id),
    );
  };
  const past = addDays(new Date(), -1).toISOString();
  const future = addDays(new Date(), 1).toISOString();

  it.each<[Record<string, string>, string[]]>([
    [{}, ['draft', 'removed', 'refused', 'waiting', 'withdrawn', 'code']],
    [{ platform: 'sandbox-code' }, ['code']],
    [{ platform: 'nowhere' }, []],
    [{ status: 'draft' }, ['draft']],
    [{ status: 'decided' }, ['removed', 'refused']],
    [{ outcome: 'refused' }, ['refused']],
    [{ outcome: 'pending' }, ['draft', 'waiting', 'code']],
    [{ ground: 'counterfeit' }, ['refused']],
    [{ from: past, to: future }, ['draft', 'removed', 'refused', 'waiting', 'withdrawn', 'code']],
    [{ from: future }, []],
    [{ to: past }, []],
    [{ overdue: 'true' }, []],
    [{ overdue: 'false', platform: 'sandbox-code' }, ['code']],
    [{ q: 'GitHub.com/someone' }, ['code']],
    [{ q: 'someone%_\\' }, ['code']],
    [{ q: '%' }, ['code']],
    [{ q: 'nothing like it' }, []],
    [{ status: 'decided', outcome: 'removed', ground: 'trademark-use' }, ['removed']],
  ])('%j', async (query, names) => {
    expect(await found(query)).toEqual(names);
  });

  it('find by rights holder, reference and registration number', async () => {
    expect(await found({ rightsHolderId: copyright.rightsHolderId })).toEqual(['code']);
    expect(await found({ q: filed.waiting.reference.toLowerCase() })).toEqual(['waiting']);
    expect(await found({ q: '5550100' })).toEqual(['draft', 'removed', 'refused', 'waiting', 'withdrawn']);
  });

  it('find what is overdue, and only while it is open', async () => {
    await app.sql(
      `update deadline set due_at = now() - interval '1 day' where complaint_id = any($1) and state = 'open'`,
      [[filed.waiting.id, filed.refused.id]],
    );
    expect(await found({ overdue: 'true' })).toEqual(['waiting']);
    const row = (await walk<{ id: string; overdue: boolean }>('/complaints', 50)).find(
      ({ id }) => id === filed.waiting.id,
    );
    expect(row?.overdue).toBe(true);
  });
});

/** As it comes through the API. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the analysis table', () => {
  const csv = async (query = ''): Promise<string> => {
    const answer = await app.main.http.get(`/items${query}`, { accept: 'text/csv' });
    expectStatus(answer, 200);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="items.csv"');
    return answer.text;
  };
  const facts = async (text: string): Promise<ItemFact[]> => {
    const found: ItemFact[] = [];
    for await (const fact of readItemsCsv(Readable.from([Buffer.from(text)]))) found.push(fact);
    return found;
  };

  it('is the same as CSV and as JSON, and holds no draft', async () => {
    const json = await walk<Record<string, unknown>>('/items', 3);
    const rows = (JSON.parse(JSON.stringify(await facts(await csv()))) as Record<string, unknown>[]).map((row) => ({
      ...row,
      id: row['itemId'],
    }));
    expect(rows).toEqual(json);
    expect(json).toHaveLength(6);
    expect(json.map((row) => row['complaintId'])).not.toContain(filed.draft.id);
  });

  it('honours every filter in both forms', async () => {
    for (const query of [
      '?platform=sandbox-code',
      '?ground=counterfeit',
      `?rightsHolderId=${copyright.rightsHolderId}`,
      `?from=${addDays(new Date(), 1).toISOString()}`,
      `?to=${addDays(new Date(), 1).toISOString()}`,
    ]) {
      const ids = (await facts(await csv(query))).map((fact) => fact.itemId);
      expect([query, ids]).toEqual([
        query,
        (await walk<{ itemId: string }>(`/items${query}`, 2)).map((row) => row.itemId),
      ]);
      expect(ids.length).toBe(query.startsWith('?from') ? 0 : query.startsWith('?to') ? 6 : 1);
    }
  });

  it('gives the figures of the API to the digit, at any data cut', async () => {
    for (const asOf of [new Date(), addDays(new Date(), 40), addDays(new Date(), -1)]) {
      const all = measuresBy(await facts(await csv()), (fact) => fact.platform, { asOf });
      for (const platform of ['sandbox', 'sandbox-code']) {
        const answer = await app.main.http.get<{ measures: Record<string, unknown> }>(
          `/platforms/${platform}/measures?asOf=${asOf.toISOString()}`,
        );
        const { errorEpisodes, ...measures } = expectStatus(answer, 200).measures;
        expect(errorEpisodes).toBe(0);
        expect(asJson(all.get(platform))).toEqual(measures);
      }
      const compared = expectStatus(
        await app.main.http.get<{ data: { key: string; measures: unknown }[] }>(
          `/measures?groupBy=platform&asOf=${asOf.toISOString()}`,
        ),
        200,
      );
      expect(compared.data.map(({ key, measures }) => [key, measures])).toEqual(
        [...all].sort().map(([key, measures]) => [key, asJson(measures)]),
      );
    }
  });

  it('has the counts a person would count', async () => {
    const asOf = addDays(new Date(), 40).toISOString();
    const { measures, items } = expectStatus(
      await app.main.http.get<{ items: number; measures: Record<string, object> }>(
        `/platforms/sandbox/measures?asOf=${asOf}`,
      ),
      200,
    );
    expect(items).toBe(5);
    expect(measures['refusalRate']).toMatchObject({ numerator: 1, denominator: 3 });
    expect(measures['unjustifiedRefusalShare']).toMatchObject({ numerator: 1, denominator: 1 });
    expect(measures['noGuidanceShare']).toMatchObject({ numerator: 1, denominator: 1 });
    expect(measures['preventedFilingRate']).toMatchObject({ numerator: 0, denominator: 5 });
    for (const key of ['refusalRate', 'preventedFilingRate', 'unjustifiedRefusalShare', 'noGuidanceShare']) {
      expect(Object.keys(measures[key] ?? {}).sort()).toEqual([
        'clusters',
        'coverage',
        'denominator',
        'designEffect',
        'effectiveClusters',
        'high',
        'level',
        'low',
        'method',
        'note',
        'numerator',
        'reliable',
        'value',
      ]);
    }
  });
});

describe('a document', () => {
  it('comes as an attachment that no browser runs', async () => {
    const [attempt] = (await readComplaint(app.main.http, filed.removed.id)).attempts;
    const { headers } = await app.main.http.get(`/documents/${attempt?.documentId ?? ''}`);
    expect(headers.get('content-type')).toContain('message/rfc822');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[0-9a-f-]{36}\.eml"$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  });
});

describe('an Idempotency-Key', () => {
  const count = async (): Promise<number> =>
    (await app.sql<{ n: number }>('select count(*)::int as n from complaint'))[0]?.n ?? 0;

  it('gives the first answer again, and does the work once', async () => {
    const body = aComplaint(velora);
    const before = await count();
    const first = await app.main.http.post('/complaints', body, { 'idempotency-key': 'same' });
    const again = await app.main.http.post('/complaints', body, { 'idempotency-key': 'same' });
    expect([first.status, again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 201, 'true']);
    expect(again.body).toEqual(first.body);
    expect(await count()).toBe(before + 1);
  });

  it('is refused for another body or another route', async () => {
    const headers = { 'idempotency-key': 'mismatch' };
    expectStatus(await app.main.http.post('/rights-holders', aRightsHolder(), headers), 201);
    for (const path of ['/rights-holders', '/complaints']) {
      const other = await app.main.http.post<Problem>(path, aRightsHolder(), headers);
      expect([other.status, other.body.type]).toEqual([409, '/problems/idempotency-mismatch']);
    }
  });

  it('is free again after a request that failed, and belongs to its workspace', async () => {
    const headers = { 'idempotency-key': 'again' };
    expectStatus(await app.main.http.post('/rights-holders', { name: '' }, headers), 400);
    expectStatus(
      await app.main.http.post('/complaints', aComplaint(velora, { submit: true, signature: undefined }), headers),
      422,
    );
    expectStatus(await app.main.http.post('/rights-holders', aRightsHolder(), headers), 201);
    const other = await app.addWorkspace('Keys');
    expectStatus(await other.http.post('/rights-holders', aRightsHolder(), headers), 201);
  });

  it('of many requests at once lets one do the work', async () => {
    const body = aRightsHolder();
    const answers = await Promise.all(
      Array.from({ length: 8 }, async () =>
        app.main.http.post<{ type?: string; id?: string }>('/rights-holders', body, { 'idempotency-key': 'race' }),
      ),
    );
    const done = answers.filter((answer) => answer.status === 201);
    expect(new Set(done.map((answer) => answer.body.id)).size).toBe(1);
    for (const answer of answers.filter((each) => each.status !== 201))
      expect([answer.status, answer.body.type]).toEqual([409, '/problems/idempotency-running']);
    expect(await app.sql('select count(*)::int as n from rights_holder where name = $1', [body['name']])).toEqual([
      { n: 1 },
    ]);
  });

  it('of more than 200 characters is refused', async () => {
    expectStatus(
      await app.main.http.post('/rights-holders', aRightsHolder(), { 'idempotency-key': 'x'.repeat(201) }),
      400,
    );
  });
});
