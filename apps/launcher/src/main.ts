import { mkdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

import { readSettings } from '#libs/settings';
import type { Settings } from '#libs/settings';

import { internalPorts, requirePort } from './addresses.js';
import { EmbeddedDatabase } from './database.js';
import { entry, House } from './house.js';
import { KEEPSAKES_FILE, keepsakes } from './keepsakes.js';
import type { Keepsakes } from './keepsakes.js';
import { takeLock } from './lock.js';
import { Shutdown } from './shutdown.js';
import { runTask } from './task.js';
import { seconds, Window } from './window.js';

interface BuiltPart {
  name: string;
  milliseconds: number;
}

/** What the builder hands over. */
export interface Start {
  /** the project's folder */
  root: string;
  /** when `npm start` began, on the clock of `performance.now()` */
  began: number;
  /** undefined: was fresh */
  server: BuiltPart | undefined;
  web: Promise<BuiltPart | undefined>;
}

/** Thrown where a start is told to stop; nobody needs to read it. */
class Interrupted extends Error {}

/** Starts Redress from one command and keeps it running until it is told to stop. */
export async function start(options: Start): Promise<void> {
  const settings = readSettings();
  const launch = new Launch(options, settings);
  try {
    await launch.run();
  } catch (error) {
    await launch.end();
    // Who pressed Ctrl-C is told so by the shutdown, which ends the process; the step it broke off is no news.
    if (launch.wasToldToStop) await new Promise(() => undefined);
    throw error;
  }
}

class Launch {
  private readonly window = new Window();
  private readonly shutdown: Shutdown;
  private readonly dataDir: string;
  private readonly logs: string;
  private house: House | undefined;
  private told = false;

  constructor(
    private readonly options: Start,
    private readonly settings: Settings,
  ) {
    this.dataDir = resolve(options.root, settings.REDRESS_DATA_DIR);
    this.logs = join(this.dataDir, 'logs');
    const say = (line: string): void => {
      this.window.say(line);
    };
    this.shutdown = new Shutdown(say, () => this.house?.kill());
  }

  get wasToldToStop(): boolean {
    return this.told;
  }

  async end(): Promise<void> {
    this.told = this.shutdown.requested;
    await this.shutdown.run();
  }

  async run(): Promise<void> {
    const { settings, options, window } = this;
    this.shutdown.install();
    mkdirSync(this.logs, { recursive: true });
    const lock = await takeLock(this.dataDir);
    this.shutdown.add(lock.release);
    await requirePort(settings);
    const kept = keepsakes(this.dataDir, settings);
    if (options.server) window.took('built the server', options.server.milliseconds);
    const web = options.web.then((part) => {
      if (part) window.took('built the web pages', part.milliseconds);
    });
    const env = await this.environment(kept);
    const [demoDone] = await Promise.all([this.prepareDatabase(env, kept), web]);
    const say = (line: string): void => {
      window.say(line);
    };
    const house = new House({ root: options.root, logs: this.logs }, say, lock.record);
    this.house = house;
    this.shutdown.add(() => house.stop());
    const names = ['api', 'worker', ...(this.isSimulating ? ['sandbox'] : [])];
    await this.step(`started ${names.join(', ')}`, () => house.start(names, env));
    kept.complete(demoDone);
    this.welcome(kept);
  }

  private get isEmbedded(): boolean {
    return this.settings.DATABASE_URL === undefined;
  }

  /** The simulated platforms run where nobody's real data is, or where they are asked for. */
  private get isSimulating(): boolean {
    return this.isEmbedded || this.settings.REDRESS_DEMO;
  }

  private async step<T>(done: string, work: () => Promise<T>): Promise<T> {
    this.goOn();
    const result = await this.window.step(done, work);
    this.goOn();
    return result;
  }

  private goOn(): void {
    if (this.shutdown.requested) throw new Interrupted('told to stop');
  }

  private async environment(kept: Keepsakes): Promise<NodeJS.ProcessEnv> {
    const { settings } = this;
    return {
      ...process.env,
      ...(await internalPorts(settings, process.env)),
      DATABASE_URL: await this.databaseUrl(),
      HOST: settings.HOST,
      PORT: String(settings.PORT),
      REDRESS_PUBLIC_URL: settings.REDRESS_PUBLIC_URL,
      REDRESS_DATA_DIR: this.dataDir,
      REDRESS_DEMO: String(settings.REDRESS_DEMO),
      REDRESS_BOOTSTRAP_EMAIL: settings.REDRESS_BOOTSTRAP_EMAIL,
      REDRESS_BOOTSTRAP_PASSWORD: kept.password,
      REDRESS_SECRET: kept.secret,
    };
  }

  private async databaseUrl(): Promise<string> {
    if (this.settings.DATABASE_URL !== undefined) return this.settings.DATABASE_URL;
    const database = new EmbeddedDatabase(join(this.dataDir, 'postgres'), (line) => {
      this.window.say(line);
    });
    this.shutdown.add(() => database.stop());
    const server = await this.step('started PostgreSQL', () => database.start());
    if (server.adopted) this.window.say('(took over the PostgreSQL of a launcher that was killed)');
    return server.url;
  }

  /** Resolves to whether the demo year is there now. */
  private async prepareDatabase(env: NodeJS.ProcessEnv, kept: Keepsakes): Promise<boolean> {
    const cli = entry(this.options.root, 'cli');
    await this.step('migrated the database', () => runTask('migrate', [cli, 'migrate'], env, this.logs));
    if (!this.settings.REDRESS_DEMO || kept.demoDone) return kept.demoDone;
    await this.step('simulated a year for the workspace "Demo"', () =>
      runTask('demo', [cli, 'demo', '--seed', '1'], env, this.logs),
    );
    return true;
  }

  private welcome(kept: Keepsakes): void {
    const { settings, dataDir, options } = this;
    const place = (path: string): string => relative(process.cwd(), path) || '.';
    const file = place(join(dataDir, KEEPSAKES_FILE));
    const known = settings.REDRESS_BOOTSTRAP_PASSWORD === undefined ? `it stands in ${file}` : 'as you set it';
    const password =
      kept.isFirst && settings.REDRESS_BOOTSTRAP_PASSWORD === undefined ? `${kept.password} (kept in ${file})` : known;
    const mail =
      settings.SMTP_URL === undefined
        ? 'Safe mode: no mail leaves this machine; every message can be read in the dev mailbox'
        : `goes out through ${new URL(settings.SMTP_URL).host}`;
    this.window.table([
      ['Ready', `in ${seconds(performance.now() - options.began)}`],
      ['Open', settings.REDRESS_PUBLIC_URL],
      ['Sign in', `${settings.REDRESS_BOOTSTRAP_EMAIL}, password: ${password}`],
      ['Mail', mail],
      ['Data', this.isEmbedded ? dataDir : `${new URL(settings.DATABASE_URL ?? '').host} and ${dataDir}`],
      ['Logs', this.logs],
      ['Stop', 'Ctrl-C'],
    ]);
  }
}
