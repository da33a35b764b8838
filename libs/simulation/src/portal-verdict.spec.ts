import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { Fault } from '#libs/domain';
import { parseBehaviour, portalFailures } from './behaviour.js';
import type { Behaviour, Portal } from './behaviour.js';
import { portalVerdict } from './portal-verdict.js';

const shipped = parse(readFileSync('config/sandbox/sandbox-portal.yaml', 'utf8')) as Record<string, unknown>;
const behaviour = (over: Partial<Portal> = {}): Behaviour => {
  const read = parseBehaviour(shipped);
  return { ...read, portal: read.portal === null ? null : { ...read.portal, ...over } };
};
const references = Array.from({ length: 2000 }, (_, at) => `RD-2026-${String(at).padStart(5, '0')}`);

describe('what goes wrong on a simulated form', () => {
  it('is the same for the same seed and reference', () => {
    const draw = (): unknown[] => references.map((reference) => portalVerdict(behaviour(), 1, reference, 1));
    expect(draw()).toEqual(draw());
    expect(references.map((reference) => portalVerdict(behaviour(), 2, reference, 1))).not.toEqual(draw());
  });

  it('comes as often as described, in every kind', () => {
    const met = references.flatMap((reference) => portalVerdict(behaviour({ fails: 0.25 }), 1, reference, 1) ?? []);
    expect(met.length / references.length).toBeCloseTo(0.25, 1);
    expect([...new Set(met)].sort()).toEqual([...portalFailures].sort());
  });

  it('is met at every try, unless it passes', () => {
    const again = (passes: number): number =>
      references.filter((reference) => portalVerdict(behaviour({ fails: 1, passes }), 1, reference, 2) !== null).length;
    expect([again(0), again(1)]).toEqual([2000, 0]);
  });

  it('is nothing on a platform without a form', () => {
    expect(portalVerdict({ ...behaviour(), portal: null }, 1, 'RD-2026-00001', 1)).toBeNull();
  });

  it.each([
    [{ fails: 2 }, '/portal/fails'],
    [{ failures: {} }, '/portal/failures'],
    [{ failures: { captcha: 1, rain: 1 } }, '/portal/failures/rain'],
    [{ refusesUploadBy: 'letter' }, '/portal/refusesUploadBy'],
    [{ uploadBytes: 'many' }, '/portal/uploadBytes'],
  ])('is refused as %p, by the name of the field', (change, pointer) => {
    const portal = { ...(shipped['portal'] as object), ...change };
    try {
      parseBehaviour({ ...shipped, portal });
      throw new Error('was accepted');
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      expect(error.fields.map((field) => field.pointer)).toEqual([pointer]);
    }
  });
});
