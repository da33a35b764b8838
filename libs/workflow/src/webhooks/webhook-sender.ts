import type { Webhook, WebhookDelivery, WebhookMessage } from '#libs/domain';
import { Seal, addressFault, newWebhookSecret, post, signedHeaders } from '#libs/webhooks';
import type { Answer, PostSettings } from '#libs/webhooks';

/** How webhooks leave this installation: sealed secrets, signatures, and the way out. */
export class WebhookSender {
  private readonly seal: Seal;

  constructor(
    secret: string,
    private readonly settings: PostSettings,
  ) {
    this.seal = new Seal(secret);
  }

  /** How long a worker may have a delivery for itself before it is taken for lost, milliseconds. */
  get leaseMs(): number {
    return this.settings.timeoutMs + 30_000;
  }

  addressFault(url: string): string | null {
    return addressFault(url, this.settings);
  }

  /** A new secret of this webhook: in the clear for whoever asked, sealed for the row. */
  newSecret({ id }: Pick<Webhook, 'id'>): { secret: string; sealed: string } {
    const secret = newWebhookSecret();
    return { secret, sealed: this.seal.seal(secret, id) };
  }

  async send(
    webhook: Webhook,
    { id, body }: Pick<WebhookMessage, 'id' | 'body'>,
    at: Date,
    signal: AbortSignal,
  ): Promise<Answer> {
    const secrets = this.secretsOf(webhook, at);
    if (secrets === null) return { status: null, answer: UNREADABLE };
    const headers = signedHeaders({ id, at, body }, secrets);
    return post(webhook.url, { headers, body }, { ...this.settings, signal });
  }

  /** The secrets that sign now, the newest first; null where the newest can't be opened. */
  private secretsOf({ id, secret, formerSecret, formerUntil }: Webhook, at: Date): string[] | null {
    const current = this.seal.open(secret, id);
    if (current === null) return null;
    const signsToo = formerSecret !== null && formerUntil !== null && formerUntil > at;
    const former = signsToo ? this.seal.open(formerSecret, id) : null;
    return former === null ? [current] : [current, former];
  }
}

const UNREADABLE =
  'The signing secret can’t be read: the REDRESS_SECRET of this installation was changed. Make a new secret for this webhook.';

/** Whether an answer says that the message was taken in. */
export const wasTaken = ({ status }: Answer): boolean => status !== null && status >= 200 && status < 300;

/** The receiver wants nothing more. */
export const isGone = ({ status }: Answer): boolean => status === 410;

/** What a try leaves in the row of its delivery. */
export const triedWith = ({ status, answer }: Answer, now: Date): Partial<WebhookDelivery> => ({
  status,
  answer,
  lastTriedAt: now,
  leaseUntil: null,
});
