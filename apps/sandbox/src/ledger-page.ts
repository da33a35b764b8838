import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { Api } from './api/api.js';
import type { Ledger, LedgerEntry } from './ledger.js';
import type { Portal } from './portal/portal.js';

const rowsShown = 200;

/** `GET /ledger` (JSON), `GET /` (a page for people), `GET /health`, the web forms below `/portal/`, and the interfaces below `/api/`. */
export function ledgerServer(ledger: Ledger, portal: Portal, api: Api): Server {
  return createServer((request, response) => {
    if (portal.answers(request, response) || api.answers(request, response)) return;
    const { pathname } = new URL(request.url ?? '/', 'http://sandbox');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      send(response, 405, 'text/plain', 'Only GET is answered.\n');
    else if (pathname === '/ledger') send(response, 200, 'application/json', JSON.stringify(inFull(ledger)));
    else if (pathname === '/health') send(response, 200, 'application/json', '{"status":"ok"}');
    else if (pathname === '/') send(response, 200, 'text/html', page(ledger));
    else send(response, 404, 'text/plain', 'There is /ledger and / here.\n');
  });
}

const inFull = ({ accepted, refused }: Ledger): Pick<Ledger, 'accepted' | 'refused'> => ({ accepted, refused });

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  });
  response.end(body);
}

function page({ accepted, refused }: Ledger): string {
  const rows = accepted.slice(-rowsShown).reverse().map(row).join('\n');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Simulated platforms: ledger</title>
<style>body{font:15px/1.5 system-ui,sans-serif;margin:2rem;color:#1b1f24}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.4rem .8rem;border-bottom:1px solid #d0d7de}code{font-size:13px}</style>
</head><body>
<h1>Simulated platforms</h1>
<p>What the simulated platforms received and truly decided. ${accepted.length} messages taken, ${refused.length} refused
by the mail server. The last ${rowsShown} are shown; <a href="/ledger">the ledger in full</a>.</p>
<table><thead><tr><th>Received</th><th>Platform</th><th>Reference</th><th>Rights holder</th><th>Answers and truth</th></tr></thead>
<tbody>
${rows}
</tbody></table></body></html>
`;
}

function row({ receivedAt, platform, reference, rightsHolder, answers }: LedgerEntry): string {
  const said = answers.map(({ kind, dueAt, state, truth }) => {
    const items = truth.map(
      ({ url, outcome, statedReason, style, effected }) =>
        `<br><code>${escape(url)}</code> ${[outcome, statedReason, style, effected ? null : 'but still there']
          .filter((word) => word !== null)
          .join(', ')}`,
    );
    return `<div>${kind}, ${state}, ${escape(dueAt)}${items.join('')}</div>`;
  });
  const cells = [receivedAt, platform, reference, rightsHolder].map((cell) => `<td>${escape(cell)}</td>`);
  return `<tr>${cells.join('')}<td>${said.join('') || 'silence'}</td></tr>`;
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
