import type { TestApp } from '../support/app.js';
import { client } from '../support/http.js';
import type { Answer, Client } from '../support/http.js';

/** Asks for a session as the sign-in page does. */
export const askForSession = async (
  app: TestApp,
  password: string,
  headers: Record<string, string> = {},
): Promise<Answer> =>
  client(app.url).post(
    '/api/auth/sign-in/email',
    { email: app.administrator.email, password },
    { origin: app.url, ...headers },
  );

/** `name=value` of every cookie the answer sets. */
export const cookiesOf = (answer: Answer): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0] ?? '')
    .join('; ');

/** The administrator, signed in by cookie. */
export async function signIn(app: TestApp): Promise<Client> {
  const answer = await askForSession(app, app.administrator.password);
  if (answer.status !== 200) throw new Error(`Signing in failed: ${answer.status} ${answer.text}`);
  return client(app.url, { cookie: cookiesOf(answer) });
}
