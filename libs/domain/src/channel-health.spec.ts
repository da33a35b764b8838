import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DeliveryOutcome } from './attempt.js';
import { FAILURES_TO_OPEN, admit, healthy, observe, signOf } from './channel-health.js';
import type { ChannelHealth, ChannelSign } from './channel-health.js';
import type { Attribution, ErrorCode } from './filing-error.js';

const start = new Date('2026-03-02T10:00:00Z');
const after = (seconds: number, from = start): Date => new Date(from.getTime() + seconds * 1000);
const failed: ChannelSign = { answered: false, code: 'ER-40' };
const answered: ChannelSign = { answered: true };

const observeAll = (signs: readonly ChannelSign[], from: ChannelHealth = healthy, now = start): ChannelHealth =>
  signs.reduce<ChannelHealth>((health, sign) => observe(health, sign, now), from);
const failures = (count: number): ChannelSign[] => Array.from({ length: count }, () => failed);
const opened = observeAll(failures(FAILURES_TO_OPEN));

const proof = { transport: 'test', sha256: null, conversation: [], answer: null };
const refusal = (code: ErrorCode, retry: boolean, attribution: Attribution = 'platform'): DeliveryOutcome => ({
  kind: 'prevented',
  code,
  attribution,
  message: '',
  retry,
  proof,
});

describe('a channel', () => {
  it('stays closed as long as an answer comes between failures', () => {
    const four = failures(FAILURES_TO_OPEN - 1);
    expect(observeAll([...four, answered, ...four])).toEqual({
      ...healthy,
      failures: FAILURES_TO_OPEN - 1,
      code: 'ER-40',
    });
  });

  it('is opened by failures in a row, and lets nothing out before its probe', () => {
    expect(opened).toEqual({
      state: 'open',
      failures: 5,
      code: 'ER-40',
      openedAt: start,
      nextProbeAt: after(30),
      probesFailed: 0,
    });
    expect(admit(opened, after(29))).toEqual({ goes: false, until: after(30) });
  });

  it('lets one through when the probe is due, and nobody else until it is heard of', () => {
    const probe = admit(opened, after(30));
    expect(probe).toMatchObject({ goes: true, health: { state: 'half-open', openedAt: start } });
    const halfOpen = probe.goes ? probe.health : opened;
    expect(admit(halfOpen, after(31))).toEqual({ goes: false, until: after(30 + 660) });
    expect(admit(halfOpen, after(30 + 660))).toMatchObject({ goes: true });
  });

  it('is closed by the first answer, and waits twice as long after each probe that fails, a quarter of an hour at most', () => {
    let health = opened;
    const pauses: number[] = [];
    let now = start;
    for (let probe = 0; probe < 7; probe += 1) {
      now = health.nextProbeAt ?? now;
      const admitted = admit(health, now);
      health = observe(admitted.goes ? admitted.health : health, failed, now);
      pauses.push(((health.nextProbeAt?.getTime() ?? 0) - now.getTime()) / 1000);
    }
    expect(pauses).toEqual([60, 120, 240, 480, 900, 900, 900]);
    expect(health).toMatchObject({ state: 'open', openedAt: start, failures: 12 });
    const last = admit(health, health.nextProbeAt ?? now);
    expect(observe(last.goes ? last.health : health, answered, now)).toEqual(healthy);
  });

  it('lets another through at once where the probe says nothing of the platform', () => {
    const probe = admit(opened, after(30));
    const halfOpen = probe.goes ? probe.health : opened;
    expect(admit(observe(halfOpen, null, after(40)), after(40))).toMatchObject({ goes: true });
  });
});

describe('what an outcome says of a channel', () => {
  it('is a failure where its server failed, was not reached, or asked for patience', () => {
    for (const code of ['ER-40', 'ER-41', 'ER-42', 'ER-44', 'ER-45', 'ER-50', 'ER-64'] as const)
      expect(signOf(refusal(code, true))).toEqual({ answered: false, code });
    expect(signOf({ kind: 'unknown', code: 'ER-43', message: '', proof })).toEqual({ answered: false, code: 'ER-43' });
  });

  it('is an answer where it took or refused one notice, or asked for a person', () => {
    const answers: DeliveryOutcome[] = [
      { kind: 'delivered', reference: null, proof },
      { kind: 'needs-human', code: 'ER-21', what: '', proof },
      refusal('ER-60', false),
      refusal('ER-30', false),
      refusal('ER-44', false),
      refusal('ER-61', true),
    ];
    expect(answers.map(signOf)).toEqual(answers.map(() => answered));
  });

  it('is nothing where our own side failed', () => {
    expect(signOf(refusal('ER-90', true, 'us'))).toBeNull();
    expect(signOf(refusal('ER-91', true, 'us'))).toBeNull();
  });
});

/** What may happen to a channel, in any order. */
const event = fc.record({
  seconds: fc.integer({ min: 0, max: 2000 }),
  what: fc.constantFrom<'asks' | 'answered' | 'failed' | 'nothing'>('asks', 'answered', 'failed', 'nothing'),
});
const signs = { answered, failed, nothing: null } as const;

describe('whatever happens to a channel', () => {
  it('knows since when and until when nothing leaves, exactly while it is not closed', () => {
    lives(({ state, openedAt, nextProbeAt, failures: met }) => {
      expect([openedAt !== null, nextProbeAt !== null]).toEqual([state !== 'closed', state !== 'closed']);
      if (state === 'closed') expect(met).toBeLessThan(FAILURES_TO_OPEN);
    });
  });

  it('lets nothing out while it is open, one at a time while it is half-open, and is asked again within the time of a probe', () => {
    lives((health, now) => {
      const asked = admit(health, now);
      if (health.state === 'closed') expect(asked).toEqual({ goes: true, health });
      else if (asked.goes) expect(admit(asked.health, now).goes).toBe(false);
      else expect(asked.until.getTime() - now.getTime()).toBeLessThanOrEqual(900_000);
    });
  });

  it('never stays shut once the platform answers every probe', () => {
    lives((health, now) => {
      const at = health.nextProbeAt === null || health.nextProbeAt < now ? now : health.nextProbeAt;
      const asked = admit(health, at);
      expect(asked.goes && observe(asked.health, answered, at)).toEqual(healthy);
    });
  });
});

/** Lives through random events and looks at what is known after each. */
function lives(look: (health: ChannelHealth, now: Date) => void): void {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      let [health, now] = [healthy, start];
      for (const { seconds, what } of events) {
        now = after(seconds, now);
        const asked = admit(health, now);
        if (what !== 'asks') health = observe(health, signs[what], now);
        else if (asked.goes) health = asked.health;
        look(health, now);
      }
    }),
  );
}
