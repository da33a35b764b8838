import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Fault } from '#libs/domain';
import { readDkimKey } from './dkim-key.js';
import { readSettings } from './environment-reader.js';

const rsa = (bits: number): string =>
  generateKeyPairSync('rsa', { modulusLength: bits })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString()
    .trim();

const pem = rsa(1024);
const signed = { REDRESS_DKIM_DOMAIN: 'redress.example', REDRESS_DKIM_SELECTOR: 'redress1', REDRESS_DKIM_KEY: pem };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'redress-dkim-'));
  writeFileSync(join(folder, 'dkim.pem'), `${pem}\n`);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function faults(env: Record<string, string>): Record<string, string> {
  try {
    readSettings(env);
    return {};
  } catch (error) {
    const fields = error instanceof Fault ? error.fields : [];
    return Object.fromEntries(fields.map(({ pointer, detail }) => [pointer.slice(1), detail]));
  }
}

describe('the key that signs mail', () => {
  it('is none unless it is set', () => {
    expect(readDkimKey(readSettings({}))).toBeNull();
  });

  it('is read from the setting, with line breaks of either spelling, or from the file it names', () => {
    const expected = { domain: 'redress.example', selector: 'redress1', privateKey: pem };
    expect(readDkimKey(readSettings(signed))).toEqual(expected);
    expect(readDkimKey(readSettings({ ...signed, REDRESS_DKIM_KEY: pem.replaceAll('\n', '\\n') }))).toEqual(expected);
    expect(readDkimKey(readSettings({ ...signed, REDRESS_DKIM_KEY: join(folder, 'dkim.pem') }))).toEqual({
      ...expected,
      privateKey: `${pem}\n`,
    });
  });

  it.each(['REDRESS_DKIM_DOMAIN', 'REDRESS_DKIM_SELECTOR', 'REDRESS_DKIM_KEY'] as const)(
    'comes with %s or not at all',
    (name) => {
      const { [name]: _left, ...rest } = signed;
      expect(faults(rest)).toEqual({
        [name]: `must be set too: mail is signed with ${Object.keys(signed).join(', ')}, all or none`,
      });
      expect(Object.keys(faults({ [name]: signed[name] })).sort()).toEqual(Object.keys(rest).sort());
    },
  );

  const make = 'make one with: openssl genrsa -out dkim.pem 2048';
  const of = (type: 'ed25519'): string =>
    generateKeyPairSync(type).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

  it.each<[string, string, string]>([
    [
      'a file that is not there',
      '/nowhere/dkim.pem',
      `must be the path of a PEM file that can be read, or the PEM itself; ${make}`,
    ],
    [
      'the public half',
      '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----',
      `holds no private key as PEM; ${make}`,
    ],
    ['a key of another kind', of('ed25519'), `must be an RSA key, not ed25519; ${make}`],
    ['a key too short to count', rsa(512), `must have 1024 bits or more, not 512; ${make}`],
    [
      'a key with a passphrase',
      generateKeyPairSync('rsa', { modulusLength: 1024 })
        .privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' })
        .toString(),
      'must have no passphrase; take it off with: openssl rsa -in KEY -out dkim.pem',
    ],
  ])('may not be %s', (_words, key, detail) => {
    expect(faults({ ...signed, REDRESS_DKIM_KEY: key })).toEqual({ REDRESS_DKIM_KEY: detail });
  });

  it('is told by no fault', () => {
    const spoilt = pem.replace('MII', 'MIX');
    expect(Object.values(faults({ ...signed, REDRESS_DKIM_KEY: spoilt }))).toEqual([
      `holds no private key as PEM; ${make}`,
    ]);
  });

  it('has a domain and a selector that can stand in DNS', () => {
    expect(faults({ ...signed, REDRESS_DKIM_DOMAIN: 'redress', REDRESS_DKIM_SELECTOR: 'a b' })).toEqual({
      REDRESS_DKIM_DOMAIN: 'must be a domain name like example.org',
      REDRESS_DKIM_SELECTOR: 'must be a name of letters, digits and hyphens like redress1',
    });
  });
});
