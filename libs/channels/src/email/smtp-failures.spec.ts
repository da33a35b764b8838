import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { Act, Script, Verb } from '../../../../test/support/fake-smtp.js';
import { fakeSmtp } from '../../../../test/support/fake-smtp.js';
import { SmtpRigs, never, patience } from './smtp-rig.spec-data.js';
import { aMail } from '../../test-support/transport-contract.js';
import { composeMail } from './compose.js';
import { smtpTransport } from './smtp-transport.js';

const rigs = new SmtpRigs();
afterEach(async () => rigs.close());

const drop: Act = { then: 'drop' };
const silence: Act = { then: 'silence' };
const then250: Act = { then: 'last', line: '250 2.0.0 Ok: queued as 4F3' };

type End = readonly [kind: string, code: string | null, attribution: string | null, retry: boolean | null];

const ours: End = ['prevented', 'ER-91', 'us', true];
const unknown: End = ['unknown', 'ER-43', null, null];
const delivered: End = ['delivered', null, null, null];
const prevented = (code: string, attribution: string, retry: boolean): End => ['prevented', code, attribution, retry];

const startTls: Script = { extensions: ['STARTTLS'] };
const signIn: Script = { extensions: ['AUTH PLAIN LOGIN'] };

/** Where the server fails, how, what else it does, and what became of the notice. */
const matrix: readonly (readonly [verb: Verb, act: Act, end: End, script?: Script])[] = [
  ['greeting', '421 4.3.2 closing', ours],
  ['greeting', '554 5.7.1 go away', ours],
  ['greeting', 'nonsense', ours],
  ['greeting', drop, ours],
  ['greeting', silence, ours],
  ['EHLO', '421 busy', ours],
  ['EHLO', '550 no', ours],
  ['EHLO', drop, ours],
  ['EHLO', silence, ours],
  ['STARTTLS', '454 4.7.0 no TLS now', ours, startTls],
  ['STARTTLS', '554 5.7.0 no TLS ever', ours, startTls],
  ['STARTTLS', '220 speak TLS', ours, startTls],
  ['STARTTLS', drop, ours, startTls],
  ['STARTTLS', silence, ours, startTls],
  ['AUTH', '454 4.7.0 later', ours, signIn],
  ['AUTH', '535 5.7.8 no', ours, signIn],
  ['AUTH', drop, ours, signIn],
  ['AUTH', silence, ours, signIn],
  ['MAIL', '421 bye', prevented('ER-64', 'us', true)],
  ['MAIL', '451 4.3.0 later', prevented('ER-64', 'us', true)],
  ['MAIL', '550 5.1.8 bad sender', prevented('ER-60', 'us', false)],
  ['MAIL', '552 5.3.4 message too big', prevented('ER-63', 'us', false)],
  ['MAIL', drop, ours],
  ['MAIL', silence, ours],
  ['RCPT', '421 4.3.2 closing', prevented('ER-64', 'platform', true)],
  ['RCPT', '450 4.2.0 greylisted', prevented('ER-64', 'platform', true)],
  ['RCPT', '452 4.2.2 mailbox full', prevented('ER-61', 'platform', true)],
  ['RCPT', '550 5.1.1 no such user', prevented('ER-60', 'platform', false)],
  ['RCPT', '550 5.7.1 policy', prevented('ER-62', 'platform', false)],
  ['RCPT', '554 5.7.1 Relay access denied', ours],
  ['RCPT', drop, ours],
  ['RCPT', silence, ours],
  ['DATA', '451 later', prevented('ER-64', 'platform', true)],
  ['DATA', '554 5.7.1 no', prevented('ER-62', 'platform', false)],
  ['DATA', drop, ours],
  ['DATA', silence, ours],
  ['dot', '421 4.3.2 closing', prevented('ER-64', 'platform', true)],
  ['dot', '451 4.3.0 later', prevented('ER-64', 'platform', true)],
  ['dot', '550 no', prevented('ER-60', 'platform', false)],
  ['dot', '552 5.3.4 too big', prevented('ER-63', 'platform', false)],
  ['dot', '554 spam', prevented('ER-62', 'platform', false)],
  ['dot', { then: 'last', line: '421 4.3.2 closing' }, prevented('ER-64', 'platform', true)],
  ['dot', drop, unknown],
  ['dot', silence, unknown],
  ['dot', { then: 'half', line: '250-queu' }, unknown],
  ['dot', 'maybe', unknown],
  ['dot', '354 go on', unknown],
  ['dot', then250, delivered],
  ['QUIT', drop, delivered],
  ['QUIT', silence, delivered],
];

const afterTheDot: readonly Verb[] = ['dot', 'QUIT'];

/** A server that says nothing is not waited for long; what comes before the dot must have come in that time. */
const patienceWith = (verb: Verb, act: Act): ReturnType<typeof patience> => {
  const isSilent = act === silence || act === '220 speak TLS';
  return patience(isSilent ? (verb === 'dot' ? 2_000 : 400) : undefined);
};

jest.setTimeout(60_000);

describe('smtpTransport, where the server fails at', () => {
  it.each(matrix)('%s with %j: the notice is %j', async (verb, act, end, script = {}) => {
    const extended = verb === 'greeting' || verb === 'EHLO' ? [[]] : [[], ['PIPELINING']];
    for (const pipelining of extended) {
      const extensions = [...(script.extensions ?? []), ...pipelining];
      const options = {
        credentials: verb === 'AUTH' ? 'relay-user:s3cret@' : '',
        timeouts: patienceWith(verb, act),
      };
      const { outcome, server } = await rigs.deliver({ ...script, [verb]: act, extensions }, {}, options);
      expect(endOf(outcome)).toEqual(end);
      // whatever happened, the message was put on the wire once at most
      expect(server.dots).toBe(afterTheDot.includes(verb) ? 1 : 0);
      expect(server.accepted).toHaveLength(end === delivered ? 1 : 0);
      expect(server.connections).toBe(1);
    }
  });

  it.each<[Act, End]>([
    ['450 4.2.0 greylisted', delivered],
    ['550 5.1.1 no such user', delivered],
    [drop, ours],
    [silence, ours],
  ])('RCPT of one of two recipients with %j: the notice is %j', async (act, end) => {
    for (const acts of [
      [act, '250 ok'],
      ['250 ok', act],
    ]) {
      const { outcome, server } = await rigs.deliver(
        { RCPT: acts },
        { to: ['a@shop.test', 'b@shop.test'] },
        { timeouts: patienceWith('RCPT', act) },
      );
      expect(endOf(outcome)).toEqual(end);
      expect(server.accepted).toHaveLength(end === delivered ? 1 : 0);
    }
  });

  const long = 'A line of a very long explanation that fills the buffers of the network.\n'.repeat(400_000);

  it.each<[Act, End]>([
    [drop, ours],
    ['451 4.3.0 later', prevented('ER-64', 'platform', true)],
    ['552 5.3.4 too big', prevented('ER-63', 'platform', false)],
    // a server that accepts a message before its end is not believed
    ['250 fine', unknown],
  ])('the middle of the message with %j: the notice is %j', async (act, end) => {
    const { outcome, server } = await rigs.deliver({ body: act }, { text: long });
    expect(endOf(outcome)).toEqual(end);
    expect(server.dots).toBe(0);
  });

  it('every verb because nothing listens, or the name is unknown: it is ours', async () => {
    const server = await fakeSmtp();
    await server.close();
    for (const url of [`smtp://127.0.0.1:${server.port}`, 'smtp://no-such-host.invalid:25']) {
      const outcome = await smtpTransport(url, { timeouts: patience() }).deliver(await composeMail(aMail()), {
        signal: never(),
      });
      expect(endOf(outcome)).toEqual(ours);
    }
  });

  it.each<[Verb, End]>([
    ['greeting', prevented('ER-90', 'us', true)],
    ['EHLO', prevented('ER-90', 'us', true)],
    ['MAIL', prevented('ER-90', 'us', true)],
    ['RCPT', prevented('ER-90', 'us', true)],
    ['DATA', prevented('ER-90', 'us', true)],
    ['dot', unknown],
  ])('%s with silence, and sending is cancelled meanwhile: the notice is %j', async (verb, end) => {
    const { transport, server } = await rigs.rig({ [verb]: silence });
    const cancel = new AbortController();
    const met = server.meets(verb);
    const sending = transport.deliver(await composeMail(aMail()), { signal: cancel.signal });
    await met;
    cancel.abort();
    expect(endOf(await sending)).toEqual(end);
    expect(server.dots).toBe(end === unknown ? 1 : 0);
  });
});

function endOf(outcome: Awaited<ReturnType<SmtpRigs['deliver']>>['outcome']): End {
  return [
    outcome.kind,
    'code' in outcome ? outcome.code : null,
    'attribution' in outcome ? outcome.attribution : null,
    'retry' in outcome ? outcome.retry : null,
  ];
}
