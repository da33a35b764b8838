import { describe, expect, it } from '@jest/globals';
import type { ColumnMapping } from '#libs/domain';
import { mappingFaults } from './mapping-faults.js';

const headings = ['Site', 'Owner', 'Link', 'Reason', 'Link 2', 'Link 2'];
const good: ColumnMapping = {
  platform: { heading: 'Site' },
  rights_holder: { heading: 'Owner' },
  ground: { heading: 'Reason' },
  url: { heading: 'Link' },
};
const faultsOf = (change: ColumnMapping): string[] =>
  mappingFaults({ ...good, ...change }, headings).map(({ column, code }) => `${String(column)}: ${code}`);

describe('mappingFaults', () => {
  it('finds nothing wrong with headings that are there, and with values that every row may have', () => {
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ platform: { value: 'taobao' }, ground: { value: '假冒' }, currency: { value: '' } })).toEqual([]);
  });

  it('names the columns without which no row can be filed', () => {
    const faults = mappingFaults({}, headings);
    expect(faults.map(({ column, code }) => [column, code])).toEqual([
      ['platform', 'column-unmapped'],
      ['rights_holder', 'column-unmapped'],
      ['ground', 'column-unmapped'],
      ['url', 'column-unmapped'],
    ]);
    expect(faults[0]?.detail).toBe(
      'No row can be filed without platform: choose the heading it is read from, or give one value for every row.',
    );
    expect(faultsOf({ url: { value: ' ' } })).toEqual(['url: column-unmapped']);
  });

  it.each<[string, ColumnMapping, string]>([
    ['a heading that is not there', { title: { heading: 'Name' } }, 'title: heading-unknown'],
    ['a heading that stands there twice', { evidence_url: { heading: 'Link 2' } }, 'evidence_url: heading-repeated'],
    ['a heading that two columns are read from', { title: { heading: 'Link' } }, 'title: heading-used-twice'],
    ['a value that is no ground', { ground: { value: 'piracy' } }, 'ground: unknown-ground'],
    ['a value that is no address', { evidence_url: { value: 'none' } }, 'evidence_url: no-web-address'],
    ['a value that is too long', { currency: { value: 'x'.repeat(11) } }, 'currency: too-long'],
    ['a value that no database takes', { seller: { value: 'a\u0000b' } }, 'seller: not-text'],
  ])('tells %s', (_, change, fault) => {
    expect(faultsOf(change)).toEqual([fault]);
  });
});
