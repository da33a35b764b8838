import { describe, expect, it } from '@jest/globals';
import { nextWebhookTry } from './retry.js';

describe('the tries of a message', () => {
  it('come ever more rarely for three days, and then end', () => {
    const start = new Date('2026-03-01T00:00:00Z');
    const waits = Array.from({ length: 10 }, (_, at) => nextWebhookTry(at + 1, start)).map((next) =>
      next === null ? null : (next.getTime() - start.getTime()) / 1000,
    );
    expect(waits).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400, null]);
  });
});
