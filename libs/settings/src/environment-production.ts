import type { FieldFault } from '#libs/domain';

import { DEVELOPMENT_SECRET } from './environment.js';
import type { Environment } from './environment.js';

/** Words that stand in examples and tutorials; nobody may run a server on them. */
const KNOWN_WORDS = ['password', 'changeme', 'change-me', 'secret', 'redress', 'admin', '12345678', 'example'];

function isWeak(secret: string, length: number): boolean {
  const plain = secret.toLowerCase();
  const onlyKnown = KNOWN_WORDS.some((word) => plain.replaceAll(word, '').replace(/[\d\W_]/g, '') === '');
  return secret.length < length || onlyKnown || new Set(secret).size < 5;
}

type Rule = readonly [name: keyof Environment, isBroken: (settings: Environment) => boolean, detail: string];

const RULES: readonly Rule[] = [
  [
    'DATABASE_URL',
    (s) => s.DATABASE_URL === undefined,
    'must be set: production does not run on the embedded database',
  ],
  ['REDIS_URL', (s) => s.REDIS_URL === undefined, 'must be set: production does not run on the embedded queue'],
  ['SMTP_URL', (s) => s.SMTP_URL === undefined, 'must be set: production does not run on the development mailbox'],
  ['REDRESS_DEMO', (s) => s.REDRESS_DEMO === true, 'must be false or unset: production holds no simulated complaints'],
  [
    'REDRESS_WEBHOOK_LOOPBACK',
    (s) => s.REDRESS_WEBHOOK_LOOPBACK,
    'must be false or unset: in production, webhooks lead to other machines alone',
  ],
  [
    'REDRESS_SECRET',
    (s) => s.REDRESS_SECRET === DEVELOPMENT_SECRET || isWeak(s.REDRESS_SECRET, 32),
    'must be set to a secret of your own of at least 32 characters; make one with: openssl rand -hex 32',
  ],
  [
    'REDRESS_BOOTSTRAP_PASSWORD',
    (s) => s.REDRESS_BOOTSTRAP_PASSWORD !== undefined && isWeak(s.REDRESS_BOOTSTRAP_PASSWORD, 12),
    'must have at least 12 characters and be no well-known word; leave it unset to get a random one',
  ],
  [
    'REDRESS_BOOTSTRAP_API_KEY',
    (s) => s.REDRESS_BOOTSTRAP_API_KEY !== undefined && isWeak(s.REDRESS_BOOTSTRAP_API_KEY, 24),
    'must have at least 24 characters and be no well-known word; leave it unset to get none',
  ],
];

/** What production refuses: embedded parts, simulated data, weak or well-known secrets. */
export function productionFaults(settings: Environment): FieldFault[] {
  return RULES.filter(([, isBroken]) => isBroken(settings)).map(([name, , detail]) => ({
    pointer: `/${name}`,
    code: 'setting-unsafe',
    detail,
  }));
}
