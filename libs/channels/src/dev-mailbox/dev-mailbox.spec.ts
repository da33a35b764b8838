import { describe, expect, it } from '@jest/globals';
import { fakeSmtp } from '../../../../test/support/fake-smtp.js';
import { aMail, transportContract } from '../../test-support/transport-contract.js';
import type { SealedMail } from '../channel.js';
import { composeMail } from '../email/compose.js';
import { smtpTransport } from '../email/smtp-transport.js';
import { devMailbox } from './dev-mailbox.js';

const never = (): AbortSignal => new AbortController().signal;

transportContract('dev-mailbox', {
  working() {
    const mails: SealedMail[] = [];
    const transport = devMailbox({ keep: (mail) => Promise.resolve(void mails.push(mail)) });
    return Promise.resolve({
      transport,
      received: () => mails.map((mail) => mail.raw),
      secrets: [],
      close: () => Promise.resolve(),
    });
  },
  uncertain: null,
  stuck: null,
});

async function withForward(
  to: string[],
  check: (at: { mails: SealedMail[]; arrived: number; answer: string | null; conversation: string }) => void,
): Promise<void> {
  const mails: SealedMail[] = [];
  const server = await fakeSmtp();
  const transport = devMailbox({
    keep: (mail) => Promise.resolve(void mails.push(mail)),
    forward: { domains: ['sandbox.redress.test'], transport: smtpTransport(`smtp://127.0.0.1:${server.port}`) },
  });
  const { proof } = await transport.deliver(await composeMail(aMail({ to })), { signal: never() });
  check({ mails, arrived: server.accepted.length, answer: proof.answer, conversation: proof.conversation.join('\n') });
  await transport.close();
  await server.close();
}

describe('devMailbox', () => {
  it.each(['notices@sandbox.redress.test', 'notices@clear.SANDBOX.redress.test'])(
    'keeps mail to %s and hands it to the simulated platform',
    async (to) => {
      await withForward([to], ({ mails, arrived, answer }) => {
        expect([mails.length, arrived, answer]).toEqual([1, 1, '250 2.0.0 Ok: queued as 4F3']);
      });
    },
  );

  it.each([
    [['abuse@taobao.com']],
    [['notices@evilsandbox.redress.test']],
    [['notices@sandbox.redress.test.evil.com']],
    [['notices@sandbox.redress.test', 'abuse@taobao.com']],
  ])('keeps mail to %p, and nothing leaves', async (to) => {
    await withForward(to, ({ mails, arrived, conversation }) => {
      expect([mails.length, arrived]).toEqual([1, 0]);
      expect(conversation).toContain('kept in the dev mailbox; no mail left this machine');
    });
  });

  it('says it is our fault where the message can’t be kept', async () => {
    const transport = devMailbox({ keep: () => Promise.reject(new Error('disk full')) });
    const outcome = await transport.deliver(await composeMail(aMail()), { signal: never() });
    expect(outcome).toMatchObject({ kind: 'prevented', code: 'ER-90', attribution: 'us', retry: true });
  });
});
