import { startSandbox } from './sandbox.js';

/*
 * Environment: SANDBOX_SMTP_PORT (2526), SANDBOX_HTTP_PORT (3001), SANDBOX_HOST (127.0.0.1), SANDBOX_BEHAVIOURS
 * (config/sandbox), SANDBOX_SECONDS_PER_DAY (1), SANDBOX_SEED (1), INBOUND_SMTP_HOST (127.0.0.1), INBOUND_SMTP_PORT (2525).
 */
const text = (name: string, otherwise: string): string => {
  const value = process.env[name];
  return value === undefined || value === '' ? otherwise : value;
};

function number(name: string, otherwise: number, least: number): number {
  const value = Number(text(name, String(otherwise)));
  if (Number.isFinite(value) && value >= least) return value;
  throw new Error(`${name} must be a number of at least ${least}.`);
}

const say = (message: string): void => void process.stdout.write(`${message}\n`);

const sandbox = await startSandbox({
  smtpPort: number('SANDBOX_SMTP_PORT', 2526, 0),
  httpPort: number('SANDBOX_HTTP_PORT', 3001, 0),
  host: text('SANDBOX_HOST', '127.0.0.1'),
  behavioursDir: text('SANDBOX_BEHAVIOURS', 'config/sandbox'),
  inboundSmtp: { host: text('INBOUND_SMTP_HOST', '127.0.0.1'), port: number('INBOUND_SMTP_PORT', 2525, 1) },
  secondsPerDay: number('SANDBOX_SECONDS_PER_DAY', 1, 0),
  seed: number('SANDBOX_SEED', 1, 0),
  log: { info: say, warn: say },
});

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    void sandbox.close().then(() => process.exit(0));
  });
