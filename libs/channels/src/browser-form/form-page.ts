import type { Locator, Page } from 'playwright-core';
import type { FormButton, FormField, PageSign } from '#libs/domain';
import { Stop, forPerson } from './finding.js';
import type { SealedStep } from './sealed-form.js';

/** A file to upload, from memory. */
export interface FormFile {
  name: string;
  mediaType: string;
  bytes: Buffer;
}

/** Where well-known services ask whether a person is there. */
const knownCaptchas = [
  'iframe[src*="captcha" i]',
  'iframe[src*="challenges.cloudflare.com"]',
  'iframe[src*="arkoselabs.com"]',
  '.geetest_panel',
].map((selector): PageSign => ({ selector }));

export const captchaSigns = (named: readonly PageSign[] = []): PageSign[] => [...named, ...knownCaptchas];

/** The page of a form: finds, enters, and sees. Every wait is bounded. */
export class FormPage {
  /** what dialogs said: they are closed at once, and their words count as the page's */
  private readonly said: string[] = [];

  constructor(
    readonly page: Page,
    private readonly stepMs: number,
  ) {
    page.setDefaultTimeout(stepMs);
    page.on('dialog', (dialog) => {
      this.said.push(dialog.message());
      void dialog.dismiss().catch(() => undefined);
    });
  }

  /** What a reader sees. */
  async text(): Promise<string> {
    return [await this.page.locator('body').innerText({ timeout: 1000 }), ...this.said].join('\n');
  }

  async shows(sign: PageSign, text: string): Promise<boolean> {
    if (sign.text !== undefined && !plain(text).includes(plain(sign.text))) return false;
    if (sign.regex !== undefined && !new RegExp(sign.regex, 'u').test(text)) return false;
    if (sign.url !== undefined && !new RegExp(sign.url, 'u').test(this.page.url())) return false;
    return (
      sign.selector === undefined || (await this.page.locator(sign.selector).filter({ visible: true }).count()) > 0
    );
  }

  async reference(where: { selector: string } | { regex: string }, text: string): Promise<string | null> {
    const found =
      'regex' in where
        ? new RegExp(where.regex, 'u').exec(text)?.[1]
        : await this.page
            .locator(where.selector)
            .first()
            .innerText()
            .catch(() => undefined);
    return found === undefined || found.trim() === '' ? null : found.trim().slice(0, 100);
  }

  /** Enters what a step says. @throws Stop where the form has no such field, or keeps another value than it was given */
  async enter(step: SealedStep, files: readonly FormFile[]): Promise<void> {
    if ('fill' in step) await this.fill(this.field(step.fill), step.value);
    if ('choose' in step) await this.choose(this.field(step.choose), step.option);
    if ('check' in step) await this.field(step.check).check();
    if ('upload' in step)
      await this.field(step.upload).setInputFiles(
        files.map(({ name, mediaType, bytes }) => ({ name, mimeType: mediaType, buffer: bytes })),
      );
  }

  button(button: FormButton): Locator {
    if ('button' in button) return this.page.getByRole('button', { name: button.button, exact: true });
    if ('link' in button) return this.page.getByRole('link', { name: button.link, exact: true });
    return this.page.locator(button.selector);
  }

  async screenshot(): Promise<Buffer> {
    const mask = [this.page.locator('input[type=password]')];
    return this.page.screenshot({ fullPage: true, type: 'png', mask, animations: 'disabled', timeout: this.stepMs });
  }

  private field(field: FormField): Locator {
    if ('label' in field) return this.page.getByLabel(field.label, { exact: true });
    return this.page.locator('name' in field ? `[name=${JSON.stringify(field.name)}]` : field.selector);
  }

  /** A form that cuts or changes a text would file another notice than the one that was checked. */
  private async fill(field: Locator, value: string): Promise<void> {
    await field.fill(value);
    const kept = await field.inputValue();
    if (unbroken(kept) !== unbroken(value))
      throw new Stop(forPerson('ER-30', `A field kept ${kept.length} of ${value.length} characters.`));
  }

  private async choose(field: Locator, option: string): Promise<void> {
    await field.waitFor();
    const words = await field.locator('option').allTextContents();
    const isKnown = words.map(plain).includes(plain(option)) || (await this.hasValue(field, option));
    if (!isKnown) throw new Stop(forPerson('ER-31', `A list of the form has no "${option}".`));
    await field.selectOption(option);
  }

  private async hasValue(field: Locator, value: string): Promise<boolean> {
    return (await field.locator(`option[value=${JSON.stringify(value)}]`).count()) > 0;
  }
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

const unbroken = (text: string): string => text.replace(/\r\n?/g, '\n');
