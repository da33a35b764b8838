import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween } from './clock.js';
import { attributions, errorCodes, errorStates } from './filing-error.js';
import { isId, newId } from './id.js';
import { decidedOutcomes, itemOutcomes } from './item.js';
import { isCoded, justificationElements, justificationLevel, justificationScore } from './justification.js';
import type { Justification } from './justification.js';
import { isCompletenessReason, reasonCodes, refusalReasons } from './refusal-reason.js';
import { elementIds } from './regime.js';
import { grounds, rightKinds, rightKindsOfGround } from './right.js';

const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
const instant = fc.integer({ min: 0, max: 2 ** 48 - 1 });

describe('an identifier', () => {
  it('is the UUIDv7 of RFC 9562 (appendix A.6)', () => {
    const random = Buffer.from('0cc3' + '18c4dc0c0c07398f', 'hex');
    expect(newId(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  it('has version and variant whatever the chance, and is an id', () => {
    fc.assert(
      fc.property(instant, bytes, (at, random) => {
        const id = newId(at, random);
        expect(isId(id)).toBe(true);
        expect(id[14]).toBe('7');
        expect('89ab').toContain(id[19]);
        expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at);
      }),
    );
  });

  it('sorts by its time of birth, as text', () => {
    fc.assert(
      fc.property(instant, instant, bytes, bytes, (one, two, first, second) => {
        fc.pre(one !== two);
        expect(newId(one, first) < newId(two, second)).toBe(one < two);
      }),
    );
  });

  it.each([
    '',
    'x',
    '017F22E2-79B0-7CC3-98C4-DC0C0C07398F',
    ' 017f22e2-79b0-7cc3-98c4-dc0c0c07398f',
    '017f22e279b07cc398c4dc0c0c07398f',
  ])('is not %j', (text) => {
    expect(isId(text)).toBe(false);
  });
});

describe('the level of a justification', () => {
  const has = (...elements: (keyof Justification)[]): Justification =>
    Object.fromEntries(elements.map((element) => [element, true]));
  it.each<[string, Justification, boolean, string]>([
    ['nothing said', {}, false, 'none'],
    ['only redress named, in the right language', has('J1', 'J6', 'J7'), false, 'none'],
    ['a rule and nothing of the case', has('J3'), false, 'boilerplate'],
    ['a rule linked to no fact', has('J3', 'J4', 'J6'), false, 'boilerplate'],
    ['a fact alone', has('J2'), false, 'partial'],
    ['what to add alone', has('J5'), false, 'partial'],
    ['fact, rule and link without a way on', has('J2', 'J3', 'J4'), false, 'partial'],
    ['fact, rule, link and what to add', has('J2', 'J3', 'J4', 'J5'), false, 'adequate'],
    ['fact, rule, link and redress', has('J2', 'J3', 'J4', 'J6'), false, 'adequate'],
    ['everything, but the same words as elsewhere', has('J1', 'J2', 'J3', 'J4', 'J5', 'J6', 'J7'), true, 'boilerplate'],
    ['nothing, in the same words as elsewhere', {}, true, 'none'],
    ['elements found absent', { J2: false, J3: false, J4: false, J5: false }, false, 'none'],
  ])('%s', (_says, justification, elsewhere, level) => {
    expect(justificationLevel(justification, elsewhere)).toBe(level);
  });

  it('is coded where every element that decides it is, J1 and J7 aside', () => {
    const all = Object.fromEntries(justificationElements.map((element) => [element, false])) as Justification;
    expect(isCoded(all)).toBe(true);
    for (const element of justificationElements) {
      const rest = Object.fromEntries(Object.entries(all).filter(([name]) => name !== element));
      expect([element, isCoded(rest)]).toEqual([element, element === 'J1' || element === 'J7']);
    }
    expect(isCoded({})).toBe(false);
  });

  it('has a score of the elements that are there', () => {
    expect(justificationScore({})).toBe(0);
    expect(justificationScore({ J1: true, J2: false, J7: true })).toBe(2);
    expect(justificationScore(has(...justificationElements))).toBe(7);
  });
});

describe('the word lists', () => {
  it('of errors have stable codes, a sentence each, and our own faults excluded', () => {
    for (const code of errorCodes) {
      expect(code).toMatch(/^ER-\d\d$/);
      expect(errorStates[code].says).toMatch(/^[A-Z].*\.$/);
      expect(attributions).toContain(errorStates[code].attribution);
      expect([code, errorStates[code].class === 'excluded']).toEqual([code, errorStates[code].attribution === 'us']);
    }
    expect(new Set(errorCodes.map((code) => errorStates[code].name)).size).toBe(errorCodes.length);
  });

  it('of refusal reasons name elements that exist, and know which are about completeness', () => {
    for (const code of reasonCodes) {
      expect(code).toMatch(/^RR-\d\d$/);
      const reason = refusalReasons[code];
      if ('element' in reason)
        expect([code, (elementIds as readonly string[]).includes(reason.element)]).toEqual([code, true]);
    }
    const complete = reasonCodes.filter((code) => isCompletenessReason(code));
    expect([complete[0], complete.at(-1)]).toEqual(['RR-10', 'RR-33']);
  });

  it('of grounds rest on rights that exist', () => {
    expect(Object.keys(rightKindsOfGround).sort()).toEqual([...grounds].sort());
    for (const kinds of Object.values(rightKindsOfGround)) for (const kind of kinds) expect(rightKinds).toContain(kind);
  });

  it('of outcomes contain what a platform can decide', () => {
    for (const outcome of decidedOutcomes) expect(itemOutcomes).toContain(outcome);
    expect(new Set(itemOutcomes).size).toBe(itemOutcomes.length);
  });
});

describe('days', () => {
  it('are added and measured in fractions, and undo each other', () => {
    const at = new Date('2026-02-27T12:00:00Z');
    expect(addDays(at, 2).toISOString()).toBe('2026-03-01T12:00:00.000Z');
    expect(addDays(at, 1 / 24).toISOString()).toBe('2026-02-27T13:00:00.000Z');
    expect(daysBetween(at, addDays(at, -3.25))).toBe(-3.25);
  });
});
