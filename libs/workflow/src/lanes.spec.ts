import { describe, expect, it } from '@jest/globals';
import { Lanes } from './lanes.js';
import type { Task, Ticket } from './lanes.js';

const task = (attemptId: string): Task => ({ workspaceId: 'w', attemptId });
const entered = (lanes: Lanes, name: string, width: number, id: string): Ticket => {
  const ticket = lanes.enter(name, width, task(id));
  if (typeof ticket === 'string') throw new Error(`${id} ${ticket}`);
  return ticket;
};

describe('the lane of a platform', () => {
  it('lets so many in as it is wide, whatever other lanes hold', () => {
    const lanes = new Lanes();
    entered(lanes, 'slow', 2, 'a');
    entered(lanes, 'slow', 2, 'b');
    expect(lanes.enter('slow', 2, task('c'))).toBe('waits');
    expect(lanes.enter('quick', 2, task('d'))).toEqual({ name: 'quick', began: { at: expect.any(Number) } });
  });

  it('hands the place of who leaves to who waited longest, and to each once', () => {
    const lanes = new Lanes();
    const first = entered(lanes, 'slow', 1, 'a');
    for (const id of ['b', 'c', 'b']) expect(lanes.enter('slow', 1, task(id))).toBe('waits');
    const second = lanes.next(first);
    expect(second?.task).toEqual(task('b'));
    expect(lanes.enter('slow', 1, task('d'))).toBe('waits');
    const third = second && lanes.next(second.ticket);
    expect(third?.task).toEqual(task('c'));
    const fourth = third && lanes.next(third.ticket);
    expect(fourth?.task).toEqual(task('d'));
    expect(fourth && lanes.next(fourth.ticket)).toBeNull();
    entered(lanes, 'slow', 1, 'e');
  });

  it('lets fifty wait here, and sends the rest away', () => {
    const lanes = new Lanes();
    entered(lanes, 'slow', 1, 'first');
    const told = Array.from({ length: 60 }, (_, at) => lanes.enter('slow', 1, task(`${at}`)));
    expect(told).toEqual([...Array<string>(50).fill('waits'), ...Array<string>(10).fill('full')]);
    expect(lanes.enter('slow', 1, task('7'))).toBe('waits');
  });

  it('keeps who waits for another where one leaves because its process ends', () => {
    const lanes = new Lanes();
    const [one, other] = [entered(lanes, 'slow', 2, 'a'), entered(lanes, 'slow', 2, 'b')];
    lanes.enter('slow', 2, task('c'));
    lanes.leave(one);
    expect(lanes.next(other)?.task).toEqual(task('c'));
  });

  it('sends away for longer the longer those inside take, and quickly for who is quick', () => {
    let now = 0;
    const lanes = new Lanes(() => now);
    const quick = entered(lanes, 'p', 2, 'a');
    expect(lanes.stepMs('p', 2)).toBe(5);
    now = 400;
    expect(lanes.stepMs('p', 2)).toBe(200);
    lanes.leave(quick);
    expect(lanes.stepMs('p', 2)).toBe(50);
    entered(lanes, 'p', 2, 'b');
    now = 1_000_000;
    expect(lanes.stepMs('p', 2)).toBe(5000);
  });
});
