import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { aPicture } from '../flow/evidence-files.js';
import { filedAbout, lookingAt } from '../flow/liveness-desk.js';
import type { FiledListing } from '../flow/liveness-desk.js';
import { aListingServer, gonePage } from '../flow/listing-server.js';
import type { ListingServer } from '../flow/listing-server.js';
import { registerParties } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import { describeIf } from '../support/require.js';
import { chromiumPath } from './chromium.js';
import { openDesk } from './desk.js';
import type { Desk } from './desk.js';

const describeBrowser = describeIf(chromiumPath !== null, 'Chromium', 'apt-get install chromium');
const delivered = new Date('2026-03-01T09:00:00.000Z');

describeBrowser('the liveness of a listing in a browser', () => {
  let desk: Desk;
  let page: Page;
  let server: ListingServer;
  let filed: FiledListing;

  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
  const fact = async (name: string): Promise<string | null> =>
    page.locator('.seen-facts > div', { hasText: name }).locator('dd').textContent();

  beforeAll(async () => {
    desk = await openDesk({ timezoneId: 'UTC' });
    ({ page } = desk);
    server = await aListingServer();
    const parties = await registerParties(desk.app.main.http);
    expectStatus(await desk.app.main.http.put('/rules/observing', { observing: true }), 200);
    filed = await filedAbout(desk.app, parties, server, delivered);
    const looking = lookingAt(desk.app, delivered);
    for (const hours of [24, 24]) {
      looking.pass(hours);
      await looking.look(filed);
      server.show(gonePage);
    }
    expectStatus(await desk.app.main.http.put('/rules/observing', { observing: false }), 200);
    await desk.signIn();
  }, 60_000);
  afterAll(async () => {
    await desk.close();
    await server.close();
  }, 30_000);

  it('is told with its times and with every look', async () => {
    await desk.go(`/complaints/${filed.id}`);
    expect(await fact('Last seen up')).toBe('2 Mar 2026, 09:00');
    expect(await fact('First seen down')).toBe('not yet');
    await page.getByText('Observations', { exact: true }).click();
    await page.getByText('Counts as down once a second look').waitFor();
    const looks = page.getByRole('list', { name: '2 observations' }).getByRole('listitem');
    expect(await looks.locator('.mark').allTextContents()).toEqual(['Down', 'Up']);
    expect(await looks.first().textContent()).toContain('there is no such page · status 404');
    expect(await looks.last().textContent()).toMatch(/SHA-256 of the page: [0-9a-f]{16}…/u);
    expect(await page.getByText('Download the beginning of the page').count()).toBe(2);
    expect(await desk.faults()).toEqual([]);
  }, 40_000);

  it('is recorded by a person, with a screenshot', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await button(/Record what I saw/u).click();
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    await page.getByText('Choose what you saw').waitFor();
    expect(await desk.faults()).toEqual([]);
    await page.getByLabel('The listing is').selectOption({ label: 'Down' });
    await page.getByLabel('When did you see it?').fill('2026-03-03T12:00');
    await page.getByLabel('Note (optional)').fill('The shop says so.');
    const picture = join(desk.app.settings.REDRESS_DATA_DIR, 'seen.png');
    await writeFile(picture, aPicture);
    await page.locator('input[type=file]').setInputFiles(picture);
    await page.getByText('seen.png').waitFor();
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    await page.getByText('What you saw is recorded.').waitFor();
    expect(await fact('First seen down')).toBe('3 Mar 2026, 09:00');
    await page.getByText('Open the screenshot').waitFor();
    expect(await desk.faults()).toEqual([]);
  }, 40_000);

  it('is looked at on request, once somebody let Redress look', async () => {
    expect(await button(/Look at .* now/u).count()).toBe(0);
    await desk.go('/settings');
    await page.getByText('It does so from this machine').waitFor();
    await page.getByRole('switch', { name: 'Let Redress look at listings' }).click({ force: true });
    await page.getByText('Redress looks at listings from now on.').waitFor();
    expect(await desk.faults()).toEqual([]);
    await desk.go(`/complaints/${filed.id}`);
    await desk.app.sql('update item set looked_at = $1', [delivered]);
    await button(/Look at .* now/u).click();
    await page.getByText('A look is on its way').waitFor();
    expect(
      await desk.app.sql(`select job, payload ->> 'itemId' as item from outbox where job = 'observe-listing'`),
    ).toEqual([{ job: 'observe-listing', item: filed.itemId }]);
    expect(desk.seen).toEqual({ strangers: [], errors: [] });
  }, 40_000);
});
