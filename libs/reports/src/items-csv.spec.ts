import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  attributions,
  Fault,
  grounds,
  itemOutcomes,
  justificationElements,
  materialChanges,
  rightKinds,
} from '#libs/domain';
import type { FieldFault, ItemFact } from '#libs/domain';
import { itemsCsvColumns, readItemsCsv, writeItemsCsv } from './index.js';

const orNull = <T>(arb: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arb, { nil: null });
const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }),
  fc.constantFrom('=1+1', "'=1", "''@x", '-5', '+', '@', '\tx', '\r', '\r\n', 'a"b', '"', ',', "'", 'Ünï 店', ' x '),
);
const date = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
const boolean = fc.boolean();

const aFact: fc.Arbitrary<ItemFact> = fc.record({
  itemId: text,
  complaintId: text,
  rightsHolder: text,
  seller: orNull(text),
  platform: text,
  rightKind: fc.constantFrom(...rightKinds),
  ground: fc.constantFrom(...grounds),
  programmeMember: boolean,
  complete: boolean,
  firstInstance: boolean,
  resubmissionOf: orNull(text),
  materialChange: orNull(fc.constantFrom(...materialChanges)),
  equivalenceGroup: orNull(text),
  readyAt: orNull(date),
  deliveredAt: orNull(date),
  prevented: boolean,
  stalled: boolean,
  errorAttribution: orNull(fc.constantFrom(...attributions)),
  outcome: fc.constantFrom(...itemOutcomes),
  decidedAt: orNull(date),
  withdrawnAt: orNull(date),
  statedReason: orNull(text),
  assessedReason: orNull(text),
  falseDeficiency: orNull(boolean),
  coded: boolean,
  justification: fc.record(Object.fromEntries(justificationElements.map((e) => [e, boolean])), {
    requiredKeys: [],
    noNullPrototype: true,
  }),
  boilerplate: orNull(boolean),
  lastSeenUp: orNull(date),
  firstSeenDown: orNull(date),
  relistedAt: orNull(date),
});

const plain: ItemFact = {
  itemId: 'i1',
  complaintId: 'c1',
  rightsHolder: 'h1',
  seller: null,
  platform: 'bazaar',
  rightKind: 'trademark',
  ground: 'counterfeit',
  programmeMember: false,
  complete: true,
  firstInstance: true,
  resubmissionOf: null,
  materialChange: null,
  equivalenceGroup: null,
  readyAt: new Date('2026-01-01T00:00:00Z'),
  deliveredAt: new Date('2026-01-02T03:04:05.678Z'),
  prevented: false,
  stalled: false,
  errorAttribution: null,
  outcome: 'refused',
  decidedAt: new Date('2026-01-05T00:00:00Z'),
  withdrawnAt: null,
  statedReason: 'RR-30',
  assessedReason: null,
  falseDeficiency: true,
  coded: true,
  justification: { J1: true, J2: false },
  boilerplate: false,
  lastSeenUp: null,
  firstSeenDown: null,
  relistedAt: null,
};

const written = async (facts: Iterable<ItemFact>): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of writeItemsCsv(facts)) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
};

const read = async (file: string | Uint8Array): Promise<ItemFact[]> => {
  const facts: ItemFact[] = [];
  for await (const fact of readItemsCsv([file])) facts.push(fact);
  return facts;
};

const faultsOf = async (file: string | Uint8Array): Promise<readonly FieldFault[]> => {
  const error: unknown = await read(file).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Fault)) throw new Error(`a Fault was expected, not ${String(error)}`);
  expect(error.code).toBe('items-csv-invalid');
  return error.fields;
};

/** One valid file with some cells of its rows replaced. */
const fileWith = (...rows: Record<string, string>[]): string => {
  const names = itemsCsvColumns.map((column) => column.name);
  const lines = rows.map((cells, i) =>
    itemsCsvColumns.map((c) => cells[c.name] ?? c.write({ ...plain, itemId: `i${i}` })).join(','),
  );
  return [names.join(','), ...lines, ''].join('\r\n');
};

describe('the analysis table', () => {
  it('has the published columns in order', () => {
    expect(itemsCsvColumns.map((column) => column.name).join(', ')).toBe(
      'item_id, complaint_id, rights_holder, seller, platform, right_kind, ground, programme_member, complete, first_instance, resubmission_of, ' +
        'material_change, equivalence_group, ready_at, delivered_at, prevented, stalled, error_attribution, outcome, decided_at, withdrawn_at, ' +
        'stated_reason, assessed_reason, false_deficiency, coded, j1, j2, j3, j4, j5, j6, j7, boilerplate, last_seen_up, first_seen_down, relisted_at',
    );
  });

  it('writes a row byte for byte', async () => {
    const [, row] = (await written([plain])).split('\r\n');
    expect(row).toBe(
      'i1,c1,h1,,bazaar,trademark,counterfeit,false,true,true,,,,2026-01-01T00:00:00.000Z,2026-01-02T03:04:05.678Z,false,false,,refused,' +
        '2026-01-05T00:00:00.000Z,,RR-30,,true,true,true,false,,,,,,false,,,',
    );
  });

  it('reads what it wrote, exactly', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(aFact, { selector: (fact) => fact.itemId, maxLength: 5 }), async (facts) => {
        const file = Buffer.from(await written(facts), 'utf8');
        expect(await read(file)).toEqual(facts);
        const bytes = [...file].map((byte) => Uint8Array.of(byte));
        const again: ItemFact[] = [];
        for await (const fact of readItemsCsv(bytes)) again.push(fact);
        expect(again).toEqual(facts);
      }),
      { numRuns: 60 },
    );
  });

  it('lets no cell begin like a formula', async () => {
    const risky = ['=HYPERLINK("x")', '+1', '-1', '@a', '\tx', "'=1"];
    const file = await written(risky.map((seller, i) => ({ ...plain, itemId: `i${i}`, seller })));
    for (const seller of risky) expect(file).toContain(seller.includes('"') ? `"'=HYPERLINK(""x"")"` : `,'${seller},`);
    expect((await read(file)).map((fact) => fact.seller)).toEqual(risky);
  });

  it('writes only a header for no facts, and streams an error of its source', async () => {
    expect((await written([])).split('\r\n')).toHaveLength(2);
    const failing = function* (): Generator<ItemFact> {
      yield plain;
      throw new Error('source broke');
    };
    await expect(written(failing())).rejects.toThrow('source broke');
  });

  it('accepts a date alone as midnight UTC, an offset, a byte order mark, other columns and any order', async () => {
    const file = fileWith({ ready_at: '2026-03-01', delivered_at: '2026-03-01T10:00+02:00', coded: '' });
    const [header, row] = file.split('\r\n');
    const [fact] = await read(`\uFEFFnote,${header ?? ''}\nhello,${row ?? ''}\n\n`);
    expect(fact?.readyAt).toEqual(new Date('2026-03-01T00:00:00Z'));
    expect(fact?.deliveredAt).toEqual(new Date('2026-03-01T08:00:00Z'));
    expect(fact?.coded).toBe(false);
  });
});

describe('faults of an analysis table', () => {
  it('names line, column, fault and remedy of every bad cell', async () => {
    const faults = await faultsOf(
      fileWith({}, { complete: 'TRUE', outcome: 'gone', item_id: '' }, { decided_at: '2026-02-30', prevented: '' }),
    );
    expect(faults.map((fault) => [fault.pointer, fault.code])).toEqual([
      ['/3/item_id', 'empty'],
      ['/3/complete', 'not-boolean'],
      ['/3/outcome', 'not-listed'],
      ['/4/prevented', 'not-boolean'],
      ['/4/decided_at', 'not-date'],
    ]);
    expect(faults[1]?.detail).toBe('Line 3, column complete: is "TRUE"; write true or false, in lower case.');
    expect(faults[4]?.detail).toContain('Line 4, column decided_at: is "2026-02-30"; write an ISO 8601');
  });

  it.each(['2026-1-5', '01/02/2026', '2026-01-05T10:00:00', '2026-01-05T25:00:00Z', '2026-13-01', 'yesterday'])(
    'refuses the date %s',
    async (cell) => {
      expect(await faultsOf(fileWith({ delivered_at: cell }))).toHaveLength(1);
    },
  );

  it('finds headers missing or twice', async () => {
    const file = fileWith({}).replace('outcome', 'item_id').replace('seller', 'vendor');
    expect((await faultsOf(file)).map((fault) => [fault.pointer, fault.code])).toEqual([
      ['/1/item_id', 'column-twice'],
      ['/1/seller', 'column-missing'],
      ['/1/outcome', 'column-missing'],
    ]);
    expect((await faultsOf('')).map((fault) => fault.code)).toEqual(['no-header']);
  });

  it('finds rows of the wrong width, items twice, quotes not closed and stray', async () => {
    const good = fileWith({}, {});
    expect((await faultsOf(`${good}a,b\r\n`)).map((f) => [f.pointer, f.code])).toEqual([['/4', 'wrong-width']]);
    expect((await faultsOf(fileWith({}, { item_id: 'i0' }))).map((f) => f.pointer)).toEqual(['/3/item_id']);
    expect((await faultsOf(`${good}"x,y\r\n${'z\r\n'.repeat(1000)}`)).map((f) => [f.pointer, f.code])).toEqual([
      ['/4', 'quote-not-closed'],
    ]);
    expect((await faultsOf(`${fileWith({}, { complete: '1' })}"x,y\r\n`)).map((f) => f.pointer)).toEqual([
      '/3/complete',
      '/4',
    ]);
    expect((await faultsOf(`${good}"x"y,\r\n`)).map((f) => [f.pointer, f.code])).toEqual([['/4', 'stray-quote']]);
  });

  it('finds bytes that are not UTF-8', async () => {
    const file = Buffer.concat([Buffer.from(fileWith({})), Buffer.from([0x69, 0xff, 0x2c])]);
    expect((await faultsOf(file)).map((f) => f.code)).toEqual(['not-utf-8']);
  });

  it('stops after a hundred faults', async () => {
    const faults = await faultsOf(fileWith(...Array.from({ length: 150 }, () => ({ outcome: '?' }))));
    expect(faults).toHaveLength(100);
  });
});
