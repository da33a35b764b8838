import { createHash, randomInt } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { portalVerdict } from '#libs/simulation';
import type { Behaviour, Portal as PortalBehaviour } from '#libs/simulation';
import { formData } from './form-data.js';
import type { Entered } from './form-data.js';
import { failuresAt } from './failures.js';
import { html, nothing } from './html.js';
import type { Html } from './html.js';
import { Sessions, cookieOf } from './session.js';
import type { Session, UploadedFile } from './session.js';
import { isStep, required, stepBody, steps, titles } from './steps.js';
import type { Step } from './steps.js';
import { go, show } from './visit.js';
import type { Visit } from './visit.js';

/** Whoever knows it has an account at every simulated portal: there is nothing behind it. */
export const PORTAL_PASSWORD = 'portal-password';

/** A notice as it was filed on the form. */
export interface FiledForm {
  platform: Behaviour;
  /** what the confirmation page says */
  number: string;
  user: string;
  fields: Readonly<Record<string, string>>;
  files: readonly UploadedFile[];
}

export interface PortalDesk {
  /** counts the tries to file this reference, from 1 */
  nextTry: (platform: string, reference: string) => number;
  accept: (filed: FiledForm) => void;
  refuse: (refused: { platform: string; reference: string; user: string; why: string }) => void;
}

/** The web forms of the simulated platforms, below `/portal/<slug>/`. */
export class Portal {
  private readonly sessions = new Sessions();
  private filed = 0;

  constructor(
    private readonly behaviours: readonly Behaviour[],
    private readonly desk: PortalDesk,
    private readonly seed: number,
  ) {}

  /** @returns whether the request was one for a form */
  answers(request: IncomingMessage, response: ServerResponse): boolean {
    const { pathname } = new URL(request.url ?? '/', 'http://sandbox');
    const [, slug, path] = /^\/portal\/([a-z0-9-]+)\/([a-z0-9/-]*)$/i.exec(pathname) ?? [];
    const behaviour = this.behaviours.find((each) => each.slug === slug);
    if (path === undefined || behaviour === undefined || behaviour.portal === null) return false;
    const visit = { portal: behaviour.portal, behaviour, path, request, response };
    void this.visit(visit).catch(() => {
      show(visit, 500, 'Error', html`<p>The simulation failed.</p>`);
    });
    return true;
  }

  private async visit(visit: Visit): Promise<void> {
    const { request, behaviour, path } = visit;
    const isPost = request.method === 'POST';
    const data = isPost ? await formData(request) : null;
    const session = this.sessions.of(request.headers.cookie, behaviour.slug);
    if (isPost && data === null) show(visit, 413, 'Too large', html`<p>The request is too large.</p>`);
    else if (path === 'login' && data !== null) this.signIn(visit, data);
    else if (session === null) this.home(visit, null, path === '' ? null : 'Please sign in.');
    else this.inside(visit, session, data);
  }

  private inside(visit: Visit, session: Session, data: Entered | null): void {
    const { path } = visit;
    if (path === '') this.home(visit, session, null);
    else if (path === 'captcha') this.captcha(visit, session, data);
    else if (path.startsWith('done/')) show(visit, 200, 'Notice received', done(path.slice('done/'.length)));
    else if (!isStep(path)) show(visit, 404, 'Not found', html`<p>There is nothing here.</p>`);
    else if (session.captcha !== null) go(visit, 'captcha');
    else if (data === null) show(visit, 200, titles[path], stepBody(path, session, null));
    else this.enter(visit, session, path, data);
  }

  private signIn(visit: Visit, data: Entered): void {
    const user = data.texts['user'] ?? '';
    if (user === '' || (data.texts['password'] ?? '') !== PORTAL_PASSWORD) {
      this.home(visit, null, 'The user name or the password is wrong.');
      return;
    }
    visit.response.setHeader('Set-Cookie', cookieOf(this.sessions.open(visit.behaviour.slug, user)));
    go(visit, '');
  }

  private home(visit: Visit, session: Session | null, error: string | null): void {
    const alert = error === null ? nothing : html`<p class="error" role="alert">${error}</p>`;
    const body =
      session === null
        ? html`<form method="post" action="/portal/${visit.behaviour.slug}/login">
            <h2>Sign in</h2>
            <label for="user">User name</label><input id="user" name="user" /> <label for="password">Password</label
            ><input id="password" name="password" type="password" /> <button>Sign in</button>
          </form>`
        : html`<p>You are signed in as ${session.user ?? ''}.</p>
            <p><a href="right">File a notice</a></p>`;
    show(visit, 200, 'Intellectual property desk', html`${alert}${body}`);
  }

  /** A person reads the letters and goes on. */
  private captcha(visit: Visit, session: Session, data: Entered | null): void {
    if (
      session.captcha === null ||
      (data !== null && (data.texts['letters'] ?? '').toUpperCase() === session.captcha)
    ) {
      session.captcha = null;
      go(visit, 'listings');
      return;
    }
    const picture = html`<svg width="160" height="50" role="img" aria-label="Letters ${session.captcha}">
      <text x="20" y="36" font-size="30" letter-spacing="8">${session.captcha}</text>
    </svg>`;
    show(
      visit,
      200,
      'Security check',
      html`<form method="post" id="captcha">
        ${picture} <label for="letters">Type the letters of the picture</label
        ><input id="letters" name="letters" /><button>Continue</button>
      </form>`,
    );
  }

  private enter(visit: Visit, session: Session, step: Step, data: Entered): void {
    const fault = step === 'evidence' ? keepFiles(visit.portal, session, data) : keepFields(session, step, data);
    if (fault !== null) {
      this.refuse(visit, session, fault);
      const status = visit.portal.refusesUploadBy === 'status' && step === 'evidence' ? 413 : 200;
      show(visit, status, titles[step], stepBody(step, session, fault));
      return;
    }
    if (step === 'right') this.begin(visit, session);
    if (this.fails(visit, session, step)) return;
    if (step === 'review') this.submit(visit, session);
    else go(visit, session.captcha === null ? (steps[steps.indexOf(step) + 1] ?? '') : 'captcha');
  }

  /** From its reference on, what will happen to a notice is settled. */
  private begin({ behaviour }: Visit, session: Session): void {
    const { reference = '' } = session.fields;
    const tryNumber = this.desk.nextTry(behaviour.slug, reference);
    session.failure = portalVerdict(behaviour, this.seed, reference, tryNumber);
    if (session.failure !== 'captcha') return;
    session.captcha = Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('');
  }

  private fails(visit: Visit, session: Session, step: Step): boolean {
    const failure = failuresAt[step]?.[session.failure ?? 'none'];
    if (failure === undefined) return false;
    this.refuse(visit, session, session.failure ?? '');
    if (session.failure === 'session-loss') this.sessions.end(session);
    failure(visit, session);
    return true;
  }

  private submit(visit: Visit, session: Session): void {
    const { failure, fields, files, user } = session;
    const number = `PF-${String((this.filed += 1)).padStart(6, '0')}`;
    if (failure === 'unconfirmed-lost') this.refuse(visit, session, failure);
    else this.desk.accept({ platform: visit.behaviour, number, user: user ?? '', fields, files });
    session.fields = {};
    session.files = [];
    if (failure?.startsWith('unconfirmed') === true) show(visit, 200, 'Intellectual property desk', nothing);
    else go(visit, `done/${number}`);
  }

  private refuse({ behaviour }: Visit, { fields, user }: Session, why: string): void {
    this.desk.refuse({ platform: behaviour.slug, reference: fields['reference'] ?? '', user: user ?? '', why });
  }
}

const done = (number: string): Html =>
  html`<p>Thank you. Your notice was received.</p>
    <p>Your case number is <strong id="case-number">${number}</strong>.</p>`;

const letters = 'ACDEFHKLMNPRTUVWXY';

function keepFields(session: Session, step: Step, { texts }: Entered): string | null {
  Object.assign(session.fields, texts);
  const missing = required[step].filter((name) => (session.fields[name] ?? '') === '');
  return missing.length === 0 ? null : `Please fill in: ${missing.join(', ')}.`;
}

function keepFiles(portal: PortalBehaviour, session: Session, { files }: Entered): string | null {
  const large = files.find(({ bytes }) => bytes.length > portal.uploadBytes);
  if (large !== undefined) return `The file ${large.name} is too large: ${portal.uploadBytes} bytes at most.`;
  session.files = files.map(({ name, bytes }) => ({
    name,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));
  return null;
}
