import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { importColumns, readComplaintRows } from './complaint-rows.js';
import type { ReadRow } from './complaint-rows.js';

const header = importColumns.join(',');
const good =
  'C-1,taobao,Velora,TM-1,trademark-use,https://shop.test/1,Bag,someone,12.50,CNY,Copied mark,https://a.test https://b.test';

async function read(...lines: string[]): Promise<ReadRow[]> {
  const rows: ReadRow[] = [];
  for await (const row of readComplaintRows(Readable.from([lines.join('\n')]))) rows.push(row);
  return rows;
}

/** What is wrong with a row in which some cells are replaced. */
async function faultOf(cells: Record<string, string>): Promise<unknown> {
  const values = good.split(',');
  const line = importColumns.map((column, at) => `"${cells[column] ?? values[at] ?? ''}"`).join(',');
  const [row] = await read(header, line);
  return row !== undefined && 'fault' in row ? [row.fault.line, row.fault.column, row.fault.code] : null;
}

describe('complaints.csv', () => {
  it('gives each row as a listing', async () => {
    expect(await read(header, good)).toEqual([
      {
        row: {
          line: 2,
          reference: 'C-1',
          platform: 'taobao',
          rightsHolder: 'Velora',
          right: 'TM-1',
          ground: 'trademark-use',
          url: 'https://shop.test/1',
          title: 'Bag',
          seller: 'someone',
          price: '12.50 CNY',
          explanation: 'Copied mark',
          evidenceUrls: ['https://a.test', 'https://b.test'],
        },
      },
    ]);
  });

  it('finds the columns by name, in any order, case and spelling of the blank', async () => {
    const [row] = await read(
      '\ufeffURL;'.replace(';', ',Rights Holder,GROUND,platform,colour'),
      'https://s.test/1,Velora,trademark-use,taobao,red',
    );
    expect(row).toMatchObject({
      row: {
        url: 'https://s.test/1',
        rightsHolder: 'Velora',
        reference: 'line 2',
        right: '',
        title: null,
        price: null,
      },
    });
  });

  it('names the column of what can not be taken, and the reason', async () => {
    expect(await faultOf({})).toBeNull();
    expect(await faultOf({ platform: '' })).toEqual([2, 'platform', 'missing']);
    expect(await faultOf({ rights_holder: ' ' })).toEqual([2, 'rights_holder', 'missing']);
    expect(await faultOf({ ground: 'theft' })).toEqual([2, 'ground', 'unknown-ground']);
    for (const url of ['shop.test/1', 'javascript:alert(1)', 'hxxps://shop.test/1'])
      expect(await faultOf({ url })).toEqual([2, 'url', 'no-web-address']);
    expect(await faultOf({ url: `https://shop.test/${'x'.repeat(2000)}` })).toEqual([2, 'url', 'too-long']);
    expect(await faultOf({ explanation: 'x'.repeat(20_001) })).toEqual([2, 'explanation', 'too-long']);
    expect(await faultOf({ title: 'a\0b' })).toEqual([2, 'title', 'not-text']);
  });

  it('rejects a row with other cells than the header has', async () => {
    const rows = await read(header, good, `${good},more`, 'C-2,taobao', good);
    expect(rows.map((row) => ('fault' in row ? [row.fault.line, row.fault.code] : row.row.line))).toEqual([
      2,
      [3, 'cell-count'],
      [4, 'cell-count'],
      5,
    ]);
  });

  it.each([
    ['', /empty/],
    ['reference,platform\nC-1,taobao', /lacks rights_holder, ground, url/],
    [`${header},URL\n${good},https://s.test/2`, /names url twice/],
    [`${header}\nC-1,"taobao,Velora\n${good}`, /never closed/],
  ])('refuses a file it can not read: %j', async (file, reason) => {
    await expect(read(file)).rejects.toThrow(reason);
  });

  it('lets no row get lost: as many come out as the file holds', async () => {
    const cell = fc.string({ unit: 'binary', maxLength: 12 }).map((text) => `"x${text.replaceAll('"', '""')}"`);
    const line = fc.array(cell, { minLength: 1, maxLength: 14 }).map((cells) => cells.join(','));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 20 }), async (lines) => {
        expect(await read(header, ...lines)).toHaveLength(lines.length);
      }),
    );
  });
});
