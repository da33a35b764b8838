import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The Chromium of this machine; null where there is none.
 * @param told where an operator says it is: then it is looked for nowhere else
 */
export const findChromium = (told?: string): string | null =>
  (told === undefined ? usualPlaces : [told]).find((path) => existsSync(path)) ?? null;

/** Asks nobody outside for updates, talks to no proxy the fence doesn't know, and opens no path past the resolver. */
const quietly = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-proxy-server',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
];

/**
 * A browser for one filing, with no profile and no memory.
 * @param resolverRules which hosts it knows; every other name or address is unknown to it, also after a redirect
 */
export async function launchChromium(path: string, resolverRules: string): Promise<Browser> {
  // Loaded here: installations that never file by form need not have it in memory.
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath: path,
    headless: true,
    args: [...quietly, `--host-resolver-rules=${resolverRules}`],
    // Chromium refuses its own sandbox to root.
    chromiumSandbox: process.getuid?.() !== 0,
  });
}
