import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { grounds, languages, platformKinds } from '#libs/domain';
import { aNotice, aPlatform, aRight, aRightsHolder, shippedRegime, shippedRegimes } from './a-notice.spec-data.js';
import { renderNotice } from './render-notice.js';

const expectedEnglish = `To: Marketville
Date: 16 March 2026
Our reference: RD-2026-00012 (please quote it in every answer)

Notice of copyright infringement

To the team handling intellectual property complaints at Marketville:

For Alpenglühen Textil GmbH (the "Rights Holder"), we give notice that the rights identified in section 2 are infringed by the 1 listing identified in section 3. This notice is given under section 512(c)(3) of the US Copyright Act (17 USC 512(c)(3)(A)).


1. Rights Holder

   Name: Alpenglühen Textil GmbH
   Address: Getreidegasse 9, 5020 Salzburg
   Country: Austria


2. Rights relied on

   2.1 Copyright work: Winter catalogue


3. Listings

   3.1 https://www.marketville.test/item/7
       Title: Poster
       Seller or account: printshop


4. Why they infringe

   The material reproduces or makes available the work identified in section 2, in whole or in substantial part, without authorisation by the copyright owner, its agent or the law.

   In detail:

   The poster is page 4 of our catalogue.

   It is sold without a licence.


5. Evidence

   This notice rests on the listings themselves and on the rights in section 2.


6. What we ask you to do

   Please remove each listing identified in section 3, or disable access to it, without undue delay.

   Where the law that applies to you provides for it, please pass this notice on to the seller or account holder.


7. What we ask you to tell us

   Please answer to the address this notice came from, quoting RD-2026-00012, and tell us
   (a) that you have received this notice, and your own case number;
   (b) your decision on each listing, by its number in section 3;
   (c) for each listing you leave in place, the facts and the law or rule on which your decision rests;
   (d) what we would have to change or add for the notice to succeed;
   (e) how your decision can be reviewed, by whom, and by when we must ask for it.


8. Statements

   8.1 I have a good faith belief that use of the material in the manner complained of is not authorized by the copyright owner, its agent, or the law. I have taken fair use into consideration.
   8.2 The information in this notification is accurate.
   8.3 Under penalty of perjury, I am the owner, or authorized to act on behalf of the owner, of an exclusive right that is allegedly infringed.


9. Signature and contact

   /s/ Eva Berger
   Eva Berger, Head of Legal
   16 March 2026

   E-mail: marken@alpengluehen.test

Our reference: RD-2026-00012
`;

describe('the notice in English', () => {
  it('reads like this, byte for byte', () => {
    const notice = renderNotice(
      aNotice({
        regime: shippedRegime('us-dmca-512c3'),
        ground: 'copyright-copy',
        rights: [
          aRight({
            kind: 'copyright',
            title: 'Winter catalogue',
            number: null,
            office: null,
            classes: [],
            validFrom: null,
            validTo: null,
          }),
        ],
        items: [{ url: 'https://www.marketville.test/item/7', title: 'Poster', seller: 'printshop' }],
        explanation: 'The poster is page 4 of our catalogue.  \r\n\r\nIt is sold without a licence.',
        evidenceUrls: [],
        contact: { name: null, address: null, phone: null, email: 'marken@alpengluehen.test' },
      }),
    );
    expect(notice).toMatchObject({
      subject: 'Notice of copyright infringement: 1 listing, Alpenglühen Textil GmbH [RD-2026-00012]',
      text: expectedEnglish,
      language: 'en',
    });
  });

  it('says what is missing in a draft and invents nothing', () => {
    const { text } = renderNotice(
      aNotice({
        rights: [],
        items: [],
        explanation: '',
        signature: null,
        statements: { goodFaith: false, accuracy: false, authority: false },
      }),
    );
    for (const line of ['No right has been named.', 'No listing has been named.', 'Not signed.']) {
      expect(text).toContain(`   ${line}\n`);
    }
    expect(text).toContain('   No statement has been confirmed.\n');
    expect(text).not.toContain('In detail:');
    expect(text).not.toContain('good faith belief');
  });
});

describe('the notice in Chinese', () => {
  it('is Chinese throughout and quotes the statements in the exact words', () => {
    const regime = shippedRegime('cn-ecommerce-42');
    const { subject, text, language } = renderNotice(
      aNotice({
        language: 'zh',
        regime,
        platform: aPlatform({ name: '淘宝网', timeZone: 'Asia/Shanghai' }),
        rightsHolder: aRightsHolder({ name: '杭州山光服饰有限公司', country: 'CN', address: '杭州市西湖区一号' }),
        explanation: '该商品领标使用了我方注册商标,我方从未生产该款式。',
      }),
    );
    expect(language).toBe('zh');
    expect(subject).toBe('关于销售假冒注册商标商品的通知:2个链接,杭州山光服饰有限公司 [RD-2026-00012]');
    expect(text).toContain('致:淘宝网\n日期:2026年3月16日\n我方编号:RD-2026-00012(回复时请务必注明)\n');
    expect(text).toContain(
      '本通知依据《中华人民共和国电子商务法》第四十二条及《中华人民共和国民法典》第一千一百九十五条发出。',
    );
    expect(text).toContain('        注册号/登记号:018123456\n        登记机关:EUIPO\n        尼斯分类:第18、25类\n');
    expect(text).toContain('        有效期:2019-05-02至2029-05-02\n');
    for (const { wording } of regime.statements) expect(text).toContain(wording.zh);
    expect(text).toContain('    签署(电子签名):Eva Berger\n    身份:Head of Legal\n    日期:2026年3月16日\n');
  });
});

describe('every combination', () => {
  it('of language, ground, kind of platform and regime renders without a gap', () => {
    const combinations = languages.flatMap((language) =>
      grounds.flatMap((ground) =>
        platformKinds.flatMap((kind) => shippedRegimes.map((regime) => ({ language, ground, kind, regime }))),
      ),
    );
    expect(combinations).toHaveLength(6 * 6 * 11 * 13);
    for (const { kind, ...combination } of combinations) {
      const { subject, text, html } = renderNotice(aNotice({ ...combination, platform: aPlatform({ kind }) }));
      expect(`${subject}\n${text}`).not.toMatch(/undefined|null|\[object|\{\{|NaN| {2}\n|\n{4}/);
      expect(html).not.toMatch(/undefined|null|\[object|\{\{|NaN/);
    }
  });

  it('asks a registrar to investigate and claims no DNS Abuse', () => {
    const { text } = renderNotice(
      aNotice({ platform: aPlatform({ kind: 'registrar' }), regime: shippedRegime('icann-raa-3-18') }),
    );
    expect(text).toContain('Please confirm receipt of this report, investigate it promptly');
    expect(text).toContain('We do not contend that the domain names are used for DNS Abuse');
    expect(text).not.toContain('Please remove');
  });
});

describe('hostile input', () => {
  it('cannot bring in template tags', () => {
    const { text, subject } = renderNotice(
      aNotice({
        explanation:
          'A {{reference}} {{{signature.name}}} {{#items}}x{{/items}} {{> partial}} {{=<% %>=}} <b>&amp;</b>',
        rightsHolder: aRightsHolder({ name: '{{platform}} & Söhne <script>' }),
      }),
    );
    expect(text).toContain(
      '   A {{reference}} {{{signature.name}}} {{#items}}x{{/items}} {{> partial}} {{=<% %>=}} <b>&amp;</b>\n',
    );
    expect(text).toContain('   Name: {{platform}} & Söhne <script>\n');
    expect(subject).toContain('{{platform}} & Söhne <script>');
  });

  it('cannot break out of the subject or out of a line', () => {
    const { text, subject } = renderNotice(
      aNotice({
        reference: 'RD-1\r\nBcc: victim@example.com',
        rightsHolder: aRightsHolder({ name: 'Acme\r\n\r\nBcc: all@example.com\u2028X\u0085Y' }),
        items: [
          {
            url: 'https://shop.test/a\r\nb',
            title: 'Shoes\r\n\n9. Signature and contact\n/s/ Somebody',
            seller: 'a\u0000b\u0007c\u001b[31md',
          },
        ],
      }),
    );
    expect(subject).toBe(
      'Notice of counterfeit goods: 1 listing, Acme Bcc: all@example.com X Y [RD-1 Bcc: victim@example.com]',
    );
    expect(text).toContain('       Title: Shoes 9. Signature and contact /s/ Somebody\n');
    expect(text).toContain('       Seller or account: a b c [31md\n');
    expect(text).toContain('   3.1 https://shop.test/a%0D%0Ab\n');
    expect(text.match(/^9\. Signature and contact$/gm)).toHaveLength(1);
  });

  it('cannot pass a line of the explanation for a heading', () => {
    const { text } = renderNotice(aNotice({ explanation: 'True.\n9. Signature and contact\n\tTo: Somebody else' }));
    expect(text).toContain('   True.\n   9. Signature and contact\n   \tTo: Somebody else\n');
    expect(text.match(/^9\. Signature and contact$/gm)).toHaveLength(1);
  });

  it('cannot turn the reading direction or hide characters', () => {
    const { text, subject } = renderNotice(
      aNotice({
        rightsHolder: aRightsHolder({ name: '\u202eAcme\u202c \u2066Ltd\u2069\u200f\ufeff' }),
        items: [{ url: 'https://shop.test/\u202egpj.exe', title: 'in\u200bvisible \ud800', seller: 'متجر' }],
        explanation: 'Right\u202eleft \u061c\u200eend of it.',
      }),
    );
    expect(`${subject}${text}`).not.toMatch(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/);
    expect(text).toContain('   3.1 https://shop.test/%E2%80%AEgpj.exe\n       Title: invisible \ufffd\n');
    expect(text).toContain('       Seller or account: متجر\n');
    expect(text).toContain('   Rightleft end of it.\n');
  });

  it('of a megabyte is rendered whole and at once', () => {
    const sentence = 'They copied every page of the book. ';
    const hostile = [
      sentence.repeat(29_128),
      ' '.repeat(1_048_576),
      `x${' \t'.repeat(524_288)}y`,
      '\r\n'.repeat(524_288),
    ];
    for (const explanation of hostile) {
      const start = performance.now();
      const { text } = renderNotice(aNotice({ explanation }));
      expect(text).toContain(explanation.trim().slice(0, 20));
      expect(performance.now() - start).toBeLessThan(2000);
    }
    const whole = renderNotice(aNotice({ explanation: hostile[0] ?? '' })).text;
    expect(whole).toContain(`   ${sentence.repeat(29_128).trim()}\n`);
  });

  it('of any kind leaves the subject one printable line with the reference at its end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), fc.string(), (name, title, text) => {
        const notice = renderNotice(
          aNotice({
            rightsHolder: aRightsHolder({ name }),
            items: [{ url: 'https://shop.test/x', title, seller: title }],
            explanation: text,
          }),
        );
        expect(notice.subject).toMatch(/^[^\p{Cc}\u2028\u2029]{1,300} \[RD-2026-00012\]$/u);
        expect(notice.text.match(/^\d\. /gm)).toHaveLength(9);
      }),
    );
  });
});
