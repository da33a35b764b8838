import { Identity } from '#libs/persistence';
import { ApiKeys, Journal, hashPassword } from '#libs/workflow';
import type { Scope } from '#libs/workflow';
import { cookiesOf } from '../api/sign-in.js';
import type { TestApp, TestWorkspace } from '../support/app.js';
import { bearer, client } from '../support/http.js';
import type { Client } from '../support/http.js';

const PASSWORD = 'a-password-of-the-tests';

/** A further person of workspace `main` (or another one), signed in by cookie. The name is what stands before the @. */
export async function aMember(app: TestApp, name: string, workspace: TestWorkspace = app.main): Promise<Client> {
  const [identity, journal] = [app.api.get(Identity), app.api.get(Journal)];
  const person = { id: journal.newId(), name, email: `${name.toLowerCase()}@redress.example` };
  const passwordHash = await hashPassword(PASSWORD);
  await identity.addPerson({ ...person, accountId: journal.newId(), passwordHash });
  await identity.addMember({ id: journal.newId(), workspaceId: workspace.id, personId: person.id, role: 'member' });
  return signedIn(app, person.email, PASSWORD);
}

/** The administrator, signed in by cookie. */
export const theAdministrator = async (app: TestApp): Promise<Client> =>
  signedIn(app, app.administrator.email, app.administrator.password);

async function signedIn(app: TestApp, email: string, password: string): Promise<Client> {
  const answer = await client(app.url).post('/api/auth/sign-in/email', { email, password }, { origin: app.url });
  if (answer.status !== 200) throw new Error(`Signing in failed: ${answer.status} ${answer.text}`);
  return client(app.url, { cookie: cookiesOf(answer) });
}

/** A program of workspace `main`, with the address of the person it belongs to. */
export async function aProgram(app: TestApp, owner: string, scopes: readonly Scope[] = ['*']): Promise<Client> {
  const key = await app.api.get(ApiKeys).create(app.main.id, { name: `program of ${owner}`, scopes, owner });
  return client(app.url, bearer(key));
}
