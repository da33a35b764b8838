import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { file, registerParties } from '../support/builders.js';
import { describeIf } from '../support/require.js';
import { chromiumPath } from './chromium.js';
import { openDesk } from './desk.js';
import type { Desk } from './desk.js';

const describeBrowser = describeIf(chromiumPath !== null, 'Chromium', 'apt-get install chromium');

/** Where pictures of the pages go, for whoever wants to look at them. */
const pictures = process.env['REDRESS_TEST_PICTURES'];

describeBrowser('errors met while filing', () => {
  let desk: Desk;
  let page: Page;

  beforeAll(async () => {
    desk = await openDesk();
    ({ page } = desk);
    const { id } = await file(desk.app.main.http, await registerParties(desk.app.main.http), {});
    await desk.signIn();
    await desk.go(`/complaints/${id}`);
  }, 180_000);
  afterAll(async () => desk.close(), 30_000);

  const picture = async (name: string): Promise<void> => {
    if (pictures === undefined) return;
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
    }
  };

  it('are suggested from what was pasted, and recorded as suggested', async () => {
    await page.getByRole('button', { name: 'Record an error' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What the platform showed').fill('系统繁忙，请稍后再试');
    await dialog.getByText('matched: "系统繁忙"').waitFor();
    expect(await dialog.getByLabel('Which error it is').inputValue()).toBe('ER-44');
    expect(await dialog.getByLabel('Whose fault it is').inputValue()).toBe('platform');
    expect(await desk.faults()).toEqual([]);
    await picture('record-error');
    await dialog.getByRole('button', { name: 'Record it' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Not arrived; provisional').waitFor();
    await page.getByText('1 of 3 · not met').waitFor();
  }, 60_000);

  it('say what is wrong with an entry before it is sent', async () => {
    await page.getByRole('button', { name: 'Record an error' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Record it' }).click();
    await dialog.getByText('Paste or write what the platform showed.').waitFor();
    await dialog.getByText('Choose the error.').waitFor();
    await dialog.getByLabel('What the platform showed').fill('Bunte Kühe');
    await dialog.getByText('Nothing was recognised: choose below.').waitFor();
    await page.keyboard.press('Escape');
  }, 60_000);

  it('are confirmed by who saw them too', async () => {
    await page.getByRole('button', { name: 'I saw it too' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Where you met it').selectOption('mobile');
    await dialog.getByRole('button', { name: 'Record it' }).click();
    await page.getByText(/^Seen by .+ too/).waitFor();
    expect(await desk.faults()).toEqual([]);
    await picture('complaint');
  }, 60_000);

  it('stand on the dashboard and, one row an episode, on the platform’s page', async () => {
    await desk.go('/');
    await page.getByRole('link', { name: '1 error of Sandbox platform met while filing today' }).click();
    const table = page.getByRole('table', { name: 'Errors by day, way and kind, the latest first' });
    await table.waitFor();
    expect(await table.locator('tbody tr').count()).toBe(1);
    expect(await desk.faults()).toEqual([]);
    await picture('platform');
    await page.getByLabel('Side', { exact: true }).selectOption('us');
    await page.getByText('No error was met while filing with this platform.').waitFor();
  }, 60_000);
});
