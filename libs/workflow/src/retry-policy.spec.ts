import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, errorCodes, errorStates } from '#libs/domain';
import type { ChannelKind, ErrorCode } from '#libs/domain';
import { nextTry, retryRule, windowEnd } from './retry-policy.js';

const monday = new Date('2026-03-02T10:00:00Z');
const vietnam = { country: 'VN', timeZone: 'Asia/Ho_Chi_Minh' };

const anAttempt = (given: Partial<Parameters<typeof nextTry>[0]> = {}): Parameters<typeof nextTry>[0] => ({
  id: '01890000-0000-7000-8000-000000000001',
  channel: 'email',
  tries: 1,
  queuedAt: monday,
  startedAt: monday,
  ...given,
});
const passing = (code: ErrorCode, retryAfter?: Date): Parameters<typeof nextTry>[1] => ({
  code,
  retry: true,
  ...(retryAfter === undefined ? {} : { retryAfter }),
});
const hoursUntil = (at: Date | null, from = monday): number => ((at?.getTime() ?? NaN) - from.getTime()) / 3_600_000;

describe('the table of what is tried again', () => {
  it('closes a channel at once for what would be refused again', () => {
    const closing = errorCodes.filter((code) => retryRule(code, 'email').again === null);
    expect(closing).toEqual(
      ['14', '20', '21', '30', '31', '32', '33', '34', '43', '60', '62', '63', '65', '66', '71', '72', '73']
        .concat(['80', '81', '82', '83'])
        .map((number) => `ER-${number}`),
    );
  });

  it('closes none for what delays, but for what only a change to the notice can mend or what may have arrived', () => {
    const closing = errorCodes.filter(
      (code) => errorStates[code].class === 'DL' && retryRule(code, 'email').again === null,
    );
    expect(closing).toEqual(
      ['21', '32', '33', '34', '43', '63', '65', '66', '73', '80', '81', '82'].map((number) => `ER-${number}`),
    );
  });

  it('tries our own faults again on every channel Redress goes by itself', () => {
    for (const channel of ['email', 'http-api', 'browser-form'] as const) {
      expect([channel, retryRule('ER-90', channel).again?.[0], retryRule('ER-91', channel).again?.[0]]).toEqual([
        channel,
        '2m',
        '2m',
      ]);
    }
  });

  it('waits longer before it goes to a broken form again than to an interface', () => {
    const first = (channel: ChannelKind) => retryRule('ER-44', channel).again?.[0];
    expect([first('http-api'), first('browser-form')]).toEqual(['15m', '4h']);
  });

  it('tries nothing again behind the back of a person who files by hand', () => {
    expect(errorCodes.filter((code) => retryRule(code, 'guided-form').again !== null)).toEqual([]);
  });
});

describe('the next try', () => {
  it('follows the waits of its code, and keeps to the last', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7].map((tries) =>
      hoursUntil(nextTry(anAttempt({ tries }), passing('ER-64'), monday, null)),
    );
    const table = [2 / 60, 0.25, 1, 4, 12, 24, 24];
    expect(waits.map((wait, at) => wait <= (table[at] ?? 0) && wait >= 0.8 * (table[at] ?? 0))).toEqual(
      table.map(() => true),
    );
  });

  it('is none where the way out says that the notice is refused for good, whatever the code', () => {
    expect(nextTry(anAttempt(), { code: 'ER-40', retry: false }, monday, null)).toBeNull();
  });

  it('is none where the code closes the channel, though the way out would try', () => {
    expect(nextTry(anAttempt(), passing('ER-71'), monday, null)).toBeNull();
  });

  it('is not before the platform asked, and a little after, not all at once', () => {
    const asked = addDays(monday, 0.5);
    const tries = [1, 2, 3, 4].map((last) =>
      hoursUntil(
        nextTry(anAttempt({ id: `01890000-0000-7000-8000-00000000000${last}` }), passing('ER-50', asked), monday, null),
        asked,
      ),
    );
    expect(Math.min(...tries)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...tries)).toBeLessThanOrEqual(10 / 60 / 5);
    expect(new Set(tries).size).toBe(4);
  });

  it('is our own where the platform asked for less patience than we have', () => {
    const soon = addDays(monday, 1 / 86_400);
    expect(nextTry(anAttempt({ tries: 3 }), passing('ER-50', soon), monday, null)).toEqual(
      nextTry(anAttempt({ tries: 3 }), passing('ER-50'), monday, null),
    );
  });

  it('is none where the platform asks to come back after the window', () => {
    expect(nextTry(anAttempt(), passing('ER-50', addDays(monday, 8)), monday, null)).toBeNull();
  });

  it('is the same whoever computes it, spread over a fifth of the wait, and within the window', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom(...errorCodes),
        fc.integer({ min: 0, max: 8 * 86_400_000 }),
        (id, tries, code, later) => {
          const now = new Date(monday.getTime() + later);
          const attempt = anAttempt({ id, tries });
          const at = nextTry(attempt, passing(code), now, null);
          expect(nextTry({ ...attempt }, passing(code), now, null)).toEqual(at);
          if (at === null) return;
          expect(at.getTime()).toBeGreaterThan(now.getTime());
          expect(at.getTime()).toBeLessThanOrEqual(windowEnd(attempt, null).getTime());
        },
      ),
    );
  });
});

describe('the window in which a filing may still succeed', () => {
  it('is five business days of the platform’s country, at its own time of day', () => {
    expect(windowEnd(anAttempt(), vietnam)).toEqual(new Date('2026-03-09T10:00:00Z'));
  });

  it('leaves out the public holidays of that country', () => {
    const beforeTet = new Date('2026-02-13T10:00:00Z');
    const end = windowEnd(anAttempt({ startedAt: beforeTet }), vietnam);
    expect(hoursUntil(end, beforeTet)).toBeGreaterThan(7 * 24);
  });

  it('is seven days where the country is not known', () => {
    expect(windowEnd(anAttempt(), null)).toEqual(addDays(monday, 7));
    expect(windowEnd(anAttempt(), { country: null, timeZone: 'UTC' })).toEqual(addDays(monday, 7));
  });

  it('begins with the first try: what waited with us is not the platform’s', () => {
    expect(windowEnd(anAttempt({ queuedAt: addDays(monday, -30) }), null)).toEqual(addDays(monday, 7));
    expect(windowEnd(anAttempt({ startedAt: null }), null)).toEqual(addDays(monday, 7));
  });
});
