import type { Processor, Queue, Worker, WorkerListener, WorkerOptions } from 'bullmq';
import type { QueueName } from './jobs.js';

/** What is asked of BullMQ's Queue, the same for both backends. */
export type StoreQueue = Pick<
  Queue<unknown, void>,
  'add' | 'addBulk' | 'upsertJobScheduler' | 'getJobScheduler' | 'getJobCounts' | 'close'
>;

/** What is asked of BullMQ's Worker, the same for both backends. */
export interface StoreWorker extends Pick<Worker, 'waitUntilReady' | 'close' | 'cancelAllJobs' | 'disconnect'> {
  on<E extends keyof WorkerListener>(event: E, listener: WorkerListener<unknown, void>[E]): unknown;
}

export type WorkerSettings = Pick<
  WorkerOptions,
  'concurrency' | 'lockDuration' | 'stalledInterval' | 'maxStalledCount'
>;

export interface QueueHealth {
  backend: 'redis' | 'postgresql';
  reachable: boolean;
  /** settings that lose jobs, and why the store can't be reached, in words for an operator */
  warnings: readonly string[];
}

/** Where jobs are kept: Redis or PostgreSQL. */
export interface QueueStore {
  /** @throws Fault `queue-unreachable` when no connection is made in time */
  queue(name: QueueName): Promise<StoreQueue>;
  worker(name: QueueName, process: Processor<unknown, void>, settings: WorkerSettings): StoreWorker;
  /** how long finished jobs are remembered, in the way this store does cheaply */
  remembered(limit: { age: number; count: number }): { age: number; count?: number };
  health(): Promise<QueueHealth>;
  close(): Promise<void>;
}

/** How long one answer of the store is waited for, milliseconds. */
export const answerMs = 5000;
