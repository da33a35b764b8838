import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Behaviour, Portal as PortalBehaviour } from '#libs/simulation';
import { page } from './html.js';
import type { Html } from './html.js';

/** One request for a page of a portal. */
export interface Visit {
  portal: PortalBehaviour;
  behaviour: Behaviour;
  path: string;
  request: IncomingMessage;
  response: ServerResponse;
}

/** Leads to another page of the same portal. */
export const go = ({ response, behaviour }: Visit, path: string): void => {
  response.writeHead(303, { Location: `/portal/${behaviour.slug}/${path}`, 'Cache-Control': 'no-store' }).end();
};

/** Answers with a page that runs nothing. */
export function show({ response }: Visit, status: number, title: string, body: Html): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  });
  response.end(page(title, body));
}
