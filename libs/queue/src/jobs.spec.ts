import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Fault, isId } from '#libs/domain';
import { isJobName, jobNames, jobs, queueNames, readPayload } from './jobs.js';
import type { Handlers } from './jobs.js';
import { anId } from './testing.js';

describe('the map of jobs', () => {
  it('puts every job in a queue that exists', () => {
    expect(jobNames.filter((name) => !queueNames.includes(jobs[name].queue))).toEqual([]);
  });

  it('knows its own names and no inherited ones', () => {
    expect(jobNames.every(isJobName)).toBe(true);
    expect(['toString', 'constructor', '__proto__', ''].filter(isJobName)).toEqual([]);
  });

  it('does not compile without a handler for every job', () => {
    const complete: Omit<Handlers, 'watch-deadlines'> extends Handlers ? true : false = false;
    expect(complete).toBe(false);
  });

  it('reads a payload and leaves out what it does not know', () => {
    const payload = { workspaceId: anId(), attemptId: anId() };
    expect(readPayload('deliver-attempt', { ...payload, colour: 'red' })).toEqual(payload);
    expect(readPayload('reconcile', {})).toEqual({});
  });

  it('names every field that is missing or no identifier', () => {
    const read = (): unknown => readPayload('deliver-attempt', { attemptId: 7 });
    expect(read).toThrow(/deliver-attempt.*workspaceId is missing; attemptId is no identifier \(lower-case UUID\): 7/);
  });

  it('gives identifiers or a fault, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.anything(), (workspaceId, attemptId, other) => {
        for (const data of [{ workspaceId, attemptId }, other]) {
          try {
            const { workspaceId: one, attemptId: two } = readPayload('deliver-attempt', data);
            expect([isId(one), isId(two)]).toEqual([true, true]);
          } catch (problem) {
            expect(problem).toBeInstanceOf(Fault);
          }
        }
      }),
    );
  });
});
