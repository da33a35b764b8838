import { describe, expect, it } from '@jest/globals';
import { aBrandNotice, aCopyNotice, aSender, reportId } from './a-report.spec-data.js';
import type { NoticeFacts } from '../notice-facts.js';
import { aPlatform } from '../a-notice.spec-data.js';
import { trademarkReport, workReport } from './golden.spec-data.js';
import { xarfAttachments } from './xarf-attachments.js';

const attached = (facts: NoticeFacts) => xarfAttachments(facts, aSender, reportId).attachments;

const listings = (count: number): NoticeFacts['items'] =>
  Array.from({ length: count }, (_, index) => ({
    url: `https://shop.test/item/${index + 1}`,
    title: null,
    seller: null,
  }));

const namesOf = (facts: NoticeFacts): string[] => attached(facts).map(({ name }) => name);
const textOf = (facts: NoticeFacts): string => attached(facts)[0]?.bytes.toString() ?? '';

describe('xarfAttachments', () => {
  it('is xarf.json for one listing', () => {
    const [file, ...others] = attached(aBrandNotice({ items: listings(1) }));
    expect(others).toEqual([]);
    expect(file).toMatchObject({ name: 'xarf.json', mediaType: 'application/json' });
    expect(JSON.parse(file?.bytes.toString() ?? '')).toMatchObject({ report_id: reportId(1) });
  });

  it('is a file per listing up to fifty, numbered as in the notice', () => {
    const items = listings(51).map((item, index) => (index === 1 ? { ...item, url: 'shop.test' } : item));
    const names = namesOf(aCopyNotice({ items }));
    expect(names).toHaveLength(50);
    expect([names[0], names[1], names.at(-1)]).toEqual(['xarf-1.json', 'xarf-3.json', 'xarf-51.json']);
  });

  it('is one array beyond fifty, in the order of the listings', () => {
    const facts = aCopyNotice({ items: listings(51) });
    expect(namesOf(facts)).toEqual(['xarf-reports.json']);
    const reports = JSON.parse(textOf(facts)) as { infringing_url: string }[];
    expect(reports.map((report) => report.infringing_url)).toEqual(listings(51).map(({ url }) => url));
  });

  it('is nothing where there is no report, with the reason', () => {
    const { attachments, leftOut } = xarfAttachments(aBrandNotice({ ground: 'patent' }), aSender, reportId);
    expect(attachments).toEqual([]);
    expect(leftOut.map(({ because }) => because)).toEqual(['no-type', 'no-type']);
  });

  it('gives the same bytes for the same notice', () => {
    const [once, again] = [attached(aBrandNotice()), attached(aBrandNotice())];
    expect(once.map(({ bytes }) => bytes.toString('hex'))).toEqual(again.map(({ bytes }) => bytes.toString('hex')));
  });

  it('is written like this for a trademark', () => {
    expect(textOf(aBrandNotice({ items: aBrandNotice().items.slice(0, 1) }))).toBe(trademarkReport);
  });

  it('is written like this for a work', () => {
    const platform = aPlatform({ kind: 'file-sharing', name: 'Filehaven' });
    expect(textOf(aCopyNotice({ platform, evidenceUrls: [], items: listings(1) }))).toBe(workReport);
  });
});
