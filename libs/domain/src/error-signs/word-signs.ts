import { german } from './words-de.js';
import { english } from './words-en.js';
import { spanish } from './words-es.js';
import { french } from './words-fr.js';
import { vietnamese } from './words-vi.js';
import { chinese } from './words-zh.js';
import { signs } from './sign.js';
import type { Sign } from './sign.js';

/** Of larger bodies the beginning is read: an error is no page's appendix. */
const LONGEST_BODY = 300_000;
const LONGEST_WORDS = 20_000;
const LONGEST_QUOTE = 120;

const languages = [english, chinese, german, french, spanish, vietnamese];

const hidden = ['script', 'style', 'template', 'noscript', 'svg', 'head'];

/**
 * What a reader of a body sees: no scripts, no markup; white space made single, quotes made straight. Plain text and JSON
 * come through as they are. The title of a page is kept: it is often all that says what failed.
 */
export function wordsIn(body: string): string {
  const text = body.slice(0, LONGEST_BODY);
  const title = between(text, '<title', '</title');
  const visible = hidden.reduce(without, text);
  const plain = decoded(`${title === '' ? '' : `${title.slice(title.indexOf('>') + 1)} . `}${untagged(visible)}`);
  return plain
    .slice(0, LONGEST_WORDS * 4)
    .normalize('NFKC')
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_WORDS);
}

interface FoundSign {
  sign: Sign;
  words: string;
}

/** The most telling sign in words, in whatever language; of equally telling ones, the first language's. */
export const signIn = (words: string): FoundSign | null => signsOf(words).next().value ?? null;

/** Every sign in words, most telling first. */
export const signsIn = (words: string): FoundSign[] => [...signsOf(words)];

function* signsOf(words: string): Generator<FoundSign, undefined> {
  for (const sign of signs) {
    for (const language of languages) {
      const match = language.words[sign]?.exec(words);
      if (match) yield { sign, words: match[0].trim().slice(0, LONGEST_QUOTE) };
    }
  }
}

/** The page says that what was sent has arrived. */
export const saysDone = (words: string): boolean => languages.some(({ done }) => done.test(words));

function between(text: string, open: string, close: string): string {
  const small = text.toLowerCase();
  const from = small.indexOf(open);
  const to = from === -1 ? -1 : small.indexOf(close, from);
  return to === -1 ? '' : text.slice(from, Math.min(to, from + 500));
}

/** Takes out every element of a name, by one pass from start to end. */
function without(text: string, name: string): string {
  const small = text.toLowerCase();
  if (small.length !== text.length || !small.includes(`<${name}`)) return text;
  const kept: string[] = [];
  let at = 0;
  for (;;) {
    const open = nextElement(small, name, at);
    if (open === -1) break;
    kept.push(text.slice(at, open));
    const close = small.indexOf(`</${name}`, open);
    if (close === -1) return kept.join(' ');
    at = close;
  }
  kept.push(text.slice(at));
  return kept.join(' ');
}

/** `<head` but not `<header`. */
function nextElement(small: string, name: string, from: number): number {
  for (let at = small.indexOf(`<${name}`, from); at !== -1; at = small.indexOf(`<${name}`, at + 1)) {
    if (/[\s>/]/.test(small.charAt(at + name.length + 1))) return at;
  }
  return -1;
}

/** Tags become spaces. A `<` that no tag follows stays. */
const untagged = (text: string): string => text.replace(/<!--|-->/g, ' ').replace(/<[/a-z!][^<>]{0,2000}>/gi, ' ');

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: "'",
};

function decoded(text: string): string {
  return text.replace(
    /&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,6}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
      const point = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
      return point > 0 && point < 0xd800 ? String.fromCodePoint(point) : ' ';
    },
  );
}
