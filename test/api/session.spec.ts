import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '../support/app.js';
import type { TestApp, TestWorkspace } from '../support/app.js';
import { aRightsHolder } from '../support/builders.js';
import { client, expectStatus } from '../support/http.js';
import type { Client, Problem } from '../support/http.js';
import { askForSession, cookiesOf, signIn } from './sign-in.js';

let app: TestApp;
let other: TestWorkspace;
let person: Client;

interface Session {
  person: { email: string };
  workspace: { id: string; slug: string };
  workspaces: { slug: string }[];
  safeMode: boolean;
  waiting: { triage: number; needsHuman: number; overdue: number };
}

beforeAll(async () => {
  app = await startApp();
  other = await app.addWorkspace('Other');
  person = await signIn(app);
}, 60_000);
afterAll(async () => app.close(), 30_000);

const session = async (who: Client): Promise<Session> => expectStatus(await who.get<Session>('/session'), 200);

describe('signing in', () => {
  it('sets a cookie no script can read and no other site sends along', async () => {
    const [cookie] = (await askForSession(app, app.administrator.password)).headers.getSetCookie();
    expect(cookie).toMatch(/^redress\.session_token=/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
  });

  it('with a wrong password or an unknown person is refused, alike', async () => {
    const wrong = await askForSession(app, 'not-the-password');
    const unknown = await client(app.url).post(
      '/api/auth/sign-in/email',
      { email: 'nobody@redress.example', password: 'x'.repeat(12) },
      { origin: app.url },
    );
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.headers.getSetCookie()).toEqual([]);
    expect(wrong.body).toEqual(unknown.body);
  });

  it('from another site is refused', async () => {
    const foreign = await askForSession(app, app.administrator.password, {
      origin: 'https://evil.example',
      cookie: 'x=1',
    });
    expect(foreign.status).toBe(403);
    expect(foreign.headers.getSetCookie()).toEqual([]);
  });

  it('can’t be preceded by signing up', async () => {
    const body = { email: 'new@redress.example', password: 'a-long-password-1', name: 'New' };
    expect((await client(app.url).post('/api/auth/sign-up/email', body, { origin: app.url })).status).toBe(400);
    expect(await app.sql('select 1 from auth."user" where email = $1', [body.email])).toEqual([]);
  });

  it('keeps no password and no API key in the clear', async () => {
    const [account] = await app.sql<{ password: string }>('select password from auth.account');
    expect(account?.password).toMatch(/^\$argon2id\$/);
    const keys = await app.sql<{ row: string }>('select api_key::text as row from api_key');
    for (const { row } of keys) for (const key of [app.main.key, other.key]) expect(row).not.toContain(key);
  });
});

describe('a session', () => {
  it('tells who is signed in, where they work, and what waits', async () => {
    expect(await session(person)).toMatchObject({
      person: { email: app.administrator.email },
      workspace: { slug: 'main' },
      workspaces: [{ slug: 'main' }, { slug: 'other' }],
      safeMode: true,
      waiting: { triage: 0, needsHuman: 0, overdue: 0 },
    });
  });

  it('works in one workspace at a time, and can change to another of its own only', async () => {
    const stranger = await app.addWorkspace('Stranger');
    await app.sql('delete from auth.member where "organizationId" = $1', [stranger.id]);
    expectStatus(await person.post('/session/workspace', { workspaceId: stranger.id }, { origin: app.url }), 404);
    expectStatus(await person.post('/session/workspace', { workspaceId: other.id }, { origin: app.url }), 200);
    expect((await session(person)).workspace.id).toBe(other.id);
    const made = expectStatus(
      await person.post<{ id: string }>('/rights-holders', aRightsHolder(), { origin: app.url }),
      201,
    );
    expect(await app.sql('select workspace_id from rights_holder where id = $1', [made.id])).toEqual([
      { workspace_id: other.id },
    ]);
    expectStatus(await person.post('/session/workspace', { workspaceId: app.main.id }, { origin: app.url }), 200);
  });

  it('takes no change that another site asks for, and any look', async () => {
    for (const origin of ['https://evil.example', 'null', `${app.url}.evil.example`]) {
      const refused = await person.post<Problem>('/rights-holders', aRightsHolder(), { origin });
      expect([origin, refused.status, refused.body.type]).toEqual([origin, 403, '/problems/foreign-origin']);
      expectStatus(await person.post('/session/workspace', { workspaceId: app.main.id }, { origin }), 403);
    }
    expectStatus(await person.get('/complaints', { origin: 'https://evil.example' }), 200);
  });

  it('ends with signing out, at once', async () => {
    const answer = await askForSession(app, app.administrator.password);
    const leaving = client(app.url, { cookie: cookiesOf(answer) });
    expect((await session(leaving)).workspace.slug).toBe('main');
    expect((await leaving.post('/api/auth/sign-out', {}, { origin: app.url })).status).toBe(200);
    expectStatus(await leaving.get('/session'), 401);
    expectStatus(await leaving.get('/complaints'), 401);
  });

  it('of someone who belongs to no workspace sees nothing', async () => {
    const lost = await signIn(app);
    const members = await app.sql<Record<string, string>>('delete from auth.member returning *');
    try {
      expect((await lost.get<Problem>('/session')).body.type).toBe('/problems/no-workspace');
      expectStatus(await lost.get('/complaints'), 403);
    } finally {
      for (const member of members)
        await app.sql('insert into auth.member select * from jsonb_populate_record(null::auth.member, $1)', [
          JSON.stringify(member),
        ]);
    }
  });
});

describe('pages and headers', () => {
  it('let no other site frame them or run scripts', async () => {
    const { headers } = await client(app.url).get('/health/live');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect((await person.get('/session')).headers.get('cache-control')).toBe('no-store');
  });
});
