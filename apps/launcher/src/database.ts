import { startPostgresServer } from './postgres/server.js';
import type { PostgresServer } from './postgres/server.js';
import { isAlive } from './processes.js';

const WATCH = 2_000;

/** The embedded database under watch: a server that dies is started again on the same port. */
export class EmbeddedDatabase {
  private server: Promise<PostgresServer> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly dataDir: string,
    private readonly say: (line: string) => void,
  ) {}

  async start(): Promise<PostgresServer> {
    this.server = startPostgresServer({ dataDir: this.dataDir, log: this.say });
    const server = await this.server;
    this.timer = setInterval(() => {
      if (isAlive(server.pid) || this.stopped) return;
      clearInterval(this.timer);
      this.say('PostgreSQL ended; it is started again.');
      this.start().catch((error: unknown) => {
        this.say(String(error));
      });
    }, WATCH);
    this.timer.unref();
    return server;
  }

  /** Also right while it still starts: an end in the middle would leave a server behind. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    const server = await this.server?.catch(() => undefined);
    await server?.stop();
  }
}
