import { describe, expect, it } from '@jest/globals';
import { RateLimit } from './rate-limit.js';

describe('the limit of requests', () => {
  it('refuses what is too much from one address, and nobody else', () => {
    const limit = new RateLimit(2, () => 0);
    limit.take('192.0.2.1');
    limit.take('192.0.2.1');
    expect(() => {
      limit.take('192.0.2.1');
    }).toThrow('Too many requests from this address: wait a minute.');
    limit.take('192.0.2.2');
  });

  it('is forgotten a minute after it began', () => {
    let now = 0;
    const limit = new RateLimit(1, () => now);
    limit.take('192.0.2.1');
    now = 59_999;
    expect(() => {
      limit.take('192.0.2.1');
    }).toThrow();
    now = 60_000;
    limit.take('192.0.2.1');
  });
});
