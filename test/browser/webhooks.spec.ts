import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { file, registerParties } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import { startReceiver } from '../support/receiver.js';
import type { Received, Receiver } from '../support/receiver.js';
import { describeIf } from '../support/require.js';
import { typeOf, verified } from '../flow/webhook-desk.js';
import { chromiumPath } from './chromium.js';
import { openDesk } from './desk.js';
import type { Desk } from './desk.js';

const describeBrowser = describeIf(chromiumPath !== null, 'Chromium', 'apt-get install chromium');

describeBrowser('webhooks and the calendar in the settings', () => {
  let desk: Desk;
  let app: TestApp;
  let page: Page;
  let receiver: Receiver;
  let secret = '';

  const received = async (count: number): Promise<Received> =>
    eventually(`message ${count} to the receiver`, () => Promise.resolve(receiver.received[count - 1] ?? null));

  beforeAll(async () => {
    receiver = await startReceiver([200, 410]);
    desk = await openDesk({ worker: true, env: { REDRESS_WEBHOOK_LOOPBACK: 'true' } });
    ({ app, page } = desk);
    await desk.signIn();
    await desk.go('/settings');
    await page.getByText('No webhook yet.').waitFor();
  }, 120_000);
  afterAll(async () => {
    await desk.close();
    await receiver.close();
  }, 30_000);

  it('adds a webhook after saying what is wrong with it, and shows its secret once', async () => {
    await page.getByRole('button', { name: 'Add a webhook' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Add a webhook' });
    await dialog.waitFor();
    expect(await desk.focused('id')).toBe('webhook-url');
    await page.keyboard.type('receiver.example');
    await page.keyboard.press('Enter');
    expect(await dialog.getByRole('alert').getByRole('link').allTextContents()).toEqual([
      'Enter an address like https://receiver.example/redress',
      'Choose at least one event',
    ]);
    expect(await desk.faults()).toEqual([]);
    await dialog.getByRole('link', { name: 'Choose at least one event' }).press('Enter');
    expect(await desk.focused('id')).toBe('webhook-events');
    await dialog.getByLabel('Address').fill('http://receiver.example/');
    await dialog.getByLabel('Complaint submitted', { exact: true }).check();
    await dialog.getByRole('button', { name: 'Save the webhook' }).click();
    await dialog.getByText('The address must begin with https://.').waitFor();
    await dialog.getByLabel('Address').fill(receiver.url);
    await dialog.getByLabel('Description').fill('Our case system');
    await dialog.getByRole('button', { name: 'Save the webhook' }).click();

    const shown = page.getByRole('dialog', { name: 'Signing secret' });
    await shown.getByText('it is not shown again').waitFor();
    expect(await desk.faults()).toEqual([]);
    secret = await shown.getByLabel('Signing secret', { exact: true }).inputValue();
    expect(secret).toMatch(/^whsec_/);
    await desk.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: app.url });
    await shown.getByRole('button', { name: 'Copy: Signing secret' }).click();
    await shown.getByText('Copied', { exact: true }).waitFor();
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(secret);
    await shown.getByRole('button', { name: 'I have copied it' }).last().click();
    await page
      .getByRole('row', { name: /Our case system/ })
      .getByText('on', { exact: true })
      .waitFor();
    expect(await page.content()).not.toContain(secret);
    expect(await desk.faults()).toEqual([]);
  }, 60_000);

  it('is tested from its page, and its log shows what was sent and answered', async () => {
    await page.getByRole('link', { name: receiver.url }).click();
    await page.getByRole('heading', { level: 1, name: receiver.url }).waitFor();
    await page.getByText('Nothing was sent yet.').waitFor();
    await page.getByRole('button', { name: 'Send a test' }).click();
    const row = page.getByRole('row', { name: /Test \(ping\)/ });
    await row.getByText('delivered').waitFor();
    await row.getByText('200').waitFor();
    await row.getByText('What is sent').click();
    await row.getByText('"type":"ping"').waitFor();
    expect(verified(secret, await received(1)).type).toBe('ping');
    expect(await desk.faults()).toEqual([]);
  }, 60_000);

  it('says why Redress switched it off, goes on after it was switched on, and sends again what was missed', async () => {
    const filed = await file(app.main.http, await registerParties(app.main.http));
    await page.getByText('Redress switched it off: the receiver answered that it is gone (410).').waitFor();
    expect(JSON.parse((await received(2)).body)).toMatchObject({ data: { reference: filed.reference } });
    expect(await desk.faults()).toEqual([]);
    expect(await page.getByRole('button', { name: 'Send a test' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: /Change the webhook/ });
    await dialog.getByRole('switch', { name: 'Switched on' }).check();
    await dialog.getByRole('button', { name: 'Save the webhook' }).click();
    await page.getByText('The webhook was changed.').waitFor();
    await page.getByRole('button', { name: /^Send again: Send “Complaint submitted”/ }).click();
    await page.getByText('The message is on its way again.').waitFor();
    expect((await received(3)).headers['webhook-id']).toBe((await received(2)).headers['webhook-id']);
    expect(typeOf(await received(3))).toBe('complaint.submitted');
    await page.getByText('Redress switched it off').waitFor();
  }, 60_000);

  it('makes a new secret and deletes the webhook, each after asking', async () => {
    await page.getByRole('button', { name: 'Make a new secret' }).click();
    await page
      .getByRole('dialog', { name: 'Make a new secret' })
      .getByRole('button', { name: 'Make a new secret' })
      .click();
    const shown = page.getByRole('dialog', { name: 'Signing secret' });
    expect(await shown.getByLabel('Signing secret', { exact: true }).inputValue()).not.toBe(secret);
    await shown.getByRole('button', { name: 'I have copied it' }).last().click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page
      .getByRole('dialog', { name: /Delete the webhook/ })
      .getByRole('button', { name: 'Delete' })
      .click();
    await page.getByText('The webhook was deleted.').waitFor();
    await page.getByText('No webhook yet.').waitFor();
    expect(expectStatus(await app.main.http.get('/webhooks'), 200)).toEqual({ data: [], nextCursor: null });
  }, 60_000);

  it('makes the address of a calendar, makes it anew, and revokes it', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    const read = async (): Promise<string> => page.locator('input[readonly]').first().inputValue();
    await page.getByRole('button', { name: 'Make an address' }).click();
    await page.getByText('Enter one of these in your calendar program now').waitFor();
    const first = await read();
    expect((await fetch(first)).headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(await page.locator('input[readonly]').last().inputValue()).toBe(`${first}?of=mine`);
    expect(await desk.faults()).toEqual([]);

    await page.getByRole('button', { name: 'Make a new address' }).click();
    const renew = page.getByRole('dialog', { name: 'Make a new address' });
    await renew.getByRole('button', { name: 'Make a new address' }).click();
    await renew.waitFor({ state: 'hidden' });
    const second = await read();
    expect([(await fetch(first)).status, (await fetch(second)).status]).toEqual([404, 200]);

    await desk.go('/settings');
    await page.getByText('It is not shown again.').waitFor();
    expect(await page.locator('input[readonly]').count()).toBe(0);
    await page.getByRole('button', { name: 'Revoke the address' }).click();
    await page.getByRole('dialog', { name: 'Revoke the address' }).getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('There is no address yet.').waitFor();
    expect((await fetch(second)).status).toBe(404);
  }, 60_000);

  it('speaks Chinese as well', async () => {
    await page.getByLabel('Language').first().selectOption('zh');
    await page.getByRole('heading', { name: '日历' }).waitFor();
    await page.getByText('还没有 Webhook。').waitFor();
    expect(await desk.faults()).toEqual([]);
  }, 30_000);

  it('talks to nobody but the product, and makes no error', () => {
    expect(desk.seen.strangers).toEqual([]);
    expect(desk.seen.errors.filter((error) => !error.includes('422'))).toEqual([]);
  });
});
