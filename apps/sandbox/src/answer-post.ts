import { createTransport } from 'nodemailer';
import type { Log } from './log.js';

/** An answer that will be sent when its time has come. */
export interface DueAnswer {
  /** real milliseconds from now */
  inMs: number;
  /** the bytes, made at the first try so that they bear its date; later tries send the same bytes */
  mail: (at: Date) => Buffer;
  envelope: { from: string; to: string };
  /** told after the last try, and how many there were */
  done: (state: 'sent' | 'failed', tries: number) => void;
}

const retryAfterMs = [1_000, 3_000, 10_000, 30_000] as const;

/** Sends the simulated platforms' answers to Redress's inbound mail. What still waits when the process ends is lost. */
export class AnswerPost {
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly transport;

  constructor(
    inbound: { host: string; port: number },
    private readonly log: Log,
  ) {
    const host = inbound.host === '0.0.0.0' ? '127.0.0.1' : inbound.host === '::' ? '::1' : inbound.host;
    // Bounded, so that thousands of answers due at once do not become thousands of connections.
    this.transport = createTransport({
      host,
      port: inbound.port,
      ignoreTLS: true,
      pool: true,
      maxConnections: 3,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
    });
  }

  send(answer: DueAnswer): void {
    this.after(answer.inMs, () => {
      void this.try(answer, answer.mail(new Date()), 1);
    });
  }

  close(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    this.transport.close();
  }

  private after(ms: number, act: () => void): void {
    const timer = setTimeout(
      () => {
        this.timers.delete(timer);
        act();
      },
      Math.min(ms, longestTimer),
    );
    this.timers.add(timer);
  }

  private async try(answer: DueAnswer, raw: Buffer, tryNumber: number): Promise<void> {
    const { from, to } = answer.envelope;
    try {
      await this.transport.sendMail({ envelope: { from, to: [to] }, raw });
      answer.done('sent', tryNumber);
    } catch (error) {
      const wait = retryAfterMs[tryNumber - 1];
      const reason = error instanceof Error ? error.message : String(error);
      this.log.warn(`The answer to ${to} was not taken (try ${tryNumber}): ${reason}`);
      if (wait === undefined) answer.done('failed', tryNumber);
      else this.after(wait, () => void this.try(answer, raw, tryNumber + 1));
    }
  }
}

// Beyond this a Node timer fires at once.
const longestTimer = 2 ** 31 - 1;
