import { describe, expect, it } from '@jest/globals';
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
