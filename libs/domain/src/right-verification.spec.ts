import { describe, expect, it } from '@jest/globals';
import { deskOf } from './right-verification.js';

describe('the desk of a platform', () => {
  it('is its own where it shares none', () => {
    expect(deskOf({ slug: 'github', gate: {} })).toBe('github');
  });

  it('is one for the platforms that share it', () => {
    const gate = { desk: 'alibaba-ipp' };
    expect(['taobao', 'tmall'].map((slug) => deskOf({ slug, gate }))).toEqual(['alibaba-ipp', 'alibaba-ipp']);
  });
});
