import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

import { LogFile } from './log-file.js';
import { lineReader, noteworthy } from './log-line.js';
import { within } from './processes.js';

export interface ChildPlan {
  name: string;
  /** compiled file to run */
  file: string;
  env: NodeJS.ProcessEnv;
  /** folder of the log */
  logs: string;
  /** folder it runs in */
  cwd: string;
}

const READY_WITHIN = 60_000;
const STOP_WITHIN = 10_000;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
/** a child that lived this long was well: its next death starts with a short pause again */
const WELL_AFTER = 60_000;

/** One long-running process: started, restarted with growing pauses when it dies, stopped in good order. */
export class Child {
  private process: ChildProcess | undefined;
  private stopping = false;
  private pause = FIRST_PAUSE;
  private timer: NodeJS.Timeout | undefined;
  private readonly log: LogFile;
  private lastWords: string[] = [];

  constructor(
    private readonly plan: ChildPlan,
    private readonly say: (line: string) => void,
    private readonly onChange: () => void,
  ) {
    this.log = new LogFile(`${plan.logs}/${plan.name}.log`);
  }

  get pid(): number | undefined {
    return this.process?.pid;
  }

  /** Resolves when the child is ready. @throws Error with its last words when it ends before, or is not ready in time */
  async start(): Promise<void> {
    const child = this.spawn();
    await new Promise<void>((resolve, reject) => {
      const fail = (what: string): void => {
        reject(new Error(`${this.plan.name} ${what}:\n${this.lastWords.join('\n')}`));
      };
      const limit = setTimeout(() => {
        fail(`was not ready within ${READY_WITHIN / 1000} s`);
      }, READY_WITHIN);
      child.on('message', (message) => {
        if (typeof message === 'object' && 'ready' in message) {
          clearTimeout(limit);
          resolve();
        }
      });
      child.once('error', (error) => {
        fail(error.message);
      });
      child.once('close', (code, signal) => {
        clearTimeout(limit);
        fail(`ended with ${String(code ?? signal)} before it was ready`);
      });
    });
    this.keepAlive(child);
  }

  /** Ends the child and what it started: politely, and by force after ten seconds. */
  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timer);
    this.signal('SIGTERM');
    if (await within(STOP_WITHIN, () => this.hasEnded())) return;
    this.say(`${this.plan.name} did not stop in ${STOP_WITHIN / 1000} s and is ended by force.`);
    this.kill();
    await within(2_000, () => this.hasEnded());
  }

  kill(): void {
    this.stopping = true;
    this.signal('SIGKILL');
  }

  private spawn(): ChildProcess {
    const child = fork(this.plan.file, [], {
      env: this.plan.env,
      cwd: this.plan.cwd,
      execArgv: ['--enable-source-maps'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // A group of its own: Ctrl-C reaches the launcher alone, which ends its children in order.
      detached: process.platform !== 'win32',
    });
    this.process = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on(
        'data',
        lineReader((line) => {
          this.hear(line);
        }),
      );
    }
    this.onChange();
    return child;
  }

  private hear(line: string): void {
    this.log.write(`${line}\n`);
    this.lastWords = [...this.lastWords, line].slice(-20);
    const note = noteworthy(line);
    if (note !== undefined && !this.stopping) this.say(`${this.plan.name}: ${note}`);
  }

  private keepAlive(child: ChildProcess): void {
    const since = Date.now();
    const onEnd = (code: number | null, signal: string | null): void => {
      if (this.stopping) return;
      if (Date.now() - since > WELL_AFTER) this.pause = FIRST_PAUSE;
      this.say(
        `${this.plan.name} ended with ${String(code ?? signal)}; it is started again in ${this.pause / 1000} s.`,
      );
      this.timer = setTimeout(() => {
        this.keepAlive(this.spawn());
      }, this.pause);
      this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
    };
    if (child.exitCode !== null || child.signalCode !== null) onEnd(child.exitCode, child.signalCode);
    else child.once('exit', onEnd);
  }

  private hasEnded(): boolean {
    const child = this.process;
    return child?.pid === undefined || child.exitCode !== null || child.signalCode !== null;
  }

  private signal(name: NodeJS.Signals): void {
    const child = this.process;
    if (!child?.pid || this.hasEnded()) return;
    // Force ends the whole group, so that nothing the child started stays behind; Windows knows no groups.
    if (name !== 'SIGKILL' || process.platform === 'win32') child.kill(name);
    else process.kill(-child.pid, name);
  }
}
