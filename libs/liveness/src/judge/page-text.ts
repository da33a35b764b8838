/** What a reader finds on a page. */
export interface PageText {
  title: string;
  /** first headings of the page */
  headings: string;
  /** text between the tags, without scripts and styles */
  text: string;
  /** asks for a password */
  hasPasswordField: boolean;
  hasScripts: boolean;
}

/** Characters of text that are read; what says that a listing is gone stands at the beginning. */
const MOST_TEXT = 200_000;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const decoded = (text: string): string =>
  text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/giu, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
    const code = name[1]?.toLowerCase() === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

const spaced = (text: string): string => decoded(text).replace(/\s+/gu, ' ').trim();

/** Elements whose content nobody reads. */
const UNREAD = ['script', 'style', 'template', 'svg', 'noscript', 'iframe'];

/** Without the elements named, each from its beginning to its end, or to the end of the page where it has none. */
function without(html: string, names: readonly string[]): string {
  const open = new RegExp(`<!--|<(${names.join('|')})(?=[\\s/>])`, 'giu');
  const kept: string[] = [];
  let from = 0;
  for (;;) {
    open.lastIndex = from;
    const found = open.exec(html);
    if (found === null) break;
    kept.push(html.slice(from, found.index));
    const close = found[1] === undefined ? /-->/gu : new RegExp(`</${found[1]}\\s*>`, 'giu');
    close.lastIndex = open.lastIndex;
    from = close.exec(html) === null ? html.length : close.lastIndex;
  }
  return [...kept, html.slice(from)].join(' ');
}

const untagged = (html: string): string => html.replace(/<[^<>]{0,5000}>/gu, ' ');

const contentOf = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`<${name}(?:\\s[^<>]{0,2000})?>([^]{0,2000}?)</${name}\\s*>`, 'giu'))].map(
    ([, content]) => spaced(untagged(content ?? '')),
  );

/** The title that pages give to those who share them: it stands there even where scripts fill the page. */
function sharedTitle(html: string): string {
  const meta = /<meta\s[^<>]{0,500}property\s*=\s*["']og:title["'][^<>]{0,2000}>/iu.exec(html)?.[0] ?? '';
  return spaced(/content\s*=\s*(?:"([^"]*)"|'([^']*)')/iu.exec(meta)?.slice(1).find(Boolean) ?? '');
}

export function pageText(html: string): PageText {
  const read = without(html, UNREAD);
  return {
    title: (contentOf(read, 'title')[0] ?? '') || sharedTitle(read),
    headings: [...contentOf(read, 'h1').slice(0, 3), ...contentOf(read, 'h2').slice(0, 3)].join(' · '),
    text: spaced(untagged(without(read, ['title', 'head']))).slice(0, MOST_TEXT),
    hasPasswordField: /<input\s[^<>]{0,1000}type\s*=\s*["']?password/iu.test(read),
    hasScripts: /<script[\s>]/iu.test(html),
  };
}

/** The charset of a page: what its server says, what its bytes begin with, what the page itself says. */
function charsetOf(contentType: string, bytes: Buffer): string {
  const said = /charset\s*=\s*["']?([\w-]+)/iu;
  const head = bytes.subarray(0, 2048).toString('latin1');
  return said.exec(contentType)?.[1] ?? /<meta\s[^<>]{0,300}charset\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1] ?? 'utf-8';
}

export function decodedPage(contentType: string, bytes: Buffer): string {
  const charset = charsetOf(contentType, bytes);
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder('utf-8').decode(bytes);
  }
}
