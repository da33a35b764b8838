import { describe, expect, it } from '@jest/globals';
import { platformKinds } from '#libs/domain';
import type { Ground, PlatformKind } from '#libs/domain';
import fc from 'fast-check';
import { aFile, aPlatform, aRight, aRightsHolder } from '../a-notice.spec-data.js';
import type { NoticeFacts } from '../notice-facts.js';
import { aBrandNotice, aCopyNotice, aSender, reportId } from './a-report.spec-data.js';
import { reportFaults } from './report-schema.js';
import type { XarfReport } from './report.js';
import { xarfReports } from './xarf-reports.js';

const reportsOf = (facts: NoticeFacts) => xarfReports(facts, aSender, reportId);

function firstOf(facts: NoticeFacts): XarfReport {
  const report = reportsOf(facts).reports[0];
  if (report === undefined) throw new Error('the notice has no report');
  return report;
}

const at = (kind: PlatformKind) => aPlatform({ kind, name: 'Marketville' });

describe('xarfReports', () => {
  it('makes one report per listing, each for its own address', () => {
    const { reports, leftOut } = reportsOf(aBrandNotice());
    expect(leftOut).toEqual([]);
    expect(reports).toMatchObject([
      {
        report_id: reportId(1),
        url: 'https://www.marketville.test/item/1001',
        redress: { listing: { position: 1, of: 2 } },
      },
      {
        report_id: reportId(2),
        url: 'https://www.marketville.test/item/1002?colour=red',
        redress: { listing: { position: 2 } },
      },
    ]);
  });

  it.each([
    ['counterfeit', 'counterfeit'],
    ['trademark-use', 'trademark_violation'],
  ] as const)('reports %s as brand infringement: %s', (ground, infringement) => {
    const report = firstOf(aBrandNotice({ ground }));
    expect(report).toMatchObject({ category: 'content', type: 'brand_infringement', infringement_type: infringement });
    expect(report).toMatchObject({ legitimate_site: 'https://alpengluehen.test/', target_brand: 'ALPENGLÜHEN' });
  });

  const typeAt: Record<PlatformKind, string> = {
    marketplace: 'copyright',
    b2b: 'copyright',
    'e-commerce': 'copyright',
    social: 'ugc_platform',
    registrar: 'copyright',
    host: 'copyright',
    'file-sharing': 'cyberlocker',
    'torrent-index': 'link_site',
    search: 'copyright',
    proxy: 'copyright',
    sandbox: 'copyright',
  };

  it.each(platformKinds)('reports a copy at a %s in the type that suits it, valid by its schema', (kind) => {
    const { reports, leftOut } = reportsOf(aCopyNotice({ platform: at(kind) }));
    expect(leftOut).toEqual([]);
    expect(reports.map(({ type }) => type)).toEqual([typeAt[kind], typeAt[kind]]);
    expect(reports.flatMap(reportFaults)).toEqual([]);
  });

  it('names place, title and seller in the fields of the type', () => {
    expect(firstOf(aCopyNotice({ platform: at('social') }))).toMatchObject({
      platform_name: 'Marketville',
      content_info: { content_title: 'Jacket ALPENGLÜHEN new' },
      uploader_info: { username: 'cheapgoods88' },
    });
    expect(firstOf(aCopyNotice({ platform: at('torrent-index') }))).toMatchObject({
      site_name: 'Marketville',
      site_category: 'torrent_index',
      link_info: { page_title: 'Jacket ALPENGLÜHEN new', uploader: 'cheapgoods88' },
    });
    expect(firstOf(aCopyNotice({ platform: at('file-sharing') }))).toMatchObject({
      hosting_service: 'Marketville',
      uploader_info: { username: 'cheapgoods88' },
    });
  });

  it('says that the rights holder complains and who sends', () => {
    const { reporter, sender, source_identifier: source, timestamp } = firstOf(aBrandNotice());
    expect(reporter).toEqual({
      org: 'Alpenglühen Textil GmbH',
      contact: 'marken@alpengluehen.test',
      domain: 'alpengluehen.test',
    });
    expect([sender, source, timestamp]).toEqual([aSender, 'www.marketville.test', '2026-03-16T12:00:00.000Z']);
  });

  it('writes the domain of a mailbox in ASCII, as the schema asks', () => {
    const contact = { name: null, address: null, phone: null, email: 'marken@alpenglühen.at' };
    expect(firstOf(aCopyNotice({ contact })).reporter.contact).toBe('marken@xn--alpenglhen-geb.at');
  });

  it.each([
    ['https://商店.test/1', 'xn--czrs0t.test'],
    ['http://192.0.2.7/1', '192.0.2.7'],
    ['http://[2001:db8::7]/1', '2001:db8::7'],
  ])('leaves out the domain where the schema has no room for it: %s', (url, source) => {
    const report = firstOf(aBrandNotice({ items: [{ url, title: null, seller: null }] }));
    expect(report).toMatchObject({ source_identifier: source, domain: undefined });
  });

  it('quotes the reference on one line, without marks nobody sees', () => {
    expect(firstOf(aBrandNotice({ reference: ' RD\n\u202e1 ' })).redress.reference).toBe('RD 1');
  });

  it('carries the confirmed statements, and no other, in their words', () => {
    const { statements } = firstOf(
      aBrandNotice({ statements: { goodFaith: true, accuracy: false, authority: true } }),
    ).redress;
    expect(statements).toEqual([
      { kind: 'good_faith', wording: 'I state my goodFaith.' },
      { kind: 'authority', wording: 'I state my authority.' },
    ]);
  });

  it('names files by their hash and holds no bytes of them', () => {
    const report = firstOf(aBrandNotice({ evidenceFiles: [aFile()] }));
    expect(report.evidence).toBeUndefined();
    expect(report.redress.evidence_files).toEqual([
      { name: 'label.jpg', sha256: 'b2'.repeat(32), media_type: 'image/jpeg', size: 123_456 },
    ]);
  });

  it('cuts the description at 1000 characters and gives the whole explanation as evidence', () => {
    const explanation = `${'长'.repeat(1200)} end`;
    const { description, evidence } = firstOf(aBrandNotice({ explanation }));
    expect(description).toBe(`${'长'.repeat(999)}…`);
    expect(Buffer.from(evidence?.[0]?.payload ?? '', 'base64').toString()).toBe(explanation);
    expect(firstOf(aBrandNotice({ explanation: 'x'.repeat(40_000) })).evidence).toBeUndefined();
  });
});

describe('what has no report', () => {
  const reasonsOf = (facts: NoticeFacts) =>
    reportsOf(facts).leftOut.map(({ position, because }) => [position, because]);
  const everyListing = (because: string) => [
    [1, because],
    [2, because],
  ];

  it.each<Ground>(['design', 'patent', 'circumvention'])('a complaint about %s: XARF has no type', (ground) => {
    expect(reasonsOf(aBrandNotice({ ground }))).toEqual(everyListing('no-type'));
  });

  it('a trademark whose owner has no site we know of; a copyright needs none', () => {
    const rightsHolder = aRightsHolder({ website: null });
    expect(reasonsOf(aBrandNotice({ rightsHolder }))).toEqual(everyListing('no-legitimate-site'));
    expect(reasonsOf(aCopyNotice({ rightsHolder }))).toEqual([]);
  });

  it.each([null, 'nobody', 'jürgen@alpengluehen.test'])('a complainant whose address is %p', (email) => {
    const contact = { name: 'Eva', address: null, phone: null, email };
    expect(reasonsOf(aCopyNotice({ contact }))).toEqual(everyListing('no-contact'));
  });

  it('a listing that is no web page, and only that one', () => {
    const items = [
      { url: 'fake-shop.test', title: null, seller: null },
      { url: 'https://fake-shop.test/', title: null, seller: null },
    ];
    const { reports, leftOut } = reportsOf(aCopyNotice({ items, platform: at('registrar') }));
    expect(leftOut).toMatchObject([{ position: 1, because: 'no-web-address' }]);
    expect(reports).toMatchObject([{ report_id: reportId(2), source_identifier: 'fake-shop.test' }]);
  });

  it('a report that does not fit the schema, with the field named', () => {
    const { reports, leftOut } = xarfReports(aBrandNotice(), { ...aSender, contact: 'nobody' }, reportId);
    expect(reports).toEqual([]);
    expect(leftOut).toMatchObject([{ because: 'invalid' }, { because: 'invalid' }]);
    expect(leftOut[0]?.why).toContain('/sender/contact must match format "email"');
    expect(xarfReports(aBrandNotice(), aSender, () => 'one').leftOut[0]?.why).toContain('/report_id');
  });
});

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 1500 }),
  fc.string({
    unit: fc.constantFrom('\r\n', '\u202e', '\0', '\ud800', '"', '\\', '{{', '</script>', '👨‍👩‍👧', '标', 'e\u0301'),
  }),
  fc.constantFrom('__proto__', 'constructor', '\u2028'.repeat(50), 'x'.repeat(5000), '\u0301'.repeat(2000)),
);

const hostileFacts = fc.record({
  title: hostile,
  seller: hostile,
  explanation: hostile,
  tail: hostile,
  name: hostile,
  platformName: hostile,
  kind: fc.constantFrom(...platformKinds),
  ground: fc.constantFrom<Ground>('counterfeit', 'trademark-use', 'copyright-copy'),
});

describe('whatever sellers and people write', () => {
  it('gives valid reports or a stated reason, never an invalid one', () => {
    fc.assert(
      fc.property(hostileFacts, ({ title, seller, explanation, tail, name, platformName, kind, ground }) => {
        const isCopy = ground === 'copyright-copy';
        const { reports, leftOut } = reportsOf(
          aBrandNotice({
            ground,
            explanation,
            platform: aPlatform({ kind, name: platformName }),
            rights: [
              aRight({ kind: isCopy ? 'copyright' : 'trademark', title: 'ALPENGLÜHEN' }),
              aRight({ kind: isCopy ? 'copyright' : 'trademark', title: name, number: seller, office: title }),
            ],
            signature: { name, capacity: title },
            evidenceUrls: [tail],
            items: [{ url: `https://shop.test/${tail}`, title, seller }],
          }),
        );
        expect(leftOut).toEqual([]);
        const sent = JSON.parse(JSON.stringify(reports)) as XarfReport[];
        expect(sent.flatMap(reportFaults)).toEqual([]);
        expect(JSON.stringify(sent)).not.toMatch(/\p{Cs}|\\ud[89a-f]/u);
        expect(JSON.stringify(sent)).not.toMatch(/[\u202e\u2066]/u);
      }),
      { numRuns: 300 },
    );
  });

  it('never gives an invalid report for any address', () => {
    const address = fc.oneof(
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      hostile,
      fc.webAuthority().map((host) => `http://${host}/`),
    );
    fc.assert(
      fc.property(address, (url) => {
        const { reports, leftOut } = reportsOf(aCopyNotice({ items: [{ url, title: null, seller: null }] }));
        expect(reports.length + leftOut.length).toBe(1);
        expect(leftOut.map(({ because }) => because)).not.toContain('invalid');
      }),
      { numRuns: 300 },
    );
  });
});
