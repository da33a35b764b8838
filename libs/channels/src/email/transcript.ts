const maxLines = 200;
const maxLineLength = 600;

/**
 * The SMTP conversation as evidence: our commands (`C:`) and the server's replies (`S:`), without the message and without
 * credentials. Everything said during AUTH is hidden on our side, and no line repeats a secret the server echoes.
 */
export class Transcript {
  private readonly said: string[] = [];
  private authenticating = false;
  private readonly secrets: readonly string[];

  constructor(secrets: readonly string[]) {
    this.secrets = secrets
      .filter((secret) => secret !== '')
      .flatMap((secret) => [secret, Buffer.from(secret).toString('base64'), encodeURIComponent(secret)])
      .sort((a, b) => b.length - a.length);
  }

  client(line: string): void {
    const auth = /^AUTH\s+(\S+)/i.exec(line);
    if (auth) this.authenticating = true;
    if (auth) this.add(`C: AUTH ${auth[1] ?? ''} (hidden)`);
    else this.add(this.authenticating ? 'C: (hidden)' : `C: ${line}`);
  }

  server(reply: string): void {
    const challenge = this.authenticating && reply.startsWith('334');
    this.authenticating = challenge;
    if (challenge) this.add('S: 334 (hidden)');
    else for (const line of reply.split(/\r?\n/)) this.add(`S: ${line}`);
  }

  note(words: string): void {
    this.add(`-- ${words}`);
  }

  /** Takes the secrets out of any text, e.g. an error message. */
  clean(text: string): string {
    return this.secrets.reduce((cleaned, secret) => cleaned.replaceAll(secret, '(hidden)'), text);
  }

  lines(): readonly string[] {
    return [...this.said];
  }

  private add(line: string): void {
    if (this.said.length < maxLines) this.said.push(this.clean(line).slice(0, maxLineLength));
  }
}
