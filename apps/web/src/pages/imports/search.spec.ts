import { describe, expect, it } from '@jest/globals';
import type { ImportView } from '../../api/types.js';
import { readImportSearch, shownStep } from './search.js';
import type { ShownStep } from './search.js';

/** An import whose dry run accepted two of its three rows; what a test is about goes into the argument. */
const anImport = (given: Partial<ImportView> = {}): ImportView => ({
  id: '01a214cb-5533-79e3-98ee-4535cd119f16',
  fileName: 'list.csv',
  sha256: 'bebc',
  size: 800,
  format: { kind: 'csv', encoding: 'utf-8', delimiter: ',', sheet: null, sheets: [] },
  headings: ['Link'],
  mapping: {},
  unmapped: [],
  register: false,
  state: 'ready',
  paused: false,
  failure: null,
  rows: 3,
  accepted: 2,
  rejected: 1,
  duplicates: 0,
  committed: 0,
  complaints: 0,
  readBytes: 800,
  createdBy: 'Vera',
  createdAt: '2026-03-02T10:00:00Z',
  updatedAt: '2026-03-02T10:00:00Z',
  ...given,
});

const columnsMissing = { code: 'columns-missing', detail: 'No row can be filed without url.' };
const unreadable = { code: 'import-unreadable', detail: 'It is a PDF document.' };

describe('the step an import shows', () => {
  const come: [step: ShownStep, given: Partial<ImportView>][] = [
    ['columns', { state: 'failed', failure: columnsMissing }],
    ['unreadable', { state: 'failed', failure: unreadable, headings: [] }],
    ['reading', { state: 'reading' }],
    ['rows', { state: 'ready' }],
    ['committing', { state: 'committing' }],
    ['committed', { state: 'committed' }],
    ['undone', { state: 'undone' }],
  ];
  it.each(come)('is %s where the import has come to it', (step, given) => {
    expect(shownStep(anImport(given), {})).toBe(step);
  });

  it('is the one that was chosen, as far as it is open', () => {
    expect(shownStep(anImport(), { step: 'columns' })).toBe('columns');
    expect(shownStep(anImport(), { step: 'commit' })).toBe('commit');
    expect(shownStep(anImport({ accepted: 0 }), { step: 'commit' })).toBe('rows');
    expect(shownStep(anImport({ state: 'committed' }), { step: 'columns' })).toBe('committed');
    expect(shownStep(anImport({ state: 'committed' }), { step: 'rows' })).toBe('rows');
    expect(shownStep(anImport({ state: 'undone' }), { step: 'rows' })).toBe('undone');
  });

  it('has the rows of a reading that is stopped, not of one that runs', () => {
    expect(shownStep(anImport({ state: 'reading', paused: true }), { tab: 'rejected' })).toBe('rows');
    expect(shownStep(anImport({ state: 'reading' }), { tab: 'rejected' })).toBe('reading');
  });

  it('lets a file that broke off be read in another way', () => {
    const broken = anImport({ state: 'failed', failure: unreadable });
    expect(shownStep(broken, {})).toBe('unreadable');
    expect(shownStep(broken, { step: 'columns' })).toBe('columns');
  });
});

it('reads from the address what it knows and leaves out the rest', () => {
  expect(readImportSearch({ step: 'rows', tab: 'duplicate', all: true })).toEqual({
    step: 'rows',
    tab: 'duplicate',
    all: true,
  });
  expect(readImportSearch({ step: 'nowhere', tab: 7, all: 'yes' })).toEqual({});
});
