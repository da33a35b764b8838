import { describe, expect, it } from '@jest/globals';
import { aPlatform, shippedRegime } from './a-notice.spec-data.js';
import { deadlinesFor } from './deadlines.js';

const regime = shippedRegime('us-dmca-512c3');
const due = (platform: Parameters<typeof aPlatform>[0], deliveredAt: string) =>
  deadlinesFor(aPlatform(platform), regime, new Date(deliveredAt)).map(({ kind, dueAt }) => [
    kind,
    dueAt.toISOString(),
  ]);

describe('the clocks a delivery starts', () => {
  it('are none where the profile states none', () => {
    expect(due({}, '2026-03-16T12:00:00Z')).toEqual([]);
  });

  it('run against the platform and say who set them', () => {
    const platform = aPlatform({ clocks: { decideWithinDays: 3, businessDays: true } });
    expect(deadlinesFor(platform, regime, new Date('2026-03-16T12:00:00Z'))).toEqual([
      {
        kind: 'decision',
        runsAgainst: 'platform',
        hook: 'Marketville states that it will decide within 3 business days (notice under 17 USC 512(c)(3)(A))',
        dueAt: new Date('2026-03-19T12:00:00Z'),
      },
    ]);
  });

  it('count calendar days by the clock of the platform, across a change of the clock', () => {
    const clocks = { acknowledgeWithinDays: 1, decideWithinDays: 14 };
    // New York: -5 h until 8 March 2026, -4 h from then on
    expect(due({ clocks, timeZone: 'America/New_York' }, '2026-03-07T15:00:00Z')).toEqual([
      ['acknowledgement', '2026-03-08T14:00:00.000Z'],
      ['decision', '2026-03-21T14:00:00.000Z'],
    ]);
  });

  it.each([
    ['a Friday', '2026-03-13T12:00:00Z', '2026-03-16T12:00:00.000Z'],
    ['a Saturday', '2026-03-14T12:00:00Z', '2026-03-16T12:00:00.000Z'],
    ['a Sunday', '2026-03-15T12:00:00Z', '2026-03-16T12:00:00.000Z'],
    ['a Monday', '2026-03-16T12:00:00Z', '2026-03-17T12:00:00.000Z'],
  ])('count one business day from %s', (_, deliveredAt, dueAt) => {
    expect(due({ clocks: { decideWithinDays: 1, businessDays: true } }, deliveredAt)).toEqual([['decision', dueAt]]);
  });

  it("leave out the public holidays of the platform's country", () => {
    const clocks = { decideWithinDays: 1, businessDays: true };
    // Friday 3 July 2026 is the observed Independence Day; Monday is the next business day
    expect(due({ clocks, country: 'US', timeZone: 'UTC' }, '2026-07-02T12:00:00Z')).toEqual([
      ['decision', '2026-07-06T12:00:00.000Z'],
    ]);
    expect(due({ clocks, country: 'CN', timeZone: 'Asia/Shanghai' }, '2026-09-30T02:00:00Z')).not.toEqual([
      ['decision', '2026-10-01T02:00:00.000Z'],
    ]);
  });

  it('are a fault that names the time zone where it is unknown', () => {
    expect(() => due({ timeZone: 'Mars/Olympus' }, '2026-03-16T12:00:00Z')).toThrow(/"Mars\/Olympus"/);
  });
});
