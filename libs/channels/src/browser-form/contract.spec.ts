import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import type { FormRecipe, FormValues } from '#libs/domain';
import { describeIf } from '../../../../test/support/require.js';
import { channelContract } from '../../test-support/channel-contract.js';
import type { ChannelRig } from '../../test-support/channel-contract.js';
import { BrowserForm } from './browser-form.js';
import { findChromium } from './chromium.js';
import { sealForm } from './sealed-form.js';

// A browser is opened for each notice.
jest.setTimeout(30_000);

const chromium = findChromium(process.env['CHROMIUM_PATH']);
const password = 'a-password-{{of}}-the-form';

/** The smallest form there can be: a sign-in, a field, a confirmation. */
const recipe: FormRecipe = {
  start: 'http://form.test/',
  signIn: [
    { fill: { label: 'Password' }, value: '{{account.password}}' },
    { press: { button: 'Sign in' } },
    { expect: { text: 'Your notice' } },
  ],
  steps: [
    { fill: { label: 'Reference' }, value: '{{reference}}' },
    { press: { button: 'File' }, submits: true },
  ],
  submitted: { text: 'Received' },
};

const values = { platform: 'form', reference: 'RD-2026-00012', attemptId: 'a', language: 'en', evidence: [] };

const form = (action: string, label: string, button: string): string =>
  `<form method="post" action="${action}"><label>${label} <input name="value"></label><button>${button}</button></form>`;

interface Manners {
  confirmation: string;
  /** leads on after signing in */
  signsIn: boolean;
}

async function rig({ confirmation, signsIn }: Manners): Promise<ChannelRig> {
  const received: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const value = new URLSearchParams(Buffer.concat(chunks).toString()).get('value') ?? '';
      const isIn = request.url === '/in' && value === password && signsIn;
      if (request.url === '/file') received.push(value);
      const pages: Record<string, string> = {
        '/': form('/in', 'Password', 'Sign in'),
        '/in': isIn ? `<p>Your notice</p>${form('/file', 'Reference', 'File')}` : '',
        '/file': confirmation,
      };
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(pages[request.url ?? ''] ?? '');
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const simulator = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const channel = new BrowserForm({ chromium: chromium ?? '', simulator, stepMs: 15_000, confirmMs: 2000 });
  const sealed = sealForm(recipe, values as unknown as FormValues);
  const file = async (): Promise<Buffer> => Promise.reject(new Error('no files'));
  const delivery = { recipe, simulated: true, account: { user: 'vera', password }, file, ...sealed };
  return {
    deliver: async (signal) => channel.deliver(delivery, { signal }),
    leaves: null,
    received: () => received,
    secrets: [password],
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describeIf(
  chromium !== null,
  'Chromium',
  'apt-get install chromium',
)('a form in a browser', () => {
  channelContract('browser-form', {
    // A page that repeats the password must not bring it into the proof.
    working: async () => rig({ confirmation: `<p>Received, ${password}</p>`, signsIn: true }),
    uncertain: async () => rig({ confirmation: `<p>${password}</p>`, signsIn: true }),
    stuck: async () => rig({ confirmation: '', signsIn: false }),
  });
});
