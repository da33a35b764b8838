import { domainToASCII } from 'node:url';
import { orNull } from '../plain-text.js';

/** A mailbox in the form that XARF takes: the domain in ASCII. The local part is as given. */
interface Mailbox {
  address: string;
  domain: string;
}

/** Null where the text has no part before or after its last `@`, or no domain behind it. */
export function mailboxOf(email: string | null): Mailbox | null {
  const address = orNull(email);
  const at = address?.lastIndexOf('@') ?? -1;
  if (address === null || at < 1) return null;
  const domain = domainToASCII(address.slice(at + 1));
  return domain === '' ? null : { address: `${address.slice(0, at)}@${domain}`, domain };
}
