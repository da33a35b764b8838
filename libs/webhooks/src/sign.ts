import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** A new signing secret, `whsec_…`, of 256 random bits. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

export interface SignedMessage {
  /** the same at each try, so that a receiver knows what it has seen */
  id: string;
  at: Date;
  /** the exact text that is sent */
  body: string;
}

/** The headers of Standard Webhooks; each secret signs, so that a receiver may go over to a new one in its own time. */
export const signedHeaders = (
  { id, at, body }: SignedMessage,
  secrets: readonly string[],
): Readonly<Record<string, string>> => ({
  'webhook-id': id,
  'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
  'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
});
