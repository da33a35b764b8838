import { stopTasks } from './task.js';

const PARENT_CHECK = 1_000;

/** Everything that must not outlive the launcher, ended in the reverse order of its start. */
export class Shutdown {
  private readonly actions: (() => Promise<void> | void)[] = [];
  private running: Promise<void> | undefined;

  constructor(
    private readonly say: (line: string) => void,
    private readonly force: () => void,
  ) {}

  get requested(): boolean {
    return this.running !== undefined;
  }

  add(action: () => Promise<void> | void): void {
    this.actions.push(action);
  }

  /** @throws never; resolves when all is ended. The second call waits for the first. */
  run(): Promise<void> {
    stopTasks();
    this.running ??= this.endAll();
    return this.running;
  }

  private async endAll(): Promise<void> {
    for (let action = this.actions.pop(); action; action = this.actions.pop()) {
      try {
        await action();
      } catch (error) {
        this.say(`Stopping: ${String(error)}`);
      }
    }
  }

  /** Ctrl-C and SIGTERM end everything in order; a second one ends it by force. */
  install(): void {
    const onSignal = (): void => {
      if (this.requested) {
        this.say('Ended by force.');
        this.force();
        process.exit(1);
      }
      this.say('Stopping …');
      void this.run().then(() => {
        this.say('Stopped. The data is kept.');
        process.exit(0);
      });
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.removeAllListeners(signal);
      process.on(signal, onSignal);
    }
    // A window that was closed takes our standard output with it: that must not keep us from ending in order.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
    followNpm(onSignal);
  }
}

/** npm passes signals on to a shell, and some shells keep them: when the one that started us is gone, we stop too. */
function followNpm(stop: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, PARENT_CHECK);
  timer.unref();
}
