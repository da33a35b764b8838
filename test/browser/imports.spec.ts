import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { aRight, aRightsHolder } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import { describeIf } from '../support/require.js';
import { chromiumPath } from './chromium.js';
import { openDesk } from './desk.js';
import type { Desk } from './desk.js';

const describeBrowser = describeIf(chromiumPath !== null, 'Chromium', 'apt-get install chromium');

/** Headings nobody would guess, a column that is not read, and an owner the register knows. */
const HEADINGS = 'Vorgang Nr.;Wo es steht;Für wen;Zeichen;Warum;Fundstelle;Notiz';
const listing = (item: string, given: { ground?: string; case?: string; note?: string } = {}): string =>
  [
    given.case ?? 'R-1',
    'Sandbox platform',
    'Velora GmbH',
    'DE 307',
    given.ground ?? 'Fälschung',
    `https://sandbox.redress.test/item/${item}`,
    given.note ?? 'intern',
  ].join(';');

describeBrowser('importing a file of listings in a browser', () => {
  let desk: Desk;
  let app: TestApp;
  let page: Page;

  const heading = (name: string | RegExp): Locator => page.getByRole('heading', { name });
  /** What the rows of the file add up to, as soon as it is as expected. */
  const sum = async (expected: string): Promise<string> =>
    eventually(`the sum ${expected}`, async () => {
      const shown = (await page.locator('.import-sum').innerText()).replace(/\s+/g, ' ');
      return shown === expected ? shown : null;
    });

  const upload = async (name: string, content: string): Promise<void> => {
    await page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
  };

  const drafts = async (): Promise<number> => {
    const { data } = expectStatus(await app.main.http.get<{ data: unknown[] }>('/complaints?status=draft'), 200);
    return data.length;
  };

  beforeAll(async () => {
    desk = await openDesk({ worker: true });
    ({ app, page } = desk);
    const owner = aRightsHolder({ name: 'Velora GmbH' });
    const { id } = expectStatus(await app.main.http.post<{ id: string }>('/rights-holders', owner), 201);
    expectStatus(await app.main.http.post('/rights', aRight(id, { number: 'DE 307' })), 201);
    await desk.signIn();
    await desk.go('/imports');
    await heading('Import a file').waitFor();
  }, 60_000);
  afterAll(async () => desk.close(), 30_000);

  it('says what a file must hold, with an example file that it accepts itself', async () => {
    const columns = page.getByRole('table', { name: 'The twelve columns' }).getByRole('rowheader');
    await columns.first().waitFor();
    expect(await columns.count()).toBe(12);
    expect(await desk.faults()).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download an example file' }).click(),
    ]);
    const example = readFileSync(await download.path(), 'utf8');
    await page.getByLabel('Enter rights holders and rights').check();
    await upload('example.csv', example);
    await heading('What the dry run found').waitFor();
    await sum('1 row = 1 accepted + 0 rejected + 0 duplicates');
    await page.getByRole('button', { name: 'Throw away' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Throw away' }).click();
    await heading('This import was thrown away').waitFor();
    expect(await desk.faults()).toEqual([]);
  }, 20_000);

  it('asks where the columns are, and says which are still open', async () => {
    await desk.go('/imports');
    const rows = [
      listing('1001'),
      listing('1002', { note: 'teuer' }),
      listing('1002', { case: 'R-2' }),
      listing('1003', { ground: 'Piraterie' }),
      listing('1004', { ground: '' }),
      listing('1005', { case: 'R-3' }),
    ];
    await upload('liste.csv', [HEADINGS, ...rows].join('\r\n'));
    await heading('Which column is which?').waitFor();
    expect(await desk.faults()).toEqual([]);
    await page.getByRole('button', { name: 'Read the file with these columns' }).click();
    const summary = page.getByRole('alert');
    await summary.getByRole('heading', { name: 'There is a problem' }).waitFor();
    expect(await desk.focused('className')).toBe('summary');
    expect(await summary.getByRole('link').count()).toBe(4);
    await summary.getByRole('link', { name: /^Ground:/ }).click();
    expect(await desk.focused('id')).toBe('source-ground');
    expect(await desk.faults()).toEqual([]);
  }, 20_000);

  it('reads the file as it was told: a dry run whose rows add up', async () => {
    await page.getByLabel('Platform: read from').selectOption('The same for every row');
    await page.getByLabel('Platform: the same for every row').selectOption('Sandbox platform');
    await page.getByLabel('Reference: read from').selectOption('Vorgang Nr.');
    await page.getByLabel('Rights holder: read from').selectOption('Für wen');
    await page.getByLabel('Right: read from').selectOption('Zeichen');
    await page.getByLabel('Ground: read from').selectOption('Warum');
    await page.getByLabel('Address of the listing: read from').selectOption('Fundstelle');
    await page.getByRole('button', { name: 'Read the file with these columns' }).click();
    await heading('What the dry run found').waitFor();
    await sum('6 rows = 3 accepted + 2 rejected + 1 duplicate');
    await page.getByText('1 × Ground: no known ground').waitFor();
    expect(await desk.faults()).toEqual([]);

    await page.getByRole('link', { name: 'Duplicates 1' }).click();
    await page.waitForURL(/tab=duplicate/);
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '4' }) });
    await row.waitFor();
    await row.getByRole('cell', { name: 'line 3' }).waitFor();
    expect(await row.getByRole('cell').allInnerTexts()).not.toContain('intern');
    await page.getByLabel('Show the 2 columns that are not read as well').check();
    await row.getByRole('cell', { name: 'intern' }).waitFor();
    expect(await desk.faults()).toEqual([]);
    await page.reload();
    await row.getByRole('cell', { name: 'intern' }).waitFor();
  }, 25_000);

  it('shows the first values of each heading when the columns are opened again', async () => {
    await page.getByRole('link', { name: '1. Columns' }).click();
    await page.locator('.import-map').getByText('https://sandbox.redress.test/item/1001').waitFor();
    expect(await page.getByLabel('Ground: read from').locator('option:checked').innerText()).toBe('Warum');
    expect(await desk.faults()).toEqual([]);
  }, 15_000);

  it('leads from one rejected row to the next by the keyboard, checking each at once', async () => {
    await page.getByRole('link', { name: '3. Check and correct' }).click();
    await page.getByRole('button', { name: 'Correct line 5' }).focus();
    await page.keyboard.press('Enter');
    const form = page.getByRole('form', { name: 'Correct line 5' });
    await form.getByLabel('Ground').waitFor();
    expect(await desk.focused('value')).toBe('Piraterie');
    expect(await desk.faults()).toEqual([]);

    await form.getByLabel('Right', { exact: true }).fill('DE 999');
    await form.getByLabel('Ground').selectOption('Counterfeit');
    await form.getByLabel('Right', { exact: true }).focus();
    await page.keyboard.press('Enter');
    await form.getByRole('heading', { name: 'There is a problem' }).waitFor();
    expect(await desk.focused('className')).toBe('summary');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await desk.focused('value')).toBe('DE 999');
    expect(await desk.faults()).toEqual([]);

    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('DE 307');
    await page.keyboard.press('Enter');
    await page.getByText('Line 5 is accepted now.').waitFor();
    await page.getByRole('form', { name: 'Correct line 6' }).waitFor();
    expect(await desk.focused('labels[0].innerText')).toBe('Ground');
    await sum('6 rows = 4 accepted + 1 rejected + 1 duplicate');
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    expect(await desk.focused('getAttribute("aria-label")')).toBe('Correct line 6');
  }, 25_000);

  it('hands out the rejected rows as a file of the same kind, with what is wrong', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download the rejected rows' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('liste.rejected.csv');
    const [headings, row, rest] = readFileSync(await download.path(), 'utf8').split('\r\n');
    expect(headings).toMatch(/Notiz,error$/);
    expect(row).toContain('ground: missing:');
    expect(rest).toBe('');
  }, 15_000);

  it('says what will happen, makes the drafts, and takes them back', async () => {
    await page.getByRole('link', { name: 'Go on with 4 accepted rows' }).click();
    await page.getByText('Left out: 1 rejected, 1 duplicate.').waitFor();
    expect(await desk.faults()).toEqual([]);
    await page.getByRole('button', { name: 'Make drafts of 4 rows' }).click();
    // R-1 with three listings, and R-3
    await heading('2 drafts were made').waitFor();
    expect(await desk.faults()).toEqual([]);
    await expect(drafts()).resolves.toBe(2);

    await page.getByRole('link', { name: 'See the drafts' }).click();
    await page.getByText('Only complaints made by the import of').waitFor();
    await page.getByRole('table').getByRole('link', { name: /^RD-/ }).first().waitFor();
    expect(await page.getByRole('table').getByRole('link', { name: /^RD-/ }).count()).toBe(2);
    expect(await desk.faults()).toEqual([]);

    await page.goBack();
    await page.getByRole('button', { name: 'Undo the import' }).click();
    await page.getByRole('dialog').getByText('The 2 drafts it made are withdrawn.').waitFor();
    expect(await desk.faults()).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click();
    await heading('This import was undone').waitFor();
    expect(await desk.faults()).toEqual([]);
    await expect(drafts()).resolves.toBe(0);
  }, 30_000);

  it('keeps a quotation mark that is not closed to its own line, and puts the line right', async () => {
    await desk.go('/imports');
    const unclosed = listing('2002', { case: 'R-8' }).replace('https:', '"https:');
    await upload('noch-eine.csv', [HEADINGS, listing('2001'), unclosed, listing('2003')].join('\n'));
    // The headings are known by now: nobody is asked again.
    await heading('What the dry run found').waitFor();
    await sum('3 rows = 2 accepted + 1 rejected + 0 duplicates');
    await page.getByRole('button', { name: 'Correct line 3' }).click();
    const form = page.getByRole('form', { name: 'Correct line 3' });
    await form.getByText('cut at every “;”').waitFor();
    expect(await form.getByLabel('Address of the listing').inputValue()).toBe('https://sandbox.redress.test/item/2002');
    expect(await desk.faults()).toEqual([]);
    await form.getByRole('button', { name: 'Save and check' }).click();
    await page.getByText('No rejected row is left.').waitFor();
    await sum('3 rows = 3 accepted + 0 rejected + 0 duplicates');
    expect(await desk.focused('id')).toBe('import-go-on');
  }, 20_000);

  it('says of a file that is no table what to do, and takes another', async () => {
    await desk.go('/imports');
    await upload('liste.csv', '%PDF-1.7 no table');
    await heading('The file could not be read').waitFor();
    await page.getByText('is a PDF document: save the table as .xlsx or CSV and import that.').waitFor();
    expect(await desk.faults()).toEqual([]);
    await upload('liste.csv', `${HEADINGS}\n${listing('3001')}\n`);
    await heading('What the dry run found').waitFor();
  }, 20_000);

  it('is as sound in Chinese, on the list and on an import', async () => {
    const path = new URL(page.url()).pathname;
    await page.evaluate(`localStorage.setItem('redress.language', 'zh')`);
    await desk.go('/imports');
    const files = page.getByRole('table', { name: '导入记录，最新在前' }).getByRole('rowheader');
    await files.first().waitFor();
    expect(await files.count()).toBe(5);
    expect(await desk.faults()).toEqual([]);
    await desk.go(path);
    await page.getByRole('heading', { name: '预检结果' }).waitFor();
    expect(await desk.faults()).toEqual([]);
  }, 20_000);

  it('talked to nobody else, without an error and within the content security policy', () => {
    expect(desk.seen).toEqual({ strangers: [], errors: [] });
  });
});
