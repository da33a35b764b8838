import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** A log that keeps its last few million bytes: `api.log`, and `api.log.1` and `.2` before it. */
export class LogFile {
  private size: number;

  constructor(
    private readonly file: string,
    private readonly limit = 5_000_000,
    private readonly kept = 2,
  ) {
    mkdirSync(dirname(file), { recursive: true });
    this.size = existsSync(file) ? statSync(file).size : 0;
  }

  write(text: string): void {
    if (this.size > 0 && this.size + Buffer.byteLength(text) > this.limit) this.rotate();
    appendFileSync(this.file, text, { mode: 0o600 });
    this.size += Buffer.byteLength(text);
  }

  private rotate(): void {
    for (let age = this.kept; age > 0; age -= 1) {
      const older = `${this.file}.${age}`;
      const newer = age === 1 ? this.file : `${this.file}.${age - 1}`;
      rmSync(older, { force: true });
      if (existsSync(newer)) renameSync(newer, older);
    }
    this.size = 0;
  }
}
