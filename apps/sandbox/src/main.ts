import { join } from 'node:path';
import { announceReady, projectRoot, readSettings, superviseChild } from '#libs/settings';
import { startSandbox } from './sandbox.js';

/** The same seed gives the same behaviour at every start. */
const SEED = 1;

const settings = readSettings();
const say = (message: string): void => {
  process.stdout.write(`${message}\n`);
};

const sandbox = await startSandbox({
  smtpPort: settings.SANDBOX_SMTP_PORT,
  httpPort: settings.SANDBOX_HTTP_PORT,
  host: '127.0.0.1',
  behavioursDir: join(projectRoot(), 'config', 'sandbox'),
  inboundSmtp: { host: settings.INBOUND_SMTP_HOST, port: settings.INBOUND_SMTP_PORT },
  secondsPerDay: settings.SANDBOX_SECONDS_PER_DAY,
  seed: SEED,
  log: { info: say, warn: say },
});
superviseChild({ onStop: async () => sandbox.close() });
announceReady({ port: sandbox.httpPort });
