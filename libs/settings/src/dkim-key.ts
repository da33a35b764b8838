import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FieldFault } from '#libs/domain';
import type { Environment } from './environment.js';
import { projectRoot } from './project-root.js';

type DkimSettings = Pick<Environment, 'REDRESS_DKIM_DOMAIN' | 'REDRESS_DKIM_SELECTOR' | 'REDRESS_DKIM_KEY'>;

const NAMES = ['REDRESS_DKIM_DOMAIN', 'REDRESS_DKIM_SELECTOR', 'REDRESS_DKIM_KEY'] as const;

/** RFC 8301 §3.2: a shorter key is no signature to anybody. */
const LEAST_BITS = 1024;

const makeOne = 'make one with: openssl genrsa -out dkim.pem 2048';

/** What keeps mail from being signed, found at boot: unsigned notices would leave without anybody noticing. */
export function dkimFaults(settings: DkimSettings): FieldFault[] {
  const unset = NAMES.filter((name) => settings[name] === undefined);
  if (unset.length === NAMES.length) return [];
  if (unset.length > 0)
    return unset.map((name) => fault(name, `must be set too: mail is signed with ${NAMES.join(', ')}, all or none`));
  const wrong = wrongWithKey(settings.REDRESS_DKIM_KEY ?? '');
  return wrong === null ? [] : [fault('REDRESS_DKIM_KEY', wrong)];
}

/** With what mail is signed; null where it isn't. */
export function readDkimKey({
  REDRESS_DKIM_DOMAIN: domain,
  REDRESS_DKIM_SELECTOR: selector,
  REDRESS_DKIM_KEY: key,
}: DkimSettings): { domain: string; selector: string; privateKey: string } | null {
  if (domain === undefined || selector === undefined || key === undefined) return null;
  return { domain, selector, privateKey: pemOf(key) };
}

/** The setting is the PEM itself, its lines ended by line breaks or by the two characters `\n`, or the path of its file. */
const pemOf = (setting: string): string =>
  setting.startsWith('-----BEGIN')
    ? setting.replaceAll('\\n', '\n')
    : readFileSync(resolve(projectRoot(), setting), 'utf8');

/** Says what is wrong and what to do, never the key. */
function wrongWithKey(setting: string): string | null {
  let pem: string;
  try {
    pem = pemOf(setting);
  } catch {
    return `must be the path of a PEM file that can be read, or the PEM itself; ${makeOne}`;
  }
  if (/ENCRYPTED/.test(pem)) return 'must have no passphrase; take it off with: openssl rsa -in KEY -out dkim.pem';
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType !== 'rsa') return `must be an RSA key, not ${key.asymmetricKeyType ?? '?'}; ${makeOne}`;
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    return bits < LEAST_BITS ? `must have ${LEAST_BITS} bits or more, not ${bits}; ${makeOne}` : null;
  } catch {
    return `holds no private key as PEM; ${makeOne}`;
  }
}

const fault = (name: string, detail: string): FieldFault => ({ pointer: `/${name}`, code: 'setting-invalid', detail });
