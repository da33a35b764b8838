import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Recall } from '#libs/domain';
import type { Id } from '#libs/domain';
import { EVERY_PLATFORM, Obligations } from '#libs/persistence';
import type { PausedRow } from '#libs/persistence';

/** How often a process that has notices under way looks whether somebody paused their platform, milliseconds. */
const LOOK_MS = 1000;

/** Whose notice it is, and whom it is for. */
export interface Sending {
  workspaceId: Id;
  platform: string;
}

/** The conversations of this process that can still be called back. */
@Injectable()
export class UnderWay implements OnApplicationShutdown {
  private readonly all = new Set<Sending & { recall: AbortController }>();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly obligations: Obligations) {}

  /** Has `converse` under watch: its signal aborts with a Recall when the platform is paused. */
  async watch<T>(of: Sending, converse: (recall: AbortSignal) => Promise<T>): Promise<T> {
    const sending = { ...of, recall: new AbortController() };
    this.all.add(sending);
    this.timer ??= setInterval(() => void this.look(), LOOK_MS).unref();
    try {
      return await converse(sending.recall.signal);
    } finally {
      this.all.delete(sending);
      if (this.all.size === 0) this.onApplicationShutdown();
    }
  }

  onApplicationShutdown(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }

  private async look(): Promise<void> {
    // A database that is away for a moment is asked again in a second.
    const paused = await this.obligations.paused().catch((): PausedRow[] => []);
    for (const sending of this.all) {
      if (paused.some((pause) => meets(pause, sending))) sending.recall.abort(new Recall('The platform was paused.'));
    }
  }
}

const meets = (pause: PausedRow, { workspaceId, platform }: Sending): boolean =>
  (pause.workspaceId === null || pause.workspaceId === workspaceId) &&
  (pause.platform === EVERY_PLATFORM || pause.platform === platform);
