import type { Browser, BrowserContext } from 'playwright-core';
import { hostsOfForm } from '#libs/domain';
import type { DeliveryOutcome, DeliveryProof, FormRecipe } from '#libs/domain';
import { sha256Hex } from '../sha256.js';
import { HostRefused, HostUnknown, resolverRules } from './addresses.js';
import type { Lookup } from './addresses.js';
import { launchChromium } from './chromium.js';
import { Filing } from './filing.js';
import type { FilingParts } from './filing.js';
import { Stop, forPerson, outcomeOf, toTryAgain } from './finding.js';
import type { Finding } from './finding.js';
import { FormPage } from './form-page.js';
import type { FormFile } from './form-page.js';
import { readSealedForm } from './sealed-form.js';
import type { FormAccount, SealedForm } from './sealed-form.js';
import { Slots } from './slots.js';
import { Trail } from './trail.js';

export interface BrowserFormOptions {
  /** path of the Chromium */
  chromium: string;
  /** `address:port` where simulated platforms answer, and nothing else; null = they are refused */
  simulator: string | null;
  /** most milliseconds one step may take; default 30 s */
  stepMs?: number;
  /** most milliseconds the confirmation may take; default 60 s */
  confirmMs?: number;
  /** browsers open at the same time, about 200 MiB each; default 2 */
  atOnce?: number;
  /** asks for a host's addresses; for tests */
  lookup?: Lookup;
}

/** A notice on its way into a form. */
export interface FormDelivery {
  recipe: FormRecipe;
  /** whether the platform is one of the built-in ones: only they may live on this machine */
  simulated: boolean;
  /** bytes of `sealForm` */
  raw: Buffer;
  /** SHA-256 (hex) of `raw` */
  sha256: string;
  account: FormAccount | null;
  /** an evidence file by its SHA-256 (hex) */
  file: (sha256: string) => Promise<Buffer>;
}

/** What was seen while a form was filled in: screenshots, and the trail of steps and requests. */
export interface FormExhibit {
  name: string;
  mediaType: string;
  bytes: Buffer;
}

export type FormOutcome = DeliveryOutcome & { exhibits: readonly FormExhibit[] };

const NAME = 'browser-form';
const NO_ACCOUNT = 'The form asks for an account, and none is on record: add it, or file the notice yourself.';
const cancelled = { ...toTryAgain('ER-90', 'The filing was cancelled.'), attribution: 'us' as const };

/**
 * Files notices on platforms' web forms with a browser of its own for each. It does what the recipe says, and stops at
 * whatever else it meets: nothing is solved, bypassed or guessed. Tries once; never rejects for what a page did.
 */
export class BrowserForm {
  readonly name = NAME;
  private readonly slots: Slots;
  private readonly patience: Pick<FilingParts, 'stepMs' | 'confirmMs'>;

  constructor(private readonly options: BrowserFormOptions) {
    this.slots = new Slots(options.atOnce ?? 2);
    this.patience = { stepMs: options.stepMs ?? 30_000, confirmMs: options.confirmMs ?? 60_000 };
  }

  async deliver(delivery: FormDelivery, { signal }: { signal: AbortSignal }): Promise<FormOutcome> {
    const proof = { transport: NAME, sha256: delivery.sha256, conversation: [], answer: null };
    const unopened = (finding: Finding): FormOutcome => ({ ...outcomeOf(finding, false, proof), exhibits: [] });
    if (delivery.recipe.signIn !== undefined && delivery.account === null)
      return { kind: 'needs-human', code: null, what: NO_ACCOUNT, proof, exhibits: [] };
    const leave = await this.slots.enter(signal);
    if (leave === null) return unopened(cancelled);
    let browser: Browser | null = null;
    try {
      const form = readSealedForm(delivery.raw);
      const files = await filesOf(form, delivery);
      browser = await launchChromium(this.options.chromium, await this.rules(delivery));
      return await new Visit(browser, { form, files, delivery }, this.patience).run(signal);
    } catch (problem) {
      return unopened(signal.aborted ? cancelled : ownFault(problem));
    } finally {
      await browser?.close().catch(() => undefined);
      leave();
    }
  }

  private async rules({ recipe, simulated }: FormDelivery): Promise<string> {
    const { simulator, lookup } = this.options;
    if (simulated && simulator === null) throw new HostRefused('No simulated platforms run on this machine.');
    return resolverRules(hostsOfForm(recipe), simulated ? simulator : null, lookup);
  }
}

/** The evidence, to the byte that the notice names. */
const filesOf = async ({ files }: SealedForm, { file }: FormDelivery): Promise<FormFile[]> =>
  Promise.all(
    files.map(async ({ name, mediaType, sha256 }) => {
      const bytes = await file(sha256);
      if (sha256Hex(bytes) !== sha256) throw new Error(`The evidence file ${name} is not the one the notice names.`);
      return { name, mediaType, bytes };
    }),
  );

/** Before a page was opened, the cause is here. */
function ownFault(problem: unknown): Finding {
  const words = problem instanceof Error ? (problem.message.split('\n', 1)[0] ?? '') : String(problem);
  if (problem instanceof HostUnknown) return toTryAgain('ER-42', words);
  return problem instanceof HostRefused ? forPerson('ER-90', words) : toTryAgain('ER-90', words);
}

interface Errand {
  form: SealedForm;
  files: readonly FormFile[];
  delivery: FormDelivery;
}

/** One browser's visit to one form. */
class Visit {
  private readonly trail = new Trail((text) => this.withoutSecrets(text));

  constructor(
    private readonly browser: Browser,
    private readonly errand: Errand,
    private readonly patience: Pick<FilingParts, 'stepMs' | 'confirmMs'>,
  ) {}

  async run(signal: AbortSignal): Promise<FormOutcome> {
    const context = await fencedContext(this.browser, hostsOfForm(this.errand.delivery.recipe));
    const stop = (): void => {
      void context.close().catch(() => undefined);
    };
    signal.addEventListener('abort', stop, { once: true });
    try {
      if (signal.aborted) throw new Stop(cancelled);
      return await this.file(context, signal);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  private async file(context: BrowserContext, signal: AbortSignal): Promise<FormOutcome> {
    const { form, files, delivery } = this.errand;
    const { trail, patience } = this;
    const page = new FormPage(await context.newPage(), patience.stepMs);
    context.on('page', (other) => void other.close().catch(() => undefined));
    trail.watch(page.page);
    const { recipe, account } = delivery;
    const filing = new Filing({ recipe, form, account, files, page, trail, ...patience });
    const startedAt = new Date().toISOString();
    const ended = await filing.run().then(
      ({ reference, confirmation }) => ({ reference, confirmation }),
      (problem: unknown) => this.whyItEnded(problem, signal),
    );
    const last = await page.screenshot().catch(() => null);
    const outcome: DeliveryOutcome =
      'confirmation' in ended
        ? { kind: 'delivered', reference: ended.reference, proof: this.proof(this.withoutSecrets(ended.confirmation)) }
        : outcomeOf(ended, filing.isSubmitted, this.proof(ended.because));
    const facts = {
      transport: NAME,
      start: form.start,
      sealedSha256: delivery.sha256,
      startedAt,
      outcome: outcome.kind,
    };
    return {
      ...outcome,
      exhibits: [
        { name: 'trail.json', mediaType: 'application/json', bytes: trail.bytes(facts) },
        ...picture('before-submit.png', filing.before),
        ...picture(filing.isSubmitted ? 'after-submit.png' : 'where-it-stopped.png', last),
      ],
    };
  }

  /** A page can repeat what was typed. */
  private withoutSecrets(text: string): string {
    const password = this.errand.delivery.account?.password ?? '';
    return password === '' ? text : text.replaceAll(password, '…');
  }

  private whyItEnded(problem: unknown, signal: AbortSignal): Finding {
    if (signal.aborted) return cancelled;
    if (problem instanceof Stop) return { ...problem.finding, because: this.withoutSecrets(problem.finding.because) };
    return toTryAgain('ER-90', 'The browser ended on its own.');
  }

  private proof(answer: string): DeliveryProof {
    return { transport: NAME, sha256: this.errand.delivery.sha256, conversation: this.trail.lines(), answer };
  }
}

const picture = (name: string, bytes: Buffer | null): FormExhibit[] =>
  bytes === null ? [] : [{ name, mediaType: 'image/png', bytes }];

/** A context that reaches the recipe's hosts alone, keeps nothing, and takes nothing home. */
async function fencedContext(browser: Browser, hosts: readonly string[]): Promise<BrowserContext> {
  const context = await browser.newContext({ acceptDownloads: false, serviceWorkers: 'block', locale: 'en-GB' });
  await context.route('**/*', async (route) => {
    const { protocol, hostname } = new URL(route.request().url());
    const isKnown = ['data:', 'blob:'].includes(protocol) || hosts.includes(hostname);
    await (isKnown ? route.continue() : route.abort('blockedbyclient')).catch(() => undefined);
  });
  await context.routeWebSocket(/.*/, (socket) => void socket.close().catch(() => undefined));
  return context;
}
