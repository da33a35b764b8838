import { describe, expect, it } from '@jest/globals';

import { readMessage } from '../message.js';
import { suggest } from './suggest.js';

/** Letters in our own words, in the shapes platforms answer in. */
const letters: [string, string][] = [
  [
    'refused',
    'Dear Rights Owner, Thank you for your submission. After careful review we were unable to verify your claim and the listing will remain active.',
  ],
  [
    'needs-info',
    'Thank you for contacting us. To process your report we need a copy of the trademark registration certificate and the exact URLs of the infringing listings.',
  ],
  [
    'refused',
    'We regret to inform you that your request to remove the listing has been declined. Reason: the power of attorney has expired. You may resubmit with a valid document.',
  ],
  ['removed', 'Good news! The items you reported have been taken down from our marketplace.'],
  ['removed', 'Your report has been processed and the following listings were removed: https://x.example/1'],
  ['refused', 'We are only a registrar and do not host the website content. Please contact the hosting provider.'],
  [
    'refused',
    'We have reviewed your notice. The information provided is not sufficient for us to take action, and we consider this matter closed.',
  ],
  [
    'needs-info',
    'Your complaint is missing the signature of the right holder. Please resubmit your notice with a signature.',
  ],
  [
    'acknowledgement',
    'Hello, we acknowledge receipt of your notice dated 3 March. Reference no. AB-998877. Our team will get back to you within 3 business days.',
  ],
  [
    'counter-notice',
    'Please be advised that the seller has responded to your complaint with a counter notification. If you do not file a lawsuit within 10 business days, the listing will be reinstated.',
  ],
  ['acknowledgement', 'We have informed the seller about your complaint and given the seller three days to respond.'],
  ['duplicate', 'This is a duplicate of a previously submitted report (case 4451).'],
  [
    'refused',
    'Based on our review, the trademark in the listing is used descriptively and we have determined that no infringement has occurred.',
  ],
  [
    'refused',
    'Unfortunately, we cannot remove the listing, as the product appears to be genuine and resale is permitted.',
  ],
  ['other', 'Your ticket has been closed.'],
  [
    'refused',
    'Please note that we do not arbitrate disputes between parties. We recommend that you contact the seller directly or seek a court order.',
  ],
  ['refused', '尊敬的权利人，您提交的投诉单TS2026001因授权委托书已过期未通过审核，请更新后重新提交。'],
  ['needs-info', '您好，您提交的权属证明不清晰，请重新上传商标注册证扫描件。'],
  ['removed', '您好，您投诉的3个商品链接我们已作下架处理。'],
  ['refused', '尊敬的用户：经平台核查，被投诉商品与您的外观设计专利存在明显差异，故不支持您的投诉请求。'],
  ['refused', '该商品链接已失效，无需处理。'],
  ['acknowledgement', '尊敬的用户，您的知识产权投诉已提交成功，投诉编号：IP20260303，我们将在3个工作日内处理。'],
  ['refused', 'Kính gửi quý khách, chúng tôi không thể gỡ bỏ sản phẩm vì tài liệu chứng minh quyền không hợp lệ.'],
  ['removed', 'Sản phẩm vi phạm đã bị xóa khỏi hệ thống.'],
  ['refused', 'Rất tiếc, báo cáo của bạn không được chấp nhận do nhãn hiệu không được bảo hộ tại Việt Nam.'],
  ['needs-info', 'Hồ sơ của quý khách chưa đầy đủ, đề nghị quý khách cung cấp bản sao giấy chứng nhận.'],
  [
    'partial',
    'We have removed two of the four listings you reported. The other two listings do not infringe your trademark.',
  ],
  [
    'refused',
    'Your DMCA notice does not meet the requirements of 17 U.S.C. 512(c)(3) because it lacks a statement under penalty of perjury. Therefore we have not taken any action.',
  ],
  ['refused', 'We have decided not to remove this content.'],
  ['refused', 'No action has been taken on your complaint.'],
  ['refused', 'Our specialists found nothing wrong with the listing.'],
  ['removed', 'The seller’s listing was removed for violating our policies.'],
  ['restricted', 'The visibility of the listing has been reduced in search results.'],
  ['refused', 'Your notice was submitted through the wrong channel. Please use our Brand Portal form.'],
  ['needs-info', 'In order to investigate further, could you please send us comparison pictures?'],
  ['refused', 'You have exceeded the allowed number of links; your complaint was not processed.'],
  ['other', 'Your reporting account has been suspended due to repeated inaccurate notices.'],

  [
    'refused',
    'Hello, we have looked into your intellectual property complaint. The listing is for a compatible accessory and does not use your logo, so we cannot take it down.',
  ],
  ['refused', 'Your appeal has been reviewed and our initial decision remains unchanged.'],
  ['removed', 'As a result of your notice, the offer is no longer available on our site.'],
  ['removed', 'We have deactivated the offers you reported and warned the seller.'],
  [
    'needs-info',
    'Our team noticed that the trademark number you entered is not valid. Kindly correct the number and submit again.',
  ],
  ['needs-info', 'Please reply with proof that you are authorised to act on behalf of the rights owner.'],
  [
    'acknowledgement',
    'This is to confirm that your submission was received and is currently being reviewed by our team.',
  ],
  [
    'acknowledgement',
    'Thanks for reporting. We usually answer in 48 hours. If the content violates our rules we will remove it.',
  ],
  [
    'refused',
    'The URLs you provided are not valid or do not point to an individual product page; therefore your complaint could not be accepted.',
  ],
  ['refused', 'Complaint status: Rejected. Reason: insufficient evidence.'],
  ['removed', 'Complaint status: Removed'],
  ['refused', '投诉处理结果：不通过。原因：证据不足，建议补充购买鉴定报告后再次发起投诉。'],
  ['removed', '投诉处理结果：已下架'],
  ['refused', '很抱歉，您的投诉因提供的商标类别与商品类别不一致被退回。'],
  ['counter-notice', '您好，被投诉方已就您的投诉提起申诉，请您在3个工作日内确认是否接受。'],
  ['refused', 'Yêu cầu gỡ bỏ đã bị từ chối: sản phẩm không sử dụng nhãn hiệu của quý vị.'],
  ['acknowledgement', 'Cảm ơn bạn đã liên hệ. Yêu cầu của bạn đã được ghi nhận với mã yêu cầu 778899.'],
  ['removed', 'Chúng tôi đã tiến hành gỡ các sản phẩm vi phạm theo yêu cầu của quý công ty.'],
  [
    'refused',
    'After reviewing your report, we determined that the content does not go against our Community Standards.',
  ],
  ['refused', 'We did not take action on the listing because it does not violate our Counterfeit Policy.'],
  ['other', 'We have updated our terms of service.'],
  ['refused', 'Your claim was not upheld.'],
  [
    'counter-notice',
    'The uploader disputes your claim and has filed a counter notification under 17 U.S.C. 512(g). A copy is attached.',
  ],
  ['other', 'Following the counter-notice, the listing has been reinstated.'],
  ['needs-info', 'We could not find the listing at the address you gave. Please check the link and send it again.'],
  ['removed', '2 listings have been removed. No further action is required from you.'],
  [
    'refused',
    'We checked the listing and believe it is a licensed product sold by an authorised distributor, so it stays online.',
  ],

  [
    'acknowledgement',
    'Your complaint 8834 has been assigned to an agent. Complaints that are incomplete may be rejected.',
  ],
  ['acknowledgement', 'We received your notice and will remove the listing if we find that it infringes.'],
  ['other', 'Please rate our service. Your opinion matters.'],
  ['refused', 'We are sorry, but this does not constitute trademark infringement under our rules.'],
  ['needs-info', 'Before we can proceed, we require a translation of the certificate into English.'],
  ['needs-info', 'Can you confirm whether the seller is one of your distributors?'],
  ['removed', 'The content has been blocked and the seller penalised.'],
  ['refused', 'Your infringement report was closed because the reported ASIN is no longer active.'],
  ['refused', '经审核，您提供的材料不足以证明侵权，投诉不予受理。'],
  ['needs-info', '请在5个工作日内补充营业执照和授权书，逾期将关闭投诉。'],
  ['removed', '平台已对侵权商品进行删除，并对卖家作出处罚。'],
  ['acknowledgement', '我们正在核实您的投诉，请耐心等待。'],
  ['refused', 'Chúng tôi không phát hiện hành vi vi phạm đối với sản phẩm này.'],
  ['acknowledgement', 'Khiếu nại của quý khách đang được xử lý.'],
  ['removed', 'Der gemeldete Artikel wurde von unserer Plattform entfernt.'],
  ['refused', 'Después de revisar su denuncia, el producto no infringe sus derechos.'],
];

describe('letters as platforms write them', () => {
  it.each(letters)('%s: %s', async (expected, text) => {
    const raw = `From: ip@platform.example\r\nSubject: Re: notice\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}`;
    const found = suggest(await readMessage(Buffer.from(raw)), { filingLanguages: ['en'], listings: [] });
    expect(found.outcome ?? found.kind).toBe(expected);
  });
});
