import { createPublicKey } from 'node:crypto';
import DKIM from 'nodemailer/lib/dkim';
import { Fault } from '#libs/domain';

/** With what our mail is signed (RFC 6376), so that the recipient's server knows it for ours. */
export interface DkimKey {
  domain: string;
  selector: string;
  /** an RSA key as PEM */
  privateKey: string;
}

/**
 * The same bytes with a `DKIM-Signature` before them. An RSA signature of PKCS #1 v1.5 without a time in it is the same at
 * every try, so that what is resent is what was sent.
 * @throws Fault `invalid` where the key can't sign: unsigned mail would leave without anybody noticing
 */
export async function dkimSigned(raw: Buffer, { domain, selector, privateKey }: DkimKey): Promise<Buffer> {
  const signer = new DKIM({ domainName: domain, keySelector: selector, privateKey });
  const chunks: Buffer[] = [];
  for await (const chunk of signer.sign(raw)) chunks.push(chunk as Buffer);
  const signed = Buffer.concat(chunks);
  if (signed.length <= raw.length || !signed.subarray(signed.length - raw.length).equals(raw))
    throw new Fault('invalid', 'mail-unsigned', 'The mail could not be signed: REDRESS_DKIM_KEY must be an RSA key.');
  return signed;
}

/** Where the public key belongs in DNS, and what must stand there. */
export function dkimRecord({ domain, selector, privateKey }: DkimKey): { name: string; value: string } {
  const key = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64');
  return { name: `${selector}._domainkey.${domain}`, value: `v=DKIM1; k=rsa; p=${key}` };
}

/**
 * Whether a TXT record publishes this key. Its texts are joined before they are read, and blanks within the key don't count
 * (RFC 6376 §3.6.2.2, §3.2).
 */
export function publishes(records: readonly (readonly string[])[], key: DkimKey): boolean {
  const wanted = keyIn(dkimRecord(key).value);
  return records.some((texts) => keyIn(texts.join('')) === wanted);
}

const keyIn = (record: string): string | null =>
  /(?:^|;)\s*p\s*=([^;]*)/.exec(record)?.[1]?.replace(/\s+/g, '') ?? null;
