import { describe, expect, it } from '@jest/globals';
import { elementIds } from '#libs/domain';

import { deficiencyIsFalse } from './false-deficiency.js';
import { normalisedText, normalisedTextHash } from './normalised-text.js';

describe('deficiencyIsFalse', () => {
  const all = new Set(elementIds);

  it('is true only where the element said to be missing was there', () => {
    expect(deficiencyIsFalse('RR-25', all)).toBe(true);
    expect(deficiencyIsFalse('RR-25', new Set(['good-faith'] as const))).toBe(false);
    expect(deficiencyIsFalse('RR-11', new Set(['authority'] as const))).toBe(true);
  });

  it('is false for reasons that speak of no element', () => {
    for (const code of ['RR-00', 'RR-01', 'RR-40', 'RR-60'] as const) expect(deficiencyIsFalse(code, all)).toBe(false);
  });
});

describe('normalisedTextHash', () => {
  const one =
    'Dear Anna,\n\nYour complaint RD-2026-00012 about "Watch 1" (https://shop.example/i/1) was REJECTED on 3.3.2026.\n\nRegards,\nTim';
  const two =
    'Dear Anna,\nYour complaint RD-2026-00099 about "Blue bag" (https://shop.example/i/77) was rejected on 14.11.2026.\n\nRegards,\nMia Berg';

  it('is equal for two copies of one form letter', () => {
    expect(normalisedText(one)).toBe('dear anna your complaint about was rejected on');
    expect(normalisedTextHash(one)).toBe(normalisedTextHash(two));
    expect(normalisedTextHash(one)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('differs where the words differ', () => {
    expect(normalisedTextHash(one)).not.toBe(
      normalisedTextHash('Your complaint was rejected because the certificate expired.'),
    );
  });
});
