import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clipped } from './clipped.js';

const family = '👨‍👩‍👧';

describe('clipped', () => {
  it('leaves a text that fits as it is', () => {
    expect(clipped('a'.repeat(1000), 1000)).toBe('a'.repeat(1000));
    expect(clipped('😀'.repeat(10), 10)).toBe('😀'.repeat(10));
  });

  it('marks the cut within the length', () => {
    expect(clipped('abcdef', 4)).toBe('abc…');
  });

  it('does not cut a character as readers see it', () => {
    expect(clipped(`ab${family}${family}`, 8)).toBe(`ab${family}…`);
    expect(clipped(`ab${family}${family}`, 7)).toBe('ab…');
    expect(clipped('ae\u0301o', 3)).toBe('a…');
  });

  it('cuts a character longer than the whole room', () => {
    expect(Array.from(clipped(`e${'\u0301'.repeat(50)}`, 10))).toHaveLength(10);
  });

  it('never has more code points than allowed, and never half a surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 40 }), (text, most) => {
        const cut = clipped(text, most);
        expect(Array.from(cut).length).toBeLessThanOrEqual(most);
        expect(cut).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});
