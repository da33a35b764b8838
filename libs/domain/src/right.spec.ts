import { describe, expect, it } from '@jest/globals';
import { isInForceOn, rightFaults } from './right.js';
import type { RightFacts } from './right.js';

const aMark = (given: Partial<RightFacts> = {}): RightFacts => ({
  rightsHolderId: 'h',
  kind: 'trademark',
  title: 'VELORA',
  registration: 'registered',
  number: 'DE 307',
  office: 'DPMA',
  classes: [9, 25],
  locarno: [],
  covers: null,
  territories: ['DE'],
  validFrom: '2015-01-01',
  validTo: '2024-12-31',
  owners: [],
  documents: [],
  ...given,
});
const aDesign = (given: Partial<RightFacts> = {}): RightFacts =>
  aMark({ kind: 'design', classes: [], locarno: ['02-04'], ...given });

const faults = (right: RightFacts): string[] => rightFaults(right).map(({ pointer, code }) => `${pointer} ${code}`);

describe('a right', () => {
  it.each<[string | null, string | null, string, boolean]>([
    ['2015-01-01', '2024-12-31', '2014-12-31', false],
    ['2015-01-01', '2024-12-31', '2015-01-01', true],
    ['2015-01-01', '2024-12-31', '2024-12-31', true],
    ['2015-01-01', '2024-12-31', '2025-01-01', false],
    ['2024-02-29', '2024-02-29', '2024-02-28', false],
    ['2024-02-29', '2024-02-29', '2024-02-29', true],
    ['2024-02-29', '2024-02-29', '2024-03-01', false],
    [null, '2024-12-31', '1900-01-01', true],
    [null, '2024-12-31', '2025-01-01', false],
    ['2015-01-01', null, '2014-12-31', false],
    ['2015-01-01', null, '9999-12-31', true],
    [null, null, '1900-01-01', true],
  ])('from %s to %s is in force on %s: %s', (validFrom, validTo, day, isInForce) => {
    expect(isInForceOn({ validFrom, validTo }, day)).toBe(isInForce);
  });
});

describe('what contradicts itself in a right', () => {
  it.each<[string, RightFacts]>([
    ['a registered mark', aMark()],
    ['a mark in the first and the last class', aMark({ classes: [1, 45] })],
    ['a mark of one day', aMark({ validFrom: '2024-02-29', validTo: '2024-02-29' })],
    ['an application', aMark({ registration: 'pending', validTo: null })],
    ['an application without a number as yet', aMark({ registration: 'pending', number: null })],
    ['an unregistered mark', aMark({ registration: 'unregistered', number: null, office: null })],
    ['a registered design', aDesign()],
    ['a design whose class nobody recorded', aDesign({ locarno: [] })],
    ['a work', aMark({ kind: 'copyright', classes: [], registration: 'unregistered', number: null })],
    ['a patent', aMark({ kind: 'patent', classes: [] })],
    ['a mark of unions', aMark({ territories: ['EU', 'BX', 'OA', 'US'] })],
  ])('is nothing in %s', (_what, right) => {
    expect(rightFaults(right)).toEqual([]);
  });

  it.each<[string, RightFacts, string[]]>([
    ['a class below the first', aMark({ classes: [9, 0] }), ['/classes/1 nice-class']],
    ['a class beyond the last', aMark({ classes: [46, 47] }), ['/classes/0 nice-class']],
    ['classes of a design', aDesign({ classes: [9] }), ['/classes nice-class']],
    ['classes of a patent', aMark({ kind: 'patent' }), ['/classes nice-class']],
    ['classes of a work', aMark({ kind: 'copyright' }), ['/classes nice-class']],
    ['a Locarno class of one figure', aDesign({ locarno: ['02-04', '2-4'] }), ['/locarno/1 locarno-class']],
    ['a Locarno class with more around it', aDesign({ locarno: [' 02-04'] }), ['/locarno/0 locarno-class']],
    ['a Locarno class of a mark', aMark({ locarno: ['02-04'] }), ['/locarno locarno-class']],
    ['a country in small letters', aMark({ territories: ['DE', 'cn'] }), ['/territories/1 territory']],
    ['a country of three letters', aMark({ territories: ['DEU'] }), ['/territories/0 territory']],
    ['an end a day before its beginning', aMark({ validTo: '2014-12-31' }), ['/validTo validity']],
    ['a number of an unregistered right', aMark({ registration: 'unregistered' }), ['/registration registration']],
    [
      'everything at once',
      aMark({
        kind: 'patent',
        classes: [0],
        locarno: ['x'],
        territories: ['x'],
        validTo: '2014-12-31',
        registration: 'unregistered',
      }),
      [
        '/classes/0 nice-class',
        '/classes nice-class',
        '/locarno/0 locarno-class',
        '/locarno locarno-class',
        '/territories/0 territory',
        '/validTo validity',
        '/registration registration',
      ],
    ],
  ])('is told by its place: %s', (_what, right, expected) => {
    expect(faults(right)).toEqual(expected);
  });

  it('is told with its remedy', () => {
    expect(rightFaults(aDesign({ classes: [9] }))).toEqual([
      { pointer: '/classes', code: 'nice-class', detail: 'A design has no Nice classes: leave them out.' },
    ]);
  });
});
