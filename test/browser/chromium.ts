import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { chromiumArguments, chromiumPlaces } from './chromium-places.js';

/** The Chromium of this machine: CHROMIUM_PATH, or where systems install it; null where there is none. */
export const chromiumPath: string | null = chromiumPlaces().find((path) => existsSync(path)) ?? null;

/** @throws where no Chromium is installed; ask `chromiumPath` first */
export async function openChromium(): Promise<Browser> {
  if (chromiumPath === null) throw new Error('No Chromium found: install it, or set CHROMIUM_PATH.');
  return chromium.launch({ executablePath: chromiumPath, args: chromiumArguments });
}
