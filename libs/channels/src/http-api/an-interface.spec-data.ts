import http from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FormValues, HttpApiRecipe } from '#libs/domain';
import { ApiChannel } from './api-channel.js';
import type { Line } from './api-channel.js';
import type { Dialect } from './dialect.js';
import type { ExchangeSettings } from './exchange.js';
import { recipeDialect } from './recipe-dialect.js';
import { sealReport } from './report.js';

/** A request as a stub received it whole. */
export interface Received {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

export type Behave = (request: Received, response: ServerResponse) => void;

export interface Stub {
  port: number;
  /** requests that arrived whole */
  received: Received[];
  close: () => Promise<void>;
}

/** A server on this machine that does what a test says with each request that arrived whole. */
export async function stub(behave: Behave, early?: (request: IncomingMessage) => void): Promise<Stub> {
  const received: Received[] = [];
  const server = http.createServer((request, response) => {
    early?.(request);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', () => undefined);
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const one = { method, url, headers, body: Buffer.concat(chunks) };
      received.push(one);
      behave(one, response);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    received,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}

export const answer = (
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void => {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
};

/** An interface as an operator would describe it; override what a test is about. */
export const aRecipe = (over: Partial<HttpApiRecipe> = {}): HttpApiRecipe => ({
  baseUrl: 'http://api.shop.test/v1',
  auth: { kind: 'bearer' },
  request: {
    method: 'POST',
    path: '/reports',
    body: {
      reference: '{{reference}}',
      owner: { name: '{{rightsHolder.name}}', phone: '{{rightsHolder.phone}}' },
      text: '{{explanation}}',
      listings: { each: 'items', of: { url: '{{url}}', id: '{{id}}' } },
      statements: { each: 'statements', of: '{{kind}}' },
      links: { each: 'evidenceUrls', of: '{{value}}' },
    },
  },
  response: { success: [201], reference: '/report/id' },
  ...over,
});

/** A filing; override what a test is about. */
export const someValues = (over: Partial<FormValues> = {}): FormValues => ({
  reference: 'RD-2026-00012',
  attemptId: '0198f2aa-7c10-7e51-9d2f-3a1b5c7d9e0f',
  platform: 'shop',
  ground: 'trademark-use',
  language: 'en',
  day: '2026-03-02',
  subject: 'Notice of trademark infringement',
  notice: 'The notice',
  explanation: 'The sign "VELORA" — 商标 — is used without consent.',
  signature: { name: 'Eva Berger', capacity: 'Counsel' },
  contact: { name: 'Eva Berger', address: '', phone: '', email: 'eva@velora.test' },
  rightsHolder: { name: 'Velora GmbH', country: 'AT', address: '', email: '', phone: '', website: '' },
  right: aRight,
  rights: [aRight],
  items: [1, 2, 3].map((number) => ({
    url: `https://shop.test/item/${number}`,
    id: String(number),
    title: '',
    seller: '',
  })),
  urls: [1, 2, 3].map((number) => `https://shop.test/item/${number}`).join('\n'),
  statements: [{ kind: 'goodFaith', wording: 'In good faith.' }],
  evidence: [],
  evidenceUrls: ['https://evidence.test/a.png'],
  ...over,
});

const aRight = {
  kind: 'trademark' as const,
  title: 'VELORA',
  number: '1234567',
  office: 'EUIPO',
  validFrom: '',
  validTo: '',
  classes: '9',
};

export const TOKEN = 't0k3n-of-the-account';

export const aLine = (dialect: Dialect, over: Partial<Line> = {}): Line => ({
  dialect,
  secrets: { token: TOKEN },
  simulated: true,
  signal: new AbortController().signal,
  ...over,
});

/** The channel with short time-outs, and the simulated platforms on this port. */
export const aChannel = (simulatedPort: number | null, over: Partial<ExchangeSettings> = {}): ApiChannel =>
  new ApiChannel({
    simulatedPort,
    connectMs: 2000,
    answerMs: 2000,
    now: () => new Date('2026-03-02T08:30:00Z'),
    ...over,
  });

/** Files one report with a stub. */
export async function filed(
  behave: Behave,
  over: Partial<HttpApiRecipe> = {},
  settings: Partial<ExchangeSettings> = {},
) {
  const server = await stub(behave);
  try {
    const dialect = recipeDialect(aRecipe(over));
    const { raw } = sealReport(dialect, 'shop', someValues());
    const outcome = await aChannel(server.port, settings).deliver(raw, aLine(dialect), null);
    return { outcome, received: server.received };
  } finally {
    await server.close();
  }
}
