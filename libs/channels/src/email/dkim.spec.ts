import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dkimVerdict, tagsOf } from '../../../../test/support/dkim-verdict.js';
import { aMail } from '../../test-support/transport-contract.js';
import { composeMail } from './compose.js';
import { sha256Hex } from '../sha256.js';
import { dkimRecord, publishes } from './dkim.js';
import type { DkimKey } from './dkim.js';

const pemOf = (bits: number): string =>
  generateKeyPairSync('rsa', { modulusLength: bits }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const key: DkimKey = { domain: 'redress.test', selector: 'redress1', privateKey: pemOf(2048) };
const record = dkimRecord(key).value;

const firstField = (raw: Buffer): string => raw.toString('latin1').split(/\r\n(?![ \t])/)[0] ?? '';

describe('composeMail with a key', () => {
  it('signs the mail: the signature stands before the very bytes it signs, and is right', async () => {
    const [bare, signed] = [await composeMail(aMail()), await composeMail(aMail(), key)];
    expect(signed.raw.subarray(signed.raw.length - bare.raw.length).equals(bare.raw)).toBe(true);
    expect(signed.sha256).toBe(sha256Hex(signed.raw));
    expect(signed.envelope).toEqual(bare.envelope);
    expect(dkimVerdict(signed.raw, record)).toBe('pass');
    expect(dkimVerdict(bare.raw, record)).toBe('no signature');
  });

  it('names domain, selector and what is signed, and no time', async () => {
    const tags = tagsOf(firstField((await composeMail(aMail(), key)).raw).slice('DKIM-Signature:'.length));
    expect([...tags.keys()]).toEqual(['v', 'a', 'c', 'd', 'q', 's', 'bh', 'h', 'b']);
    expect(Object.fromEntries(['v', 'a', 'c', 'd', 's'].map((name) => [name, tags.get(name)]))).toEqual({
      v: '1',
      a: 'rsa-sha256',
      c: 'relaxed/relaxed',
      d: 'redress.test',
      s: 'redress1',
    });
    expect(tags.get('h')?.split(':')).toEqual([
      'from',
      'reply-to',
      'subject',
      'date',
      'message-id',
      'to',
      'mime-version',
      'content-type',
      'content-transfer-encoding',
    ]);
  });

  it('gives the same bytes for the same mail, right ones, whatever stands in it', async () => {
    const words = fc.string({
      unit: fc.constantFrom('a', 'é', '标', ' ', '\t', '\n', '.', '=', ';', '😀'),
      maxLength: 200,
    });
    const file = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));
    await fc.assert(
      fc.asyncProperty(words, words, file, async (subject, text, bytes) => {
        const attachments = [{ name: 'photo.png', mediaType: 'image/png', bytes }];
        const mail = aMail({ subject: `x${subject.replace(/\n/g, ' ')}`, text: `x${text}`, attachments });
        const [once, again] = [await composeMail(mail, key), await composeMail(mail, key)];
        expect(once.raw.equals(again.raw)).toBe(true);
        expect(dkimVerdict(once.raw, record)).toBe('pass');
      }),
      { numRuns: 40 },
    );
  });

  it('lets nobody change the mail on its way', async () => {
    const wire = (await composeMail(aMail(), key)).raw.toString('latin1');
    const changed = (from: string, to: string): string => {
      expect(wire).toContain(from);
      return dkimVerdict(Buffer.from(wire.replace(from, to), 'latin1'), record);
    };
    expect(changed('/item/1', '/item/2')).toBe('body changed');
    expect(changed('RD-2026-00012\r\nMessage-ID', 'RD-2026-00013\r\nMessage-ID')).toBe('header changed');
    expect(dkimVerdict(Buffer.from(wire, 'latin1'), dkimRecord({ ...key, privateKey: pemOf(1024) }).value)).toBe(
      'header changed',
    );
  });

  it('sends nothing unsigned where the key can’t sign', async () => {
    const other = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    await expect(composeMail(aMail(), { ...key, privateKey: other })).rejects.toThrow('must be an RSA key');
  });
});

describe('publishes', () => {
  it('gives the record to publish', () => {
    expect(dkimRecord(key).name).toBe('redress1._domainkey.redress.test');
    expect(record).toMatch(/^v=DKIM1; k=rsa; p=MII[A-Za-z0-9+/]+=*$/);
    expect(publishes([[record]], key)).toBe(true);
  });

  it.each<[string, string[][]]>([
    ['cut into texts', [[record.slice(0, 200), record.slice(200)]]],
    ['beside other records', [['v=spf1 -all'], [record]]],
    [
      'with blanks in the key and other tags after it',
      [[`${record.replace('p=', 'p = ').replace('MII', 'M I I')} ; t=s`]],
    ],
    ['without a version', [[record.replace('v=DKIM1; ', '')]]],
  ])('knows the key %s', (_words, records) => {
    expect(publishes(records, key)).toBe(true);
  });

  it.each<[string, string[][]]>([
    ['no record', []],
    ['an empty one', [['v=DKIM1; p=']]],
    ['another key', [[dkimRecord({ ...key, privateKey: pemOf(1024) }).value]]],
    ['a text that only holds it', [[`note=${record.slice(record.indexOf('MII'))}`]]],
  ])('does not take %s for it', (_words, records) => {
    expect(publishes(records, key)).toBe(false);
  });
});
