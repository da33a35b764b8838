import { describe, expect, it } from '@jest/globals';
import { grounds, languages } from '#libs/domain';
import type { Language, Right, RightsHolder } from '#libs/domain';
import { renderNotice } from '#libs/notices';
import type { NoticeFacts } from '#libs/notices';
import { readNotice } from './read-notice.js';

const mail = (headers: string[], text: string): Buffer =>
  Buffer.from([...headers, 'Content-Type: text/plain; charset=utf-8', '', text].join('\r\n'));

const english = `Our reference: RD-2026-00012

1. Rights Holder

   Name: Velora GmbH

2. Rights relied on

   2.1 Trademark: VELORA
       Registration number: 1234567

3. Listings

   3.1 https://shop.test/item/1
       Title: see https://elsewhere.test/
   3.2 https://shop.test/item/2

5. Evidence

   5.1 https://evidence.test/a.png
`;

const at = new Date('2026-03-16T12:00:00Z');
const row = { workspaceId: 'w', rightsHolderId: 'h', createdAt: at, updatedAt: at };
const inAll = (text: string): Record<Language, string> => ({
  en: text,
  zh: text,
  vi: text,
  fr: text,
  de: text,
  es: text,
});

const rightsHolder: RightsHolder = {
  ...row,
  id: 'h',
  name: 'Velora GmbH',
  country: 'AT',
  address: null,
  email: null,
  phone: null,
  website: null,
  programmes: [],
  representedByAgent: false,
};

const right: Right = {
  ...row,
  id: 'r',
  kind: 'trademark',
  title: 'VELORA',
  registration: 'registered',
  number: '1234567',
  office: 'EUIPO',
  classes: [9],
  locarno: [],
  covers: null,
  territories: ['EU'],
  validFrom: null,
  validTo: null,
  owners: [],
  documents: [],
};

/** A notice as Redress writes it, with links in it that are no listings. */
const facts = (overrides: Pick<NoticeFacts, 'language' | 'ground'>): NoticeFacts => ({
  reference: 'RD-2026-00012',
  at,
  platform: {
    slug: 'shop',
    name: 'Shop',
    kind: 'marketplace',
    country: null,
    timeZone: 'UTC',
    simulated: true,
    languages,
    grounds: {},
    rightKinds: ['trademark'],
    channels: [],
    gate: {},
    programme: null,
    senderDomains: [],
    listingHosts: [],
    addresses: [],
    markets: {},
    limits: {},
    clocks: {},
    sources: [],
  },
  regime: {
    id: 'rule',
    effectiveFrom: '2020-01-01',
    name: inAll('the rules for trademark, design and patent notices'),
    citation: 'Rule 1',
    elements: [],
    statements: [],
  },
  explanation: 'Compare https://elsewhere.test/original with the listings.',
  rightsHolder,
  rights: [right],
  items: [
    { url: 'https://shop.test/item/1', title: 'see https://elsewhere.test/', seller: null },
    { url: 'https://shop.test/商品/2', title: null, seller: 'velora-outlet' },
  ],
  statements: { goodFaith: false, accuracy: false, authority: false },
  signature: { name: 'Eva Berger', capacity: 'Counsel' },
  contact: { name: 'Eva Berger', address: null, phone: null, email: 'eva@velora.test' },
  evidenceUrls: ['https://evidence.test/a.png'],
  evidenceFiles: [],
  goodsClasses: [9],
  powers: [],
  ...overrides,
});

describe('a notice of ours', () => {
  const combinations = languages.flatMap((language) => grounds.map((ground) => [language, ground] as const));

  it.each(combinations)(
    'in %s on the ground %s is read as it was meant, without a header to help',
    async (language, ground) => {
      const { subject, text } = renderNotice(facts({ language, ground }));
      const encoded = `=?UTF-8?B?${Buffer.from(subject).toString('base64')}?=`;
      const { notice } = await readNotice(mail(['From: notices@redress.test', `Subject: ${encoded}`], text));
      expect(notice).toMatchObject({ reference: 'RD-2026-00012', rightsHolder: 'Velora GmbH', language });
      expect(notice.items).toEqual([
        { url: 'https://shop.test/item/1', right: 'VELORA', ground, equivalenceGroup: null },
        { url: 'https://shop.test/商品/2', right: 'VELORA', ground, equivalenceGroup: null },
      ]);
    },
  );

  it.each([
    ['zh-Hans', 'zh'],
    ['de', 'de'],
    ['pt', 'en'],
  ])('is taken to be in the language its header says: %s is %s', async (said, language) => {
    const { notice } = await readNotice(mail(['From: a@b.test', `Content-Language: ${said}`], 'Hello'));
    expect(notice.language).toBe(language);
  });
});

describe('readNotice', () => {
  it('reads the numbered listings, and no other link', async () => {
    const read = await readNotice(
      mail(
        [
          'From: notices@redress.test',
          'Reply-To: reply+t0k3n@redress.test',
          'Message-ID: <a@redress.test>',
          'Subject: Notice of copyright infringement: 2 listings, Velora GmbH [RD-2026-00012]',
        ],
        english,
      ),
    );
    expect(read).toMatchObject({ messageId: '<a@redress.test>', replyTo: 'reply+t0k3n@redress.test' });
    expect(read.notice).toMatchObject({ reference: 'RD-2026-00012', rightsHolder: 'Velora GmbH', language: 'en' });
    expect(read.notice.items.map(({ url }) => url)).toEqual(['https://shop.test/item/1', 'https://shop.test/item/2']);
    expect(read.notice.items[0]).toMatchObject({ right: 'VELORA', ground: 'copyright-copy' });
  });

  it('reads a Chinese notice', async () => {
    const text = `一、权利人\n\n    名称:某某有限公司\n\n    3.1 https://shop.test/商品/1\n`;
    const subject = `=?UTF-8?B?${Buffer.from('关于销售假冒注册商标商品的通知').toString('base64')}?=`;
    const headers = [
      'From: a@b.test',
      `Subject: ${subject}`,
      'Content-Language: zh',
      'X-Redress-Reference: RD-2026-00077',
    ];
    const { notice } = await readNotice(mail(headers, text));
    expect(notice).toMatchObject({ reference: 'RD-2026-00077', rightsHolder: '某某有限公司', language: 'zh' });
    expect(notice.items).toMatchObject([{ url: 'https://shop.test/商品/1', ground: 'counterfeit' }]);
  });

  it('makes do with any mail that has links', async () => {
    const headers = ['From: Someone <someone@b.test>', 'Message-ID: <x@b.test>', 'Subject: please remove'];
    const read = await readNotice(mail(headers, 'Look: https://shop.test/9, and <https://shop.test/10>.'));
    expect(read.replyTo).toBe('someone@b.test');
    expect(read.notice.reference).toBe('<x@b.test>');
    expect(read.notice.items.map(({ url }) => url)).toEqual(['https://shop.test/9', 'https://shop.test/10']);
  });

  it('survives a mail without anything', async () => {
    expect((await readNotice(Buffer.from('\r\n'))).notice.items).toEqual([]);
  });
});
