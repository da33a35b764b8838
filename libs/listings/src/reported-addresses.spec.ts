import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { describeIf } from '../../../test/support/require.js';
import { canonicalAddress } from './address/canonical-address.js';
import { listingRecogniser } from './recognise/listing-recogniser.js';
import type { Recognised } from './recognise/recognised.js';
import { shippedPlatforms } from './shipped-platforms.spec-data.js';
import { readText } from './text/read-text.js';

const folder = new URL('../../../../shared/data/', import.meta.url);
const recogniser = listingRecogniser(shippedPlatforms);

interface Counts {
  read: number;
  listings: number;
  distinct: number;
  repeated: number;
  notListings: number;
  shortLinks: number;
  byWhy: Record<string, number>;
  byPlatform: Record<string, number>;
}

const tally = (words: readonly string[]): Record<string, number> => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([, one], [, other]) => other - one));
};

function countsOf(found: readonly Recognised[]): Counts {
  const listings = found.flatMap((one) => (one.is === 'listing' ? one : []));
  const others = found.flatMap((one) => (one.is === 'listing' ? [] : one));
  const distinct = new Set(listings.map(({ key }) => key)).size;
  return {
    read: found.length,
    listings: listings.length,
    distinct,
    repeated: listings.length - distinct,
    notListings: others.length,
    shortLinks: listings.filter(({ shortLink }) => shortLink).length,
    byWhy: tally(others.map(({ why }) => why)),
    byPlatform: tally(listings.map(({ platform }) => platform ?? 'no platform known')),
  };
}

function show(name: string, counts: Counts): void {
  if (process.env['REDRESS_SHOW_COUNTS'] !== '1') return;
  process.stdout.write(`${name}: ${JSON.stringify(counts, null, 2)}\n`);
}

describe.each([
  { name: 'infringing-urls.txt', leastListings: 0.99 },
  { name: 'original-urls.txt', leastListings: 0.8 },
])('real addresses of $name', ({ name, leastListings }) => {
  const file = new URL(name, folder);
  describeIf(
    existsSync(file),
    `../shared/data/${name}`,
    'provide the folder of test data',
  )('one a line', () => {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const found = lines.map((line) => recogniser.recognise(line));
    const counts = countsOf(found);
    show(name, counts);

    it('are listings or have a reason, and nearly all are listings', () => {
      expect(counts.listings + counts.notListings).toBe(counts.read);
      expect(counts.distinct + counts.repeated).toBe(counts.listings);
      expect(counts.listings / counts.read).toBeGreaterThan(leastListings);
      expect(counts.byWhy['no-address'] ?? 0).toBeLessThan(counts.read / 1000);
    });

    it('have a canonical form that is a fixed point', () => {
      const moved = found.filter((one) => {
        if (one.url === null || (one.is === 'listing' && one.shortLink)) return false;
        const spelling = canonicalAddress(one.url);
        return typeof spelling === 'string' || spelling.url !== one.url;
      });
      expect(moved).toEqual([]);
    });

    it('are recognised as the same listings by their canonical form', () => {
      const other = found.filter((one) => {
        if (one.is !== 'listing') return false;
        const again = recogniser.recognise(one.url);
        return again.is !== 'listing' || again.key !== one.key || again.url !== one.url || again.id !== one.id;
      });
      expect(other).toEqual([]);
    });

    it('are the same when they are read as one text', () => {
      const reading = readText(text, recogniser);
      const failed = counts.byWhy['no-address'] ?? 0;
      expect(reading.cut).toBeNull();
      // a line with two addresses in one is no address, but holds them
      expect(Math.abs(reading.addresses - (counts.read - failed))).toBeLessThanOrEqual(failed);
      expect(reading.addresses).toBe(
        [...reading.listings, ...reading.others].reduce((sum, { times }) => sum + times, 0),
      );
      // the punctuation at the end of a few lines belongs to a sentence, as a text is read
      expect(Math.abs(reading.listings.length / counts.distinct - 1)).toBeLessThan(0.005);
      expect(reading.unreadable.length).toBeLessThanOrEqual(failed);
    });
  });
});
