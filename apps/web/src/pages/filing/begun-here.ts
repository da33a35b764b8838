import { newId } from '../../api/client.js';
import type { Answers } from './answers.js';

/** Forms that were begun in this window and not opened yet: nothing of them is on the server. */
const begunHere = new Map<string, Answers | null>();

/** The identifier of a new form, which may begin with answers of another. */
export function newForm(answers: Answers | null = null): string {
  const id = newId();
  begunHere.set(id, answers);
  return id;
}

/** What a form begun here begins with, null for nothing; undefined for a form that was not begun here. */
export function takeBegun(id: string): Answers | null | undefined {
  const begun = begunHere.get(id);
  begunHere.delete(id);
  return begun;
}
