import { DeliverAttempt } from '#libs/workflow';
import type { TestApp } from '../support/app.js';
import { readComplaint } from './read.js';
import type { ComplaintPage } from './read.js';

/** The attempt a complaint began with. */
export const attemptOf = async (app: TestApp, id: string): Promise<string> =>
  (await readComplaint(app.main.http, id)).attempts[0]?.id ?? '';

/** What a worker does with the first attempt of a complaint when its job comes, and how the complaint stands afterwards. */
export async function deliver(app: TestApp, id: string): Promise<ComplaintPage> {
  await app.api.get(DeliverAttempt).run(app.main.id, await attemptOf(app, id), new AbortController().signal);
  return readComplaint(app.main.http, id);
}
