/** Where a child of the launcher listens, so that the launcher can tell people. */
export interface Readiness {
  url?: string;
  port?: number;
}

/** Tells the launcher, if there is one, that this process can be used now. */
export function announceReady(readiness: Readiness = {}): void {
  process.send?.({ ready: true, ...readiness });
}

export interface Supervision {
  /** ends what the process holds: servers, workers, connections; called once */
  onStop: () => Promise<void> | void;
  /** milliseconds that `onStop` may take before the process ends anyway; below the launcher's 10 s */
  limit?: number;
}

/**
 * Ends this process in good order on SIGTERM, SIGINT, and when its launcher is gone (the channel to it closes even when
 * the launcher was killed with -9). A second signal ends it at once.
 */
export function superviseChild({ onStop, limit = 9_000 }: Supervision): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), limit).unref();
    try {
      await onStop();
      process.exit(0);
    } catch (error) {
      process.stderr.write(`stopping failed: ${String(error)}\n`);
      process.exit(1);
    }
  };
  const parentGone = (): void => {
    if (!stopping) void stop();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
  process.on('disconnect', parentGone);
  // A dead launcher no longer reads our log lines: that must not end us before the work in hand is put away.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', parentGone);
}
