import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { everyPlatform } from '../a-platform.spec-data.js';
import { anyText, oddAddress } from '../address/addresses.spec-data.js';
import { listingRecogniser } from '../recognise/listing-recogniser.js';
import { readText, textLimits } from './read-text.js';
import type { TextReading } from './read-text.js';

const recogniser = listingRecogniser(everyPlatform);
const read = (text: string, preferred?: string): TextReading => readText(text, recogniser, preferred);

/** What a text holds, in its order: the spelling of a listing, `why address` of another address, `? text` of a failed one. */
function inShort(text: string, preferred?: string): string[] {
  const { listings, others, unreadable } = read(text, preferred);
  return [
    ...listings.map(({ url }) => url),
    ...others.map(({ why, url, asGiven }) => `${why} ${url ?? asGiven}`),
    ...unreadable.map((line) => `? ${line.text}`),
  ];
}

const bag = 'https://shop.de/bag';
const item = 'https://item.bazaar.com/item.htm?id=81';

describe('an address with a scheme is found', () => {
  it.each([
    ['alone', bag],
    ['in any case', 'HTTPS://SHOP.DE/bag'],
    ['between blanks', `  ${bag}\t`],
    ['between ideographic blanks', `\u3000${bag}\u3000`],
    ['before a blank that does not break', `${bag}\u00a0now`],
    ['between characters without width', `\u200b${bag}\u200b`],
    // the end of a sentence
    ['before a full stop', `We saw ${bag}.`],
    ['before a comma', `We saw ${bag}, and bought it.`],
    ['before a colon', `At ${bag}: a copy`],
    ['before marks of emphasis', `Look: ${bag}!!`],
    ['before a question mark', `Is it ${bag}?`],
    ['before dots', `${bag}...`],
    ['before an ellipsis', `${bag}…`],
    ['before a bracket', `(we saw ${bag})`],
    ['in brackets', `(${bag})`],
    ['in square brackets', `[${bag}]`],
    ['in braces', `{${bag}}`],
    ['in two brackets', `((${bag})).`],
    ['before a bracket and a full stop', `(see ${bag}.)`],
    ['in double quotes', `"${bag}"`],
    ['in single quotes', `'${bag}'`],
    ['in curly quotes', `“${bag}”`],
    ['in single curly quotes', `‘${bag}’`],
    ['in French quotes', `«${bag}»`],
    ['in German quotes', `„${bag}“`],
    // Chinese
    ['before a Chinese full stop', `链接：${bag}。`],
    ['before a Chinese comma', `请删除${bag}，谢谢`],
    ['before a Chinese exclamation mark', `${bag}！`],
    ['before a Chinese question mark', `${bag}？`],
    ['before a Chinese semicolon', `${bag}；其他`],
    ['in Chinese brackets', `（${bag}）`],
    ['in lenticular brackets', `【${bag}】`],
    ['in a book title', `《${bag}》`],
    ['in corner brackets', `「${bag}」`],
    ['right behind Chinese', `侵权链接${bag}`],
    ['with a Chinese colon', bag.replace(':', '：')],
    // Markdown
    ['as an automatic link', `<${bag}>`],
    ['as code', `\`${bag}\``],
    ['in bold', `**${bag}**`],
    ['in bold underscores', `__${bag}__`],
    ['in italics', `*${bag}*`],
    ['in italic underscores', `_${bag}_`],
    ['struck out', `~~${bag}~~`],
    ['behind a text', `[a bag](${bag})`],
    ['behind a text, with a title', `[a bag](${bag} "Bag")`],
    ['as a reference', `[1]: ${bag}`],
    ['as an item', `- ${bag}`],
    ['as a task', `- [ ] ${bag}`],
    ['as a numbered item', `12) ${bag}`],
    ['as a Chinese numbered item', `3、${bag}`],
    ['behind a bullet', `• ${bag}`],
    ['in a table', `| 1 | ${bag} | open |`],
    // HTML, JSON and other languages
    ['as a target', `<a href="${bag}">a bag</a>`],
    ['as a target in single quotes', `<a href='${bag}'>a bag</a>`],
    ['as a target without quotes', `<a href=${bag}>a bag</a>`],
    ['before a tag', `${bag}<br>`],
    ['between entities', `&lt;${bag}&gt;`],
    ['between quotes as entities', `href=&quot;${bag}&quot;`],
    ['between apostrophes as entities', `href=&#39;${bag}&#39;`],
    ['before a blank as an entity', `${bag}&nbsp;a bag`],
    ['in JSON', `{"url":"${bag}","n":1}`],
    ['in JSON with escaped slashes', `{"url":"${bag.replaceAll('/', '\\/')}"}`],
    ['before an escaped line break', `${bag}\\nhello`],
    ['in CSV with quotes', `"1","${bag}","open"`],
    ['in a line of tabs', `1\t${bag}\topen`],
    // mail
    ['in a quotation', `> ${bag}`],
    ['in a quotation of a quotation', `> >> ${bag}`],
    // disguised
    ['as hxxps', bag.replace('tt', 'xx')],
    ['as hXXps', bag.replace('tt', 'XX')],
    ['as h**ps', bag.replace('tt', '**')],
    ['with its colon in brackets', bag.replace(':', '[:]')],
    ['with its scheme in brackets', bag.replace('://', '[://]')],
    ['with its dot in brackets', bag.replace('.', '[.]')],
    ['with its dot in parentheses', bag.replace('.', '(.)')],
    ['with its dot as a word', bag.replace('.', '[dot]')],
    ['with its dot as a word between blanks', bag.replace('.', ' {dot} ')],
    ['in full disguise', 'hxxps[:]//shop[.]de/bag'],
  ])('%s', (_, text) => {
    expect(inShort(text)).toEqual([bag]);
  });

  it.each([
    ['https://shop.de/bag_(1)', ['https://shop.de/bag_(1)']],
    ['(https://shop.de/bag_(1))', ['https://shop.de/bag_(1)']],
    ['https://shop.de/bag[1]', ['https://shop.de/bag[1]']],
    ['https://shop.de/a|b', ['https://shop.de/a|b']],
    ["https://shop.de/it's", ["https://shop.de/it's"]],
    ['https://shop.de/bag_', ['https://shop.de/bag_']],
    ['https://shop.de/a\\_b', ['https://shop.de/a_b']],
    ['https://shop.de/a?b=1&amp;c=2', ['https://shop.de/a?b=1&c=2']],
    ['https://shop.de/a,b', ['https://shop.de/a,b']],
    ['https://shop.de/包包', ['https://shop.de/%E5%8C%85%E5%8C%85']],
    ['https://shop.de/C语言', ['https://shop.de/C%E8%AF%AD%E8%A8%80']],
    ['https://my_shop.de/bag', ['https://my_shop.de/bag']],
    ['https://bücher.de/a', ['https://xn--bcher-kva.de/a']],
    ['https://[2606:4700::1]/a', ['https://[2606:4700::1]/a']],
    ['https://shop.de:8443/a', ['https://shop.de:8443/a']],
    ['https://shop.de/#/a', ['https://shop.de/#/a']],
    ['https://web.archive.org/web/2020/https://shop.de/a', ['https://web.archive.org/web/2020/https://shop.de/a']],
    ['https://shop.de/?to=https://shop.fr/a', ['https://shop.de/?to=https://shop.fr/a']],
    [`https://shop.de/${'a'.repeat(1900)}`, [`https://shop.de/${'a'.repeat(1900)}`]],
    ['https://shop.de/a\ud800', ['https://shop.de/a%EF%BF%BD']],
  ])('with all that belongs to it: %s', (text, expected) => {
    expect(inShort(text)).toEqual(expected);
  });

  it.each([
    [`${bag} ${item}`, [bag, item]],
    [`${bag}${item}`, [bag, item]],
    [`${bag}、${item}`, [bag, item]],
    [`${bag}，${item}。`, [bag, item]],
    [`<li>${bag}</li><li>${item}</li>`, [bag, item]],
    [`[${bag}](${item})`, [bag, item]],
    [`${bag}\r\n${item}`, [bag, item]],
    [`${bag}\r${item}`, [bag, item]],
    [`${bag}\u2028${item}`, [bag, item]],
  ])('beside another: %j', (text, expected) => {
    expect(inShort(text)).toEqual(expected);
  });

  it.each([
    [`1,${item},open`, [item]],
    [`${item}请删除`, [item]],
    [`${item}和${item.replace('81', '82')}`, [item, item.replace('81', '82')]],
    [`hxxps[:]//item[.]bazaar[.]com/item.htm?id=81的商品`, [item]],
    ['https://bazaar.com/p/a,b?seller=li', ['https://www.bazaar.com/s/li/a,b?via=a,b']],
    ['https://bazaar.com/shop,li', ['unknown-page https://bazaar.com/shop,li']],
  ])('up to where its platform knows it: %s', (text, expected) => {
    expect(inShort(text)).toEqual(expected);
  });
});

describe('an address without a scheme is found', () => {
  it.each([
    ['alone on its line', 'shop.de/bag'],
    ['between blanks', '  shop.de/bag  '],
    ['in any case', 'SHOP.DE/bag'],
    ['before a full stop', 'shop.de/bag.'],
    ['as an item', '* shop.de/bag'],
    ['as a numbered item', '3. shop.de/bag'],
    ['in a quotation', '> shop.de/bag'],
    ['in a cell between tabs', '1\tshop.de/bag\topen'],
    ['in a cell of a table in Markdown', '| 1 | shop.de/bag | open |'],
    ['disguised', 'shop[.]de/bag'],
  ])('%s', (_, text) => {
    expect(inShort(text)).toEqual([bag]);
  });

  it.each([
    ['www.shop.de', ['whole-site https://www.shop.de/']],
    ['shop.de', ['whole-site https://shop.de/']],
    ['item.bazaar.com/item.htm?id=81', [item]],
    ['code.sandbox.redress.test/a', ['https://code.sandbox.redress.test/a']],
    ['shop.de:8443/a?b=1', ['https://shop.de:8443/a?b=1']],
    ['淘宝.中国/a', ['https://xn--pbt173b.xn--fiqs8s/a']],
    ['mailto:li@shop.de', ['unsupported-scheme mailto:li@shop.de']],
    ['magnet:?xt=urn:btih:81', ['unsupported-scheme magnet:?xt=urn:btih:81']],
  ])('for what it is: %s', (text, expected) => {
    expect(inShort(text)).toEqual(expected);
  });

  it.each([
    'We sell bags.',
    'e.g. bags and/or shoes',
    'v1.2.3',
    '2026.03.16',
    'EUR 3.14',
    'li@shop.de',
    '# A heading',
    '<p class="a.b">',
    '淘宝店铺 https',
    '我们的商标在第18类',
    '---',
    '',
  ])('in none of this: %s', (text) => {
    expect(inShort(text)).toEqual([]);
  });
});

describe('what looks like an address and is none', () => {
  it.each([
    'https//shop.de/bag',
    'http:/shop.de/bag',
    'http;//shop.de/bag',
    'www.rootcloud',
    'report.pdf',
    'https://[private].co/api',
    'ssh://git@shop.de/bag',
    'see shop.de/bag for more of them',
    '侵权链接：item.bazaar.com/item.htm?id=81',
    '671021594308',
  ])('is shown: %s', (line) => {
    expect(inShort(line)).toEqual([`? ${line}`]);
  });

  it('is shown with its line, and shortened', () => {
    expect(read(`${bag}\n\n  www.${'x'.repeat(300)}  `).unreadable).toEqual([
      { line: 3, text: `www.${'x'.repeat(196)}` },
    ]);
  });
});

describe('where the listings are meant for a registrar', () => {
  it.each([
    ['evil.com', ['https://evil.com/']],
    ['Please suspend evil.com and www.evil.co.uk.', ['https://evil.com/', 'https://evil.co.uk/']],
    ['https://www.evil.com/a', ['https://evil.com/']],
    ['http://evil.com (also evil.net)', ['https://evil.com/', 'https://evil.net/']],
    ['"evil.com"; [evil.net], evil[.]org', ['https://evil.com/', 'https://evil.net/', 'https://evil.org/']],
    ['EVIL.COM = evil.com', ['https://evil.com/']],
    ['域名：evil.com，请处理', ['https://evil.com/']],
    ['淘宝.中国', ['https://xn--pbt173b.xn--fiqs8s/']],
    ['evil.com:8080/a?b=1', ['https://evil.com/']],
    ['co.uk', ['no-domain https://co.uk/']],
    ['in a sentence.In the next', []],
    ['write to abuse@evil.com', []],
    ['e.g. 1.2.3.4', []],
  ])('names of domains are found anywhere: %s', (text, expected) => {
    expect(inShort(text, 'registrar')).toEqual(expected);
  });
});

describe('a text', () => {
  it('is read with the line of each address, and how often it came', () => {
    const { listings, others, addresses, cut } = read(
      [
        'Dear team,',
        `${item} and https://h5.m.bazaar.com/item.html?id=81&spm=a`,
        '',
        'https://bazaar.com/shop/li',
        `http://bazaar.com/shop/li?utm_source=x, ${bag}`,
        'https://bazaar.com/shop/li',
        `(${item}#reviews)`,
      ].join('\n'),
    );
    const standings = (found: readonly { url: string | null; line: number; times: number }[]) =>
      found.map(({ url, line, times }) => [url, line, times]);
    expect(standings(listings)).toEqual([
      [item, 2, 3],
      [bag, 5, 1],
    ]);
    expect(standings(others)).toEqual([
      ['https://bazaar.com/shop/li', 4, 2],
      ['http://bazaar.com/shop/li', 5, 1],
    ]);
    expect({ addresses, cut }).toEqual({ addresses: 7, cut: null });
  });

  it('gives each address as it was written', () => {
    const { listings, others } = read('(hxxps[:]//shop[.]de/bag), then http://localhost/x');
    expect([...listings, ...others].map(({ asGiven }) => asGiven)).toEqual([
      'hxxps[:]//shop[.]de/bag',
      'http://localhost/x',
    ]);
  });

  it('is read for the platform the listings are meant for', () => {
    expect(read('https://code.com/a/b').listings[0]?.platform).toBe('code-host');
    expect(read('https://code.com/a/b', 'sandbox-code').listings[0]?.platform).toBe('sandbox-code');
    expect(inShort('https://bazaar.com/shop/li', 'search-engine')).toEqual(['https://bazaar.com/shop/li']);
  });

  it('holds as many addresses as its listings and others came times', () => {
    const text = fc.array(fc.oneof(oddAddress, anyText), { maxLength: 12 }).map((parts) => parts.join('\n'));
    const preferred = fc.constantFrom(undefined, 'registrar', 'search-engine', 'bazaar');
    fc.assert(
      fc.property(text, preferred, (given, slug) => {
        const { listings, others, addresses, cut } = read(given, slug);
        const all = [...listings, ...others];
        expect(all.reduce((sum, { times }) => sum + times, 0)).toBe(addresses);
        expect(new Set(listings.map(({ key }) => key)).size).toBe(listings.length);
        for (const { asGiven } of all) expect(given).toContain(asGiven);
        expect(cut).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });

  it('gives the listings again that it was made of', () => {
    const address = fc.webUrl({ withQueryParameters: true }).map((url) => new URL(url));
    fc.assert(
      fc.property(fc.array(address, { minLength: 1, maxLength: 5 }), (urls) => {
        const lines = urls.map(({ host }, n) => `https://${host}/bag-${n}`);
        const expected = lines.map((line) => recogniser.recognise(line).url);
        expect(
          inShort(lines.map((line) => `Listing: ${line}.`).join('\n')).map((url) => url.split(' ').at(-1)),
        ).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a long text', () => {
  it('is read up to a whole line within the limit', () => {
    const line = `${bag}/${'x'.repeat(82)}`;
    const lines = Math.ceil(textLimits.characters / (line.length + 1)) + 1;
    const { addresses, cut } = read(Array.from({ length: lines }, () => line).join('\n'));
    expect(cut).toEqual({ why: 'too-much-text', line: addresses + 1 });
    expect(addresses * (line.length + 1)).toBeLessThanOrEqual(textLimits.characters);
    expect((addresses + 1) * (line.length + 1)).toBeGreaterThan(textLimits.characters);
  });

  it('is read up to so many addresses', () => {
    const lines = Array.from({ length: textLimits.addresses }, (_, n) => `${bag}/${n}`);
    const whole = read(`${lines.join('\n')}\n\n`);
    expect({ listings: whole.listings.length, cut: whole.cut }).toEqual({ listings: textLimits.addresses, cut: null });
    const cut = { why: 'too-many-addresses', line: textLimits.addresses + 1 };
    expect(read([...lines, '', bag].join('\n'))).toMatchObject({ addresses: textLimits.addresses, cut });
  });

  it('takes no more time than its length', () => {
    for (const filler of [
      'a',
      'a.',
      'a ',
      '/',
      'https://',
      `${bag} `,
      '(',
      ')',
      '_',
      '[.]',
      '|',
      '\t',
      '包',
      '&',
      '\\',
      'www.',
      '\\/',
      '>',
    ])
      for (const preferred of [undefined, 'registrar']) {
        const begun = performance.now();
        const { addresses } = read(filler.repeat(200_000 / filler.length), preferred);
        expect(addresses).toBeLessThanOrEqual(200_000 / filler.length);
        expect(performance.now() - begun).toBeLessThan(5000);
      }
  });
});
