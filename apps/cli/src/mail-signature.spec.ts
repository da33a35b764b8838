import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { dkimRecord } from '#libs/channels';
import { readSettings } from '#libs/settings';
import { signatureInWords } from './mail-signature.js';

const privateKey = generateKeyPairSync('rsa', { modulusLength: 1024 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();

const settings = (over: Record<string, string> = {}) =>
  readSettings({
    REDRESS_DKIM_DOMAIN: 'redress.example',
    REDRESS_DKIM_SELECTOR: 'redress1',
    REDRESS_DKIM_KEY: privateKey,
    REDRESS_MAIL_FROM: 'Redress <notices@redress.example>',
    ...over,
  });

const { name, value } = dkimRecord({ domain: 'redress.example', selector: 'redress1', privateKey });

/** DNS that has these records of the key or fails with this code, and so for the domain itself. */
const dns =
  (ofKey: string[][] | string, ofDomain: string[][] | string = 'ENODATA') =>
  async (asked: string): Promise<string[][]> => {
    const answer = { [name]: ofKey, 'redress.example': ofDomain }[asked] ?? 'EBADNAME';
    return typeof answer === 'string'
      ? Promise.reject(Object.assign(new Error(answer), { code: answer }))
      : Promise.resolve(answer);
  };

describe('what doctor says of the mail signature', () => {
  it('is that there is none, where no key is set', async () => {
    expect(await signatureInWords(readSettings({}), dns('ENOTFOUND'))).toBe(
      'none by Redress (REDRESS_DKIM_KEY is unset); the mail server may sign',
    );
  });

  it('is that its readers can check it', async () => {
    expect(await signatureInWords(settings(), dns([['v=spf1 -all'], [value.slice(0, 100), value.slice(100)]]))).toBe(
      'for redress.example, its public key stands in DNS',
    );
  });

  it('is that DMARC does not count it for a sender elsewhere', async () => {
    const elsewhere = settings({ REDRESS_MAIL_FROM: 'notices@firm.example' });
    expect(await signatureInWords(elsewhere, dns([[value]]))).toBe(
      'for redress.example, its public key stands in DNS; but the sender is of firm.example, so that DMARC does not count the signature',
    );
    const below = settings({ REDRESS_MAIL_FROM: 'notices@ip.redress.example' });
    expect(await signatureInWords(below, dns([[value]]))).toBe('for redress.example, its public key stands in DNS');
  });

  it.each([
    ['has nothing below the domain', dns('ENOTFOUND', [['v=spf1 -all']])],
    ['has a domain without texts', dns('ENOTFOUND', 'ENODATA')],
    ['has the name without texts', dns('ENODATA')],
    ['has another key', dns([['v=DKIM1; p=MIIB']])],
  ])('is a fault with the record to publish, where DNS %s', async (_words, resolveTxt) => {
    await expect(signatureInWords(settings(), resolveTxt)).rejects.toThrow(
      `${name} in DNS has not this key: publish there the TXT record ${value}`,
    );
  });

  it.each(['ETIMEOUT', 'ECONNREFUSED', 'ESERVFAIL', 'ENOTFOUND'])(
    'is only a note on a machine whose DNS knows nothing (%s)',
    async (code) => {
      expect(await signatureInWords(settings(), dns(code, code))).toBe(
        `for redress.example; DNS could not be asked (${code}) whether ${name} has: ${value}`,
      );
    },
  );
});
