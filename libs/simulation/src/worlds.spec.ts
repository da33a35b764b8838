import { describe, expect, it } from '@jest/globals';
import { rightKindsOfGround } from '#libs/domain';
import { demoWorld } from './worlds.js';
import type { DemoPlatform, WorldOptions } from './worlds.js';

const platforms: DemoPlatform[] = [
  {
    slug: 'sandbox',
    listingHosts: ['shop.sandbox.redress.test'],
    languages: ['en', 'zh'],
    grounds: {
      counterfeit: { regime: 'policy' },
      'copyright-copy': { regime: 'us-dmca' },
      patent: { regime: 'policy' },
    },
  },
  { slug: 'sandbox-code', listingHosts: [], languages: ['en'], grounds: { circumvention: { regime: 'us-dmca' } } },
];
const options: WorldOptions = {
  seed: 42,
  from: new Date('2026-01-01T00:00:00Z'),
  to: new Date('2026-07-01T00:00:00Z'),
  platforms,
};
const world = [...demoWorld(options)];

describe('demoWorld', () => {
  it('is 2,100 filings, in order, within the time', () => {
    expect(world).toHaveLength(2100);
    const times = world.map(({ at }) => at.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[0]).toBeGreaterThanOrEqual(options.from.getTime());
    expect(times.at(-1)).toBeLessThan(options.to.getTime());
  });

  it('is the same world for the same seed', () => {
    expect([...demoWorld({ ...options, complaints: 50 })]).toEqual([...demoWorld({ ...options, complaints: 50 })]);
    expect([...demoWorld({ ...options, seed: 43, complaints: 50 })]).not.toEqual([
      ...demoWorld({ ...options, complaints: 50 }),
    ]);
  });

  it('has twelve rights holders of unequal size, each with its own name', () => {
    const sizes = new Map<string, number>();
    for (const { rightsHolder } of world) sizes.set(rightsHolder.name, (sizes.get(rightsHolder.name) ?? 0) + 1);
    expect(sizes.size).toBe(12);
    expect(Math.max(...sizes.values())).toBeGreaterThan(3 * Math.min(...sizes.values()));
    const many = [...demoWorld({ ...options, rightsHolders: 100, complaints: 4000 })];
    const shares = new Map(many.map(({ rightsHolder, truth }) => [rightsHolder.name, truth.share]));
    expect([...shares.values()].reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(1 + 1e-9);
  });

  it('files what each platform takes, on rights that carry the ground, on its own hosts', () => {
    for (const { platform, ground, right, items, language } of world) {
      const profile = platforms.find(({ slug }) => slug === platform);
      expect(Object.keys(profile?.grounds ?? {})).toContain(ground);
      expect(rightKindsOfGround[ground]).toContain(right.kind);
      expect(profile?.languages).toContain(language);
      expect(items.length).toBeGreaterThanOrEqual(1);
      expect(items.length).toBeLessThanOrEqual(4);
      const host = profile?.listingHosts[0] ?? 'sandbox-code.example';
      expect(items.every(({ url }) => new URL(url).host === host)).toBe(true);
    }
  });

  it('keeps a right the same at every filing', () => {
    const seen = new Map<string, string>();
    for (const { rightsHolder, right } of world) {
      const key = `${rightsHolder.name}|${right.kind}`;
      expect(JSON.stringify(right)).toBe(seen.get(key) ?? JSON.stringify(right));
      seen.set(key, JSON.stringify(right));
    }
  });

  it('names what is missing', () => {
    expect(() => [...demoWorld({ ...options, from: options.to })]).toThrow('`from` must be before `to`');
    const bare = { ...platforms[1], grounds: {} } as DemoPlatform;
    expect(() => [...demoWorld({ ...options, platforms: [bare] })]).toThrow('takes no ground');
  });
});
