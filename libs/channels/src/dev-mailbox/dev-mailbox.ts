import type { DeliveryOutcome, DeliveryProof } from '#libs/domain';
import type { MailTransport, SealedMail } from '../channel.js';

export interface DevMailboxOptions {
  /** stores the message where a developer can read it; called at every try */
  keep: (mail: SealedMail) => Promise<void>;
  /** the simulated platforms' own mail server; mail goes there only where every recipient is of these domains */
  forward?: { domains: readonly string[]; transport: MailTransport };
}

/**
 * The transport of a machine without a mail server: every message is kept, and none leaves the machine. Mail to the
 * simulated platforms is also handed to their server on this machine, and what that server says is the outcome.
 */
export function devMailbox({ keep, forward }: DevMailboxOptions): MailTransport {
  return {
    name: 'dev-mailbox',
    async deliver(mail, options) {
      if (options.signal.aborted) return prevented(mail, 'Sending was cancelled.');
      try {
        await keep(mail);
      } catch (error) {
        return prevented(mail, `The dev mailbox could not keep the message: ${reasonOf(error)}`);
      }
      const goesOn = forward !== undefined && mail.envelope.to.every((to) => isWithin(to, forward.domains));
      return goesOn ? forward.transport.deliver(mail, options) : kept(mail);
    },
    close: async () => {
      await forward?.transport.close();
    },
  };
}

const isWithin = (address: string, domains: readonly string[]): boolean => {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return domains.some((own) => domain === own.toLowerCase() || domain.endsWith(`.${own.toLowerCase()}`));
};

const proofOf = (mail: SealedMail, words: string): DeliveryProof => ({
  transport: 'dev-mailbox',
  sha256: mail.sha256,
  conversation: [`-- ${words}`],
  answer: null,
});

const kept = (mail: SealedMail): DeliveryOutcome => ({
  kind: 'delivered',
  reference: null,
  proof: proofOf(mail, 'kept in the dev mailbox; no mail left this machine'),
});

const prevented = (mail: SealedMail, message: string): DeliveryOutcome => ({
  kind: 'prevented',
  code: 'ER-90',
  attribution: 'us',
  message,
  retry: true,
  proof: proofOf(mail, message),
});

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
