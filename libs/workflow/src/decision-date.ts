import { Fault } from '#libs/domain';
import type { Complaint, Item, Reply } from '#libs/domain';

/** The platform's own date counts where it can be true: not before it had the notice, not after we had the answer. */
export function decisionDateOf(reply: Pick<Reply, 'sentAt' | 'receivedAt'>, items: readonly Item[]): Date {
  const delivered = Math.max(...items.map((item) => item.deliveredAt?.getTime() ?? 0));
  const { sentAt, receivedAt } = reply;
  // A mail's date knows whole seconds only: within the second we received it, our own clock is the finer one.
  const told = sentAt !== null && sentAt.getTime() < receivedAt.getTime() - 1000 ? sentAt : receivedAt;
  return told.getTime() >= delivered ? told : receivedAt;
}

/** @throws Fault `decision-invalid` where a person gives a date the platform can't have decided on */
export function refuseImpossibleDate(decidedAt: Date, { submittedAt }: Complaint, now: Date): void {
  const wrong = whatIsWrong(decidedAt, submittedAt, now);
  if (wrong === null) return;
  const detail = `decidedAt ${wrong}: give the instant the platform decided, in UTC.`;
  throw new Fault('invalid', 'decision-invalid', detail, [{ pointer: '/decidedAt', code: 'impossible-date', detail }]);
}

function whatIsWrong(decidedAt: Date, submittedAt: Date | null, now: Date): string | null {
  if (decidedAt > now) return 'lies in the future';
  return submittedAt !== null && decidedAt < submittedAt ? 'lies before the complaint was submitted' : null;
}
