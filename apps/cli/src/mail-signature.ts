import { Resolver } from 'node:dns/promises';
import { dkimRecord, publishes } from '#libs/channels';
import { readDkimKey } from '#libs/settings';
import type { Settings } from '#libs/settings';

export type ResolveTxt = (name: string) => Promise<string[][]>;

/** A machine without DNS waits no longer for it than this. */
const inDns: ResolveTxt = async (name) => new Resolver({ timeout: 2_000, tries: 1 }).resolveTxt(name);

/**
 * Whether mail is signed, and whether its readers can check that.
 * @throws Error with the record to publish, where DNS has none or another
 */
export async function signatureInWords(settings: Settings, resolveTxt: ResolveTxt = inDns): Promise<string> {
  const key = readDkimKey(settings);
  if (key === null) return 'none by Redress (REDRESS_DKIM_KEY is unset); the mail server may sign';
  const { name, value } = dkimRecord(key);
  const sender = /@([^<>\s]+)>?$/.exec(settings.REDRESS_MAIL_FROM)?.[1] ?? '';
  const stranger = isWithin(sender, key.domain)
    ? ''
    : `; but the sender is of ${sender}, so that DMARC does not count the signature`;
  const found = await resolveTxt(name).catch(async (error: unknown) => noRecord(error, key.domain, resolveTxt));
  if (typeof found === 'string')
    return `for ${key.domain}; DNS could not be asked (${found}) whether ${name} has: ${value}${stranger}`;
  if (publishes(found, key)) return `for ${key.domain}, its public key stands in DNS${stranger}`;
  throw new Error(`${name} in DNS has not this key: publish there the TXT record ${value}`);
}

/** No records where DNS knows the domain, and so would know the name; else the code that says why it could not be asked. */
async function noRecord(error: unknown, domain: string, resolveTxt: ResolveTxt): Promise<string[][] | string> {
  const code = codeOf(error);
  if (code === 'ENODATA') return [];
  if (code !== 'ENOTFOUND') return code;
  const isKnown = await resolveTxt(domain).then(
    () => true,
    (other: unknown) => codeOf(other) === 'ENODATA',
  );
  return isKnown ? [] : code;
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'no answer';

const isWithin = (domain: string, other: string): boolean => {
  const [own, wanted] = [domain.toLowerCase(), other.toLowerCase()];
  return own === wanted || own.endsWith(`.${wanted}`) || wanted.endsWith(`.${own}`);
};
