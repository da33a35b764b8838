import { Fault } from '#libs/domain';
import { damaged } from './archive.js';
import { unescaped } from './cell-text.js';
import type { Workbook } from './workbook.js';
import { readXml } from './xml.js';
import type { XmlListener } from './xml.js';

/** Text of all cells together, in bytes of UTF-8. It lies in memory while a sheet is read, for cells name it by number. */
const MOST_TEXT = 128 * 1024 * 1024;

/** The texts that cells of a workbook share, packed as UTF-8: as strings of their own they would take three times that. */
export class SharedStrings {
  #used = 0;
  #count = 0;
  #ends = new Uint32Array(1024);

  /** @param bytes room for all texts; pages that are never written to cost nothing */
  constructor(private readonly bytes: Buffer) {}

  add(text: string): void {
    const end = this.#used + Buffer.byteLength(text);
    if (end > this.bytes.length) throw tooMuchText();
    this.bytes.write(text, this.#used);
    if (this.#count === this.#ends.length) this.#ends = grown(this.#ends);
    this.#ends[this.#count] = end;
    this.#used = end;
    this.#count += 1;
  }

  /** @throws Fault `import-unreadable` where there is none of that number */
  at(index: number): string {
    const end = index < this.#count ? this.#ends[index] : undefined;
    if (end === undefined) throw damaged(`it has no shared text number ${index}`);
    return this.bytes.toString('utf8', index === 0 ? 0 : this.#ends[index - 1], end);
  }
}

function grown(ends: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const twice = new Uint32Array(ends.length * 2);
  twice.set(ends);
  return twice;
}

const tooMuchText = (): Fault =>
  new Fault(
    'invalid',
    'import-unreadable',
    `The workbook holds more than ${MOST_TEXT / 1024 / 1024} MiB of text: save its sheet as CSV, which may have any size.`,
  );

export async function readSharedStrings({ archive, sharedStrings: part }: Workbook): Promise<SharedStrings> {
  if (part === null) return new SharedStrings(Buffer.alloc(0));
  // UTF-16 of the XML may become half as many bytes more in UTF-8
  const room = Math.min(MOST_TEXT, Math.ceil(archive.sizeOf(part) * 1.5));
  const strings = new SharedStrings(Buffer.allocUnsafeSlow(room));
  const reading = readXml(
    archive,
    part,
    textListener('si', (text) => {
      strings.add(unescaped(text));
    }),
  );
  while ((await reading.next()).done !== true);
  return strings;
}

/** Gathers the text of elements of one name: of rich text all runs, without the reading aids (rPh) of East Asian text. */
function textListener(element: string, take: (text: string) => void): XmlListener {
  let text = '';
  let inText = false;
  let aids = 0;
  return {
    open: (name) => {
      if (name === element) text = '';
      if (name === 'rPh') aids += 1;
      inText = name === 't' && aids === 0;
    },
    text: (part) => {
      if (inText) text += part;
    },
    close: (name) => {
      inText = false;
      if (name === 'rPh') aids -= 1;
      if (name === element) take(text);
    },
  };
}
