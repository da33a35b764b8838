import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scopes } from '#libs/workflow';
import { fakeSmtp } from '../support/fake-smtp.js';
import { startApp } from '../support/app.js';
import type { TestApp, TestWorkspace } from '../support/app.js';
import { aComplaint, aRight, file, registerParties } from '../support/builders.js';
import { bearer, client, expectStatus } from '../support/http.js';
import type { Answer, Client, Problem } from '../support/http.js';
import { aWorld, matrix } from './matrix.js';
import type { Entry, World } from './matrix.js';
import { fieldsOf, jsonBodyOf, pointerOf, resolved, routesOf, withValue, wrongFor } from './openapi.js';
import type { OpenApi, Route } from './openapi.js';
import { signIn } from './sign-in.js';

let app: TestApp;
let other: TestWorkspace;
let world: World;
let document: OpenApi;
let routes: Route[];
let signedIn: Client;
let smtp: Awaited<ReturnType<typeof fakeSmtp>>;

beforeAll(async () => {
  smtp = await fakeSmtp({});
  app = await startApp({ env: { SANDBOX_SMTP_PORT: String(smtp.port) } });
  other = await app.addWorkspace('Other');
  world = await aWorld(app);
  document = expectStatus(await app.main.http.get<OpenApi>('/api/openapi.json'), 200);
  routes = routesOf(document);
  signedIn = await signIn(app);
}, 90_000);
afterAll(async () => {
  await app.close();
  await smtp.close();
}, 30_000);

const entryOf = (route: Route): Entry => matrix[route.name] ?? { scope: 'complaints:read' };

const addressOf = (route: Route, values: Record<string, string>): string => {
  const path = route.path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(values[name] ?? ''));
  return route.name === 'GET /measures' ? `${path}?groupBy=platform` : path;
};

/** Sends the route's own good request, or what is given instead. */
async function send(
  who: Client,
  route: Route,
  instead: { path?: Record<string, string>; body?: unknown } = {},
): Promise<Answer<Problem>> {
  const { path, body, raw } = entryOf(route);
  const address = addressOf(route, { ...path?.(world), ...instead.path });
  if (raw !== undefined) {
    const { type, content } = raw();
    return who.send<Problem>(route.method, address, content, { 'content-type': type });
  }
  const given = 'body' in instead ? instead.body : body?.(world);
  if (given === undefined) return who.send<Problem>(route.method, address);
  return who.send<Problem>(route.method, address, JSON.stringify(given), json);
}

const json = { 'content-type': 'application/json' };

/** Whoever may use the route. */
const allowed = (route: Route): Client => (entryOf(route).scope === 'session' ? signedIn : app.main.http);

function expectProblem(answer: Answer<Problem>, ...statuses: number[]): Problem {
  const shown = `${answer.status} ${answer.text.slice(0, 500)}`;
  expect([shown, statuses.includes(answer.status)]).toEqual([shown, true]);
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(answer.body).toMatchObject({ status: answer.status, requestId: answer.headers.get('x-request-id') });
  expect(answer.body.type).toMatch(/^\/problems\/[a-z-]+$/);
  expect(answer.body.detail.length).toBeGreaterThan(0);
  return answer.body;
}

/** How what is no identifier is answered, by the name of the parameter: names and numbers of rows are looked up. */
const malformed: Record<string, number[]> = { slug: [404], desk: [404], row: [400, 404] };

/** What no workspace holds, by the name of the parameter. */
const unknowns: Record<string, string> = { slug: 'no-such-platform', desk: 'no-such-desk', row: '999999999' };

const pointersOf = (problem: Problem): string[] => (problem.errors ?? []).map((each) => each.pointer);

describe('the routes', () => {
  it('are those of the matrix, each with a scope that exists', () => {
    expect(routes.map((route) => route.name).sort()).toEqual(Object.keys(matrix).sort());
    for (const { scope } of Object.values(matrix)) expect([...scopes, 'session']).toContain(scope);
  });
});

describe.each(Object.keys(matrix).map((name) => [name] as const))('%s', (name) => {
  let route: Route;
  beforeAll(() => {
    const found = routes.find((each) => each.name === name);
    if (found === undefined) throw new Error(`The API has no route ${name}`);
    route = found;
  });

  it('asks who is there', async () => {
    expectProblem(await send(client(app.url), route), 401);
    expectProblem(await send(client(app.url, bearer('no-such-key-0123456789')), route), 401);
    expectProblem(await send(client(app.url, { authorization: 'Basic YTpi' }), route), 401);
    expectProblem(await send(client(app.url, { cookie: 'redress.session_token=forged.signature' }), route), 401);
  });

  it('asks for its scope', async () => {
    const { scope } = entryOf(route);
    if (scope === 'session') return;
    const most = await app.addKey(
      app.main.id,
      scopes.filter((each) => each !== scope && each !== '*'),
    );
    expect(expectProblem(await send(client(app.url, bearer(most)), route), 403)).toMatchObject({
      type: '/problems/scope-missing',
    });
    const own = await app.addKey(app.main.id, [scope]);
    const answer = await send(client(app.url, bearer(own)), route, {
      path: Object.fromEntries(Object.keys(entryOf(route).path?.(world) ?? {}).map((each) => [each, 'x'])),
    });
    expect([401, 403]).not.toContain(answer.status);
  });

  it('refuses a malformed identifier, and finds no unknown one', async () => {
    for (const { name: parameter } of (route.parameters ?? []).filter((each) => each.in === 'path')) {
      const statuses = malformed[parameter] ?? [400];
      for (const bad of ['x', '-1', "' or 1=1", 'ffffffff-ffff'])
        expectProblem(await send(allowed(route), route, { path: { [parameter]: bad } }), ...statuses);
      if (entryOf(route).makes === true) continue;
      const unknown = unknowns[parameter] ?? '01890000-0000-7000-8000-000000000000';
      expectProblem(await send(allowed(route), route, { path: { [parameter]: unknown } }), 404);
    }
  });

  it('does not see another workspace’s rows', async () => {
    const { path, scope, makes = false } = entryOf(route);
    if (path === undefined || scope === 'session' || makes || 'slug' in path(world)) return;
    expectProblem(await send(other.http, route), 404);
  });

  it('names each field of the body that is missing, of a wrong kind, or unknown', async () => {
    const schema = jsonBodyOf(document, route);
    if (schema === null) return;
    const example = entryOf(route).body?.(world);
    for (const field of fieldsOf(document, schema, example)) {
      const pointer = pointerOf(field.at);
      if (field.required) {
        const found = pointersOf(
          expectProblem(await send(allowed(route), route, { body: withValue(example, field.at, 'absent') }), 400),
        );
        expect([pointer, found]).toEqual([pointer, expect.arrayContaining([pointer])]);
      }
      const wrong = withValue(example, field.at, { set: wrongFor(field.schema) });
      const found = pointersOf(expectProblem(await send(allowed(route), route, { body: wrong }), 400));
      expect([pointer, found.some((each) => each === pointer || each.startsWith(`${pointer}/`))]).toEqual([
        pointer,
        true,
      ]);
    }
    const surplus = expectProblem(
      await send(allowed(route), route, { body: withValue(example, ['sur/plus'], { set: 1 }) }),
      400,
    );
    expect(surplus.errors).toEqual([
      { pointer: '/sur~1plus', code: 'unknown-field', detail: 'sur/plus is no field of this request.' },
    ]);
  });

  it('never fails on a value nobody thought of', async () => {
    const schema = jsonBodyOf(document, route);
    if (schema === null) return;
    const example = entryOf(route).body?.(world);
    const odd = [
      null,
      {},
      [],
      [[]],
      [null],
      [{}],
      ['\u0000'],
      ['\ud800'],
      [1e15],
      -1,
      1e15,
      1.5,
      '',
      '\u0000',
      'half a pair \ud800',
      'x'.repeat(60_000),
      '0000-01-01',
      '9999-12-31T23:59:59Z',
      true,
    ];
    const failed: string[] = [];
    for (const field of fieldsOf(document, schema, example)) {
      for (const value of odd) {
        const body = withValue(example, field.at, { set: value });
        const answer = await send(allowed(route), route, { body });
        if (answer.status >= 500)
          failed.push(`${pointerOf(field.at)} = ${JSON.stringify(value).slice(0, 40)}: ${answer.status}`);
      }
    }
    expect(failed).toEqual([]);
  }, 60_000);

  it('refuses a body that is no object, is broken, or of another type', async () => {
    if (jsonBodyOf(document, route) === null) return;
    const address = addressOf(route, entryOf(route).path?.(world) ?? {});
    for (const body of ['[]', '[{}]', '"text"', '17', 'true'])
      expectProblem(await allowed(route).send<Problem>(route.method, address, body, json), 400);
    for (const body of ['{', '{"a":', "{'a':1}", '{"__proto__":{"a":1}}'])
      expectProblem(await allowed(route).send<Problem>(route.method, address, body, json), 400);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']) {
      expectProblem(await allowed(route).send<Problem>(route.method, address, 'a=b', { 'content-type': type }), 415);
    }
  });

  it('names each parameter of the query that is wrong or unknown', async () => {
    const query = (route.parameters ?? []).filter((each) => each.in === 'query');
    if (route.method !== 'GET' || query.length === 0) return;
    const path = route.path.replace(/\{(\w+)\}/g, (_all, name: string) => entryOf(route).path?.(world)[name] ?? '');
    const needed = route.name === 'GET /measures' ? { groupBy: 'platform' } : {};
    const ask = async (more: Record<string, string>): Promise<string[]> =>
      pointersOf(
        expectProblem(
          await allowed(route).get<Problem>(`${path}?${new URLSearchParams({ ...needed, ...more }).toString()}`),
          400,
        ),
      );
    for (const parameter of query) {
      const schema = resolved(document, parameter.schema);
      const bad =
        schema.enum === undefined && schema.type === 'string' && schema.format === undefined
          ? '\u0000'
          : String(wrongFor(schema));
      expect([parameter.name, await ask({ [parameter.name]: bad })]).toEqual([
        parameter.name,
        expect.arrayContaining([`/${parameter.name}`]),
      ]);
    }
    expect(await ask({ surplus: '1' })).toEqual(['/surplus']);
  });
});

describe('rows of another workspace named in a body', () => {
  it('are unknown: a right or a complaint can’t be built on them', async () => {
    const theirs = await registerParties(other.http);
    const right = expectProblem(await app.main.http.post<Problem>('/rights', aRight(theirs.rightsHolderId)), 422);
    expect(pointersOf(right)).toEqual(['/rightsHolderId']);
    const complaint = expectProblem(await app.main.http.post<Problem>('/complaints', aComplaint(theirs)), 422);
    expect(pointersOf(complaint)).toEqual(['/rightsHolderId', '/rightIds/0']);
    const mixed = expectProblem(
      await app.main.http.post<Problem>('/complaints', aComplaint({ ...world, rightId: theirs.rightId })),
      422,
    );
    expect(pointersOf(mixed)).toEqual(['/rightIds/0']);
    const filed = await file(other.http, theirs);
    const match = expectProblem(
      await app.main.http.post<Problem>(`/replies/${world.reply}/code`, { action: 'match', complaintId: filed.id }),
      404,
      422,
    );
    expect(match.detail).toContain('complaint');
  });

  it('are in no list', async () => {
    const mine = await Promise.all(
      ['/complaints', '/rights', '/rights-holders', '/items', '/triage?tab=all', '/dev-mailbox'].map(
        async (path) => (await app.main.http.get<{ data: { id: string }[] }>(path)).body.data,
      ),
    );
    const ids = new Set(mine.flat().map((row) => row.id));
    for (const path of ['/complaints', '/rights', '/rights-holders', '/items', '/triage?tab=all', '/dev-mailbox']) {
      const { data } = expectStatus(await other.http.get<{ data: { id: string }[] }>(path), 200);
      expect([path, data.filter((row) => ids.has(row.id))]).toEqual([path, []]);
    }
  });
});

describe('what is not there', () => {
  it('is a problem document too', async () => {
    expectProblem(await app.main.http.get<Problem>('/nothing'), 404);
    expectProblem(await app.main.http.send<Problem>('DELETE', '/complaints'), 404);
    expectProblem(await app.main.http.get<Problem>('/api/nothing'), 404);
  });

  it('is asked for without a key only where nobody is asked for one', async () => {
    const anybody = client(app.url);
    expect(expectStatus(await anybody.get('/health/live'), 200)).toEqual({ status: 'ok' });
    expect(expectStatus(await anybody.get('/health/ready'), 200)).toMatchObject({ status: 'ok' });
    expect((await anybody.get('/metrics')).status).toBe(200);
    expect((await anybody.get('/api/openapi.json')).status).toBe(200);
  });

  it('is too large to be read', async () => {
    expectProblem(
      await app.main.http.send<Problem>('POST', '/replies', Buffer.alloc(25 * 1024 * 1024 + 1), {
        'content-type': 'message/rfc822',
      }),
      413,
    );
  });
});

describe('openapi.json', () => {
  it('is OpenAPI 3.1 with every operation named, answered and free of words of 3.0', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(document.info.title).toBe('Redress');
    const ids = routes.map((route) => route.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const route of routes) {
      const codes = Object.keys(route.responses);
      expect([route.name, codes.some((code) => /^2\d\d$/.test(code)), codes.includes('default')]).toEqual([
        route.name,
        true,
        true,
      ]);
      const named = (route.parameters ?? []).filter((each) => each.in === 'path').map((each) => each.name);
      expect([route.name, named.sort()]).toEqual([
        route.name,
        [...route.path.matchAll(/\{(\w+)\}/g)].map(([, each]) => each).sort(),
      ]);
    }
    expect(JSON.stringify(document)).not.toContain('"nullable"');
  });

  it('refers to nothing that it does not describe', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
      ([, reference]) => reference ?? '',
    );
    expect(references.length).toBeGreaterThan(20);
    for (const reference of references)
      expect([
        reference,
        document.components.schemas[reference.replace('#/components/schemas/', '')] !== undefined,
      ]).toEqual([reference, true]);
  });
});
