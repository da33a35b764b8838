import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DeliveryOutcome, DeliveryProof } from '#libs/domain';
import type { MailTransport, SealedMail } from '../channel.js';
import { sendParts } from './send-parts.js';
import type { PartToSend } from './send-parts.js';

type Fate = 'accepted' | 'refused' | 'put off' | 'lost';

const never = new AbortController().signal;

const proofOf = (mail: SealedMail, answer: string | null): DeliveryProof => ({
  transport: 'scripted',
  sha256: mail.sha256,
  conversation: [`S: ${answer ?? '(nothing)'}`],
  answer,
});

const ends: Readonly<Record<Fate, (mail: SealedMail) => DeliveryOutcome>> = {
  accepted: (mail) => ({ kind: 'delivered', reference: null, proof: proofOf(mail, '250 ok') }),
  refused: (mail) => ({
    kind: 'prevented',
    code: 'ER-63',
    attribution: 'platform',
    message: 'too big',
    retry: false,
    proof: proofOf(mail, '552 5.3.4 too big'),
  }),
  'put off': (mail) => ({
    kind: 'prevented',
    code: 'ER-64',
    attribution: 'platform',
    message: 'later',
    retry: true,
    proof: proofOf(mail, '451 later'),
  }),
  lost: (mail) => ({
    kind: 'unknown',
    code: 'ER-43',
    message: 'The connection was closed.',
    proof: proofOf(mail, null),
  }),
};

/** A transport that meets each mail with the next fate; the last stays. */
class Scripted implements MailTransport {
  readonly name = 'scripted';
  readonly handedOver: SealedMail[] = [];

  constructor(
    private readonly fates: readonly Fate[],
    private readonly refusing: readonly string[] = [],
  ) {}

  async deliver(mail: SealedMail): Promise<DeliveryOutcome> {
    const fate = this.fates[Math.min(this.handedOver.length, this.fates.length - 1)] ?? 'accepted';
    this.handedOver.push(mail);
    const outcome = ends[fate](mail);
    const refused = mail.envelope.to
      .filter((to) => this.refusing.includes(to))
      .map((recipient) => ({ recipient, code: 'ER-60', attribution: 'platform', answer: '550 no' }) as const);
    const proof = refused.length === 0 ? outcome.proof : { ...outcome.proof, refused };
    return Promise.resolve({ ...outcome, proof });
  }

  async close(): Promise<void> {
    return Promise.resolve();
  }

  ids(): string[] {
    return this.handedOver.map(({ messageId }) => messageId);
  }
}

const someParts = (count: number, to = ['a@shop.test']): PartToSend[] =>
  Array.from({ length: count }, (_, at) => ({
    raw: Buffer.from(`mail ${at + 1}\r\n`),
    sha256: `hash-${at + 1}`,
    messageId: `<id.${at + 1}@redress.test>`,
    envelope: { from: 'bounces@redress.test', to },
    files: [`file-${at + 1}.png`],
    documentId: `document-${at + 1}`,
  }));

const idsOf = (...numbers: number[]): string[] => numbers.map((number) => `<id.${number}@redress.test>`);

describe('sendParts', () => {
  it('is the transport’s word where the notice is one mail', async () => {
    for (const fate of ['accepted', 'refused', 'lost'] as const) {
      const [only] = someParts(1) as [PartToSend];
      expect(await sendParts(new Scripted([fate]), [only], null, never)).toEqual(ends[fate](only));
    }
  });

  it.each<[Fate[], DeliveryOutcome['kind'], number[]]>([
    [['accepted', 'accepted', 'accepted'], 'delivered', [1, 2, 3]],
    [['accepted', 'refused', 'accepted'], 'delivered', [1, 2, 3]],
    [['accepted', 'put off', 'put off'], 'delivered', [1, 2, 3]],
    [['accepted', 'lost', 'accepted'], 'unknown', [1, 2, 3]],
    [['accepted', 'refused', 'lost'], 'unknown', [1, 2, 3]],
    [['lost', 'accepted', 'accepted'], 'unknown', [1, 2, 3]],
    [['refused'], 'prevented', [1]],
    [['put off'], 'prevented', [1]],
  ])('mails that are %j make a notice that is %s', async (fates, kind, sent) => {
    const transport = new Scripted(fates);
    const outcome = await sendParts(transport, someParts(3), null, never);
    expect(outcome.kind).toBe(kind);
    expect(transport.ids()).toEqual(idsOf(...sent));
    expect(outcome.proof.parts?.map((part) => part.messageId)).toEqual(idsOf(...sent));
  });

  it('proves every mail, the notice first', async () => {
    const { proof } = await sendParts(new Scripted(['accepted', 'refused']), someParts(2), null, never);
    expect(proof).toEqual({
      transport: 'scripted',
      sha256: 'hash-1',
      conversation: [
        '-- part 1 of 2: <id.1@redress.test>, SHA-256 hash-1',
        'S: 250 ok',
        '-- part 2 of 2: <id.2@redress.test>, SHA-256 hash-2',
        'S: 552 5.3.4 too big',
      ],
      answer: '250 ok',
      parts: [
        {
          messageId: '<id.1@redress.test>',
          sha256: 'hash-1',
          files: ['file-1.png'],
          documentId: 'document-1',
          outcome: 'accepted',
          code: null,
          attribution: null,
          answer: '250 ok',
        },
        {
          messageId: '<id.2@redress.test>',
          sha256: 'hash-2',
          files: ['file-2.png'],
          documentId: 'document-2',
          outcome: 'prevented',
          code: 'ER-63',
          attribution: 'platform',
          answer: '552 5.3.4 too big',
        },
      ],
    });
  });

  it('says which mail nobody knows of, and keeps what the first was refused for', async () => {
    const lost = await sendParts(new Scripted(['accepted', 'lost']), someParts(3), null, never);
    expect(lost).toMatchObject({
      kind: 'unknown',
      code: 'ER-43',
      message: 'Of part 2 of 3: The connection was closed.',
    });
    const putOff = await sendParts(new Scripted(['put off']), someParts(2), null, never);
    expect(putOff).toMatchObject({ kind: 'prevented', code: 'ER-64', retry: true, proof: { answer: '451 later' } });
  });

  it('sends again only what was not accepted', async () => {
    const first = await sendParts(new Scripted(['lost', 'accepted', 'refused']), someParts(3), null, never);
    const transport = new Scripted(['accepted']);
    const again = await sendParts(transport, someParts(3), first.proof, never);
    expect(transport.ids()).toEqual(idsOf(1, 3));
    expect(again.kind).toBe('delivered');
    expect(again.proof.parts?.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(again.proof.conversation).toContain('-- accepted at an earlier try');
  });

  it('does not forget what was accepted when the notice itself is refused later', async () => {
    const first = await sendParts(new Scripted(['lost', 'accepted', 'lost']), someParts(3), null, never);
    const second = await sendParts(new Scripted(['put off']), someParts(3), first.proof, never);
    expect(second).toMatchObject({ kind: 'prevented', retry: true });
    const transport = new Scripted(['accepted']);
    expect((await sendParts(transport, someParts(3), second.proof, never)).kind).toBe('delivered');
    expect(transport.ids()).toEqual(idsOf(1, 3));
  });

  it('offers no follow-up to an address that refused the notice', async () => {
    const transport = new Scripted(['accepted'], ['b@shop.test']);
    const { proof } = await sendParts(transport, someParts(3, ['a@shop.test', 'b@shop.test']), null, never);
    expect(transport.handedOver.map(({ envelope }) => envelope.to)).toEqual([
      ['a@shop.test', 'b@shop.test'],
      ['a@shop.test'],
      ['a@shop.test'],
    ]);
    expect(proof.refused).toEqual([
      { recipient: 'b@shop.test', code: 'ER-60', attribution: 'platform', answer: '550 no' },
    ]);
  });

  it('never hands over again a mail that was accepted, whatever happens', async () => {
    const fate = fc.constantFrom<Fate>('accepted', 'refused', 'put off', 'lost');
    const tries = fc.array(fc.array(fate, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), tries, async (count, script) => {
        const accepted: string[] = [];
        let before: DeliveryProof | null = null;
        for (const fates of script) {
          const transport = new Scripted(fates);
          const outcome: DeliveryOutcome = await sendParts(transport, someParts(count), before, never);
          for (const id of transport.ids()) expect(accepted).not.toContain(id);
          accepted.push(...transport.ids().filter((_, at) => fates[at] === 'accepted'));
          before = outcome.proof;
          // a delivered notice is never tried again
          if (outcome.kind === 'delivered') break;
        }
      }),
      { numRuns: 200 },
    );
  });
});
