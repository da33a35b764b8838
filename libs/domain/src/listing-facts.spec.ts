import { describe, expect, it } from '@jest/globals';
import { claimedButUp, downAwaitsConfirmation, listingFacts, outcomeWithFacts } from './listing-facts.js';
import type { Seen } from './listing-facts.js';
import type { ItemOutcome } from './item.js';
import type { ObservationState } from './observation.js';

const at = (hour: number): Date => new Date(Date.UTC(2026, 2, 1, hour));
const delivered = at(0);

/** Looks by their hour: `{ 1: 'up', 25: 'down' }`. */
const seen = (looks: Record<number, ObservationState>): Seen[] =>
  Object.entries(looks).map(([hour, state]) => ({ at: at(Number(hour)), state }));

type Case = [says: string, looks: Record<number, ObservationState>, hours: (number | null)[]];

const cases: Case[] = [
  ['nothing before it was looked at', {}, [null, null, null]],
  ['when it was last up', { 1: 'up', 25: 'up' }, [25, null, null]],
  ['nothing of one look that found it down', { 1: 'up', 25: 'down' }, [1, null, null]],
  ['down from the first of two looks an hour apart', { 1: 'up', 25: 'down', 26: 'down' }, [1, 25, null]],
  ['down from the first look of a series, however long that is', { 1: 'down', 2: 'down', 99: 'down' }, [null, 1, null]],
  ['down across a look that saw nothing', { 1: 'up', 25: 'down', 26: 'unobservable', 30: 'down' }, [1, 25, null]],
  [
    'down across a look that was kept out by country',
    { 1: 'up', 25: 'down', 26: 'geo-down', 30: 'down' },
    [1, 25, null],
  ],
  [
    'nothing of two looks that found it down with one between that found it up',
    { 1: 'down', 2: 'up', 3: 'down' },
    [2, null, null],
  ],
  [
    'nothing of two looks that found it down with another page between',
    { 1: 'down', 2: 'altered', 3: 'down' },
    [null, null, null],
  ],
  [
    'nothing of what was unobservable, altered or kept out',
    { 1: 'unobservable', 2: 'altered', 3: 'geo-down' },
    [null, null, null],
  ],
  ['up again after it was down', { 1: 'up', 25: 'down', 49: 'down', 73: 'relisted', 97: 'relisted' }, [1, 25, 73]],
  [
    'up again, as an up that was recorded before the looks that found it down',
    { 1: 'up', 25: 'down', 49: 'down', 73: 'up' },
    [1, 25, 73],
  ],
  ['not up again where it had not counted as down', { 1: 'up', 25: 'down', 26: 'up' }, [26, null, null]],
];

const factsOf = (looks: readonly Seen[], since: Date | null) => {
  const { lastSeenUp, firstSeenDown, relistedAt } = listingFacts(looks, since);
  return [lastSeenUp, firstSeenDown, relistedAt];
};
const asDates = (hours: readonly (number | null)[]): (Date | null)[] =>
  hours.map((hour) => (hour === null ? null : at(hour)));

describe('the facts of a listing tell', () => {
  it.each(cases)('%s', (_says, looks, hours) => {
    expect(factsOf(seen(looks), delivered)).toEqual(asDates(hours));
    expect(factsOf(seen(looks).toReversed(), delivered)).toEqual(asDates(hours));
  });

  it('nothing of looks less than an hour apart', () => {
    const soon = new Date(at(1).getTime() + 3_599_999);
    const looks: Seen[] = [
      { at: at(1), state: 'down' },
      { at: soon, state: 'down' },
    ];
    expect(factsOf(looks, delivered)).toEqual([null, null, null]);
    expect(factsOf([...looks, { at: at(2), state: 'down' }], delivered)).toEqual([null, at(1), null]);
  });

  it('nothing of a listing that was down before the platform had the notice', () => {
    const looks = seen({ 1: 'down', 2: 'down', 5: 'down', 9: 'down' });
    expect(factsOf(looks, null)).toEqual([null, null, null]);
    expect(factsOf(looks, at(4))).toEqual([null, at(5), null]);
    expect(factsOf(looks, at(7))).toEqual([null, null, null]);
  });
});

describe('a look that found a listing down', () => {
  it.each<[Record<number, ObservationState>, boolean]>([
    [{}, false],
    [{ 1: 'up' }, false],
    [{ 1: 'down' }, true],
    [{ 1: 'down', 2: 'unobservable' }, true],
    [{ 1: 'down', 2: 'up' }, false],
    [{ 1: 'down', 2: 'down' }, false],
    [{ 1: 'down', 2: 'down', 3: 'relisted', 4: 'down' }, true],
  ])('%j: waits for a second one? %s', (looks, waits) => {
    expect(downAwaitsConfirmation(seen(looks))).toBe(waits);
  });
});

describe('the outcome of an item', () => {
  const item = (outcome: ItemOutcome, decided: number | null, down: number | null, relisted: number | null) => ({
    outcome,
    decidedAt: decided === null ? null : at(decided),
    firstSeenDown: down === null ? null : at(down),
    relistedAt: relisted === null ? null : at(relisted),
  });
  it.each<[ItemOutcome, number | null, number | null, number | null, ItemOutcome]>([
    ['pending', null, null, null, 'pending'],
    ['pending', null, 5, null, 'down-unattributed'],
    ['pending', null, 5, 9, 'down-unattributed'],
    ['down-unattributed', null, null, null, 'pending'],
    ['removed', 4, 5, null, 'removed'],
    ['removed', 4, 5, 9, 'relisted'],
    ['removed', 10, 5, 9, 'removed'],
    ['relisted', 4, null, null, 'removed'],
    ['refused', 4, 5, 9, 'refused'],
    ['partial', 4, 5, 9, 'partial'],
    ['withdrawn', null, 5, null, 'withdrawn'],
    ['reinstated', 4, 5, 9, 'reinstated'],
  ])('%s, decided %s, down %s, up again %s, is %s', (outcome, decided, down, relisted, result) => {
    expect(outcomeWithFacts(item(outcome, decided, down, relisted))).toBe(result);
  });

  it('is a claim where it is removed, was seen up since and never down', () => {
    const claim = { ...item('removed', 4, null, null), lastSeenUp: at(5) };
    expect(claimedButUp(claim)).toBe(true);
    expect(claimedButUp({ ...claim, lastSeenUp: at(3) })).toBe(false);
    expect(claimedButUp({ ...claim, lastSeenUp: null })).toBe(false);
    expect(claimedButUp({ ...claim, firstSeenDown: at(6) })).toBe(false);
    expect(claimedButUp({ ...claim, outcome: 'refused' })).toBe(false);
  });
});
