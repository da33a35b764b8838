import { once } from 'node:events';
import { createServer } from 'node:http';

/** What a listing's page answers at the moment. */
export interface ListingPage {
  status: number;
  html: string;
  headers?: Record<string, string>;
}

export interface ListingServer {
  /** address of the listing */
  url: string;
  /** what all spellings of the address have in common */
  key: string;
  show: (page: ListingPage) => void;
  /** requests for the listing, by their headers */
  asked: Record<string, string | undefined>[];
  close: () => Promise<void>;
}

const sentences = Array.from({ length: 60 }, (_, at) => `Sentence ${at} tells of bags and of detail ${at * 7}.`).join(
  ' ',
);

export const thePage = (title: string, text = sentences): string =>
  `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`;

export const upPage: ListingPage = { status: 200, html: thePage('VELORA bag no. 7'), headers: { etag: '"v1"' } };
export const gonePage: ListingPage = { status: 404, html: thePage('Shop', 'Page not found') };

/** A web server of this machine with one listing on it, whose page a test changes. */
export async function aListingServer(): Promise<ListingServer> {
  let page = upPage;
  const asked: ListingServer['asked'] = [];
  const server = createServer((request, response) => {
    if (request.url === '/robots.txt') {
      response.writeHead(404).end();
      return;
    }
    asked.push({ agent: request.headers['user-agent'], etag: request.headers['if-none-match'] });
    const same = page.headers?.['etag'] !== undefined && request.headers['if-none-match'] === page.headers['etag'];
    if (same) response.writeHead(304, page.headers).end();
    else
      response.writeHead(page.status, { 'content-type': 'text/html; charset=utf-8', ...page.headers }).end(page.html);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const key = `127.0.0.1:${address.port}/item/7`;
  return {
    url: `http://${key}`,
    key,
    show: (next) => {
      page = next;
    },
    asked,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
