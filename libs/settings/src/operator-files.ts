import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { isNode, isPair, isMap, LineCounter, parseAllDocuments } from 'yaml';
import type { Document, Node } from 'yaml';

/** Keys and positions that lead to a value, as in `['channels', 0, 'address']`. */
export type ValuePath = readonly (string | number)[];

/** One YAML document of an operator's file, with the way back to its lines. */
export interface OperatorDocument {
  file: string;
  /** plain data as written; may be anything until it was checked */
  value: unknown;
  /** 1-based line of the value at a path; of the nearest enclosing value where there is none */
  lineOf: (path: ValuePath) => number;
}

/** What is wrong in an operator's file. */
export interface OperatorFault {
  file: string;
  line: number;
  /** `channels[0].address`; empty for the whole document */
  path: string;
  /** what is wrong and, after a comma, what to do */
  detail: string;
}

export interface OperatorFiles {
  documents: OperatorDocument[];
  faults: OperatorFault[];
}

/** `channels[0].address` */
export const shown = (path: ValuePath): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');

/** A fault at a value of a document. */
export const faultAt = (document: OperatorDocument, path: ValuePath, detail: string): OperatorFault => ({
  file: document.file,
  line: document.lineOf(path),
  path: shown(path),
  detail,
});

/** Every fault of an operator's files at once, one line each: `file:line: path: what, remedy`. */
export class OperatorFileError extends Error {
  readonly faults: readonly OperatorFault[];

  constructor(found: readonly OperatorFault[]) {
    const faults = [...found].sort((one, other) => one.file.localeCompare(other.file) || one.line - other.line);
    const lines = faults.map(({ file, line, path, detail }) =>
      [`${file}:${line}`, ...(path === '' ? [] : [path]), detail].join(': '),
    );
    super(lines.join('\n'));
    this.name = 'OperatorFileError';
    this.faults = faults;
  }
}

export function throwAll(faults: readonly OperatorFault[]): void {
  if (faults.length > 0) throw new OperatorFileError(faults);
}

/** The node whose line a person looks for: the key of a pair rather than its value, which may stand lines below. */
function nodeAt(document: Document, path: ValuePath): Node | null {
  const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (isMap(parent)) {
    const pair = parent.items.find(
      (item) => isPair(item) && isNode(item.key) && String(item.key) === String(path.at(-1)),
    );
    if (isNode(pair?.key)) return pair.key;
  }
  const found: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  return isNode(found) ? found : null;
}

function lineFinder(document: Document, lines: LineCounter): (path: ValuePath) => number {
  return (path) => {
    for (let length = path.length; length >= 0; length -= 1) {
      const offset = nodeAt(document, path.slice(0, length))?.range?.[0];
      if (offset !== undefined) return lines.linePos(offset).line;
    }
    return 1;
  };
}

function documentsOf(file: string, source: string): OperatorFiles {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(source, { lineCounter: lines, prettyErrors: false });
  const documents: OperatorDocument[] = [];
  const faults: OperatorFault[] = [];
  for (const document of 'empty' in parsed ? [] : parsed) {
    const notYaml = [...document.errors, ...document.warnings].map(({ message, pos }) => ({
      file,
      line: lines.linePos(pos[0]).line,
      path: '',
      detail: `not valid YAML (${message}), correct it`,
    }));
    faults.push(...notYaml);
    if (notYaml.length === 0) documents.push({ file, value: document.toJS(), lineOf: lineFinder(document, lines) });
  }
  if (documents.length + faults.length === 0) {
    faults.push({ file, line: 1, path: '', detail: 'the file is empty, describe something in it or remove it' });
  }
  return { documents, faults };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function readOne(file: string): OperatorFiles {
  try {
    return documentsOf(file, readFileSync(file, 'utf8'));
  } catch (error) {
    const detail = `cannot be read (${messageOf(error)}), correct the file or its permissions`;
    return { documents: [], faults: [{ file, line: 1, path: '', detail }] };
  }
}

/** All YAML documents of a folder, files in the order of their names; files that are not `.yaml` or `.yml` are left alone. */
export function readOperatorFiles(dir: string): OperatorFiles {
  let names: string[];
  try {
    names = readdirSync(dir).filter((name) => ['.yaml', '.yml'].includes(extname(name)));
  } catch (error) {
    const detail = `the folder cannot be read (${messageOf(error)}), create it or correct the path`;
    return { documents: [], faults: [{ file: dir, line: 1, path: '', detail }] };
  }
  if (names.length === 0) {
    const detail = 'no .yaml file in the folder, add one or correct the path';
    return { documents: [], faults: [{ file: dir, line: 1, path: '', detail }] };
  }
  const read = names.sort().map((name) => readOne(join(dir, name)));
  return { documents: read.flatMap((file) => file.documents), faults: read.flatMap((file) => file.faults) };
}
