import { sha256Hex } from '../sha256.js';
import type { Exchanged, HttpCall } from './exchange.js';

/** How much of an answer's body stands in the proof. */
const KEPT_BYTES = 8 * 1024;

/** Headers that prove who we are, or let somebody else pass for us. */
const hiddenHeaders = ['authorization', 'proxy-authorization', 'cookie', 'set-cookie', 'x-api-key'];

const HIDDEN = '(hidden)';

/**
 * A conversation over HTTP as evidence: requests (`>`) with the hash of their body, answers (`<`) with the beginning of
 * theirs, and notes (`--`). Secrets stand in none of them, even where the other side repeats one.
 */
export class Conversation {
  private readonly said: string[] = [];
  private secrets: readonly string[] = [];

  constructor(secrets: readonly string[]) {
    this.hide(secrets);
  }

  /** Further secrets, such as a token that was just issued. */
  hide(secrets: readonly string[]): void {
    this.secrets = [...this.secrets, ...secrets.filter((secret) => secret !== '').flatMap(spellings)].sort(
      (one, other) => other.length - one.length,
    );
  }

  request({ method, url, headers, body }: HttpCall, secretHeaders: readonly string[] = []): void {
    const secret = new Set([...hiddenHeaders, ...secretHeaders.map((name) => name.toLowerCase())]);
    this.add(`> ${method} ${url.href}`);
    for (const [name, value] of Object.entries(headers))
      this.add(`> ${name}: ${secret.has(name.toLowerCase()) ? HIDDEN : value}`);
    if (body !== null) this.add(`> (${body.length} bytes, SHA-256 ${sha256Hex(body)})`);
  }

  /** @param body false where it holds a secret, as an answer with a token does */
  answer(exchanged: Exchanged, body = true): void {
    if (exchanged.kind === 'failed') {
      this.note(exchanged.message);
      return;
    }
    const { answer } = exchanged;
    this.add(`< ${answer.line}`);
    for (const [name, value] of Object.entries(answer.headers))
      this.add(`< ${name}: ${hiddenHeaders.includes(name) ? HIDDEN : value}`);
    if (body && answer.body.length > 0) this.add(`< ${this.beginning(answer.body)}`);
    if (!answer.whole) this.note('The answer was cut short.');
  }

  note(words: string): void {
    this.add(`-- ${words}`);
  }

  /** Takes the secrets out of any text. */
  clean(text: string): string {
    return this.secrets.reduce((cleaned, secret) => cleaned.replaceAll(secret, HIDDEN), text);
  }

  lines(): string[] {
    return [...this.said];
  }

  /** Secrets are taken out before the text is cut, so that no half of one is left at its end. */
  private beginning(body: Buffer): string {
    const cleaned = Buffer.from(this.clean(body.toString('utf8')));
    return cleaned.subarray(0, KEPT_BYTES).toString('utf8');
  }

  private add(line: string): void {
    // PostgreSQL keeps no NUL in a text.
    this.said.push(this.clean(line).replaceAll('\0', ''));
  }
}

/** A secret as it is, and as it may come back: in a header, in an address, inside a JSON text. */
const spellings = (secret: string): string[] => [
  ...new Set([
    secret,
    Buffer.from(secret).toString('base64'),
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
  ]),
];
