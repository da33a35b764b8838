export { openQueues } from './backend.js';
export type { AddOptions, JobCounts, JobEntry, QueueSettings, Queues } from './backend.js';
export { isJobName, jobNames, jobs, queueNames, queues, readPayload } from './jobs.js';
export type { Handlers, JobContext, JobDefinition, JobName, Jobs, QueueDefinition, QueueName } from './jobs.js';
export type { QueueLog } from './log.js';
export { startRelay } from './relay.js';
export type { OutboxRow, OutboxSource, Relay, RelayOptions } from './relay.js';
export type { QueueHealth } from './store.js';
export type { WorkOptions, Working } from './work.js';
