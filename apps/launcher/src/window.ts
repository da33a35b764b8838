/** What the person who ran `npm start` reads: a calm line per step, then where to go. */
export class Window {
  constructor(private readonly out: (text: string) => void = (text) => process.stdout.write(text)) {}

  say(line: string): void {
    this.out(`  ${line}\n`);
  }

  /** Runs a step and tells how long it took. */
  async step<T>(done: string, work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    const result = await work();
    this.took(done, performance.now() - began);
    return result;
  }

  took(done: string, milliseconds: number): void {
    this.say(`${done.padEnd(44)} ${seconds(milliseconds).padStart(7)}`);
  }

  table(rows: readonly (readonly [string, string])[]): void {
    this.out('\n');
    for (const [name, text] of rows) this.say(`${name.padEnd(8)} ${text}`);
    this.out('\n');
  }
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
