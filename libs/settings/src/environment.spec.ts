import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { Fault } from '#libs/domain';

import { readSettings, SETTING_NAMES } from './environment-reader.js';
import { DEVELOPMENT_SECRET } from './environment.js';

const PRODUCTION = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://redress:x@db/redress',
  REDIS_URL: 'redis://queue:6379',
  SMTP_URL: 'smtps://mail.example:465',
  REDRESS_SECRET: '9f2c41d07be85a36c1e4f0927d8b53aa',
  REDRESS_MAIL_DOMAIN: 'replies.example.org',
};

/** name → what is wrong, of every fault the settings have. */
function faults(env: Record<string, string>): Record<string, string> {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof Fault) return Object.fromEntries(error.fields.map((f) => [f.pointer.slice(1), f.detail]));
    throw error;
  }
  return {};
}

describe('settings', () => {
  it('have a default for everything a first start needs', () => {
    expect(Object.fromEntries(Object.entries(readSettings({})))).toEqual({
      DATABASE_URL: undefined,
      REDIS_URL: undefined,
      SMTP_URL: undefined,
      HOST: '127.0.0.1',
      PORT: 3000,
      REDRESS_PUBLIC_URL: 'http://127.0.0.1:3000',
      REDRESS_DATA_DIR: '.redress',
      REDRESS_DEMO: true,
      REDRESS_BOOTSTRAP_EMAIL: 'admin@redress.localhost',
      REDRESS_BOOTSTRAP_PASSWORD: undefined,
      REDRESS_BOOTSTRAP_API_KEY: undefined,
      REDRESS_SECRET: DEVELOPMENT_SECRET,
      INBOUND_SMTP_HOST: '127.0.0.1',
      INBOUND_SMTP_PORT: 2525,
      REDRESS_MAIL_DOMAIN: 'redress.localhost',
      REDRESS_MAIL_FROM: 'Redress <notices@redress.localhost>',
      REDRESS_WEBHOOK_LOOPBACK: false,
      REDRESS_WEBHOOK_TIMEOUT_SECONDS: 15,
      REDRESS_BROWSER_FORMS: false,
      SANDBOX_SMTP_PORT: 2526,
      SANDBOX_HTTP_PORT: 3001,
      SANDBOX_SECONDS_PER_DAY: 2,
      LOG_LEVEL: 'info',
      NODE_ENV: 'development',
    });
  });

  it.each([
    ['false', false],
    ['FALSE', false],
    ['0', false],
    ['no', false],
    ['true', true],
    ['1', true],
  ])('reads the word %s as %s', (word, value) => {
    expect(readSettings({ REDRESS_DEMO: word }).REDRESS_DEMO).toBe(value);
  });

  it('have no demo on a database of your own unless asked for', () => {
    const own = { DATABASE_URL: 'postgresql://u:p@h/d' };
    expect(readSettings(own).REDRESS_DEMO).toBe(false);
    expect(readSettings({ ...own, REDRESS_DEMO: 'true' }).REDRESS_DEMO).toBe(true);
  });

  it('take an empty value for an unset one', () => {
    expect(readSettings({ DATABASE_URL: '', PORT: ' ', REDRESS_DEMO: '' })).toEqual(readSettings({}));
  });

  it('derive the public address from what the server listens on', () => {
    const open = { HOST: '0.0.0.0', PORT: '8080', REDRESS_SECRET: 'x'.repeat(32) };
    expect(readSettings(open).REDRESS_PUBLIC_URL).toBe('http://localhost:8080');
    expect(readSettings({ HOST: '::1' }).REDRESS_PUBLIC_URL).toBe('http://[::1]:3000');
    expect(readSettings({ REDRESS_PUBLIC_URL: 'https://r.example/' }).REDRESS_PUBLIC_URL).toBe('https://r.example');
  });

  it('name every fault with its remedy at once', () => {
    const found = faults({
      DATABASE_URL: 'mysql://h/d',
      PORT: '70000',
      REDRESS_DEMO: 'maybe',
      REDRESS_SECRET: 'short',
      SANDBOX_SECONDS_PER_DAY: '0',
      LOG_LEVEL: 'loud',
      REDRESS_DATA_DIRECTORY: 'x',
      REDRESS_COLOUR: 'blue',
    });
    expect(found).toEqual({
      DATABASE_URL: 'must be an address like postgres://user:password@host:5432/name',
      PORT: 'must be a port between 1 and 65535',
      REDRESS_DEMO: 'must be true or false',
      REDRESS_SECRET: 'must have at least 32 characters; make one with: openssl rand -hex 32',
      SANDBOX_SECONDS_PER_DAY: 'must be a number of seconds above 0',
      LOG_LEVEL: 'must be one of fatal, error, warn, info, debug, trace, silent',
      REDRESS_DATA_DIRECTORY: 'is no setting of Redress; did you mean REDRESS_DATA_DIR?',
      REDRESS_COLOUR: 'is no setting of Redress; see config/example.env',
    });
  });

  it('do not take 3000x, 1e3 or 30.5 for a port', () => {
    for (const PORT of ['3000x', '1e3', '30.5', '0', '-1']) expect(Object.keys(faults({ PORT }))).toEqual(['PORT']);
  });

  it('refuse the development secret when other machines can reach the server', () => {
    expect(Object.keys(faults({ HOST: '0.0.0.0' }))).toEqual(['REDRESS_SECRET']);
  });
});

describe('production', () => {
  it('starts on real parts and a secret of one’s own', () => {
    expect(readSettings(PRODUCTION).REDRESS_DEMO).toBe(false);
  });

  it('refuses embedded parts, the demo and weak secrets, naming each', () => {
    const found = faults({
      NODE_ENV: 'production',
      REDRESS_DEMO: 'true',
      REDRESS_WEBHOOK_LOOPBACK: 'true',
      REDRESS_BOOTSTRAP_PASSWORD: 'changeme123456',
      REDRESS_BOOTSTRAP_API_KEY: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    });
    expect(Object.keys(found).sort()).toEqual([
      'DATABASE_URL',
      'REDIS_URL',
      'REDRESS_BOOTSTRAP_API_KEY',
      'REDRESS_BOOTSTRAP_PASSWORD',
      'REDRESS_DEMO',
      'REDRESS_SECRET',
      'REDRESS_WEBHOOK_LOOPBACK',
      'SMTP_URL',
    ]);
  });

  it.each(['password123!', 'short', 'redress-redress'])('refuses the bootstrap password %s', (password) => {
    expect(Object.keys(faults({ ...PRODUCTION, REDRESS_BOOTSTRAP_PASSWORD: password }))).toEqual([
      'REDRESS_BOOTSTRAP_PASSWORD',
    ]);
  });
});

describe('config/example.env', () => {
  const text = readFileSync(new URL('../../../config/example.env', import.meta.url), 'utf8');
  const lines = [...text.matchAll(/^#?([A-Z][A-Z_]+)=(.*)$/gm)];

  it('lists exactly the settings there are', () => {
    expect(lines.map(([, name]) => name).sort()).toEqual([...SETTING_NAMES].sort());
  });

  it('shows values that are accepted, and explains each', () => {
    const env = Object.fromEntries(lines.map(([, name, value]) => [name ?? '', value ?? '']));
    expect(faults(env)).toEqual({});
    for (const [, name] of lines) expect(text).toMatch(new RegExp(`^# .+\\n#?${String(name)}=`, 'm'));
  });
});
