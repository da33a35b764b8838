import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { closest, distance } from 'fastest-levenshtein';

import { Fault } from '#libs/domain';
import type { FieldFault } from '#libs/domain';

import { dkimFaults } from './dkim-key.js';
import { productionFaults } from './environment-production.js';
import { DEVELOPMENT_SECRET, Environment } from './environment.js';

/** The names of every setting, in the order of the class. */
export const SETTING_NAMES: readonly string[] = Object.keys(new Environment());

/** Names with our prefix that speak to the test run, not to a process of ours. */
const TEST_RUN_NAMES = ['REDRESS_REQUIRE_ALL'];

/** How many letters a name may be off and still be taken for a slip of the finger. */
const TYPO_DISTANCE = 3;

type Variables = Readonly<Record<string, string | undefined>>;

/** What the class has once the defaults that depend on other settings are filled in. */
export type Settings = Readonly<Environment> & { readonly REDRESS_DEMO: boolean };

function instanceOf(env: Variables): Environment {
  // An empty value is how compose files and .env files say "unset".
  const given = SETTING_NAMES.flatMap((name) => (env[name]?.trim() ? [[name, env[name].trim()] as const] : []));
  return complete(plainToInstance(Environment, Object.fromEntries(given)));
}

/** Fills what depends on other settings; text that a validator will refuse is left as it is. */
function complete(settings: Environment): Environment {
  const embedded = settings.DATABASE_URL === undefined && settings.NODE_ENV !== 'production';
  settings.REDRESS_DEMO ??= embedded;
  settings.REDRESS_PUBLIC_URL ||= `http://${urlHost(settings.HOST)}:${settings.PORT}`;
  settings.REDRESS_PUBLIC_URL = settings.REDRESS_PUBLIC_URL.replace(/\/$/, '');
  settings.REDRESS_MAIL_FROM ||= `Redress <notices@${settings.REDRESS_MAIL_DOMAIN}>`;
  return settings;
}

/** 0.0.0.0 and :: are no address to open in a browser; IPv6 needs brackets. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function valueFaults(settings: Environment): FieldFault[] {
  return validateSync(settings).map(({ property, constraints }) => ({
    pointer: `/${property}`,
    code: 'setting-invalid',
    detail: Object.values(constraints ?? {})[0] ?? 'is not valid',
  }));
}

function unknownFaults(env: Variables): FieldFault[] {
  const known = [...SETTING_NAMES, ...TEST_RUN_NAMES];
  const unknown = Object.keys(env).filter((name) => name.startsWith('REDRESS_') && !known.includes(name));
  return unknown.map((name) => {
    const near = SETTING_NAMES.find((setting) => name.startsWith(setting)) ?? closest(name, SETTING_NAMES);
    const isSlip = name.startsWith(near) || distance(name, near) <= TYPO_DISTANCE;
    const remedy = isSlip ? `did you mean ${near}?` : 'see config/example.env';
    return { pointer: `/${name}`, code: 'setting-unknown', detail: `is no setting of Redress; ${remedy}` };
  });
}

function exposureFaults(settings: Environment): FieldFault[] {
  const local = ['127.0.0.1', '::1', 'localhost'].includes(settings.HOST);
  if (local || settings.NODE_ENV !== 'development' || settings.REDRESS_SECRET !== DEVELOPMENT_SECRET) return [];
  const detail = 'must be set when HOST is open to other machines; make one with: openssl rand -hex 32';
  return [{ pointer: '/REDRESS_SECRET', code: 'setting-unsafe', detail }];
}

function faultsOf(settings: Environment, env: Variables): FieldFault[] {
  const production = settings.NODE_ENV === 'production' ? productionFaults(settings) : [];
  const all = [
    ...valueFaults(settings),
    ...dkimFaults(settings),
    ...exposureFaults(settings),
    ...production,
    ...unknownFaults(env),
  ];
  return all.filter((fault, at) => all.findIndex(({ pointer }) => pointer === fault.pointer) === at);
}

/**
 * Reads every setting from the environment, once at boot.
 * @throws Fault `settings-invalid` that names *every* fault, each with the variable's name and the remedy
 */
export function readSettings(env: Variables = process.env): Settings {
  const settings = instanceOf(env);
  const faults = faultsOf(settings, env);
  if (faults.length === 0) return settings as Settings;
  const lines = faults.map(({ pointer, detail }) => `  ${pointer.slice(1)} ${detail}`);
  throw new Fault('invalid', 'settings-invalid', ['The settings do not fit together:', ...lines].join('\n'), faults);
}
