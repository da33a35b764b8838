import { describe, expect, it } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { Fault } from '#libs/domain';
import { parseBehaviour } from './behaviour.js';

const read = (name: string): unknown => parse(readFileSync(`config/sandbox/${name}`, 'utf8'));
const good = (): Record<string, unknown> => read('sandbox.yaml') as Record<string, unknown>;

describe('parseBehaviour', () => {
  it('reads every simulated platform that ships', () => {
    const names = readdirSync('config/sandbox').filter((name) => name.endsWith('.yaml'));
    expect(names.map((name) => `${parseBehaviour(read(name)).slug}.yaml`)).toEqual(names);
    expect(names).toHaveLength(7);
  });

  it('keeps the values', () => {
    const mute = parseBehaviour(read('sandbox-mute.yaml'));
    expect(mute.refusal).toEqual({ base: 0.55, perRightsHolderSpread: 0.9 });
    expect(mute.prevented.codes).toEqual([
      ['ER-61', 1],
      ['ER-64', 1],
    ]);
    expect(mute.delayDays.decide).toEqual([9, 0.9]);
    expect(mute.language).toEqual({ en: 0.65, zh: 0.35 });
  });

  it.each([
    [{ consistency: 1.2 }, '/consistency'],
    [{ silence: '0.1' }, '/silence'],
    [{ slug: 'Not A Slug' }, '/slug'],
    [{ surprise: 1 }, '/surprise'],
    [{ refusal: { base: -1, perRightsHolderSpread: 0 } }, '/refusal/base'],
    [{ explains: 0.8, boilerplate: 0.5 }, '/boilerplate'],
    [{ prevented: { rate: 0.2, codes: {} } }, '/prevented/codes'],
    [{ prevented: { rate: 0.2, codes: { 'ER-40': 1 } } }, '/prevented/codes/ER-40'],
    [{ delayDays: { acknowledge: [1], decide: [1, 1] } }, '/delayDays/acknowledge'],
    [{ language: { vi: 1 } }, '/language/vi'],
    [{ language: null }, '/language'],
  ])('names the field at fault in %p', (change, pointer) => {
    try {
      parseBehaviour({ ...good(), ...change });
      throw new Error('was accepted');
    } catch (error) {
      expect(error).toBeInstanceOf(Fault);
      expect((error as Fault).fields.map((field) => field.pointer)).toContain(pointer);
      expect((error as Fault).message).toContain(pointer);
    }
  });

  it('names every missing field at once', () => {
    expect(() => parseBehaviour({})).toThrow(/\/slug.*\/refusal|\/refusal.*\/slug/);
    expect(() => parseBehaviour(null)).toThrow(Fault);
  });
});
