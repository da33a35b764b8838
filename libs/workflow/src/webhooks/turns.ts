import type { Id, Webhook } from '#libs/domain';

/** How many messages a process sends to a failing receiver at a time: waiting for it must not cost the others their turn. */
const AT_ONCE_WHILE_FAILING = 2;

export interface Turn {
  /** Whether this receiver has a turn left; it is taken with the answer. */
  take(webhook: Webhook): boolean;
  end(): void;
}

/** Who is being sent to by this process. */
export class Turns {
  private readonly sending = new Map<Id, number>();

  /** A turn not taken yet; whoever asks for one ends it, whatever happens in between. */
  begin(): Turn {
    let taken: Id | null = null;
    return {
      take: ({ id, failingSince }) => {
        const sending = this.sending.get(id) ?? 0;
        if (failingSince !== null && sending >= AT_ONCE_WHILE_FAILING) return false;
        this.sending.set(id, sending + 1);
        taken = id;
        return true;
      },
      end: () => {
        if (taken !== null) this.leave(taken);
        taken = null;
      },
    };
  }

  private leave(id: Id): void {
    const left = (this.sending.get(id) ?? 1) - 1;
    if (left === 0) this.sending.delete(id);
    else this.sending.set(id, left);
  }
}
