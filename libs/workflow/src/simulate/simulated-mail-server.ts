import { refusalOf } from '#libs/channels';
import type { MailTransport, SealedMail } from '#libs/channels';
import type { DeliveryOutcome, DeliveryProof } from '#libs/domain';
import { smtpVerdict } from '#libs/simulation';
import type { Behaviour } from '#libs/simulation';

/** The simulated platform's mail server: what it answers is read as a real one's would be. */
export class SimulatedMailServer implements MailTransport {
  readonly name = 'simulation';
  accepted: SealedMail | null = null;
  private tries = 0;

  constructor(
    private readonly behaviour: Behaviour,
    private readonly seed: number,
    private readonly reference: string,
  ) {}

  async deliver(mail: SealedMail): Promise<DeliveryOutcome> {
    this.tries += 1;
    const verdict = smtpVerdict(this.behaviour, this.seed, this.reference, this.tries);
    return Promise.resolve(
      verdict === 'accept' ? this.taken(mail) : refused(mail, `${verdict.code} ${verdict.enhanced} ${verdict.text}`),
    );
  }

  async close(): Promise<void> {
    return Promise.resolve();
  }

  private taken(mail: SealedMail): DeliveryOutcome {
    this.accepted = mail;
    return { kind: 'delivered', reference: null, proof: proof(mail, '250 2.0.0 taken (simulated)') };
  }
}

function refused(mail: SealedMail, answer: string): DeliveryOutcome {
  return { kind: 'prevented', ...refusalOf(answer, 'recipient'), message: answer, proof: proof(mail, answer) };
}

const proof = (mail: SealedMail, answer: string): DeliveryProof => ({
  transport: 'simulation',
  sha256: mail.sha256,
  conversation: [`S: ${answer}`],
  answer,
});
