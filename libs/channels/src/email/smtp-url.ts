import { isIP } from 'node:net';
import { Fault } from '#libs/domain';

/** Where our mail server is and how it is spoken to, read from `SMTP_URL`. */
export interface SmtpServer {
  host: string;
  port: number;
  /** TLS from the first byte (`smtps:`) */
  secure: boolean;
  requireTls: boolean;
  ignoreTls: boolean;
  /** false accepts a self-signed certificate; for a server in one's own network only */
  verifyCertificate: boolean;
  credentials: { user: string; pass: string } | null;
}

const switches = ['requireTLS', 'ignoreTLS', 'rejectUnauthorized'] as const;

/**
 * Reads `smtp://user:pass@host:587?requireTLS=true` or `smtps://…`. Credentials are sent only over TLS, unless the server
 * is on this machine or the URL says `ignoreTLS=true` or `requireTLS=false`.
 * @throws Fault `invalid` that names what is wrong, never the credentials
 */
export function parseSmtpUrl(text: string): SmtpServer {
  const url = readUrl(text);
  const set = readSwitches(url);
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const credentials = readCredentials(url);
  const ignoreTls = set.get('ignoreTLS') ?? false;
  const guarded = credentials !== null && !secure && !ignoreTls && !isLoopback(host);
  return {
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    ignoreTls,
    requireTls: set.get('requireTLS') ?? guarded,
    verifyCertificate: set.get('rejectUnauthorized') ?? true,
    credentials,
  };
}

/** True for names and addresses that never leave this machine. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

function readUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '')
    throw invalid('SMTP_URL must have the form smtp://user:password@host:587 or smtps://user:password@host:465.');
  return url;
}

function readSwitches(url: URL): Map<string, boolean> {
  const set = new Map<string, boolean>();
  for (const [name, value] of url.searchParams) {
    if (!switches.some((known) => known === name))
      throw invalid(`SMTP_URL: unknown setting "${name}"; known are ${switches.join(', ')}.`);
    if (value !== 'true' && value !== 'false') throw invalid(`SMTP_URL: ${name} must be true or false.`);
    set.set(name, value === 'true');
  }
  return set;
}

function readCredentials(url: URL): SmtpServer['credentials'] {
  if (url.username === '' && url.password === '') return null;
  if (url.username === '' || url.password === '')
    throw invalid('SMTP_URL has a user without a password or a password without a user; give both or neither.');
  try {
    return { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
  } catch {
    throw invalid('SMTP_URL: user and password must be percent-encoded (a "%" itself is %25).');
  }
}

const invalid = (detail: string): Fault =>
  new Fault('invalid', 'smtp-url-invalid', detail, [{ pointer: '/SMTP_URL', code: 'smtp-url', detail }]);
