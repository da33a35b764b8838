import fc from 'fast-check';

/** Pieces that addresses are made of and that go wrong in them. */
const pieces = [
  ...['a', 'B', '81', '.', '..', '/', '//', '-', '_', '~', '(', ')', '[', ']', '{', '|', '^', '`', "'", '"', '<', '\\'],
  ...[
    '%',
    '%%',
    '%4',
    '%41',
    '%2e',
    '%2F',
    '%25',
    '%34%31',
    '%25%34%31',
    '%e4%b8%ad',
    '%E4',
    '%c9%cc',
    '%zz',
    '中',
    'é',
  ],
  ...[
    '?',
    '&',
    '&amp;',
    'amp;',
    '%61mp;',
    '=',
    '+',
    ' ',
    '\t',
    '\n',
    '#',
    '#!',
    '#!/',
    '#/',
    '@',
    ':',
    ';',
    '，',
    '。',
  ],
  ...[
    'utm_source=x',
    'gclid=',
    'spm=a.b',
    'id=81',
    'seller=li',
    'via=b',
    'q=',
    '/item.htm',
    '/p/',
    '/s/',
    '/products/x-i9.html',
  ],
  ...[
    '/shop/',
    '/search',
    '/c/',
    '[.]',
    '(dot)',
    '\\_',
    '\\/',
    'https://',
    'www.',
    'hxxps://',
    '\u00ad',
    '\u200b',
    '\ud800',
  ],
];
const hosts = [
  ...['a.com', 'WWW.Shop.De', 'item.bazaar.com', 'www.bazaar.vn', 'bazaar.com', 'go.bazaar.com', 'bit.ly', 'code.com'],
  ...['gist.code.com', 'code.sandbox.redress.test', 'bücher.de', 'xn--bcher-kva.de', '1.2.3.4', '127.0.0.1', '[::1]'],
  ...['[2606:4700::1]', 'localhost', 'a.com:80', 'a.com:443', 'a.com:8080', 'a.com.', 'a.com..', 'u@a.com', '.a.com'],
];
const piece = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...pieces) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
);
const schemes = ['https://', 'http://', 'HTTPS://', 'hxxp://', 'https[:]//', '//', ''];

/** Addresses as nobody should write them. */
export const oddAddress = fc
  .tuple(
    fc.constantFrom(...schemes),
    fc.constantFrom(...hosts),
    fc.constantFrom('', '/', '?'),
    fc.array(piece, { maxLength: 14 }),
  )
  .map(([scheme, host, next, rest]) => [scheme, host, next, ...rest].join(''));

/** Any text at all, lone halves of surrogate pairs among it. */
export const anyText = fc.array(fc.oneof(piece, fc.string({ unit: 'binary' }))).map((parts) => parts.join(''));

/** Addresses like these, with something left out or put in here and there behind the scheme. */
export const mutated = (addresses: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...addresses),
      fc.array(fc.tuple(fc.nat(200), fc.nat(3), fc.array(piece, { maxLength: 2 })), { maxLength: 3 }),
    )
    .map(([address, changes]) =>
      changes.reduce((text, [at, length, put]) => {
        const position = 8 + (at % Math.max(1, text.length - 8));
        return text.slice(0, position) + put.join('') + text.slice(position + length);
      }, address),
    );
