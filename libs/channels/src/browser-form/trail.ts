import type { Page, Request } from 'playwright-core';
import type { FormButton, FormField, PageSign } from '#libs/domain';
import { sha256Hex } from '../sha256.js';
import type { SealedStep } from './sealed-form.js';

interface TrailRequest {
  method: string;
  /** without user, password, fragment and the values of the query */
  url: string;
  /** null: no answer came */
  status: number | null;
  /** why no answer came */
  failure?: string;
  at: string;
  ms: number;
  /** SHA-256 (hex) of what was sent; null where nothing was, or a password */
  bodySha256: string | null;
}

interface TrailStep {
  step: string;
  at: string;
  ms: number;
  result: string;
}

/** What was done on a form and which requests it led to, after the manner of a HAR file. Never holds what was typed. */
export class Trail {
  readonly steps: TrailStep[] = [];
  private readonly requests: TrailRequest[] = [];
  /** while signing in, bodies hold the password: a hash of one could be guessed */
  isSecret = false;

  constructor(private readonly withoutSecrets: (text: string) => string) {}

  watch(page: Page): void {
    const open = new Map<Request, { entry: TrailRequest; since: number }>();
    page.on('request', (request) => {
      const entry: TrailRequest = {
        method: request.method(),
        url: this.withoutSecrets(plainAddress(request.url())),
        status: null,
        at: new Date().toISOString(),
        ms: 0,
        bodySha256: this.isSecret ? null : bodyHash(request),
      };
      this.requests.push(entry);
      open.set(request, { entry, since: Date.now() });
    });
    page.on('response', (response) => {
      const found = open.get(response.request());
      if (found === undefined) return;
      found.entry.status = response.status();
      found.entry.ms = Date.now() - found.since;
    });
    page.on('requestfailed', (request) => {
      const found = open.get(request);
      if (found === undefined) return;
      found.entry.failure = request.failure()?.errorText ?? 'failed';
      found.entry.ms = Date.now() - found.since;
    });
  }

  step(step: string, since: Date, result: string): void {
    const ms = Date.now() - since.getTime();
    this.steps.push({ step, at: since.toISOString(), ms, result: this.withoutSecrets(result) });
  }

  /** One line each, for the proof. */
  lines(): string[] {
    return this.steps.map(({ step, result }) => `${step}: ${result}`);
  }

  bytes(facts: Readonly<Record<string, unknown>>): Buffer {
    return Buffer.from(JSON.stringify({ ...facts, steps: this.steps, requests: this.requests }, null, 1), 'utf8');
  }
}

function bodyHash(request: Request): string | null {
  const body = request.postDataBuffer();
  return body === null ? null : sha256Hex(body);
}

/** A query can hold a session or a token: its names are told, its values not. */
function plainAddress(address: string): string {
  if (!/^https?:/.test(address) || !URL.canParse(address)) return address.split(/[:;,]/, 1)[0] ?? '';
  const { origin, pathname, searchParams } = new URL(address);
  const names = [...new Set(searchParams.keys())];
  return `${origin}${pathname}${names.length === 0 ? '' : `?${names.join('&')}`}`;
}

const nameOf = (target: FormField | FormButton | PageSign): string => `"${Object.values(target).join(' ')}"`;

/** A step as people read it. */
export function stepInWords(step: SealedStep): string {
  if ('goto' in step) return `go to ${plainAddress(step.goto)}`;
  if ('fill' in step) return `fill ${nameOf(step.fill)}`;
  if ('choose' in step) return `choose in ${nameOf(step.choose)}`;
  if ('check' in step) return `check ${nameOf(step.check)}`;
  if ('upload' in step) return `upload to ${nameOf(step.upload)}`;
  if ('press' in step) return `${step.submits === true ? 'submit with' : 'press'} ${nameOf(step.press)}`;
  return `expect ${nameOf(step.expect)}`;
}
