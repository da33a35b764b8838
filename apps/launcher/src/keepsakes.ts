import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import { DEVELOPMENT_SECRET } from '#libs/settings';
import type { Settings } from '#libs/settings';

import { readPrivate, writePrivate } from './private-file.js';

/** What the launcher makes up once for settings that nobody gave, and keeps in the data folder. */
export interface Keepsakes {
  secret: string;
  password: string;
  /** whether the demo year was made already */
  demoDone: boolean;
  /** true until the first start was completed */
  isFirst: boolean;
  /** remembers that this start came to its end */
  complete: (demoDone: boolean) => void;
}

export const KEEPSAKES_FILE = 'sign-in.json';

/** Letters that nobody mistakes for one another when typing a password off a screen: 20 of 32 letters, 100 bits. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

function readablePassword(): string {
  const letters = [...randomBytes(20)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return letters.replace(/(.{5})(?=.)/g, '$1-');
}

export function keepsakes(dataDir: string, settings: Settings): Keepsakes {
  const file = join(dataDir, KEEPSAKES_FILE);
  const kept = readPrivate(file) ?? {};
  const text = (name: string, make: () => string): string => {
    const value = kept[name];
    return typeof value === 'string' ? value : make();
  };
  const given = settings.REDRESS_SECRET === DEVELOPMENT_SECRET ? undefined : settings.REDRESS_SECRET;
  const secret = text('secret', () => randomBytes(32).toString('hex'));
  const password = text('password', readablePassword);
  const save = (extra: object): void => {
    writePrivate(file, { email: settings.REDRESS_BOOTSTRAP_EMAIL, password, secret, ...extra });
  };
  const { demoDone, completed } = kept;
  save({ demoDone: demoDone === true, completed: completed === true });
  return {
    secret: given ?? secret,
    password: settings.REDRESS_BOOTSTRAP_PASSWORD ?? password,
    demoDone: demoDone === true,
    isFirst: completed !== true,
    complete: (done) => {
      save({ demoDone: done, completed: true });
    },
  };
}
