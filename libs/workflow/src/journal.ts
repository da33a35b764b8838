import { randomBytes } from 'node:crypto';
import { newId, systemClock } from '#libs/domain';
import type { Actor, Clock, Id, TimelineEvent, TimelineKind } from '#libs/domain';
import type { WorkspaceTransaction } from '#libs/persistence';
import type { JobName, Jobs } from '#libs/queue';
import { herald } from './webhooks/herald.js';

export const system: Actor = { kind: 'system', id: 'redress', name: 'Redress' };

/** Random bytes, drawn from the system by the thousand: a filing needs some twenty identifiers. */
function pooledBytes(size: number): () => Uint8Array {
  let pool = new Uint8Array();
  return () => {
    if (pool.length < size) pool = randomBytes(size * 1000);
    const bytes = pool.subarray(0, size);
    pool = pool.subarray(size);
    return bytes;
  };
}

/** Gives instants and identifiers, and writes what happened: timeline, audit log, and what is owed next. */
export class Journal {
  constructor(
    private readonly clock: Clock = systemClock,
    private readonly random: () => Uint8Array = pooledBytes(10),
  ) {}

  now(): Date {
    return this.clock.now();
  }

  newId(): Id {
    return newId(this.now().getTime(), this.random());
  }

  /** Adds to the story of a complaint, and tells whoever listens. `at` is when it happened, where that is not now. */
  tell(
    tx: WorkspaceTransaction,
    complaintId: Id,
    event: { kind: TimelineKind; actor: Actor; data?: Record<string, unknown>; at?: Date },
  ): void {
    const now = this.now();
    const told: TimelineEvent = {
      workspaceId: tx.workspaceId,
      id: this.newId(),
      complaintId,
      at: event.at ?? now,
      recordedAt: now,
      actor: event.actor,
      kind: event.kind,
      data: event.data ?? {},
    };
    tx.timeline.add(told);
    herald(tx, this, told);
  }

  audit(
    tx: WorkspaceTransaction,
    actor: Actor,
    action: string,
    subject: Id | null,
    data: Record<string, unknown> = {},
  ): void {
    tx.audit.add({ workspaceId: tx.workspaceId, id: this.newId(), at: this.now(), actor, action, subject, data });
  }

  /** Writes a job into the outbox, to be handed to the queue once this transaction is in. */
  owe<Name extends JobName>(
    tx: WorkspaceTransaction,
    job: Name,
    payload: Jobs[Name],
    notBefore: Date | null = null,
  ): void {
    tx.outbox.add({
      workspaceId: tx.workspaceId,
      id: this.newId(),
      job,
      payload: { ...payload },
      notBefore,
      createdAt: this.now(),
    });
  }
}
