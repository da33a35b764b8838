import { join, resolve } from 'node:path';
import { devMailbox, smtpTransport } from '#libs/channels';
import type { MailTransport } from '#libs/channels';
import { openFileStore } from '#libs/files';
import type { FileStore } from '#libs/files';
import { Database, Obligations } from '#libs/persistence';
import { openQueues } from '#libs/queue';
import type { QueueLog, Queues } from '#libs/queue';
import { loadOperatorSettings, projectRoot } from '#libs/settings';
import type { Settings } from '#libs/settings';
import type { Journal } from './journal.js';
import { keepMail } from './keep-mail.js';
import { MailRoom } from './mail-room.js';
import { Rulebook } from './rulebook.js';

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

export function openRulebook(): Rulebook {
  const { platforms, regimes } = loadOperatorSettings(join(projectRoot(), 'config'));
  return new Rulebook(platforms, regimes);
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

/** One way out at a time: the operator's mail server, or the dev mailbox, which lets nothing leave this machine. */
export function openMailRoom(settings: Settings, database: Database, journal: Journal, files: FileStore): MailRoom {
  const mail = {
    domain: settings.REDRESS_MAIL_DOMAIN,
    from: settings.REDRESS_MAIL_FROM,
    secret: settings.REDRESS_SECRET,
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
