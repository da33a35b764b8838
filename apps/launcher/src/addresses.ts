import type { Settings } from '#libs/settings';

import { freePort, isFree } from './ports.js';

/** The internal ports that nobody asked for by name may move; each name is a setting of its own. */
const MOVABLE = ['INBOUND_SMTP_PORT', 'SANDBOX_SMTP_PORT', 'SANDBOX_HTTP_PORT'] as const;

type Ports = Record<(typeof MOVABLE)[number], string>;

/** @throws Error with the remedy when the port of the web pages belongs to another program */
export async function requirePort({ HOST, PORT }: Settings): Promise<void> {
  if (await isFree(PORT, HOST)) return;
  throw new Error(
    `Port ${PORT} on ${HOST} is used by another program. Stop that program, or choose another port: PORT=${PORT + 1} npm start`,
  );
}

/** The internal ports: those asked for as they are, the others on their usual number or, where that is taken, a free one. */
export async function internalPorts(settings: Settings, env: NodeJS.ProcessEnv): Promise<Ports> {
  const ports: Partial<Ports> = {};
  for (const name of MOVABLE) {
    const wanted = settings[name];
    if (env[name] && !(await isFree(wanted))) {
      throw new Error(
        `Port ${wanted}, asked for by ${name}, is used by another program: choose another, or leave it unset.`,
      );
    }
    const taken = Object.values(ports).includes(String(wanted));
    ports[name] = String(env[name] ? wanted : await freePort(taken ? undefined : wanted));
  }
  return ports as Ports;
}
