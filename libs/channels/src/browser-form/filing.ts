import { setTimeout as pause } from 'node:timers/promises';
import type { Request } from 'playwright-core';
import { hostsOfForm } from '#libs/domain';
import type { FormRecipe } from '#libs/domain';
import { Stop, clipped, forPerson, knownError, toTryAgain, unknownPage } from './finding.js';
import type { Finding } from './finding.js';
import { captchaSigns } from './form-page.js';
import type { FormFile, FormPage } from './form-page.js';
import { signInSteps } from './sealed-form.js';
import type { FormAccount, SealedForm, SealedStep } from './sealed-form.js';
import { stepInWords } from './trail.js';
import type { Trail } from './trail.js';

export interface FilingParts {
  recipe: FormRecipe;
  form: SealedForm;
  account: FormAccount | null;
  files: readonly FormFile[];
  page: FormPage;
  trail: Trail;
  /** most milliseconds one step may take */
  stepMs: number;
  /** most milliseconds the confirmation may take */
  confirmMs: number;
}

const LOOK_EVERY_MS = 100;

/** One walk through a form, to its confirmation or to the first thing that the recipe doesn't expect. */
export class Filing {
  /** from the moment the submitting press may have been made */
  isSubmitted = false;
  before: Buffer | null = null;
  private phase: 'arriving' | 'signing-in' | 'filling' = 'arriving';
  /** status of the last answer, and of the page that is shown */
  private answered: number | undefined;
  private status: number | undefined;
  private broken: Finding | null = null;

  constructor(private readonly parts: FilingParts) {
    const { page, recipe } = parts;
    const hosts = hostsOfForm(recipe);
    const isOurs = (request: Request): boolean =>
      request.isNavigationRequest() && request.frame() === page.page.mainFrame();
    page.page.on('response', (response) => {
      if (isOurs(response.request())) this.answered = response.status();
    });
    // Until then the page before it is still the one that is read.
    page.page.on('framenavigated', (frame) => {
      if (frame === page.page.mainFrame()) this.status = this.answered;
    });
    page.page.on('requestfailed', (request) => {
      if (isOurs(request)) this.broken ??= brokenNavigation(request, hosts);
    });
  }

  /** @throws Stop at whatever is not as described */
  async run(): Promise<{ reference: string | null; confirmation: string }> {
    const { recipe, form, account, trail } = this.parts;
    await this.step({ goto: form.start });
    if (recipe.signIn !== undefined && account !== null) {
      this.phase = 'signing-in';
      trail.isSecret = true;
      for (const step of signInSteps(recipe.signIn, account)) await this.step(step);
      trail.isSecret = false;
    }
    this.phase = 'filling';
    for (const step of form.steps) await this.step(step);
    return this.confirmed();
  }

  private async step(step: SealedStep): Promise<void> {
    const { trail } = this.parts;
    const since = new Date();
    try {
      await this.carryOut(step);
      trail.step(stepInWords(step), since, 'done');
    } catch (problem) {
      const stop = await this.asStop(problem, step);
      trail.step(
        stepInWords(step),
        since,
        stop instanceof Stop ? `${stop.finding.code} ${stop.message}` : 'broken off',
      );
      throw stop;
    }
  }

  private async carryOut(step: SealedStep): Promise<void> {
    const { page, files, form, stepMs } = this.parts;
    if ('goto' in step) {
      await page.page.goto(new URL(step.goto, form.start).href, { waitUntil: 'domcontentloaded', timeout: stepMs });
      await this.look(await page.text());
    } else if ('expect' in step) await this.until(async (text) => page.shows(step.expect, text), stepMs);
    else if ('press' in step && step.submits === true) await this.submit(step);
    else if ('press' in step) await page.button(step.press).click();
    else await page.enter(step, files);
  }

  /** Everything that can be known beforehand is made sure of before the press that can't be taken back. */
  private async submit(step: Extract<SealedStep, { press: unknown }>): Promise<void> {
    const { page } = this.parts;
    await this.look(await page.text());
    const button = page.button(step.press);
    await button.click({ trial: true });
    // A page that never stops loading its fonts has no picture, and is filed all the same.
    this.before = await page.screenshot().catch(() => null);
    this.isSubmitted = true;
    await button.click();
  }

  private async confirmed(): Promise<{ reference: string | null; confirmation: string }> {
    const { page, recipe, confirmMs } = this.parts;
    const text = await this.until(async (words) => page.shows(recipe.submitted, words), confirmMs);
    const reference = recipe.reference === undefined ? null : await page.reference(recipe.reference, text);
    return { reference, confirmation: clipped(text) };
  }

  /** @returns the text of the page that is as expected */
  private async until(isExpected: (text: string) => Promise<boolean>, ms: number): Promise<string> {
    const { page } = this.parts;
    const end = Date.now() + ms;
    for (;;) {
      const { status = 200 } = this;
      const text = await this.seen();
      if (text !== null) {
        await this.look(text);
        if (await isExpected(text)) return text;
        if (status >= 400 || Date.now() > end) throw new Stop(await this.unexpected(text, status));
      } else if (Date.now() > end) throw new Stop(toTryAgain('ER-41', 'The page did not load in time.'));
      if (page.page.isClosed()) throw new Error('The page was closed.');
      await pause(LOOK_EVERY_MS);
    }
  }

  /** The page's text; null while one page makes way for the next. */
  private async seen(): Promise<string | null> {
    if (this.broken !== null) throw new Stop(this.broken);
    const { page } = this.parts;
    await page.page.waitForLoadState('domcontentloaded').catch(() => undefined);
    return page.text().catch(() => null);
  }

  /** @throws Stop at a captcha, a demand to sign in, or an error the recipe knows */
  private async look(text: string): Promise<void> {
    const { page, recipe } = this.parts;
    if (await this.anyOf(captchaSigns(recipe.captcha), text)) throw new Stop(forPerson('ER-21', clipped(text)));
    for (const error of recipe.errors ?? [])
      if (await page.shows(error.sign, text)) throw new Stop(knownError(error, `The page shows: ${clipped(text)}`));
    const isAsked = this.phase === 'filling' || recipe.signIn === undefined;
    if (isAsked && (await this.anyOf(recipe.login ?? [], text))) throw new Stop(this.demandToSignIn(text));
  }

  private demandToSignIn(text: string): Finding {
    return this.parts.recipe.signIn === undefined
      ? forPerson('ER-12', `The form asks for an account: ${clipped(text)}`)
      : toTryAgain('ER-45', `The form asks again who is there: ${clipped(text)}`);
  }

  private async anyOf(signs: FormRecipe['captcha'] & object, text: string): Promise<boolean> {
    for (const sign of signs) if (await this.parts.page.shows(sign, text)) return true;
    return false;
  }

  private async unexpected(text: string, status: number): Promise<Finding> {
    const { recipe, form } = this.parts;
    if (this.phase === 'signing-in' && (await this.anyOf(recipe.login ?? [], text)))
      return forPerson('ER-12', `The page shows: ${clipped(text)}`);
    return unknownPage({ status, text, language: form.language });
  }

  /** What an error of the browser stands for. One that ended the page itself is left as it is. */
  private async asStop(problem: unknown, step: SealedStep): Promise<unknown> {
    const { page } = this.parts;
    if (problem instanceof Stop || page.page.isClosed()) return problem;
    if (this.broken !== null) return new Stop(this.broken);
    const words = problem instanceof Error ? (problem.message.split('\n', 1)[0] ?? '') : String(problem);
    if ('goto' in step) return new Stop(toTryAgain(/Timeout/.test(words) ? 'ER-41' : 'ER-42', words));
    const text = await page.text().catch(() => '');
    try {
      await this.look(text);
    } catch (stop) {
      return stop;
    }
    return new Stop(forPerson('ER-71', `"${stepInWords(step)}" can't be done. The page shows: ${clipped(text)}`));
  }
}

/** A navigation without an answer. One that another took the place of is none. */
function brokenNavigation(request: Request, hosts: readonly string[]): Finding | null {
  const failure = request.failure()?.errorText ?? '';
  if (failure.includes('ERR_ABORTED')) return null;
  const { hostname } = new URL(request.url());
  if (!hosts.includes(hostname))
    return forPerson('ER-71', `The form leads to ${hostname}, a host its recipe doesn't name.`);
  return toTryAgain(failure.includes('TIMED_OUT') ? 'ER-41' : 'ER-42', failure);
}
