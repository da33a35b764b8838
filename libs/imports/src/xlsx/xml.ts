import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { Fault } from '#libs/domain';
import { damaged } from './archive.js';
import type { Archive } from './archive.js';

export type Attributes = Readonly<Record<string, string>>;

/** Told of the elements of a part, by their names without prefix. */
export interface XmlListener {
  open: (name: string, attributes: Attributes) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

/** Characters in which no element begins or ends: no cell has so many, and they would lie in memory at once. */
const MOST_BETWEEN_TAGS = 8 * 1024 * 1024;

/**
 * Reads a part of a workbook as XML and tells the listener of it. Yields after every piece that comes from the archive,
 * so that what was gathered can be handed on. Entities of a document type are unknown to it: they could grow without end.
 * @throws Fault `import-unreadable` where the part is missing, damaged or not well-formed
 */
export async function* readXml(archive: Archive, part: string, listener: XmlListener): AsyncGenerator<void> {
  let silence = 0;
  const parser = parserFor(listener, () => {
    silence = 0;
  });
  try {
    for await (const text of textOf(archive.bytes(part))) {
      silence += text.length;
      parser.write(text);
      if (silence > MOST_BETWEEN_TAGS) throw new Error(`${part} has a text without end`);
      yield;
    }
    parser.close();
  } catch (error) {
    throw error instanceof Fault ? error : damaged(error);
  }
}

/** Reads a small part whole. */
export async function readWholeXml(archive: Archive, part: string, open: XmlListener['open']): Promise<void> {
  const reading = readXml(archive, part, { open });
  while ((await reading.next()).done !== true);
}

function parserFor(listener: XmlListener, onTag: () => void): SaxesParser<{ xmlns: false; position: false }> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  parser.on('opentag', ({ name, attributes }) => {
    onTag();
    listener.open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    onTag();
    listener.close?.(localName(name));
  });
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));
  return parser;
}

/** Some programs write `<x:row>` where others write `<row>`. */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** An attribute by its name without prefix: `r:id` is `id` to whoever asks for it. */
export const attributeOf = (attributes: Attributes, name: string): string | undefined =>
  attributes[name] ?? Object.entries(attributes).find(([each]) => localName(each) === name)?.[1];

/** The text of a part: UTF-8, or what its first bytes say (XML 1.0 appendix F). */
async function* textOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  for await (const piece of bytes) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    yield decoder.decode(piece, { stream: true });
  }
  if (decoder !== null) yield decoder.decode();
}

function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const [, declared] = /^[^<]{0,3}<\?xml[^>]*\sencoding=["']([\w.:-]+)["']/.exec(head.toString('latin1', 0, 200)) ?? [];
  return declared ?? 'utf-8';
}
