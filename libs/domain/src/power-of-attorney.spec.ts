import { describe, expect, it } from '@jest/globals';
import { covers } from './power-of-attorney.js';
import type { PowerOfAttorney } from './power-of-attorney.js';

const aPower = (given: Partial<PowerOfAttorney> = {}): PowerOfAttorney => ({
  workspaceId: 'w',
  id: 'p',
  rightsHolderId: 'h',
  agent: 'Keller Rechtsanwälte',
  rightIds: [],
  platforms: [],
  validFrom: '2024-02-29',
  validTo: '2025-12-31',
  revokedAt: null,
  fileId: null,
  createdAt: new Date('2024-02-01T00:00:00Z'),
  ...given,
});

const filing = { rightId: 'mark', platform: 'taobao', day: '2025-06-01' };

describe('a power of attorney', () => {
  it.each([
    ['2024-02-28', false],
    ['2024-02-29', true],
    ['2024-03-01', true],
    ['2025-12-31', true],
    ['2026-01-01', false],
  ])('from 29 February 2024 to 31 December 2025 covers a filing on %s: %s', (day, isCovered) => {
    expect(covers(aPower(), { ...filing, day })).toBe(isCovered);
  });

  it('of one day covers that day alone', () => {
    const power = aPower({ validFrom: '2025-06-01', validTo: '2025-06-01' });
    const covered = ['2025-05-31', '2025-06-01', '2025-06-02'].map((day) => covers(power, { ...filing, day }));
    expect(covered).toEqual([false, true, false]);
  });

  it('without an end covers every day from its first on', () => {
    const power = aPower({ validTo: null });
    const covered = ['2024-02-28', '2024-02-29', '9999-12-31'].map((day) => covers(power, { ...filing, day }));
    expect(covered).toEqual([false, true, true]);
  });

  it('that was revoked covers nothing, not even the days before', () => {
    expect(covers(aPower({ revokedAt: new Date('2025-12-01T00:00:00Z') }), filing)).toBe(false);
  });

  it.each<[string, Partial<PowerOfAttorney>, boolean]>([
    ['no rights and no platforms named', {}, true],
    ['this right among others', { rightIds: ['design', 'mark'] }, true],
    ['other rights', { rightIds: ['design'] }, false],
    ['this platform among others', { platforms: ['tmall', 'taobao'] }, true],
    ['other platforms', { platforms: ['tmall'] }, false],
    ['this right, and another platform', { rightIds: ['mark'], platforms: ['tmall'] }, false],
    ['another right, and this platform', { rightIds: ['design'], platforms: ['taobao'] }, false],
    ['this right, and this platform', { rightIds: ['mark'], platforms: ['taobao'] }, true],
  ])('with %s: %j covers the filing: %s', (_what, scope, isCovered) => {
    expect(covers(aPower(scope), filing)).toBe(isCovered);
  });
});
