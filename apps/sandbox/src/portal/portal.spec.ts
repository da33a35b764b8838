import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../sandbox.js';
import type { Sandbox } from '../sandbox.js';
import { PORTAL_PASSWORD } from './portal.js';

let sandbox: Sandbox;
let folder: string;

/** The shipped portal, and one where every notice meets a captcha. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'redress-portal-'));
  cpSync('config/sandbox/sandbox-mute.yaml', join(folder, 'sandbox-mute.yaml'));
  const shipped = readFileSync('config/sandbox/sandbox-portal.yaml', 'utf8');
  writeFileSync(
    join(folder, 'plain.yaml'),
    shipped.replace('slug: sandbox-portal', 'slug: plain').replace('fails: 0.25', 'fails: 0'),
  );
  const guarded = shipped.replace('slug: sandbox-portal', 'slug: guarded').replace('fails: 0.25', 'fails: 1');
  writeFileSync(join(folder, 'guarded.yaml'), guarded.replace(/failures:\n( {4}.*\n)+/, 'failures: { captcha: 1 }\n'));
  const inboundSmtp = { host: '127.0.0.1', port: 9 };
  sandbox = await startSandbox({ smtpPort: 0, httpPort: 0, behavioursDir: folder, inboundSmtp, secondsPerDay: 1e6 });
});

afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

interface Shown {
  status: number;
  location: string | null;
  text: string;
  headers: Headers;
}

/** A person with a browser that keeps one cookie. */
class Visitor {
  private cookie = '';

  constructor(private readonly slug: string) {}

  async get(path: string): Promise<Shown> {
    return this.ask(path, {});
  }

  async post(path: string, fields: Record<string, string>): Promise<Shown> {
    return this.ask(path, { method: 'POST', body: new URLSearchParams(fields) });
  }

  async signIn(): Promise<Shown> {
    return this.post('login', { user: 'vera', password: PORTAL_PASSWORD });
  }

  private async ask(path: string, options: RequestInit): Promise<Shown> {
    const address = `http://127.0.0.1:${sandbox.httpPort}/portal/${this.slug}/${path}`;
    const answer = await fetch(address, { ...options, redirect: 'manual', headers: { cookie: this.cookie } });
    this.cookie = answer.headers.get('set-cookie')?.split(';', 1)[0] ?? this.cookie;
    const location = answer.headers.get('location')?.replace(`/portal/${this.slug}/`, '') ?? null;
    return { status: answer.status, location, text: await answer.text(), headers: answer.headers };
  }
}

const right = {
  reference: 'RD-2026-00001',
  rightsHolder: '<script>alert("Velora")</script>',
  ground: 'trademark-use',
  rightKind: 'trademark',
  rightTitle: 'VELORA',
};

describe('the web form of a simulated platform', () => {
  it('shows nothing but the sign-in to strangers', async () => {
    const visitor = new Visitor('plain');
    expect((await visitor.get('review')).text).toContain('Please sign in.');
    const refused = await visitor.post('login', { user: 'vera', password: 'guess' });
    expect([refused.status, refused.headers.get('set-cookie')]).toEqual([200, null]);
    expect(refused.text).toContain('The user name or the password is wrong.');
  });

  it('signs in with a cookie that scripts and other sites do not get', async () => {
    const { status, headers } = await new Visitor('plain').signIn();
    expect(status).toBe(303);
    expect(headers.get('set-cookie')).toMatch(
      /^portal_session=[0-9a-f]{32}; Path=\/portal\/plain\/; HttpOnly; SameSite=Lax$/,
    );
  });

  it('shows what was entered as text, on a page that runs nothing', async () => {
    const visitor = new Visitor('plain');
    await visitor.signIn();
    expect((await visitor.post('right', right)).location).toBe('listings');
    const review = await visitor.get('review');
    expect(review.text).toContain('&#60;script&#62;');
    expect(review.text).not.toContain('<script>');
    expect(review.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('asks again for what is missing, and writes down why it did not take the notice', async () => {
    const visitor = new Visitor('plain');
    await visitor.signIn();
    const shown = await visitor.post('right', { ...right, reference: 'RD-2026-00002', rightTitle: '' });
    expect(shown.text).toContain('Please fill in: rightTitle.');
    const { accepted, refused } = (await (
      await fetch(`http://127.0.0.1:${sandbox.httpPort}/ledger`)
    ).json()) as Sandbox['ledger'];
    expect(accepted).toEqual([]);
    expect(refused.map(({ reference, reply }) => [reference, reply])).toEqual([
      ['RD-2026-00002', 'Please fill in: rightTitle.'],
    ]);
  });

  it('has a captcha that a person can read and get past', async () => {
    const visitor = new Visitor('guarded');
    await visitor.signIn();
    expect((await visitor.post('right', right)).location).toBe('captcha');
    expect((await visitor.get('listings')).location).toBe('captcha');
    const { text } = await visitor.get('captcha');
    const letters = /letter-spacing="8">([A-Z]{5})</.exec(text)?.[1] ?? '';
    expect((await visitor.post('captcha', { letters: 'WRONG' })).status).toBe(200);
    expect((await visitor.post('captcha', { letters: letters.toLowerCase() })).location).toBe('listings');
  });

  it('is only there where the platform has one', async () => {
    for (const slug of ['sandbox-mute', 'unknown']) expect((await new Visitor(slug).get('')).status).toBe(404);
  });
});
