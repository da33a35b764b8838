import 'reflect-metadata';
import { pino } from 'pino';
import { announceReady, readSettings, superviseChild } from '#libs/settings';
import { startWorker } from './worker.js';

const settings = readSettings();
const log = pino({ level: settings.LOG_LEVEL, base: { app: 'worker' } });
const worker = await startWorker(settings, log);
superviseChild({ onStop: async () => worker.close() });
log.info({ smtpPort: worker.smtpPort }, 'worker running');
announceReady({ port: worker.smtpPort });
