import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aPicture, addFile, sha256 } from '../flow/evidence-files.js';
import { readComplaint } from '../flow/read.js';
import type { ComplaintPage } from '../flow/read.js';
import { aListing, file, registerParties } from '../support/builders.js';
import type { Filed, Parties } from '../support/builders.js';
import { describeIf } from '../support/require.js';
import { chromiumPath } from './chromium.js';
import { openDesk } from './desk.js';
import type { Desk } from './desk.js';

const describeBrowser = describeIf(chromiumPath !== null, 'Chromium', 'apt-get install chromium');

/** Where pictures of the pages go, for whoever wants to look at them. */
const pictures = process.env['REDRESS_TEST_PICTURES'];

/** The form Taobao has for people without an account: it takes ten listings at a time. */
const SMALL_FORM = 'https://ipp.alibabagroup.com/ippContent.htm?skyWindowUrl=contact-us-sme-info';

describeBrowser('filing by hand', () => {
  let desk: Desk;
  let page: Page;
  let parties: Parties;
  let filed: Filed;

  beforeAll(async () => {
    desk = await openDesk();
    ({ page } = desk);
    const { http } = desk.app.main;
    parties = await registerParties(http);
    const evidence = [(await addFile(http, aPicture, 'shot.png')).id];
    const items = Array.from({ length: 12 }, (_, index) =>
      aListing({ url: `https://item.taobao.com/item.htm?id=6000000000${10 + index}` }),
    );
    filed = await file(http, parties, { platform: 'taobao', items, evidence });
    await desk.app.sql(
      `update attempt set channel = 'guided-form', state = 'needs-human', recipient = $2 where complaint_id = $1`,
      [filed.id, SMALL_FORM],
    );
    await desk.app.sql(`update complaint set status = 'needs-human' where id = $1`, [filed.id]);
    await desk.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await desk.signIn();
  }, 180_000);
  afterAll(async () => desk.close(), 30_000);

  const picture = async (name: string): Promise<void> => {
    if (pictures === undefined) return;
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
    }
  };
  /** What is on the clipboard once this button was pressed and said so. */
  const copiedBy = async (name: string): Promise<string> => {
    const button = page.getByRole('button', { name, exact: true });
    await button.press('Enter');
    await button.locator('xpath=following-sibling::*[@role="status"][1][text()="Copied"]').waitFor();
    return page.evaluate<string>('navigator.clipboard.readText()');
  };
  const complaint = async ({ id }: Filed): Promise<ComplaintPage> => readComplaint(desk.app.main.http, id);

  it('begins in the list of what waits for a person, and leads to the platform’s form', async () => {
    await desk.go('/by-hand');
    await page.getByRole('link', { name: `File it by hand: ${filed.reference}` }).click();
    await page.getByRole('heading', { level: 1, name: 'File by hand with Taobao' }).waitFor();
    const portal = page.getByRole('link', { name: 'Open the form of Taobao (new tab)' });
    expect([await portal.getAttribute('href'), await portal.getAttribute('target')]).toEqual([SMALL_FORM, '_blank']);
    expect(await portal.getAttribute('rel')).toContain('noopener');
    expect(await desk.faults()).toEqual([]);
    await picture('by-hand-form');
  }, 60_000);

  it('copies each field from the keyboard and says so', async () => {
    expect(await copiedBy('Copy: Mark or title')).toBe('VELORA');
    expect(await copiedBy('Copy: Kind of right')).toBe('Trade mark');
  }, 60_000);

  it('copies the listings all at once, in groups of as many as the form takes, and one by one', async () => {
    const urls = (await complaint(filed)).items.map(({ url }) => url);
    await page.getByText('The form takes 10 listings at a time: file it 2 times, once for each group.').waitFor();
    expect(await copiedBy('Copy all addresses: Addresses of the listings')).toBe(urls.join('\n'));
    expect(await copiedBy('Copy this group: Group 2 of 2')).toBe(urls.slice(10).join('\n'));
    await page.getByText('Copy them one by one').nth(1).click();
    expect(await copiedBy(`Copy: ${urls[11] ?? ''}`)).toBe(urls[11]);
    expect(await desk.faults()).toEqual([]);
  }, 60_000);

  it('selects the text where the browser lets no page copy', async () => {
    await page.evaluate(`Object.defineProperty(navigator, 'clipboard', { value: undefined })`);
    await page.getByRole('button', { name: 'Copy: Signed by' }).click();
    await page.getByText('Selected: copy it with Ctrl+C or ⌘C').waitFor();
    expect(await page.evaluate<string>('getSelection().toString().trim()')).toBe('Vera Velora');
  }, 60_000);

  it('remembers what was ticked off while the tab is open', async () => {
    await page.getByRole('checkbox', { name: 'Done: Rights holder', exact: true }).check();
    await page.getByText(/^1 of \d+ fields done$/).waitFor();
    await page.reload({ waitUntil: 'networkidle' });
    await page.getByText(/^1 of \d+ fields done$/).waitFor();
    expect(await page.getByRole('checkbox', { name: 'Done: Rights holder', exact: true }).isChecked()).toBe(true);
  }, 60_000);

  it('hands everything out as one file, which the complaint shows as evidence', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download everything as one file (ZIP)' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${filed.reference}.zip`);
    await download.path();
    await desk.go(`/complaints/${filed.id}`);
    await page.getByRole('link', { name: 'Download the pack made for filing by hand' }).waitFor();
    await page.getByText(/^SHA-256 [0-9a-f]{64}$/).waitFor();
    await page.getByText('Times in UTC, and every try that failed').click();
    await page.getByText(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/).waitFor();
    expect(await desk.faults()).toEqual([]);
    await picture('attempts');
  }, 60_000);

  it('shows on the complaint what was seen while Redress filed', async () => {
    const { app } = desk;
    await app.sql(
      `with kept as (insert into document (workspace_id, id, sha256, media_type, size, bytes, created_at)
         values ($1, gen_random_uuid(), $2, 'image/png', $3, $4, now()) returning id)
       update attempt set exhibit_ids = array[(select id from kept)] where complaint_id = $5`,
      [app.main.id, sha256(aPicture), aPicture.length, aPicture, filed.id],
    );
    await page.reload({ waitUntil: 'networkidle' });
    await page.getByText('What was seen: 1 exhibit').click();
    const seen = page.getByRole('img', { name: 'Picture 1 of 1 of the platform’s page during the filing' });
    await seen.scrollIntoViewIfNeeded();
    const width = `document.querySelector('.exhibit img').decode().then(() => document.querySelector('.exhibit img').naturalWidth)`;
    expect(await page.evaluate<number>(width)).toBe(1);
    expect(await desk.faults()).toEqual([]);
    await picture('exhibits');
  }, 60_000);

  it('ends accepted in two clicks', async () => {
    await page.getByRole('link', { name: 'File it by hand' }).click();
    await page.getByRole('button', { name: 'It was accepted' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Case number the platform gave (optional)').fill('TB-2026-1');
    expect(await desk.faults()).toEqual([]);
    await picture('by-hand-accepted');
    await dialog.getByRole('button', { name: 'Record it' }).click();
    await page.getByRole('heading', { level: 1, name: filed.reference }).waitFor();
    expect(await complaint(filed)).toMatchObject({ status: 'filed', caseNumber: 'TB-2026-1' });
    await desk.go(`/complaints/${filed.id}/by-hand`);
    await page.getByText('Nothing of this complaint waits to be filed by hand any more.').waitFor();
  }, 60_000);

  it('ends not filed, with the error that what was shown stands for', async () => {
    const url = 'https://velora.en.made-in-china.com/product/1aBcDeFgHiJk/China-Bag.html';
    const other = await file(desk.app.main.http, parties, { platform: 'made-in-china', items: [aListing({ url })] });
    await desk.go(`/complaints/${other.id}/by-hand`);
    await page.getByRole('button', { name: 'It could not be filed' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What the platform showed').fill('系统繁忙，请稍后再试');
    await dialog.getByText('matched: "系统繁忙"').waitFor();
    await dialog.getByLabel('Where you met it').selectOption('home');
    expect(await desk.faults()).toEqual([]);
    await dialog.getByRole('button', { name: 'Record it' }).click();
    await page.getByRole('heading', { level: 1, name: other.reference }).waitFor();
    const read = await complaint(other);
    expect([read.status, read.attempts.map(({ state, code }) => [state, code])]).toEqual([
      'prevented',
      [['prevented', 'ER-44']],
    ]);
    expect(read.filingErrors).toMatchObject([{ code: 'ER-44', attribution: 'platform', network: 'home' }]);
    await picture('not-filed');
  }, 60_000);

  it('is there in Chinese', async () => {
    const url = 'https://velora.en.made-in-china.com/product/2aBcDeFgHiJk/China-Bag.html';
    const third = await file(desk.app.main.http, parties, { platform: 'made-in-china', items: [aListing({ url })] });
    await page.evaluate(`localStorage.setItem('redress.language', 'zh')`);
    await desk.go(`/complaints/${third.id}/by-hand`);
    await page.getByRole('button', { name: '复制：权利人', exact: true }).waitFor();
    expect(await desk.faults()).toEqual([]);
    await picture('by-hand-form-zh');
  }, 60_000);
});
