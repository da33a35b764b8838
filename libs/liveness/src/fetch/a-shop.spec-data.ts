import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { Pace } from './turns.js';

export interface Visit {
  at: number;
  path: string;
  headers: IncomingHttpHeaders;
}

export interface Shop {
  url: string;
  port: number;
  /** every request, in order, with the time of the pace */
  visits: Visit[];
  /** most requests that were there at the same time */
  mostAtOnce: () => number;
  close: () => Promise<void>;
}

type Page = (response: ServerResponse, visit: Visit) => void;

/** Time that passes by waiting alone. */
export function tamePace(): Pace & { waited: number[]; pass: (ms: number) => void } {
  let now = Date.parse('2026-03-01T12:00:00Z');
  const waited: number[] = [];
  return {
    waited,
    now: () => now,
    pass: (ms) => {
      now += ms;
    },
    pause: async (ms) => {
      waited.push(ms);
      now += ms;
      return Promise.resolve();
    },
  };
}

/** A server on this machine whose pages are given by their paths; any other path is a page that is there. */
export async function openShop(pace: Pace, pages: Readonly<Record<string, Page>> = {}): Promise<Shop> {
  const visits: Visit[] = [];
  let [here, most] = [0, 0];
  const server = createServer((request, response) => {
    here += 1;
    most = Math.max(most, here);
    response.on('close', () => {
      here -= 1;
    });
    const visit = { at: pace.now(), path: request.url ?? '', headers: request.headers };
    visits.push(visit);
    const page = pages[visit.path] ?? (visit.path === '/robots.txt' ? noRobots : aListing);
    page(response, visit);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    visits,
    mostAtOnce: () => most,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const noRobots: Page = (response) => {
  response.writeHead(404).end();
};
const aListing: Page = (response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<h1>A bag</h1>');
};

export const says =
  (status: number, headers: Record<string, string> = {}, body: string | Buffer = ''): Page =>
  (response) => {
    response.writeHead(status, headers).end(body);
  };
