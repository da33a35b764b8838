#!/usr/bin/env node
// npm run pictures: takes the pictures of the README from a running Redress with its demo workspace.
//   node test/browser/pictures.js [address] [password]      or REDRESS_URL, REDRESS_BOOTSTRAP_EMAIL and REDRESS_BOOTSTRAP_PASSWORD
import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chromiumArguments, chromiumPlaces } from './chromium-places.js';

const [
  address = process.env.REDRESS_URL ?? 'http://127.0.0.1:3000',
  password = process.env.REDRESS_BOOTSTRAP_PASSWORD,
] = process.argv.slice(2);
const email = process.env.REDRESS_BOOTSTRAP_EMAIL ?? 'admin@redress.localhost';
const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));

/** Ends the process with a word for the person at the terminal. @param {string} words @returns {never} */
function stop(words) {
  process.stderr.write(`${words}\n`);
  process.exit(1);
}

const executablePath =
  chromiumPlaces().find((path) => existsSync(path)) ?? stop('Install Chromium, or set CHROMIUM_PATH.');
if (password === undefined) stop('Give the password: node test/browser/pictures.js http://127.0.0.1:3000 <password>');

const browser = await chromium.launch({ executablePath, args: chromiumArguments });
try {
  const viewport = { width: 1280, height: 800 };
  const context = await browser.newContext({ viewport, deviceScaleFactor: 1, locale: 'en-GB', colorScheme: 'light' });
  const page = await context.newPage();
  await signIn(page);
  await enterDemo(page);
  mkdirSync(folder, { recursive: true });
  await take(page, '/', 'dashboard.png');
  await take(page, `/complaints/${await complaintToShow(page)}`, 'complaint.png');
} finally {
  await browser.close();
}

/** @param {import('playwright-core').Page} page */
async function signIn(page) {
  await page.goto(address);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password ?? '');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Dashboard' }).waitFor();
}

/** @param {import('playwright-core').Page} page */
async function enterDemo(page) {
  const demo = page.getByLabel('Workspace').locator('option', { hasText: 'simulated' });
  await page.getByLabel('Workspace').selectOption(await demo.first().getAttribute('value'));
  await page.getByText('Simulated data').waitFor();
}

/** The latest decided complaint whose listings fared differently. @param {import('playwright-core').Page} page */
async function complaintToShow(page) {
  const answer = await page.request.get(`${address}/api/v1/complaints?status=decided&limit=100`);
  /** @type {{ data: { id: string, outcomes: Record<string, number> }[] }} */
  const { data } = await answer.json();
  const mixed = data.find(({ outcomes }) => (outcomes.refused ?? 0) > 0 && (outcomes.removed ?? 0) > 0) ?? data[0];
  return mixed?.id ?? stop('The demo workspace holds no decided complaint.');
}

/** @param {import('playwright-core').Page} page @param {string} path @param {string} name */
async function take(page, path, name) {
  await page.goto(`${address}${path}`, { waitUntil: 'networkidle' });
  await page.screenshot({ path: `${folder}${name}` });
  process.stdout.write(`docs/pictures/${name}\n`);
}
