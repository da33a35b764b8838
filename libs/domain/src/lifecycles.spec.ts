import { describe, expect, it } from '@jest/globals';
import { attemptLifecycle } from './attempt.js';
import { complaintLifecycle } from './complaint.js';
import { Fault } from './fault.js';
import { itemLifecycle } from './item.js';
import { lifecycle } from './lifecycle.js';
import type { Lifecycle } from './lifecycle.js';
import { replyLifecycle } from './reply.js';
import { webhookDeliveryLifecycle } from './webhook.js';

/** Every move there is, from → to, as the product promises it. A move not named here must be refused. */
const promised: readonly [Lifecycle<string>, Record<string, string>][] = [
  [
    attemptLifecycle,
    {
      queued: 'sending cancelled',
      sending: 'queued delivered prevented needs-human unknown',
      unknown: 'delivered prevented queued',
      'needs-human': 'delivered prevented cancelled',
      delivered: 'prevented',
      prevented: 'queued',
      cancelled: '',
    },
  ],
  [
    itemLifecycle,
    {
      draft: 'ready abandoned',
      ready: 'filed blocked abandoned',
      blocked: 'filed abandoned',
      filed: 'blocked ready',
      abandoned: '',
    },
  ],
  [webhookDeliveryLifecycle, { waiting: 'delivered failed cancelled', delivered: '', failed: '', cancelled: '' }],
  [
    replyLifecycle,
    {
      unmatched: 'waiting automatic applied dismissed',
      waiting: 'applied automatic dismissed unmatched',
      automatic: 'waiting applied dismissed unmatched',
      applied: 'applied waiting',
      dismissed: 'waiting unmatched',
    },
  ],
  [
    complaintLifecycle,
    {
      draft: 'awaiting-approval queued withdrawn',
      'awaiting-approval': 'draft queued withdrawn',
      queued: 'filing needs-human withdrawn',
      filing: 'queued filed needs-human prevented',
      'needs-human': 'queued filed acknowledged needs-info decided prevented withdrawn',
      prevented: 'queued filed acknowledged needs-info decided withdrawn',
      filed: 'acknowledged needs-info decided silent prevented withdrawn',
      acknowledged: 'needs-info decided silent withdrawn',
      'needs-info': 'acknowledged decided silent withdrawn',
      silent: 'acknowledged needs-info decided withdrawn',
      decided: 'withdrawn',
      withdrawn: '',
    },
  ],
];

describe.each(promised.map(([states, moves]) => [states.name, states, moves] as const))(
  'the lifecycle of %s',
  (_name, states, moves) => {
    it('has the states and moves that are promised, and no other', () => {
      const found = Object.fromEntries(
        states.states.map((from) => [from, states.states.filter((to) => states.canMove(from, to)).sort()]),
      );
      expect(found).toEqual(
        Object.fromEntries(Object.entries(moves).map(([from, to]) => [from, to.split(' ').filter(Boolean).sort()])),
      );
    });

    it('makes a promised move and refuses every other by name', () => {
      for (const from of states.states) {
        for (const to of states.states) {
          if (moves[from]?.split(' ').includes(to) === true) expect(states.move(from, to)).toBe(to);
          else expect(() => states.move(from, to)).toThrow(`The ${states.name} is "${from}" and can't become "${to}".`);
        }
      }
    });

    it('begins where every other state can be reached, and ends only in final states', () => {
      expect(states.initial).toBe(states.states[0]);
      expect(states.states.filter((state) => states.isFinal(state))).toEqual(
        Object.keys(moves).filter((state) => moves[state] === ''),
      );
    });
  },
);

describe('a lifecycle', () => {
  it('with a state no way leads to is refused when it is made', () => {
    expect(() => lifecycle<'a' | 'b' | 'c' | 'd'>('thing', 'a', { a: ['b'], b: [], c: ['d'], d: ['a'] })).toThrow(
      'lifecycle thing: no way leads to c, d',
    );
  });

  it('refuses an illegal move as a conflict', () => {
    const made = lifecycle<'a' | 'b'>('thing', 'a', { a: ['b'], b: [] });
    try {
      made.move('b', 'a');
      throw new Error('the move was made');
    } catch (fault) {
      expect(fault).toBeInstanceOf(Fault);
      expect(fault).toMatchObject({ kind: 'conflict', code: 'illegal-move' });
    }
  });
});
