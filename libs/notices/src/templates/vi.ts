import type { NoticeWords } from './notice-words.js';

function period(from: string | null, to: string | null): string | null {
  if (from !== null && to !== null) return `từ ngày ${from} đến ngày ${to}`;
  if (from !== null) return `từ ngày ${from}`;
  return to === null ? null : `đến ngày ${to}`;
}

const date = (): string => "d 'tháng' L 'năm' yyyy";

export const vietnamese: NoticeWords = {
  tag: 'vi',
  locale: 'vi-VN',
  dateFormat: date,
  registerDateFormat: date,
  instant: (day, time) => `${time} UTC, ngày ${day}`,
  indent: '   ',
  colon: ': ',
  comma: ', ',
  heading: (position, title) => `${position}. ${title}`,
  section: {
    rightsHolder: 'Chủ thể quyền',
    rights: 'Các quyền làm căn cứ',
    listings: 'Các tin đăng',
    infringement: 'Lý do xâm phạm',
    evidence: 'Chứng cứ',
    request: 'Đề nghị của chúng tôi',
    answer: 'Nội dung đề nghị phúc đáp',
    statements: 'Tuyên bố',
    signature: 'Chữ ký và thông tin liên hệ',
  },
  label: {
    to: 'Kính gửi',
    date: 'Ngày',
    reference: 'Số tham chiếu của chúng tôi',
    name: 'Tên',
    address: 'Địa chỉ',
    country: 'Quốc gia hoặc vùng lãnh thổ',
    representedBy: 'Người đại diện',
    powerOfAttorney: 'Giấy ủy quyền',
    registration: 'Tình trạng đăng ký',
    number: 'Số đăng ký',
    applicationNumber: 'Số đơn',
    office: 'Cơ quan đăng ký',
    niceClasses: 'Phân nhóm Ni-xơ',
    locarnoClasses: 'Phân loại Lô-các-nô',
    covers: 'Phạm vi bảo hộ',
    territories: 'Lãnh thổ bảo hộ',
    inForce: 'Hiệu lực',
    registrant: 'Người đứng tên đăng ký',
    laterOwner: 'Chủ sở hữu kế tiếp',
    translation: 'Bản dịch',
    listingTitle: 'Tiêu đề',
    seller: 'Người bán hoặc tài khoản',
    file: 'Tệp',
    mediaType: 'Định dạng',
    size: 'Dung lượng',
    capturedAt: 'Thời điểm ghi nhận',
    contact: 'Người liên hệ',
    phone: 'Điện thoại',
    email: 'Thư điện tử',
  },
  absent: {
    rights: 'Chưa nêu quyền nào.',
    listings: 'Chưa nêu tin đăng nào.',
    evidence: 'Thông báo này căn cứ vào chính các tin đăng và các quyền nêu tại Mục 2.',
    statements: 'Chưa có tuyên bố nào được xác nhận.',
    statementsUnasked: 'Quy định làm căn cứ cho thông báo này không yêu cầu tuyên bố nào.',
    signature: 'Chưa ký.',
  },
  quoted: (reference) => `${reference} (vui lòng ghi rõ trong mọi phúc đáp)`,
  title: (matter) => `Thông báo về ${matter}`,
  salutation: (platform) => `Kính gửi bộ phận xử lý khiếu nại về sở hữu trí tuệ của ${platform}:`,
  opening: ({ rightsHolder, listings, basis }) =>
    `Thay mặt ${rightsHolder} (sau đây gọi là “Chủ thể quyền”), chúng tôi thông báo rằng các quyền nêu tại Mục 2 bị xâm phạm bởi ${listings} nêu tại Mục 3. Căn cứ của thông báo này: ${basis}.`,
  listings: (count) => `${count} tin đăng`,
  subject: ({ matter, listings, rightsHolder, reference }) =>
    `Thông báo về ${matter}: ${listings}, ${rightsHolder} [${reference}]`,
  matter: {
    counterfeit: 'hàng hóa giả mạo nhãn hiệu',
    'trademark-use': 'hành vi xâm phạm quyền đối với nhãn hiệu',
    'copyright-copy': 'hành vi xâm phạm quyền tác giả',
    design: 'hành vi xâm phạm quyền đối với kiểu dáng công nghiệp',
    patent: 'hành vi xâm phạm quyền đối với sáng chế',
    circumvention: 'hành vi vô hiệu hóa biện pháp công nghệ bảo vệ quyền',
  },
  allegation: {
    counterfeit:
      'Hàng hóa được chào bán là hàng hóa giả mạo nhãn hiệu. Không được phép, hàng hóa mang dấu hiệu trùng với nhãn hiệu nêu tại Mục 2, hoặc dấu hiệu không thể phân biệt với nhãn hiệu đó về các đặc điểm cơ bản; hàng hóa không có nguồn gốc từ Chủ thể quyền, cũng không từ bất kỳ người nào hành động với sự đồng ý của Chủ thể quyền.',
    'trademark-use':
      'Các tin đăng sử dụng trong hoạt động thương mại, không được sự đồng ý của Chủ thể quyền, nhãn hiệu nêu tại Mục 2 hoặc dấu hiệu tương tự với nhãn hiệu đó đến mức có khả năng gây nhầm lẫn cho người mua về nguồn gốc hàng hóa.',
    'copyright-copy':
      'Nội dung sao chép hoặc cung cấp tới công chúng toàn bộ hoặc một phần đáng kể tác phẩm nêu tại Mục 2, mà không được chủ sở hữu quyền tác giả, người đại diện của chủ sở hữu hoặc pháp luật cho phép.',
    design:
      'Sản phẩm được chào bán thể hiện kiểu dáng công nghiệp nêu tại Mục 2, hoặc kiểu dáng không tạo ấn tượng tổng thể khác biệt với kiểu dáng đó, mà không được sự đồng ý của Chủ thể quyền.',
    patent:
      'Sản phẩm được chào bán sử dụng sáng chế được bảo hộ theo bằng độc quyền nêu tại Mục 2 mà không được sự đồng ý của Chủ thể quyền.',
    circumvention:
      'Nội dung vô hiệu hóa, hoặc được tạo ra hay chào bán nhằm vô hiệu hóa, các biện pháp công nghệ bảo vệ tác phẩm nêu tại Mục 2, mà không được chủ sở hữu quyền tác giả cho phép.',
  },
  rightKind: {
    trademark: 'Nhãn hiệu',
    copyright: 'Tác phẩm (quyền tác giả)',
    design: 'Kiểu dáng công nghiệp',
    patent: 'Sáng chế',
  },
  registration: {
    pending: 'đã nộp đơn, chưa được đăng ký',
    unregistered: 'chưa đăng ký; thông báo dựa trên quyền không đăng ký',
  },
  classes: (numbers) => numbers.join(', '),
  goods: (classes) => `Hàng hóa được chào bán thuộc các nhóm Ni-xơ sau: ${classes}.`,
  union: { BX: 'Benelux', OA: 'các quốc gia thành viên của OAPI' },
  period,
  power: ({ period: valid, rights }) => (rights === null ? valid : `${valid}, đối với các quyền ${rights}`),
  owner: ({ owner, since, recordedAs }) =>
    `${owner}${since === null ? '' : `, từ ngày ${since}`}${recordedAs === null ? '' : `, số ghi nhận ${recordedAs}`}`,
  translated: (title, language) => (language === null ? title : `${title} (${language})`),
  inDetail: 'Cụ thể:',
  request: {
    remove:
      'Kính đề nghị Quý đơn vị gỡ bỏ từng tin đăng nêu tại Mục 3, hoặc ngăn chặn việc truy cập tin đăng đó, không chậm trễ.',
    disable:
      'Kính đề nghị Quý đơn vị gỡ bỏ nội dung tại từng địa chỉ nêu tại Mục 3, hoặc ngăn chặn việc truy cập nội dung đó, không chậm trễ.',
    delist:
      'Kính đề nghị Quý đơn vị loại bỏ từng địa chỉ nêu tại Mục 3 khỏi chỉ mục và kết quả tìm kiếm của Quý đơn vị, không chậm trễ.',
    investigate:
      'Kính đề nghị Quý đơn vị xác nhận đã nhận được báo cáo này, kịp thời xác minh, và áp dụng các biện pháp mà pháp luật và thỏa thuận giữa Quý đơn vị với người đăng ký tên miền cho phép. Chúng tôi gửi thông báo này căn cứ vào nghĩa vụ tiếp nhận và xác minh các báo cáo về hành vi lạm dụng. Chúng tôi không cho rằng các tên miền được sử dụng cho hành vi lạm dụng DNS (DNS Abuse) theo nghĩa của thỏa thuận công nhận nhà đăng ký của Quý đơn vị.',
    forward:
      'Kính đề nghị Quý đơn vị chuyển thông báo này đến nhà cung cấp dịch vụ lưu trữ và đến khách hàng của Quý đơn vị, đồng thời cho chúng tôi biết nhà cung cấp nào lưu trữ nội dung tại từng địa chỉ nêu tại Mục 3.',
  },
  forwarding:
    'Trường hợp pháp luật áp dụng đối với Quý đơn vị có quy định, kính đề nghị Quý đơn vị chuyển thông báo này đến người bán hoặc chủ tài khoản.',
  asked: (reference) =>
    `Kính đề nghị Quý đơn vị phúc đáp về địa chỉ đã gửi thông báo này, ghi rõ ${reference}, và cho chúng tôi biết:`,
  questions: [
    '(a) việc Quý đơn vị đã nhận được thông báo này, và số hồ sơ của Quý đơn vị;',
    '(b) quyết định của Quý đơn vị đối với từng tin đăng, theo số thứ tự tại Mục 3;',
    '(c) đối với mỗi tin đăng được giữ lại, các tình tiết và quy định pháp luật hoặc quy tắc làm căn cứ cho quyết định;',
    '(d) những nội dung chúng tôi phải sửa đổi hoặc bổ sung để thông báo được chấp nhận;',
    '(đ) quyết định được xem xét lại theo cách nào, bởi ai, và chúng tôi phải yêu cầu trong thời hạn nào.',
  ],
  signature: ({ name, capacity, date: day }) => [
    `(đã ký) ${name}`,
    capacity === null ? name : `${name}, ${capacity}`,
    `Ngày ${day}`,
  ],
  basis: (name) => name,
};
