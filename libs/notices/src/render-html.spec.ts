import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { grounds, languages, platformKinds } from '#libs/domain';
import { aFile, aFullNotice, aNotice, aPlatform, aRight, aRightsHolder, shippedRegimes } from './a-notice.spec-data.js';
import type { NoticeFacts } from './notice-facts.js';
import { renderNotice } from './render-notice.js';

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Read as a browser reads it, and not with the library that wrote it. */
const decoded = (html: string): string =>
  html
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(lt|gt|quot);/g, (_, name: string) => named[name] ?? '')
    .replace(/&amp;/g, '&');

const bodyOf = (html: string): string => html.slice(html.indexOf('<body>'), html.indexOf('</html>'));

/** What is left of the words once the markup is gone: tags within a line leave nothing, those of blocks a gap. */
const wordsOf = (html: string): string[] =>
  decoded(
    bodyOf(html)
      .replace(/<\/?(?:a|dt|dd)\b[^>]*>/g, '')
      .replace(/<[^>]*>/g, ' '),
  )
    .split(/\s+/u)
    .filter((word) => word !== '');

const split = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');

const expectSameWords = (facts: NoticeFacts): void => {
  const { text, html } = renderNotice(facts);
  expect(wordsOf(html)).toEqual(split(text));
};

/** The tags, with what stands in addresses left out. */
const tagsOf = (html: string): string[] => html.replace(/href="[^"]*"/g, 'href').match(/<[^>]*>/g) ?? [];

describe('the notice as HTML', () => {
  it.each(languages)('says in %s what the plain text says, word for word', (language) => {
    expectSameWords(aFullNotice({ language }));
  });

  it('says the same in every combination, drafts too', () => {
    for (const language of languages) {
      for (const ground of grounds) {
        for (const regime of shippedRegimes) expectSameWords(aNotice({ language, ground, regime }));
      }
      for (const kind of platformKinds) expectSameWords(aNotice({ language, platform: aPlatform({ kind }) }));
      const statements = { goodFaith: false, accuracy: false, authority: false };
      expectSameWords(
        aNotice({ language, rights: [], items: [], explanation: '', evidenceUrls: [], signature: null, statements }),
      );
    }
  });

  it('is a whole document in its language that fetches and runs nothing', () => {
    const tags = { en: 'en', zh: 'zh-Hans', vi: 'vi', fr: 'fr', de: 'de', es: 'es' };
    for (const language of languages) {
      const { html, subject } = renderNotice(aFullNotice({ language }));
      expect(html).toMatch(
        new RegExp(`^<!doctype html>\n<html lang="${tags[language]}">\n<head>\n<meta charset="utf-8">`),
      );
      expect(decoded(/<title>(.*)<\/title>/.exec(html)?.[1] ?? '')).toBe(subject);
      expect(html.trimEnd().endsWith('</html>')).toBe(true);
      expect(html).not.toMatch(/<(?:script|img|link|iframe|object|embed|form|base)|\bsrc=|\bon\w+=|url\(|@import/i);
      expect(html.match(/<style>/g)).toHaveLength(1);
      expect(html.match(/<h2>/g)).toHaveLength(9);
      expect(html.match(/<h1>/g)).toHaveLength(1);
    }
  });

  it('closes every element it opens', () => {
    const open: string[] = [];
    for (const tag of tagsOf(bodyOf(renderNotice(aFullNotice()).html))) {
      const name = /^<\/?(\w+)/.exec(tag)?.[1] ?? '';
      if (name === 'br') continue;
      if (tag.startsWith('</')) expect(open.pop()).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
  });

  it('links listings and evidence by their addresses, and nothing else', () => {
    const { html } = renderNotice(
      aNotice({
        items: [
          { url: 'https://shop.test/a?b=1&c="d"', title: 'https://title.test/', seller: 'https://seller.test/' },
          { url: 'javascript:alert(1)//x', title: null, seller: null },
          { url: 'fake-brand.example', title: null, seller: null },
          { url: 'HTTP://shop.test/\u202ecod.exe', title: null, seller: null },
          { url: 'http://', title: null, seller: null },
        ],
        evidenceUrls: ['https://evidence.test/1', 'data:text/html,x'],
      }),
    );
    const links = [...html.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)<\/a>/g)].map(([, target = '', text = '']) => {
      expect(text).toBe(target);
      return decoded(target);
    });
    expect(links).toEqual([
      'https://shop.test/a?b=1&c="d"',
      'HTTP://shop.test/%E2%80%AEcod.exe',
      'https://evidence.test/1',
    ]);
    expect(html).toContain('javascript:alert(1)');
  });

  it('keeps paragraphs and lines of the explanation', () => {
    const { html } = renderNotice(aNotice({ explanation: 'One\ntwo\n\n \n\tthree  x' }));
    expect(html).toContain('<p class="detail">One<br>two<br></p>\n<p class="detail">\tthree  x<br></p>');
  });

  it('shows markup that people typed as the text it is', () => {
    const { html } = renderNotice(
      aNotice({
        items: [{ url: 'https://shop.test/1', title: '</dd><script>alert(1)</script>', seller: '"><img src=x>' }],
        rightsHolder: aRightsHolder({ name: '</title><b>Acme & Söhne</b>' }),
      }),
    );
    expect(decoded(bodyOf(html))).toContain('<dd></dd><script>alert(1)</script></dd>');
    expect(html).not.toMatch(/<script|<img|<b>/);
    expect(html).toContain('Acme &amp; Söhne');
  });

  it('is never changed in its markup by anything people typed', () => {
    const harmless = tagsOf(renderNotice(withTexts('a', 'b')).html);
    const markup = fc.constantFrom(
      '<b>',
      '</p>',
      '"',
      "' onload=x",
      '&lt;',
      '<!--',
      ']]>',
      '{{x}}',
      '<script>',
      '\u0000',
    );
    const hostile = fc
      .array(fc.oneof(markup, fc.string({ unit: 'binary' })), { maxLength: 6 })
      .map((parts) => `x${parts.join('').replaceAll('\n', ' ')}`);
    fc.assert(
      fc.property(hostile, hostile, (one, other) => {
        expect(tagsOf(renderNotice(withTexts(one, other)).html)).toEqual(harmless);
      }),
    );
  });
});

/** A notice with the texts in every place that holds what somebody typed. */
const withTexts = (one: string, other: string): NoticeFacts => {
  const explanation = one.replace(/[\r\n\u0085\u2028\u2029]/gu, ' ');
  return aFullNotice({
    reference: one,
    explanation,
    platform: aPlatform({ name: other }),
    rightsHolder: aRightsHolder({ name: one, address: other }),
    rights: [aRight({ title: one, number: other, office: one, covers: other, territories: [`x${other}`] })],
    items: [{ url: `https://shop.test/${one}`, title: other, seller: one }],
    evidenceUrls: [`https://evidence.test/${other}`],
    evidenceFiles: [aFile({ name: one, mediaType: other })],
    signature: { name: one, capacity: other },
    contact: { name: other, address: one, phone: other, email: one },
  });
};
