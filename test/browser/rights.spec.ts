import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { TestApp } from '../support/app.js';
import { aRight, aRightsHolder } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import { describeIf } from '../support/require.js';
import { axeViolations } from './axe.js';
import { chromiumPath } from './chromium.js';
import { openDesk } from './desk.js';
import type { Desk } from './desk.js';

const describeBrowser = describeIf(chromiumPath !== null, 'Chromium', 'apt-get install chromium');

/** A calendar day so many days from now, as the server counts them. */
const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

interface RightRead {
  title: string;
  classes: number[];
  territories: string[];
  validTo: string | null;
  owners: { owner: string; since: string | null; recordedAs: string | null }[];
  documents: { kind: string; title: string; fileId: string | null; language: string | null }[];
}

describeBrowser('the rights register and the settings in a browser', () => {
  let desk: Desk;
  let app: TestApp;
  let page: Page;
  let rightPath = '';
  let holderPath = '';

  const rightAsKept = async (): Promise<RightRead> =>
    expectStatus(await app.main.http.get<RightRead>(`/rights/${rightPath.split('/').at(-1) ?? ''}`), 200);

  beforeAll(async () => {
    // Far west of UTC: a calendar date taken for an instant would show the day before.
    desk = await openDesk({ timezoneId: 'America/Los_Angeles' });
    ({ app, page } = desk);
    await desk.signIn();
    await desk.go('/rights');
    await page.getByRole('heading', { name: 'Enter whose rights they are first' }).waitFor();
  }, 60_000);
  afterAll(async () => desk.close(), 30_000);

  it('enters a rights holder, after saying what is wrong with it', async () => {
    await page.getByRole('button', { name: 'Add a rights holder' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a rights holder' });
    await dialog.getByLabel('E-mail').fill('ip.velora.example');
    await page.keyboard.press('Enter');
    await dialog.getByRole('heading', { name: 'There is a problem' }).waitFor();
    expect(await dialog.getByRole('alert').getByRole('link').allTextContents()).toEqual([
      'Enter the name of the rights holder',
      'Enter an e-mail address like name@example.com',
    ]);
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByRole('link', { name: 'Enter the name' }).press('Enter');
    expect(await desk.focused('id')).toBe('holder-name');
    await page.keyboard.type('Velora GmbH');
    await dialog.getByLabel('E-mail').fill('ip@velora.example');
    await dialog.getByLabel('Country').fill('de');
    await dialog.getByText('Germany').waitFor();
    await dialog.getByLabel('Sandbox platform').check();
    await dialog.getByLabel('We act as its agent').check();
    await dialog.getByRole('button', { name: 'Save the rights holder' }).click();

    await page.getByRole('heading', { name: 'Velora GmbH', level: 1 }).waitFor();
    holderPath = new URL(page.url()).pathname;
    await page.getByText('No power of attorney is valid today: nothing can be filed for Velora GmbH.').waitFor();
    expect(await page.locator('dl').first().textContent()).toContain('Germany');
  }, 30_000);

  it('enters a right with owners and documents, by the keyboard', async () => {
    await page.getByRole('button', { name: 'Add a right' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Add a right' });
    await dialog.waitFor();
    expect(await desk.focused('id')).toBe('right-title');
    await page.keyboard.type('VELORA');
    await page.keyboard.press('Tab');
    await page.keyboard.type('018123037');
    await page.keyboard.press('Tab');
    await page.keyboard.type('EUIPO');
    expect(await dialog.getByLabel('Registration', { exact: true }).inputValue()).toBe('registered');
    await dialog.getByLabel('Nice classes').fill('25, 77');
    await dialog.getByLabel('Where it is in force').fill('eu, bx');
    await dialog.getByText('European Union, Benelux (BOIP)').waitFor();
    await dialog.getByLabel('In force from').fill('2015-03-01');
    await dialog.getByLabel('In force until').fill(day(30));

    await addOwner(dialog, 1, 'Velora Holding AG', '2015-03-01');
    await addOwner(dialog, 2, 'Velora GmbH', '2019-07-01');
    await addOwner(dialog, 3, 'Entered by mistake', '');
    await dialog.getByRole('button', { name: 'Remove owner 3' }).press('Enter');
    expect(await desk.focused('id')).toBe('right-owners');

    await addFile(dialog, 'certificate.txt', 'Certificate of registration');
    await dialog.getByRole('group', { name: 'Document 1' }).getByLabel('Language').fill('de');
    await dialog.getByRole('button', { name: 'Add a document without a file' }).click();
    const second = dialog.getByRole('group', { name: 'Document 2' });
    await second.getByLabel('Kind of document').selectOption('translation');
    await second.getByLabel('Title').fill('Sworn translation');
    await second.getByLabel('Language').fill('zh');

    await dialog.getByRole('button', { name: 'Save the right' }).press('Enter');
    await dialog.getByRole('heading', { name: 'There is a problem' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByRole('link', { name: 'Classes are numbers from 1 to 45' }).press('Enter');
    expect(await desk.focused('id')).toBe('right-classes');
    await dialog.getByLabel('Nice classes').fill('25, 18');
    await page.keyboard.press('Enter');
    await page.getByText('“VELORA” was entered.').waitFor();

    await page.getByRole('table').getByRole('link', { name: 'VELORA' }).click();
    await page.getByRole('heading', { name: 'VELORA', level: 1 }).waitFor();
    rightPath = new URL(page.url()).pathname;
    expect(await rightAsKept()).toMatchObject({
      territories: ['EU', 'BX'],
      validTo: day(30),
      owners: [
        { owner: 'Velora Holding AG', since: '2015-03-01', recordedAs: null },
        { owner: 'Velora GmbH', since: '2019-07-01', recordedAs: null },
      ],
      documents: [
        { kind: 'certificate', title: 'certificate', language: 'de' },
        { kind: 'translation', title: 'Sworn translation', fileId: null, language: 'zh' },
      ],
    });
  }, 40_000);

  it('edits it, keeps what the server objected to, and shows the file that was added', async () => {
    await page.getByRole('link', { name: 'certificate.txt' }).waitFor();
    await page.getByRole('button', { name: 'Edit' }).click();
    expect(await desk.focused('textContent')).toBe('Edit the right');
    await page.getByLabel('Mark or title').fill('V'.repeat(501));
    await page.getByRole('button', { name: 'Save the right' }).click();
    await page.getByRole('link', { name: /title must be shorter/ }).press('Enter');
    expect(await desk.focused('value.length')).toBe(501);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('VELORA ORIGINAL');
    await page.getByRole('group', { name: 'Owner 2' }).getByRole('button', { name: 'Move up' }).click();
    await page.getByRole('button', { name: 'Save the right' }).click();
    await page.getByRole('heading', { name: 'VELORA ORIGINAL', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Edit' }).waitFor();
    expect(await desk.focused('textContent')).toBe('Edit');
    const kept = await rightAsKept();
    expect(kept.owners.map(({ owner }) => owner)).toEqual(['Velora GmbH', 'Velora Holding AG']);
    expect([kept.documents.length, kept.validTo, kept.territories]).toEqual([2, day(30), ['EU', 'BX']]);
  }, 30_000);

  it('records what a verification desk said, and takes it back', async () => {
    const row = page.getByRole('row').filter({ hasText: 'Taobao' });
    await row.getByRole('button', { name: /^Change the verification/ }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Status').selectOption('pending');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await row.getByText('Being verified').waitFor();
    await row.getByRole('button').click();
    await dialog.getByLabel('Status').selectOption('rejected');
    await dialog.getByLabel('Since').fill('2026-02-03');
    await dialog.getByLabel('Note').fill('The certificate is illegible.');
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await row.getByText('Rejected').waitFor();
    expect(await row.textContent()).toContain('3 Feb 2026');
    await page.getByRole('button', { name: 'Undo' }).click();
    await row.getByText('Being verified').waitFor();
    expect(await row.getByText('The certificate is illegible.').count()).toBe(0);
  }, 30_000);

  it('records a power of attorney for one right, and revokes it', async () => {
    await desk.go(holderPath);
    await page.getByRole('button', { name: 'Record a power of attorney' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Only these:' }).first().check();
    await dialog.getByRole('button', { name: 'Record' }).click();
    expect(await dialog.getByRole('alert').getByRole('link').allTextContents()).toEqual([
      'Enter who may act',
      'Tick the rights it covers, or choose all rights',
    ]);
    await dialog.getByLabel('Agent').fill('Chen & Partners LLP');
    await dialog.getByLabel('Trademark VELORA ORIGINAL, EUIPO 018123037 (18, 25)').check();
    await dialog.getByLabel('Until').fill(day(10));
    await addFile(dialog, 'power.txt', 'Signed in Berlin');
    await dialog.getByRole('link', { name: 'power.txt' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Record' }).click();
    const row = page.getByRole('row').filter({ hasText: 'Chen & Partners LLP' });
    await row.getByText('10 days left').waitFor();
    expect(await row.getByRole('link', { name: 'power.txt' }).count()).toBe(1);
    expect(await page.getByText('No power of attorney is valid today').count()).toBe(0);

    await row.getByRole('button', { name: 'Revoke the power of Chen & Partners LLP' }).press('Enter');
    await page.getByText('nothing can be filed for it until you record one').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await row.getByText('revoked', { exact: true }).waitFor();
    await page.getByText('No power of attorney is valid today').waitFor();
    expect(await desk.focused('textContent')).toBe('Powers of attorney');
    await page.getByLabel('We act as its agent').press('Space');
    await page.getByText('The rights holder files for itself').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('No power of attorney is valid today').waitFor();
  }, 40_000);

  it('tells what ended and what ends soon, and finds rights by address', async () => {
    const { id } = expectStatus(await app.main.http.post<{ id: string }>('/rights-holders', aRightsHolder()), 201);
    const ended = aRight(id, { kind: 'design', title: 'Folded clasp', classes: [], validTo: day(-12) });
    expectStatus(await app.main.http.post('/rights', ended), 201);
    await desk.go('/rights');
    const strip = page.getByRole('region', { name: 'Ends soon' });
    expect(await strip.getByRole('listitem').allTextContents()).toEqual([
      expect.stringMatching(/^Folded clasp.*ended 12 days ago/),
      expect.stringMatching(/^VELORA ORIGINAL.*30 days left/),
    ]);
    const choice = page.getByLabel('Rights holder', { exact: true });
    await choice.focus();
    await choice.selectOption({ label: 'Velora GmbH' });
    await page.waitForURL(/\?holder=/);
    expect(await desk.focused('tagName')).toBe('SELECT');
    const titles = page.getByRole('rowheader');
    await page.getByText('1 right shown').waitFor();
    expect(await titles.allTextContents()).toEqual(['VELORA ORIGINAL']);
    await page.getByRole('link', { name: 'Clear filters' }).click();
    await page.getByLabel('Search').fill('clasp');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\?q=clasp$/);
    await page.reload();
    await page.getByText('1 right shown').waitFor();
    expect(await titles.allTextContents()).toEqual(['Folded clasp']);
    await page.goBack();
    await page.getByText('2 rights shown').waitFor();
    expect(await page.getByLabel('Search').inputValue()).toBe('');
    await strip.getByRole('link', { name: 'VELORA ORIGINAL' }).press('Enter');
    await page.getByRole('heading', { name: 'VELORA ORIGINAL', level: 1 }).waitFor();
  }, 30_000);

  it('changes approval, says what changed, and takes it back', async () => {
    const rules = async (): Promise<unknown> => (await app.main.http.get('/rules')).body;
    await desk.go('/settings');
    await page.getByLabel('Never').focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    await page.getByRole('link', { name: 'Enter a whole number of items' }).press('Enter');
    await page.keyboard.type('10');
    await page.keyboard.press('Enter');
    await page.getByText('it was “never”, now it is “above 10 items”').waitFor();
    expect(await rules()).toEqual({ approval: 'above', approvalAbove: 10 });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('it was “above 10 items”, now it is “never”').waitFor();
    expect(await rules()).toEqual({ approval: 'never', approvalAbove: 0 });
    expect(await page.getByLabel('Never').isChecked()).toBe(true);
  }, 30_000);

  it('renames and deletes templates, and brings one back', async () => {
    const template = { name: 'Bags on Taobao', answers: { platform: 'taobao', explanation: 'Copied bags.' } };
    expectStatus(await app.main.http.post('/templates', template), 201);
    await desk.go('/settings');
    await page.getByRole('button', { name: 'Rename “Bags on Taobao”' }).click();
    await page.getByLabel('New name').fill('Handbags');
    await page.keyboard.press('Enter');
    await page.getByRole('rowheader', { name: 'Handbags' }).waitFor();
    await page.getByRole('button', { name: 'Delete “Handbags”' }).press('Enter');
    await page.getByText('No template yet.').waitFor();
    expect(await desk.focused('textContent')).toBe('Templates');
    await page.locator('.notice', { hasText: 'was deleted' }).getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('rowheader', { name: 'Handbags' }).waitFor();
    const { body } = await app.main.http.get<{ data: { answers: unknown }[] }>('/templates');
    expect(body.data.map(({ answers }) => answers)).toEqual([template.answers]);
  }, 30_000);

  it('has no page axe-core objects to and none that scrolls sideways, wide or narrow', async () => {
    const pages = { '/rights': 'en', [rightPath]: 'zh', [holderPath]: 'en', '/settings': 'zh' };
    const found: string[] = [];
    for (const [path, language] of Object.entries(pages)) {
      await page.evaluate(`localStorage.setItem('redress.language', '${language}')`);
      await desk.go(path);
      expect(await page.locator('html').getAttribute('lang')).toMatch(language);
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 844 });
        found.push(...(await axeViolations(page)).map((violation) => `${path} at ${width}: ${violation}`));
        expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      }
    }
    expect(found).toEqual([]);
  }, 30_000);

  it('talked to nobody else, and met no error but the one the server was asked for', () => {
    expect(desk.seen.strangers).toEqual([]);
    expect(desk.seen.errors).toEqual([expect.stringContaining('400 (Bad Request)')]);
  });
});

/** The line is drawn and has the focus as soon as it is asked for. */
async function addOwner(form: Locator, place: number, owner: string, since: string): Promise<void> {
  await form.getByRole('button', { name: 'Add an owner' }).press('Enter');
  const line = form.getByRole('group', { name: `Owner ${place}` });
  await line.getByLabel('Owner', { exact: true }).fill(owner);
  await line.getByLabel('Since').fill(since);
}

async function addFile(form: Locator, name: string, content: string): Promise<void> {
  await form
    .locator('input[type=file]')
    .last()
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
  await form.getByText(name).waitFor();
}
