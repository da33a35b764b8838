import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { aNotice, shippedRegime } from './a-notice.spec-data.js';
import { locatesListing } from './listing-address.js';
import { missingElements } from './missing-elements.js';
import { runningText, visibleAddress } from './plain-text.js';
import { renderNotice } from './render-notice.js';

const folder = new URL('../../../../shared/data/', import.meta.url);
const present = existsSync(folder);
const linesOf = (file: string): string[] =>
  present
    ? readFileSync(new URL(file, folder), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : [];

(present ? describe : describe.skip)(
  `real notices${present ? '' : ' (skipped: the folder ../shared/data is absent)'}`,
  () => {
    const addresses = linesOf('infringing-urls.txt');

    it('give addresses of items, but for few that have no scheme or name a whole site', () => {
      const unlocated = addresses.filter((address) => !locatesListing(address, 'host'));
      expect([addresses.length, unlocated.length]).toEqual([50_000, 81]);
      const aDomainSuffices = unlocated.filter((address) => locatesListing(address, 'registrar'));
      expect(aDomainSuffices.length).toBeGreaterThan(0);
    });

    it('have their addresses printed as reported, but for what cannot be seen', () => {
      const changed = addresses.filter((address) => visibleAddress(address) !== address);
      expect(changed).toHaveLength(3);
      for (const address of changed) expect(decodeURI(visibleAddress(address))).toBe(address);
    });

    it('pass as explanations whole, whatever they contain, beneath nine headings and beside three links of ours', () => {
      const regime = shippedRegime('us-dmca-512c3');
      const texts = linesOf('dmca-notices.jsonl')
        .slice(0, 500)
        .map((line) => (JSON.parse(line) as { text: string }).text);
      expect(texts).toHaveLength(500);
      for (const explanation of texts) {
        const notice = aNotice({ regime, ground: 'copyright-copy', explanation });
        expect(missingElements(notice)).toEqual([]);
        const { text, html } = renderNotice(notice);
        expect(text.match(/^\d\. /gm)).toHaveLength(9);
        expect(html.match(/<h2>/g)).toHaveLength(9);
        expect(html.match(/<a /g)).toHaveLength(3);
        const words = runningText(explanation).split(/\s+/u);
        expect(text.split(/\s+/u).join(' ')).toContain(words.join(' '));
      }
    });
  },
);
