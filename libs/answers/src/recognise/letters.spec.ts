import { describe, expect, it } from '@jest/globals';
import type { ReasonCode, ReplySuggestion } from '#libs/domain';

import { readMessage } from '../message.js';
import type { SuggestionContext } from './suggest.js';
import { suggest } from './suggest.js';

const none: SuggestionContext = { filingLanguages: ['en', 'zh', 'vi'], listings: [] };

async function read(text: string, headers = '', context = none): Promise<ReplySuggestion> {
  const raw = `From: ip@platform.example\r\nSubject: Re: RD-2026-00012\r\n${headers}Content-Type: text/plain; charset=utf-8\r\n\r\n${text}`;
  return suggest(await readMessage(Buffer.from(raw, 'utf8')), context);
}

const decided = async (text: string): Promise<string> => {
  const found = await read(text);
  return found.outcome ?? found.kind;
};

describe('what a letter decides', () => {
  it.each([
    ['We have removed the listing you reported. Thank you.', 'removed'],
    ['Access to the reported item has now been disabled.', 'removed'],
    [
      'After review, your complaint has been rejected because the trademark registration does not cover class 25.',
      'refused',
    ],
    ['The reported item does not violate our policies.', 'refused'],
    ['We are unable to process your complaint.', 'refused'],
    ['We did not find any infringement of your rights in this listing.', 'refused'],
    ['We removed 3 of the 5 listings. The remaining listings do not infringe.', 'partial'],
    ['This listing was already reported under an earlier case; your report is a duplicate.', 'duplicate'],
    ['The listing has been restricted in Germany and remains visible elsewhere.', 'restricted'],
    ['Please provide the registration certificate of your trademark so that we can go on.', 'needs-info'],
    ['We are unable to process your complaint. Please provide a power of attorney.', 'needs-info'],
    ['We have received your complaint. Your case number is CAS-4711. We will review it.', 'acknowledgement'],
    ['We have received a counter-notice from the seller, attached below.', 'counter-notice'],
    ['The seller has submitted a counter-notice.', 'counter-notice'],
    ['If the listing is removed, you will be told.', 'other'],
    ['The listing has not yet been removed.', 'other'],
    ['Hello, how are you?', 'other'],
  ])('English: %s', async (text, expected) => {
    expect(await decided(text)).toBe(expected);
  });

  it.each([
    ['您好，您投诉的商品链接已被下架处理，感谢您的配合。', 'removed'],
    ['经审核，投诉成立，相关链接已删除。', 'removed'],
    ['经核实，您的投诉不成立，商品未构成侵权。', 'refused'],
    ['您的投诉已被驳回，原因：商标注册类别与商品不符。', 'refused'],
    ['您好，请补充提供商标注册证及授权书。', 'needs-info'],
    ['您的投诉已收到，受理编号：20260012345，我们将尽快处理。', 'acknowledgement'],
    ['卖家已提交不存在侵权行为的声明，请在15日内回复。', 'counter-notice'],
    ['部分链接已下架，其余链接未发现侵权。', 'partial'],
    ['该链接属于重复投诉。', 'duplicate'],
  ])('Chinese: %s', async (text, expected) => {
    const found = await read(text);
    expect(found.outcome ?? found.kind).toBe(expected);
    expect(found.language).toBe('zh');
  });

  it.each([
    ['Chúng tôi đã gỡ bỏ sản phẩm bị khiếu nại khỏi sàn.', 'removed'],
    ['Yêu cầu của quý khách bị từ chối vì giấy chứng nhận đã hết hạn.', 'refused'],
    ['Sau khi xem xét, sản phẩm này không vi phạm chính sách của chúng tôi.', 'refused'],
    ['Vui lòng bổ sung giấy ủy quyền và giấy chứng nhận đăng ký nhãn hiệu.', 'needs-info'],
    ['Chúng tôi đã nhận được khiếu nại của quý khách và sẽ phản hồi sớm.', 'acknowledgement'],
    ['Chúng tôi đã nhận được thông báo phản đối từ người bán.', 'counter-notice'],
  ])('Vietnamese: %s', async (text, expected) => {
    const found = await read(text);
    expect(found.outcome ?? found.kind).toBe(expected);
    expect(found.language).toBe('vi');
  });

  it.each([
    ['Wir haben das gemeldete Angebot entfernt.', 'removed'],
    ['Ihre Beschwerde wurde abgelehnt, weil das Angebot Ihre Marke nicht verletzt.', 'refused'],
    ['Votre demande a été rejetée.', 'refused'],
    ['El anuncio ha sido eliminado de nuestra plataforma.', 'removed'],
  ])('other languages: %s', async (text, expected) => {
    expect(await decided(text)).toBe(expected);
  });
});

describe('outcomes per listing', () => {
  const listings = [1, 2, 3].map((n) => ({ url: `https://shop.example/item/100200${n}`, title: `Watch ${n}` }));

  it('reads the word beside each address', async () => {
    const text = `Result of your report:\n${listings[0]?.url ?? ''} - removed\n${listings[1]?.url ?? ''} - rejected\n${listings[2]?.url ?? ''} - not removed`;
    const found = await read(text, '', { ...none, listings });
    expect(found).toMatchObject({
      kind: 'decision',
      outcome: 'partial',
      listings: [
        { url: listings[0]?.url, outcome: 'removed' },
        { url: listings[1]?.url, outcome: 'refused' },
        { url: listings[2]?.url, outcome: 'refused' },
      ],
    });
  });

  it('reads the heading above a list of addresses', async () => {
    const text = `We have removed the following listings:\n\n- ${listings[0]?.url ?? ''}\n- ${listings[1]?.url ?? ''}\n\nThe following listings do not infringe your rights:\n\n- ${listings[2]?.url ?? ''}\n`;
    const found = await read(text, '', { ...none, listings });
    expect(found.outcome).toBe('partial');
    expect(found.listings).toEqual([
      { url: listings[0]?.url, outcome: 'removed' },
      { url: listings[1]?.url, outcome: 'removed' },
      { url: listings[2]?.url, outcome: 'refused' },
    ]);
  });
});

describe('why a complaint was refused', () => {
  const reasons: [string, ReasonCode][] = [
    ['Your complaint was rejected.', 'RR-00'],
    ['Your complaint was rejected: the item does not violate our policies.', 'RR-01'],
    ['Your complaint was rejected because you did not provide a power of attorney.', 'RR-11'],
    ['Your complaint was rejected because the registration certificate was not attached.', 'RR-12'],
    ['Your report was rejected because your trademark registration has expired.', 'RR-13'],
    ['Your report was rejected because the registrant differs from the complainant.', 'RR-16'],
    ['Your report was declined because the URL is missing.', 'RR-20'],
    ['Your notice was rejected because it lacks a signature.', 'RR-25'],
    ['Your complaint was declined due to insufficient evidence.', 'RR-30'],
    ['We will not remove the item because the seller provided an invoice.', 'RR-43'],
    ['We will not remove the material as it is fair use.', 'RR-42'],
    ['We will not take action. The content is not hosted by us.', 'RR-51'],
    ['您的投诉被驳回，卖家已提供授权书。', 'RR-43'],
    ['您的投诉不成立：证据不足。', 'RR-30'],
    ['Khiếu nại bị từ chối vì không đủ bằng chứng.', 'RR-30'],
  ];
  it.each(reasons)('%s', async (text, code) => {
    expect((await read(text)).statedReason).toBe(code);
  });

  it('finds each element of the justification with its words', async () => {
    const text =
      'Your complaint about listing 1002003 was rejected because the certificate expired on 3 March 2024, so that section 4.2 of our Intellectual Property Policy is not met. ' +
      'Please submit a renewed certificate. You can appeal this decision within six months.';
    const found = await read(text, '', {
      filingLanguages: ['en'],
      listings: [{ url: 'https://shop.example/i/1002003', title: null }],
    });
    expect(found.justification).toEqual({ J1: true, J2: true, J3: true, J4: true, J5: true, J6: true, J7: true });
    expect(found.justificationBecause?.J1).toBe('1002003');
    expect(found.justificationBecause?.J4).toBe('because');
  });

  it('codes an empty refusal as having nothing but its language', async () => {
    const found = await read(
      'The reported item does not violate our policies. If you have any questions, please contact us.',
    );
    expect(found.justification).toEqual({ J1: false, J2: false, J3: false, J4: false, J5: false, J6: false, J7: true });
  });

  it('codes a refusal in another language than those filed in', async () => {
    const found = await read('经核实，您的投诉不成立。', '', { filingLanguages: ['en'], listings: [] });
    expect(found.justification?.J7).toBe(false);
  });
});

describe('automatic replies and reports are never refusals', () => {
  const refusal = 'Your complaint has been rejected. We are unable to process it.';

  it.each([
    ['Auto-Submitted: auto-replied\r\n', refusal],
    ['X-Autorespond: yes\r\n', refusal],
    ['Precedence: auto_reply\r\n', refusal],
    ['', `I am out of the office until Monday. ${refusal}`],
    ['', '我目前不在办公室，无法处理您的投诉。'],
    ['', 'Tôi đang nghỉ phép và không thể xử lý khiếu nại.'],
    ['', 'Ich bin bis Montag im Urlaub und kann Ihre Meldung nicht bearbeiten.'],
  ])('%s %s', async (headers, text) => {
    const found = await read(text, headers);
    expect(found.kind).toBe('auto-reply');
    expect(found.outcome).toBeUndefined();
  });

  it('takes an automatic confirmation for an acknowledgement, with its case number', async () => {
    const found = await read(
      'We have received your report. Case number: 88123-AB.',
      'Auto-Submitted: auto-replied\r\n',
    );
    expect(found).toMatchObject({ kind: 'acknowledgement', caseNumber: '88123-AB' });
  });

  it('takes a decision a ticket system sends for a decision', async () => {
    const found = await read(
      'Your complaint has been rejected.\n\nThis mailbox is not monitored.',
      'Auto-Submitted: auto-generated\r\n',
    );
    expect(found).toMatchObject({ kind: 'decision', outcome: 'refused', structured: false });
  });

  it('takes a mailbox nobody reads for an automatic reply', async () => {
    expect((await read('This mailbox is not monitored. Use our portal.')).kind).toBe('auto-reply');
  });

  it('never reads the quoted notice', async () => {
    const found = await read(
      'Thank you.\n\nOn 3 March 2026 at 10:00, IP team <a@b.example> wrote:\n> The item was removed before.\n> Your complaint was rejected.',
    );
    expect(found.outcome).toBeUndefined();
  });
});
