import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { registerParties } from '../support/builders.js';
import type { Parties } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import { describeIf } from '../support/require.js';
import { chromiumPath } from './chromium.js';
import { openDesk } from './desk.js';
import type { Desk } from './desk.js';

const describeBrowser = describeIf(chromiumPath !== null, 'Chromium', 'apt-get install chromium');
const listings = (first: number, count: number): string =>
  Array.from({ length: count }, (_, at) => `https://sandbox.redress.test/item/${first + at}`).join('\n');

describeBrowser('the form of a complaint in a browser', () => {
  let desk: Desk;
  let app: TestApp;
  let page: Page;
  let parties: Parties;

  const field = (id: string): Locator => page.locator(`#${id}`);
  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
  const toCheck = async (): Promise<void> => {
    await button('Check your answers').click();
    await page.getByRole('heading', { name: 'Check your answers before sending' }).waitFor();
  };
  const sign = async (): Promise<void> => {
    for (const box of await page.getByLabel('I confirm this statement').all()) await box.check();
    await page.getByLabel('Your full name').fill('Vera Velora');
    await page.getByLabel('In which capacity').fill('managing director');
  };
  const fillIn = async (pasted: string): Promise<void> => {
    await field('platform').selectOption('sandbox');
    await page.getByRole('radio', { name: 'Trademark use' }).check();
    await field('rightsHolderId').selectOption(parties.rightsHolderId);
    await page.getByRole('checkbox', { name: /VELORA/ }).check();
    await field('listings').fill(pasted);
    await field('explanation').fill('They offer bags under our sign VELORA without a licence.');
  };
  const newForm = async (): Promise<void> => {
    await page.getByRole('link', { name: 'New complaint' }).first().click();
    await page.getByText('What you fill in is saved as you go.').waitFor();
  };
  const rules = async (approval: 'never' | 'always'): Promise<unknown> =>
    expectStatus(await app.main.http.put('/rules', { approval, approvalAbove: 0 }), 200);

  beforeAll(async () => {
    desk = await openDesk({ worker: true, secondsPerDay: 60 });
    ({ app, page } = desk);
    parties = await registerParties(app.main.http, { classes: [18] });
    await desk.signIn();
  }, 60_000);
  afterAll(async () => desk.close(), 30_000);

  it('reads listings out of pasted text, and says what the platform will refuse', async () => {
    await newForm();
    await fillIn(
      'Dear all,\nsee https://sandbox.redress.test/item/1?utm_source=mail and again https://sandbox.redress.test/item/1\n' +
        'https://www.amazon.de/dp/B0ABCDEF12\nhttps://sandbox.redress.test/\nRegards',
    );
    await field('goodsClasses').fill('9');
    await page.getByText('1 listing recognised').waitFor();
    await page.getByText('1 address was there twice and counts once').waitFor();
    await page.getByText('1 listing stands on another platform and is left out').waitFor();
    await page.getByText('1 address is no listing and is left out').waitFor();
    const finding = page.getByText('covers the Nice classes 18; the goods offered are in 9');
    await finding.waitFor();
    expect(await page.locator('.findings', { has: finding }).locator('.mark').allTextContents()).toContain(
      'The platform will probably refuse',
    );
    await field('goodsClasses').fill('18');
    await finding.waitFor({ state: 'detached' });
    expect(await desk.faults()).toEqual([]);
  }, 40_000);

  it('keeps what was filled in over a reload and in the drafts, but never a statement or a signature', async () => {
    await toCheck();
    await sign();
    await page.reload();
    await field('explanation').waitFor();
    expect(await field('explanation').inputValue()).toContain('without a licence');
    await toCheck();
    expect(await page.getByLabel('I confirm this statement').first().isChecked()).toBe(false);
    expect(await page.getByLabel('Your full name').inputValue()).toBe('');
    await desk.go('/drafts');
    await page.getByRole('link', { name: /^Go on with Sandbox platform · Trademark use/ }).click();
    await field('explanation').waitFor();
    expect(await field('listings').inputValue()).toContain('amazon.de');
  }, 30_000);

  it('writes nobody’s answers over: the later window chooses', async () => {
    const address = page.url();
    const other = await desk.context.newPage();
    await other.goto(address, { waitUntil: 'networkidle' });
    await other.locator('#explanation').fill('Written in the second window, where the others do not look.');
    await other.getByText(/^Saved to your drafts/).waitFor();
    await other.close();
    await field('explanation').fill('Written in the first window, which does not know of the second.');
    await page.getByText('This form was saved in another window or by somebody else').waitFor();
    await button('Keep mine as a new draft').click();
    await page.waitForURL((url) => url.href !== address);
    await page.getByText(/^Saved to your drafts/).waitFor();
    expect(await field('explanation').inputValue()).toContain('first window');
    await page.goto(address, { waitUntil: 'networkidle' });
    expect(await field('explanation').inputValue()).toContain('second window');
  }, 30_000);

  it('throws a form away, and brings it back', async () => {
    const address = page.url();
    await button('Start over').click();
    await page.getByText('The form was thrown away.').waitFor();
    expect(await field('explanation').inputValue()).toBe('');
    await button('Undo').click();
    await page.waitForURL(address);
    const said = await eventually('the form to be filled in again', async () => {
      const text = await field('explanation').inputValue();
      return text === '' ? null : text;
    });
    expect(said).toContain('second window');
  }, 20_000);

  it('takes evidence files, shows them, and sends them along', async () => {
    const picture = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    await page.locator('input[type=file]').setInputFiles([
      { name: 'screenshot.png', mimeType: 'application/octet-stream', buffer: picture },
      { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('bought on Monday') },
    ]);
    await page.getByRole('img', { name: 'Picture: screenshot.png' }).waitFor();
    await page.getByRole('link', { name: 'note.txt' }).waitFor();
    await button('Remove note.txt').click();
    expect(await desk.faults()).toEqual([]);
    await toCheck();
    expect(await page.getByRole('row', { name: /Evidence files/ }).textContent()).toContain('screenshot.png');
  }, 40_000);

  it('waits for a second person where the workspace asks for one', async () => {
    await rules('always');
    await page.reload();
    await field('explanation').waitFor();
    await toCheck();
    await page.getByText('A second person must approve it before it is sent').waitFor();
    await sign();
    await button('Sign and ask for approval').click();
    await page.getByText('It is sent once a second person approves it.').waitFor();
    await button('Approve').click();
    await button('Approve and send').click();
    await page.getByRole('dialog').getByText('can’t approve it').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).last().click();
    await button('Return as draft').click();
    await page.getByLabel('What has to be changed?').fill('Say which bags.');
    await page.getByRole('dialog').getByRole('button', { name: 'Return as draft' }).click();
    await page.locator('.page-head .mark', { hasText: 'Draft' }).waitFor();
    await page.getByText('Say which bags.').waitFor();
    expect(await desk.faults()).toEqual([]);
    await rules('never');
  }, 40_000);

  it('changes a complaint that was not sent, and sends it', async () => {
    await page.getByRole('link', { name: 'Change', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: /^Change RD-/ }).waitFor();
    await field('explanation').fill('They offer the bags no. 4 and 5 under our sign VELORA without a licence.');
    await page.getByText(/^Saved to your drafts/).waitFor();
    await toCheck();
    await sign();
    await button('Sign and send to Sandbox platform').click();
    await page.getByText('Delivered to the platform').waitFor();
    await page.getByText('the bags no. 4 and 5').waitFor();
    await page.getByText('Submitted by').waitFor();
  }, 40_000);

  it('asks why a listing is reported again', async () => {
    await newForm();
    await fillIn('https://sandbox.redress.test/item/1');
    await page.getByText('1 of these listings is in a complaint already').waitFor();
    await page
      .getByText(/is already under complaint in RD-/)
      .first()
      .waitFor();
    await button('Check your answers').click();
    await page
      .getByRole('alert')
      .getByRole('link', { name: /is already under complaint/ })
      .click();
    expect(await desk.focused('id')).toBe('renewedBecause');
    await field('renewedBecause').fill('The seller put the bag back with another price.');
    await toCheck();
    expect(await page.getByRole('row', { name: /reported again/ }).textContent()).toContain('another price');
  }, 30_000);

  it('keeps answers as a template, and begins from it', async () => {
    await button('Change something').click();
    await button('Save as a template').click();
    await page.getByLabel('Name of the template').fill('Bags on the sandbox');
    await button('Save the template').click();
    await page.getByText('The template “Bags on the sandbox” is saved.').waitFor();
    await newForm();
    await page.getByLabel('Start from a template').selectOption({ label: 'Bags on the sandbox' });
    await page.getByText('Filled in from “Bags on the sandbox”.').waitFor();
    expect(await field('platform').inputValue()).toBe('sandbox');
    expect(await field('listings').inputValue()).toBe('');
  }, 30_000);

  it('spreads more listings than the platform takes over drafts', async () => {
    await field('listings').fill(listings(5000, 401));
    await page.getByText('401 listings recognised').waitFor();
    await toCheck();
    await page.getByRole('heading', { name: '401 listings make 3 complaints' }).waitFor();
    expect(await desk.faults()).toEqual([]);
    await button('Save 3 drafts').click();
    await page.getByText('3 drafts are saved.').waitFor();
    await page.waitForURL(/status=draft/);
    const { data } = expectStatus(
      await app.main.http.get<{ data: { items: number }[] }>('/complaints?status=draft'),
      200,
    );
    expect(data.map(({ items }) => items).sort()).toEqual([133, 134, 134]);
  }, 40_000);

  it('talked to nobody else, and met no error but those it was shown', () => {
    expect(desk.seen.strangers).toEqual([]);
    // A save from an older version, and an approval by the person who signed.
    expect(desk.seen.errors.filter((error) => !/40[39] \(/.test(error))).toEqual([]);
  });
});
