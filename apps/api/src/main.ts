import 'reflect-metadata';
import { collectDefaultMetrics } from 'prom-client';
import { announceReady, readSettings, superviseChild } from '#libs/settings';
import { apiLogger, buildServer } from './server.js';

const settings = readSettings();
const log = apiLogger(settings);
collectDefaultMetrics();
const app = await buildServer(settings, log);
superviseChild({ onStop: async () => app.close() });
app.enableShutdownHooks([]);
await app.listen(settings.PORT, settings.HOST);
log.info({ host: settings.HOST, port: settings.PORT }, 'api listening');
announceReady({ url: settings.REDRESS_PUBLIC_URL, port: settings.PORT });
