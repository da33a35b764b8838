import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { justificationLevel } from '#libs/domain';
import { parseBehaviour } from './behaviour.js';
import type { Behaviour } from './behaviour.js';
import { answerPlan, isRefused } from './decide.js';
import type { ItemTruth, NoticeItem, PlannedReply, ReceivedNotice } from './decide.js';
import { smtpVerdict } from './smtp-verdict.js';

const behaviour = (name: string, over: Partial<Behaviour> = {}): Behaviour => ({
  ...parseBehaviour(parse(readFileSync(`config/sandbox/${name}.yaml`, 'utf8'))),
  ...over,
});

const item = (n: number, group: string | null = null): NoticeItem => ({
  url: `https://shop.test/item/${n}`,
  right: 'TM-1',
  ground: 'counterfeit',
  equivalenceGroup: group,
});

const notice = (n: number, over: Partial<ReceivedNotice> = {}): ReceivedNotice => ({
  reference: `RD-2026-${String(n).padStart(5, '0')}`,
  complaintId: `c${n}`,
  rightsHolder: `Holder ${n % 12}`,
  language: 'en',
  items: [item(3 * n), item(3 * n + 1), item(3 * n + 2)],
  ...over,
});

const notices = (n: number): ReceivedNotice[] => Array.from({ length: n }, (_, i) => notice(i));
const share = (n: number, of: number): number => n / of;
const decisions = (plans: PlannedReply[][]): ItemTruth[] => plans.flat().flatMap((reply) => reply.truth.items);

describe('answerPlan', () => {
  it('gives the same plan for the same seed and another for another', () => {
    const clear = behaviour('sandbox-clear');
    expect(answerPlan(clear, notice(1), 7)).toEqual(answerPlan(clear, notice(1), 7));
    const texts = (seed: number): string[] => notices(20).flatMap((n) => answerPlan(clear, n, seed).map((r) => r.text));
    expect(texts(7)).not.toEqual(texts(8));
  });

  it('answers in order of time', () => {
    for (const name of ['sandbox', 'sandbox-clear', 'sandbox-mute', 'sandbox-broken', 'sandbox-code'])
      for (const n of notices(60)) {
        const days = answerPlan(behaviour(name), n, 3).map((reply) => reply.afterDays);
        expect(days).toEqual([...days].sort((a, b) => a - b));
        expect(days.every((day) => day > 0)).toBe(true);
      }
  });

  it('keeps the stated shares of silence, bounces and machine-readable answers', () => {
    const mute = behaviour('sandbox-mute');
    const plans = notices(3000).map((n) => answerPlan(mute, n, 11));
    const bounced = plans.filter((plan) => plan.some((reply) => reply.kind === 'bounce'));
    const decided = plans.filter((plan) => plan.some((reply) => reply.kind === 'decision'));
    expect(share(bounced.length, 3000)).toBeCloseTo(0.01, 1);
    expect(share(decided.length, 3000 - bounced.length)).toBeCloseTo(1 - 0.25, 1);
    const structured = plans.flat().filter((r) => r.kind === 'decision' && r.structured !== undefined);
    expect(share(structured.length, decided.length)).toBeCloseTo(0.2, 1);
  });

  it('explains the stated share of refusals', () => {
    const clear = behaviour('sandbox', { consistency: 0 });
    const plans = notices(2000).map((n) => answerPlan(clear, n, 5));
    const refused = decisions(plans).filter((truth) => truth.outcome === 'refused');
    const adequate = refused.filter((truth) => truth.style === 'adequate');
    expect(share(adequate.length, refused.length)).toBeCloseTo(0.5, 1);
  });

  it('writes texts whose elements give the level they were meant to have', () => {
    const plans = notices(300).map((n) =>
      answerPlan(behaviour('sandbox-mute', { explains: 0.4, boilerplate: 0.3 }), n, 2),
    );
    for (const { justification, style, outcome, statedReason } of decisions(plans)) {
      expect(justification === null).toBe(outcome === 'removed');
      if (justification !== null) expect(justificationLevel(justification, false)).toBe(style);
      if (style === 'none') expect(statedReason).toBe('RR-00');
    }
  });

  it('names the listings of an explained refusal and puts the reason in the text and in the machine-readable part', () => {
    const clear = behaviour('sandbox-clear', {
      structured: 1,
      refusal: { base: 1, perRightsHolderSpread: 0 },
      silence: 0,
    });
    const reply = answerPlan(clear, notice(4), 1).find(({ kind }) => kind === 'decision');
    if (reply?.structured === undefined) throw new Error('no machine-readable decision');
    const urls = notice(4).items.map(({ url }) => url);
    const { decisions: said = [] } = reply.structured;
    expect(reply.truth.items.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'refused']);
    expect(reply.structured).toMatchObject({ version: 1, reference: 'RD-2026-00004', kind: 'decision' });
    expect(said.map(({ url }) => url)).toEqual(urls);
    expect(said.map(({ statedReason }) => statedReason)).toEqual(reply.truth.items.map((item) => item.statedReason));
    for (const words of [...urls, ...said.map(({ text = 'no text' }) => text)]) expect(reply.text).toContain(words);
  });

  it('leaves no brace unfilled', () => {
    for (const name of ['sandbox-mute', 'sandbox-code'])
      for (const reply of notices(200).flatMap((n) => answerPlan(behaviour(name), n, 9)))
        expect(reply.text).not.toMatch(/[{}]/);
  });

  it('knows whether the refusal is in the language of the notice', () => {
    const chinese = behaviour('sandbox', {
      language: { en: 0, zh: 1 },
      refusal: { base: 1, perRightsHolderSpread: 0 },
    });
    const j7 = (language: 'en' | 'zh'): unknown =>
      decisions([answerPlan(chinese, notice(1, { language }), 1)])[0]?.justification?.J7;
    expect([j7('en'), j7('zh')]).toEqual([false, true]);
  });
});

describe('consistency', () => {
  const pairs = (consistency: number): number => {
    const platform = behaviour('sandbox', { consistency, refusal: { base: 0.5, perRightsHolderSpread: 0 } });
    const alike = Array.from({ length: 2000 }, (_, i) => {
      const [a, b] = [notice(2 * i), notice(2 * i + 1)].map((n) => isRefused(platform, n, item(i, `g${i}`), 3));
      return a === b;
    });
    return share(alike.filter(Boolean).length, 2000);
  };

  it('1: alike items of different complaints always meet the same fate', () => {
    expect(pairs(1)).toBe(1);
  });

  it('0: a coin for each item', () => {
    expect(pairs(0)).toBeCloseTo(0.5, 1);
  });

  it('between: both follow the group with probability c², else chance', () => {
    expect(pairs(0.7)).toBeCloseTo(0.49 + 0.51 * 0.5, 1);
  });

  it('does not change how often a platform refuses', () => {
    for (const consistency of [0, 0.5, 1]) {
      const platform = behaviour('sandbox', { consistency, refusal: { base: 0.3, perRightsHolderSpread: 0 } });
      const refused = notices(3000).filter((n) => isRefused(platform, n, item(1, n.reference), 4));
      expect(Math.abs(share(refused.length, 3000) - 0.3)).toBeLessThan(0.035);
    }
  });
});

describe('smtpVerdict', () => {
  const references = Array.from({ length: 3000 }, (_, i) => `RD-2026-${i}`);
  const broken = behaviour('sandbox-broken');

  it('refuses the stated share at every try', () => {
    const always = references.filter((r) => [1, 2, 3, 9].every((n) => smtpVerdict(broken, 1, r, n) !== 'accept'));
    expect(Math.abs(share(always.length, 3000) - 0.3)).toBeLessThan(0.035);
  });

  it('puts the stalled ones off once or twice, and then takes them', () => {
    const taken = references.filter((r) => smtpVerdict(broken, 1, r, 3) === 'accept');
    const stalled = taken.filter((r) => smtpVerdict(broken, 1, r, 1) !== 'accept');
    expect(Math.abs(share(stalled.length, taken.length) - 0.35)).toBeLessThan(0.04);
    expect(smtpVerdict(broken, 1, stalled[0] ?? '', 1)).toMatchObject({ code: 451, enhanced: '4.3.0' });
  });

  it('a platform that works takes everything', () => {
    const sandbox = behaviour('sandbox');
    expect(references.every((r) => smtpVerdict(sandbox, 1, r, 1) === 'accept')).toBe(true);
  });
});
