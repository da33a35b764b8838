import { join, resolve } from 'node:path';
import { ApiChannel, BrowserForm, devMailbox, smtpTransport } from '#libs/channels';
import type { MailTransport } from '#libs/channels';
import { openFileStore } from '#libs/files';
import type { FileStore } from '#libs/files';
import { openLookout } from '#libs/liveness';
import type { Lookout } from '#libs/liveness';
import { Database, Obligations } from '#libs/persistence';
import { openQueues } from '#libs/queue';
import type { QueueLog, Queues } from '#libs/queue';
import { loadOperatorSettings, productVersion, projectRoot, readDkimKey } from '#libs/settings';
import type { Settings } from '#libs/settings';
import { PublicAddress } from './calendar/public-address.js';
import { AccountVault } from './http-api/accounts.js';
import { ApiRoom } from './http-api/api-room.js';
import { browserForms, withoutBrowserForms } from './browser-forms.js';
import { FormRoom } from './form-room.js';
import type { AccountOf } from './form-room.js';
import type { Journal } from './journal.js';
import { keepMail } from './keep-mail.js';
import { MailRoom } from './mail-room.js';
import { Rulebook } from './rulebook.js';
import { WebhookSender } from './webhooks/webhook-sender.js';

/** Mail for these domains stays on this machine: the simulated platforms. */
const SANDBOX_DOMAINS = ['sandbox.redress.test'];

export function databaseUrl(settings: Settings): string {
  if (settings.DATABASE_URL === undefined) {
    throw new Error(
      'DATABASE_URL is not set. `npm start` starts an embedded PostgreSQL and sets it for every process.',
    );
  }
  return settings.DATABASE_URL;
}

export function openRulebook(settings: Settings): Rulebook {
  const { platforms, regimes } = loadOperatorSettings(join(projectRoot(), 'config'));
  const usable = 'off' in browserForms(settings) ? platforms.map(withoutBrowserForms) : platforms;
  return new Rulebook(usable, regimes);
}

export const openDatabase = async (settings: Settings): Promise<Database> =>
  Database.connect({ url: databaseUrl(settings), poolSize: 16 });

export const openObligations = async (settings: Settings): Promise<Obligations> =>
  Obligations.connect({ url: databaseUrl(settings) });

export const openJobQueues = (settings: Settings, log?: QueueLog): Queues =>
  openQueues({
    databaseUrl: databaseUrl(settings),
    ...(log === undefined ? {} : { log }),
    ...(settings.REDIS_URL === undefined ? {} : { redisUrl: settings.REDIS_URL }),
  });

/** Evidence files and imports: in a bucket, or below the data folder, which every process of this installation shares. */
export const openFiles = async (settings: Settings): Promise<FileStore> =>
  openFileStore({
    url: settings.REDRESS_FILES_URL,
    folder: join(resolve(projectRoot(), settings.REDRESS_DATA_DIR), 'files'),
  });

export const openWebhookSender = (settings: Settings): WebhookSender =>
  new WebhookSender(settings.REDRESS_SECRET, {
    timeoutMs: settings.REDRESS_WEBHOOK_TIMEOUT_SECONDS * 1000,
    loopback: settings.REDRESS_WEBHOOK_LOOPBACK,
  });

export const publicAddress = (settings: Settings): PublicAddress => new PublicAddress(settings.REDRESS_PUBLIC_URL);

/** Looks at listings from this machine, in the name of this installation. */
export const openListingLookout = (settings: Settings): Lookout =>
  openLookout({ version: productVersion(), contact: settings.REDRESS_PUBLIC_URL });

/** Fills in platforms' web forms; null where that is off. Simulated platforms have theirs on this machine. */
export function openFormRoom(
  settings: Settings,
  rulebook: Rulebook,
  files: FileStore,
  account: AccountOf,
): FormRoom | null {
  const forms = browserForms(settings);
  if ('off' in forms) return null;
  const simulator = `127.0.0.1:${settings.SANDBOX_HTTP_PORT}`;
  const channel = new BrowserForm({ chromium: forms.chromium, simulator });
  const mail = { domain: settings.REDRESS_MAIL_DOMAIN, secret: settings.REDRESS_SECRET };
  return new FormRoom(channel, rulebook, files, account, mail);
}

/** One way out at a time: the operator's mail server, or the dev mailbox, which lets nothing leave this machine. */
export function openMailRoom(settings: Settings, database: Database, journal: Journal, files: FileStore): MailRoom {
  const mail = {
    domain: settings.REDRESS_MAIL_DOMAIN,
    from: settings.REDRESS_MAIL_FROM,
    secret: settings.REDRESS_SECRET,
    dkim: readDkimKey(settings),
  };
  return new MailRoom(transport(settings, database, journal), mail, files);
}

function transport(settings: Settings, database: Database, journal: Journal): MailTransport {
  if (settings.SMTP_URL !== undefined) return smtpTransport(settings.SMTP_URL);
  return devMailbox({
    keep: async (mail) => keepMail(database, journal, settings.REDRESS_SECRET, mail),
    forward: { domains: SANDBOX_DOMAINS, transport: smtpTransport(`smtp://127.0.0.1:${settings.SANDBOX_SMTP_PORT}`) },
  });
}

/** Interfaces are reached from this machine; those of simulated platforms only on this machine itself. */
export const openApiRoom = (settings: Settings, database: Database, rulebook: Rulebook, vault: AccountVault): ApiRoom =>
  new ApiRoom(new ApiChannel({ simulatedPort: settings.SANDBOX_HTTP_PORT }), database, rulebook, vault);

export const accountVault = (settings: Settings): AccountVault => new AccountVault(settings.REDRESS_SECRET);
