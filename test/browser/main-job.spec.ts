import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { TestApp } from '../support/app.js';
import { describeIf } from '../support/require.js';
import { axeViolations } from './axe.js';
import { chromiumPath } from './chromium.js';
import { openDesk } from './desk.js';
import type { Desk } from './desk.js';
import { outcomesOf, replyTo, waitingComplaint } from './letters.js';

const describeBrowser = describeIf(chromiumPath !== null, 'Chromium', 'apt-get install chromium');

describeBrowser('the main job in a browser', () => {
  let desk: Desk;
  let app: TestApp;
  let page: Page;
  /** the page of the complaint that is filed through the form */
  let complaintPath = '';

  beforeAll(async () => {
    desk = await openDesk({ worker: true, secondsPerDay: 0.6 });
    ({ app, page } = desk);
  }, 60_000);
  afterAll(async () => desk.close(), 30_000);

  it('signs in', async () => {
    await desk.signIn();
    await page.getByRole('heading', { name: 'No complaint has been filed yet' }).waitFor();
    expect(await page.title()).toBe('Dashboard · Redress');
  }, 20_000);

  it('says what an incomplete form lacks, and leads to each field', async () => {
    await page.getByRole('link', { name: 'File the first complaint' }).click();
    await page.getByRole('button', { name: 'Check your answers' }).click();
    const summary = page.getByRole('alert');
    await summary.getByRole('heading', { name: 'There is a problem' }).waitFor();
    expect(await desk.focused('className')).toBe('summary');
    expect(await summary.getByRole('link').allTextContents()).toEqual([
      'Choose the platform',
      'Choose why the listings infringe',
      'Choose or add the rights holder',
      'Choose or add at least one right',
      'Paste at least one address of a listing on this platform',
      'Explain why the listings infringe',
    ]);
    await summary.getByRole('link', { name: 'Explain why' }).click();
    expect(await desk.focused('id')).toBe('explanation');
    expect(await axeViolations(page)).toEqual([]);
  }, 20_000);

  it('files a complaint that is delivered and decided while one looks on', async () => {
    await fillIn(page);
    await page.getByRole('button', { name: 'Check your answers' }).click();
    await page.getByRole('heading', { name: 'Check your answers before sending' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    for (const box of await page.getByLabel('I confirm this statement').all()) await box.check();
    await page.getByLabel('Your full name').fill('Vera Velora');
    await page.getByLabel('In which capacity').fill('managing director');
    await page.getByRole('button', { name: 'Sign and send to Sandbox platform' }).click();

    await page.getByRole('heading', { name: /^RD-\d{4}-\d{5}$/, level: 1 }).waitFor();
    complaintPath = new URL(page.url()).pathname;
    // Nobody reloads: the page itself looks again.
    await page.getByText('Delivered to the platform').waitFor();
    await page.locator('.page-head .mark', { hasText: 'Decided' }).waitFor();
    const events = await page.locator('.timeline strong').allTextContents();
    expect(events).toEqual(
      expect.arrayContaining(['Complaint written', 'Signed and submitted', 'Delivered to the platform', 'Decided']),
    );
    expect(await page.getByText('Download what was sent').count()).toBe(1);
    expect(await page.getByText('Download the raw message').count()).toBeGreaterThan(0);
  }, 40_000);

  it('counts it on the dashboard', async () => {
    await page.getByRole('link', { name: 'Dashboard' }).click();
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Sandbox platform' }) });
    await row.waitFor();
    expect(await row.getByRole('cell').first().textContent()).toBe('3');
    // Fewer than ten items: no rate, and the note says why.
    expect(await row.getByText('Too few items').count()).toBeGreaterThan(0);
  }, 20_000);

  it('keeps filters in the address, also over a reload', async () => {
    await page.getByRole('link', { name: 'Complaints', exact: true }).click();
    await page.getByLabel('Status').selectOption('decided');
    await page.waitForURL(/\?status=decided$/);
    await page.getByRole('table').getByRole('link', { name: /^RD-/ }).waitFor();
    await page.reload();
    await page.getByRole('table').getByRole('link', { name: /^RD-/ }).waitFor();
    expect(await page.getByLabel('Status').inputValue()).toBe('decided');
    await page.getByLabel('Status').selectOption('withdrawn');
    await page.getByText('No complaint matches these filters.').waitFor();
    expect(new URL(page.url()).search).toBe('?status=withdrawn');
  }, 20_000);

  it('decides replies by the keyboard alone, listing by listing, and takes it back', async () => {
    const [first, second] = [await waitingComplaint(app, 2), await waitingComplaint(app, 1)];
    await replyTo(app, second, 'We looked at your notice and will write to you about the outcome of our review.');
    await replyTo(app, first, 'We looked at the two repositories you named and came to different results for them.');
    await desk.go('/triage');
    const open = page.locator('.pane-item');
    const current = page.locator('.pane-item[aria-current="true"]');
    await page.getByRole('heading', { name: 'What did the platform decide?' }).waitFor();
    expect(await open.count()).toBe(2);
    expect(await current.textContent()).toContain(first.reference);

    await page.keyboard.press('j');
    await page.locator('.pane-item[aria-current="true"]', { hasText: second.reference }).waitFor();
    await page.getByRole('checkbox', { checked: true }).waitFor();
    await page.keyboard.press('r');
    await page.getByText('Recorded: refused.').waitFor();
    await expect(outcomesOf(app, second, (found) => found[0] !== 'pending')).resolves.toEqual(['refused']);
    await page.keyboard.press('u');
    await page.getByText('Taken back: the reply waits again.').waitFor();
    await expect(outcomesOf(app, second, (found) => found[0] === 'pending')).resolves.toEqual(['pending']);

    await page.keyboard.press('k');
    await page.locator('.pane-item[aria-current="true"]', { hasText: first.reference }).waitFor();
    const listings = page.getByRole('group', { name: 'Listings it concerns' }).getByRole('checkbox');
    await listings.nth(1).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('e');
    await page.getByText('Recorded: removed.').waitFor();
    expect(await listings.count()).toBe(1);
    await page.keyboard.press('r');
    await expect(outcomesOf(app, first, (found) => !found.includes('pending'))).resolves.toEqual([
      'removed',
      'refused',
    ]);
  }, 40_000);

  it('takes back that a reply nobody could match is automatic', async () => {
    await replyTo(
      app,
      null,
      'Our office is closed until Monday. Yours truly, the help desk of a platform you may know.',
    );
    await desk.go('/triage?tab=unmatched');
    await page.getByRole('heading', { name: 'Which complaint does it answer?' }).waitFor();
    await page.keyboard.press('a');
    await page.getByText('Set down as automatic.').waitFor();
    await page.getByText('Every reply was matched to its complaint.').waitFor();
    await desk.go('/triage?tab=automatic');
    await page.locator('.pane-item', { hasText: 'An answer without a reference' }).click();
    await page.getByRole('button', { name: 'Move to “Unmatched”' }).click();
    await page.getByText('Moved to “Unmatched”.').waitFor();
    await desk.go('/triage?tab=unmatched');
    await page.locator('.pane-item', { hasText: 'An answer without a reference' }).waitFor();
  }, 30_000);

  it.each(['en', 'zh'])(
    'has no page axe-core objects to (%s), wide or narrow',
    async (language) => {
      await page.evaluate(`localStorage.setItem('redress.language', '${language}')`);
      const paths = [
        '/',
        '/complaints',
        '/complaints/new',
        '/drafts',
        complaintPath,
        '/triage',
        '/mailbox',
        '/platforms',
        '/platforms/sandbox',
      ];
      const found: Record<string, string[]> = {};
      for (const path of paths) {
        await desk.go(path);
        expect(await page.locator('html').getAttribute('lang')).toMatch(language);
        const faults = await desk.faults();
        if (faults.length > 0) found[path] = faults;
      }
      expect(found).toEqual({});
    },
    60_000,
  );

  it('signs out, onto a page axe-core does not object to either', async () => {
    await page.evaluate(`localStorage.setItem('redress.language', 'en')`);
    await page.setViewportSize({ width: 1280, height: 800 });
    await desk.go('/');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Password', { exact: true }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.evaluate(`document.querySelector('form').insertAdjacentHTML('beforeend', '<button></button>')`);
    expect(await axeViolations(page)).toEqual(['button-name: <button></button>']);
  }, 20_000);

  it('talked to nobody else, without an error and within the content security policy', () => {
    expect(desk.seen).toEqual({ strangers: [], errors: [] });
  });
});

/** A notice of three listings, with a rights holder and a right recorded on the way. */
async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('Platform where the listings stand').selectOption({ label: 'Sandbox platform' });
  await page.getByRole('radio', { name: 'Trademark use' }).check();

  await page.getByRole('button', { name: 'Add a rights holder' }).click();
  const holder = page.getByRole('dialog', { name: 'Add a rights holder' });
  await holder.getByLabel('Name of the person or company').fill('Velora GmbH');
  await holder.getByLabel('Postal address').fill('Hauptstr. 1, 10115 Berlin');
  await holder.getByLabel('E-mail').fill('ip@velora.example');
  await holder.getByRole('button', { name: 'Save the rights holder' }).click();
  await holder.waitFor({ state: 'hidden' });

  await page.getByRole('button', { name: 'Add a right', exact: true }).click();
  const right = page.getByRole('dialog', { name: 'Add a right' });
  await right.getByLabel('Mark or title').fill('VELORA');
  await right.getByLabel('Registration number').fill('DE 302015000001');
  await right.getByLabel('Office').fill('DPMA');
  await right.getByLabel('Nice classes').fill('18, 25');
  await right.getByRole('button', { name: 'Save the right' }).click();
  await right.waitFor({ state: 'hidden' });

  const listings = [1, 2, 3].map((number) => `https://sandbox.redress.test/item/90${number}`);
  await page.getByLabel('Addresses of the listings').fill(listings.join('\n'));
  await page.getByText('3 listings recognised').waitFor();
  await page
    .getByLabel('Explain why these listings infringe')
    .fill('They offer bags under our sign VELORA without a licence.');
}
