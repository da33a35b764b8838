import type { DeliveryOutcome } from '#libs/domain';
import { fakeSmtp } from '../../../../test/support/fake-smtp.js';
import type { FakeSmtp, Script } from '../../../../test/support/fake-smtp.js';
import type { MailTransport, OutgoingMail } from '../channel.js';
import { composeMail } from './compose.js';
import { smtpTransport } from './smtp-transport.js';
import { aMail } from '../../test-support/transport-contract.js';

/** How long each step may take: long enough for a busy machine, unless the server of the test says nothing. */
export const patience = (milliseconds = 20_000): { connect: number; greeting: number; reply: number } => ({
  connect: milliseconds,
  greeting: milliseconds,
  reply: milliseconds,
});

export const never = (): AbortSignal => new AbortController().signal;

export interface RigOptions {
  /** `user:password@` */
  credentials?: string;
  timeouts?: ReturnType<typeof patience>;
}

/** Servers and transports of one test, closed in the reverse order after it. */
export class SmtpRigs {
  private readonly open: { close(): Promise<void> }[] = [];

  /** A server that follows a script, and a transport to it. */
  async rig(
    script: Script,
    { credentials = '', timeouts = patience() }: RigOptions = {},
  ): Promise<{ server: FakeSmtp; transport: MailTransport }> {
    const server = this.closing(await fakeSmtp(script));
    const transport = this.closing(smtpTransport(`smtp://${credentials}127.0.0.1:${server.port}`, { timeouts }));
    return { server, transport };
  }

  /** One mail to a server that follows a script. */
  async deliver(
    script: Script,
    over: Partial<OutgoingMail> = {},
    options: RigOptions = {},
  ): Promise<{ outcome: DeliveryOutcome; server: FakeSmtp }> {
    const { server, transport } = await this.rig(script, options);
    return { outcome: await transport.deliver(await composeMail(aMail(over)), { signal: never() }), server };
  }

  closing<Thing extends { close(): Promise<void> }>(thing: Thing): Thing {
    this.open.push(thing);
    return thing;
  }

  async close(): Promise<void> {
    for (const thing of this.open.splice(0).reverse()) await thing.close();
  }
}
