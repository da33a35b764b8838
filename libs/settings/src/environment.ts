import { Transform } from 'class-transformer';
import { IsBoolean, IsEmail, IsIn, IsInt, IsOptional, IsPositive, Matches, Max, Min, MinLength } from 'class-validator';

/** Stands where nobody chose a secret; refused in production and whenever the server listens beyond this machine. */
export const DEVELOPMENT_SECRET = 'for-development-only-never-on-a-server';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const NODE_ENVS = ['development', 'test', 'production'] as const;

const TRUE_WORDS = ['true', '1', 'yes', 'on'];
const FALSE_WORDS = ['false', '0', 'no', 'off'];

/** The environment knows only text: 'false' is false here, and a word that is neither stays text and is a fault. */
function toBoolean({ value }: { value: unknown }): unknown {
  if (typeof value !== 'string') return value;
  const word = value.toLowerCase();
  if (TRUE_WORDS.includes(word)) return true;
  return FALSE_WORDS.includes(word) ? false : value;
}

function toNumber({ value }: { value: unknown }): unknown {
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

const port = { message: 'must be a port between 1 and 65535' };

/**
 * Every setting of every process, read once. The field's name is the variable's name; its value here is the default.
 * config/example.env lists the same names in the same words.
 */
export class Environment {
  /** PostgreSQL ≥ 15, e.g. postgres://redress:secret@db:5432/redress. Unset: `npm start` runs an embedded one. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\/\S+$/, { message: 'must be an address like postgres://user:password@host:5432/name' })
  DATABASE_URL: string | undefined = undefined;

  /** Redis for the queue, e.g. redis://queue:6379. Unset: the queue lives in PostgreSQL. */
  @IsOptional()
  @Matches(/^rediss?:\/\/\S+$/, { message: 'must be an address like redis://host:6379' })
  REDIS_URL: string | undefined = undefined;

  /** Mail server that sends notices, e.g. smtps://user:password@mail.example:465. Unset: no mail leaves the machine. */
  @IsOptional()
  @Matches(/^smtps?:\/\/\S+$/, { message: 'must be an address like smtp://user:password@host:587' })
  SMTP_URL: string | undefined = undefined;

  /** Address the server listens on; 0.0.0.0 means every network of this machine. */
  @Matches(/^[A-Za-z0-9.:-]+$/, { message: 'must be a host name or an IP address' })
  HOST = '127.0.0.1';

  /** Port of the web pages and the API. */
  @Transform(toNumber)
  @IsInt(port)
  @Min(1, port)
  @Max(65535, port)
  PORT = 3000;

  /** Where people reach the server, used in links and for cookies. Unset: http://HOST:PORT. */
  @Matches(/^https?:\/\/[^\s/]+\/?$/, { message: 'must be an address like https://redress.example without a path' })
  REDRESS_PUBLIC_URL = '';

  /** Folder of everything `npm start` keeps: embedded database, evidence files, generated secrets, logs. */
  @MinLength(1, { message: 'must name a folder' })
  REDRESS_DATA_DIR = '.redress';

  /** Where evidence files and imports lie, e.g. s3://bucket/prefix?region=eu-central-1. Unset: below REDRESS_DATA_DIR. */
  @IsOptional()
  @Matches(
    /^s3:\/\/[a-z0-9][a-z0-9.-]+(\/[^\s?#]*)?(\?(?!(?:[^\s#]*&)?endpoint=(?!https?:\/\/|https?%3[aA]%2[fF]%2[fF]))[^\s#]*)?$/,
    {
      message: 'must be an address like s3://bucket/prefix?region=eu-central-1&endpoint=https://s3.example',
    },
  )
  REDRESS_FILES_URL: string | undefined = undefined;

  /** Whether the first start fills a workspace with a simulated year. Unset: true on the embedded database, else false. */
  @Transform(toBoolean)
  @IsBoolean({ message: 'must be true or false' })
  REDRESS_DEMO: boolean | undefined = undefined;

  /** E-mail address of the first administrator. */
  @IsEmail({ require_tld: false }, { message: 'must be an e-mail address' })
  REDRESS_BOOTSTRAP_EMAIL = 'admin@redress.localhost';

  /** Password of the first administrator. Unset: a random one is made and printed once. */
  @IsOptional()
  @MinLength(8, { message: 'must have at least 8 characters' })
  REDRESS_BOOTSTRAP_PASSWORD: string | undefined = undefined;

  /** API key with every scope for the workspace `main`. Unset: none is made. */
  @IsOptional()
  @Matches(/^[\x21-\x7e]{16,}$/, { message: 'must be at least 16 printable characters without blanks' })
  REDRESS_BOOTSTRAP_API_KEY: string | undefined = undefined;

  /** Signs cookies and reply addresses: 32 characters or more. `npm start` makes one and keeps it in the data folder. */
  @MinLength(32, { message: 'must have at least 32 characters; make one with: openssl rand -hex 32' })
  REDRESS_SECRET = DEVELOPMENT_SECRET;

  /** Address our own mail server for platforms' answers listens on. */
  @Matches(/^[A-Za-z0-9.:-]+$/, { message: 'must be a host name or an IP address' })
  INBOUND_SMTP_HOST = '127.0.0.1';

  /** Port of our own mail server for platforms' answers. */
  @Transform(toNumber)
  @IsInt(port)
  @Min(1, port)
  @Max(65535, port)
  INBOUND_SMTP_PORT = 2525;

  /** Domain of the addresses that platforms answer to; its MX record points at the inbound mail server. */
  @Matches(/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/, { message: 'must be a domain name like replies.example.org' })
  REDRESS_MAIL_DOMAIN = 'redress.localhost';

  /** Sender of notices, `Name <address>` or an address. Unset: Redress <notices@REDRESS_MAIL_DOMAIN>. */
  @Matches(/^([^<>\r\n]+<[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/, {
    message: 'must be an address, or a name and an address like: Redress <notices@example.org>',
  })
  REDRESS_MAIL_FROM = '';

  /** Domain our mail is signed for (DKIM), best that of REDRESS_MAIL_FROM; with the selector and the key, all or none. */
  @IsOptional()
  @Matches(/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/, { message: 'must be a domain name like example.org' })
  REDRESS_DKIM_DOMAIN: string | undefined = undefined;

  /** Selector of the signature: the public key stands in DNS at SELECTOR._domainkey.DOMAIN (`redress doctor` looks). */
  @IsOptional()
  @Matches(/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/, {
    message: 'must be a name of letters, digits and hyphens like redress1',
  })
  REDRESS_DKIM_SELECTOR: string | undefined = undefined;

  /** Private key of the signature, RSA: the path of a PEM file, or the PEM itself. Unset: the mail server may sign. */
  REDRESS_DKIM_KEY: string | undefined = undefined;

  /** Whether webhooks may be sent to this machine itself (http://localhost:…): for development, refused in production. */
  @Transform(toBoolean)
  @IsBoolean({ message: 'must be true or false' })
  REDRESS_WEBHOOK_LOOPBACK = false;

  /** How long a receiver of a webhook may take to answer, seconds. */
  @Transform(toNumber)
  @IsPositive({ message: 'must be a number of seconds above 0' })
  REDRESS_WEBHOOK_TIMEOUT_SECONDS = 15;

  /** Whether Redress fills in platforms' web forms by a browser, where a profile describes how. Off: people do. */
  @Transform(toBoolean)
  @IsBoolean({ message: 'must be true or false' })
  REDRESS_BROWSER_FORMS = false;

  /** The Chromium that fills in forms. Unset: looked for where systems install it. */
  @IsOptional()
  @MinLength(1, { message: 'must name a program' })
  CHROMIUM_PATH: string | undefined = undefined;

  /** Port of the simulated platforms' mailboxes; used by `npm start` only. */
  @Transform(toNumber)
  @IsInt(port)
  @Min(1, port)
  @Max(65535, port)
  SANDBOX_SMTP_PORT = 2526;

  /** Port of the simulated platforms' web forms; used by `npm start` only. */
  @Transform(toNumber)
  @IsInt(port)
  @Min(1, port)
  @Max(65535, port)
  SANDBOX_HTTP_PORT = 3001;

  /** How many real seconds a day of the simulated platforms lasts: with 2, an answer "after five days" comes in ten seconds. */
  @Transform(toNumber)
  @IsPositive({ message: 'must be a number of seconds above 0' })
  SANDBOX_SECONDS_PER_DAY = 2;

  /** Least severe log line that is written: fatal, error, warn, info, debug, trace or silent. */
  @IsIn(LOG_LEVELS, { message: `must be one of ${LOG_LEVELS.join(', ')}` })
  LOG_LEVEL: (typeof LOG_LEVELS)[number] = 'info';

  /** `production` refuses embedded parts, the demo and weak secrets. */
  @IsIn(NODE_ENVS, { message: `must be one of ${NODE_ENVS.join(', ')}` })
  NODE_ENV: (typeof NODE_ENVS)[number] = 'development';
}
