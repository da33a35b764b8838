import { execFileSync } from 'node:child_process';
import type { BrowserContext, Page } from 'playwright-core';
import { projectRoot } from '#libs/settings';
import { startApp } from '../support/app.js';
import type { AppOptions, TestApp } from '../support/app.js';
import { axeViolations } from './axe.js';
import { openChromium } from './chromium.js';
import { watch } from './watch.js';
import type { Watch } from './watch.js';

/** The widths every page must be right at: a phone and a laptop. */
export const WIDTHS = [390, 1280];

export interface DeskOptions extends AppOptions {
  timezoneId?: string;
}

/** Redress with a browser before it. */
export interface Desk {
  app: TestApp;
  context: BrowserContext;
  page: Page;
  /** whom the pages talked to, and what went wrong in them */
  seen: Watch;
  go: (path: string) => Promise<void>;
  signIn: () => Promise<void>;
  /** something of the element that has the focus, e.g. `id` */
  focused: (ask: string) => Promise<unknown>;
  /** what is wrong with the page as it stands, at both widths: for axe-core, or because it scrolls sideways */
  faults: () => Promise<string[]>;
  close: () => Promise<void>;
}

export async function openDesk({ timezoneId, ...options }: DeskOptions = {}): Promise<Desk> {
  // Skips what is fresh. Its words belong to the failure, not to this process's flags.
  execFileSync(process.execPath, ['bin/build.js'], { cwd: projectRoot(), env: { ...process.env, NODE_OPTIONS: '' } });
  const [app, browser] = await Promise.all([startApp(options), openChromium()]);
  const zone = timezoneId === undefined ? {} : { timezoneId };
  // A dialog that is still fading in has too little contrast.
  const still = { locale: 'en-GB', reducedMotion: 'reduce' as const, ...zone };
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...still });
  context.setDefaultTimeout(15_000);
  const seen = watch(context, app.url);
  const page = await context.newPage();
  const go = async (path: string): Promise<void> => {
    await page.goto(`${app.url}${path}`, { waitUntil: 'networkidle' });
  };
  return {
    app,
    context,
    page,
    seen,
    go,
    signIn: async () => {
      await go('/');
      await page.getByLabel('E-mail').fill(app.administrator.email);
      await page.getByLabel('Password', { exact: true }).fill(app.administrator.password);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
    },
    focused: async (ask) => page.evaluate(`document.activeElement?.${ask}`),
    faults: async () => faultsOf(page),
    close: async () => {
      await browser.close();
      await app.close();
    },
  };
}

async function faultsOf(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const surplus = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    if (surplus > 0) found.push(`${width}: ${surplus} pixels too wide`);
    found.push(...(await axeViolations(page)).map((violation) => `${width}: ${violation}`));
  }
  return found;
}
