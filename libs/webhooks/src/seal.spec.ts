import { describe, expect, it } from '@jest/globals';
import { Seal } from './seal.js';

const seal = new Seal('a-secret-of-the-tests-and-of-nothing-else');

describe('a sealed secret', () => {
  it('is read again with the installation’s secret, and does not show what it holds', () => {
    const sealed = seal.seal('whsec_secret', 'row 1');
    expect(new Seal('a-secret-of-the-tests-and-of-nothing-else').open(sealed, 'row 1')).toBe('whsec_secret');
    expect(Buffer.from(sealed).includes('whsec_secret')).toBe(false);
    expect(sealed.split('.').map((part) => Buffer.from(part, 'base64url').includes('secret'))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('looks different each time', () => {
    expect(seal.seal('whsec_secret', 'row 1')).not.toBe(seal.seal('whsec_secret', 'row 1'));
  });

  it('is not read in another row, with another secret, or damaged', () => {
    const sealed = seal.seal('whsec_secret', 'row 1');
    expect(seal.open(sealed, 'row 2')).toBeNull();
    expect(new Seal('another-secret-of-the-tests-and-of-nothing').open(sealed, 'row 1')).toBeNull();
    const parts = sealed.split('.');
    for (const damaged of ['', 'whsec_secret', 's2.a.b.c', parts.slice(0, 3).join('.'), sealed.replace('s1.', 's2.')])
      expect([damaged, seal.open(damaged, 'row 1')]).toEqual([damaged, null]);
    const [version = '', nonce = '', tag = '', text = ''] = parts;
    const flipped = Buffer.from(text, 'base64url');
    flipped.writeUInt8(flipped.readUInt8(0) ^ 1, 0);
    expect(seal.open([version, nonce, tag, flipped.toString('base64url')].join('.'), 'row 1')).toBeNull();
    // a short tag would be easier to guess
    const short = Buffer.from(tag, 'base64url').subarray(0, 4).toString('base64url');
    expect(seal.open([version, nonce, short, text].join('.'), 'row 1')).toBeNull();
  });
});
