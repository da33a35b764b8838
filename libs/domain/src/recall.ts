/**
 * The reason with which a conversation is asked to stop (`AbortController.abort(new Recall(…))`) while nothing of the notice can
 * have been accepted yet. After that it goes on to its end: to break off would only leave its outcome unknown.
 */
export class Recall extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Recall';
  }
}
