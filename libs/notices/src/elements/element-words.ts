import type { ElementId, ReaderLanguage } from '#libs/domain';

type InReaderLanguages = Readonly<Record<ReaderLanguage, string>>;

/**
 * The words for an element that a platform asks for beyond its regime (the regime brings its own): what it is, and what
 * the filer does when it is missing.
 */
export const elementWords: Readonly<Record<ElementId, { label: InReaderLanguages; remedy: InReaderLanguages }>> = {
  signature: {
    label: { en: 'Signature', zh: '签名', vi: 'Chữ ký' },
    remedy: {
      en: 'Sign the complaint with your full name.',
      zh: '请以真实全名签署本投诉。',
      vi: 'Ký khiếu nại bằng họ tên đầy đủ.',
    },
  },
  'right-identified': {
    label: { en: 'Right infringed', zh: '被侵犯的权利', vi: 'Quyền bị xâm phạm' },
    remedy: {
      en: 'Name at least one right that is infringed.',
      zh: '请至少指明一项被侵犯的权利。',
      vi: 'Nêu ít nhất một quyền bị xâm phạm.',
    },
  },
  'right-registered': {
    label: { en: 'Registration', zh: '注册信息', vi: 'Đăng ký' },
    remedy: {
      en: 'Give the registration number and the office of the right.',
      zh: '请填写权利的注册号及登记机关。',
      vi: 'Cung cấp số đăng ký và cơ quan đăng ký của quyền.',
    },
  },
  'right-in-force': {
    label: { en: 'In force', zh: '权利有效', vi: 'Còn hiệu lực' },
    remedy: {
      en: 'Rely on a right that is in force today.',
      zh: '请使用目前有效的权利。',
      vi: 'Sử dụng quyền đang còn hiệu lực.',
    },
  },
  'listing-located': {
    label: { en: 'Listing and where it is', zh: '侵权链接', vi: 'Tin đăng và vị trí' },
    remedy: {
      en: 'Give the full address (URL) of each listing, not of the shop or the site.',
      zh: '请提供每个商品或内容的完整网址,而非店铺或网站首页。',
      vi: 'Cung cấp địa chỉ (URL) đầy đủ của từng tin đăng, không phải của gian hàng hay trang web.',
    },
  },
  'contact-address': {
    label: { en: 'How to reach you', zh: '联系方式', vi: 'Cách liên hệ' },
    remedy: {
      en: 'Give a postal address, a telephone number or an e-mail address.',
      zh: '请提供地址、电话或电子邮箱。',
      vi: 'Cung cấp địa chỉ bưu chính, số điện thoại hoặc địa chỉ thư điện tử.',
    },
  },
  'contact-email': {
    label: { en: 'E-mail address', zh: '电子邮箱', vi: 'Thư điện tử' },
    remedy: {
      en: 'Give an e-mail address at which you can be reached.',
      zh: '请提供可联系到您的电子邮箱。',
      vi: 'Cung cấp địa chỉ thư điện tử có thể liên hệ.',
    },
  },
  'contact-name': {
    label: { en: 'Who complains', zh: '投诉方名称', vi: 'Bên khiếu nại' },
    remedy: {
      en: 'Give the name of the person or company to contact.',
      zh: '请提供联系人或公司名称。',
      vi: 'Cung cấp tên người hoặc công ty cần liên hệ.',
    },
  },
  explanation: {
    label: { en: 'Why it infringes', zh: '侵权说明', vi: 'Lý do xâm phạm' },
    remedy: {
      en: 'Explain in a sentence or more why the listings infringe.',
      zh: '请用至少一句话说明所投诉内容为何构成侵权。',
      vi: 'Giải thích bằng ít nhất một câu vì sao các tin đăng là xâm phạm.',
    },
  },
  'good-faith': {
    label: { en: 'Good-faith belief', zh: '善意确信声明', vi: 'Tuyên bố thiện chí' },
    remedy: {
      en: 'Confirm the good-faith statement.',
      zh: '请确认善意声明。',
      vi: 'Xác nhận tuyên bố về niềm tin thiện chí.',
    },
  },
  accuracy: {
    label: { en: 'Accuracy', zh: '信息真实声明', vi: 'Tuyên bố chính xác' },
    remedy: {
      en: 'Confirm that the information is accurate.',
      zh: '请确认信息真实准确。',
      vi: 'Xác nhận rằng thông tin là chính xác.',
    },
  },
  authority: {
    label: { en: 'Authority to act', zh: '代表权声明', vi: 'Thẩm quyền đại diện' },
    remedy: {
      en: 'Confirm that you are authorised to act for the rights holder.',
      zh: '请确认您有权代表权利人。',
      vi: 'Xác nhận rằng bạn được ủy quyền hành động thay cho chủ thể quyền.',
    },
  },
  'identity-proof': {
    label: {
      en: 'Real identity of the rights holder',
      zh: '权利人的真实身份信息',
      vi: 'Danh tính thật của chủ thể quyền',
    },
    remedy: {
      en: "Complete the rights holder's real name and address.",
      zh: '请补全权利人的真实名称和地址。',
      vi: 'Điền đầy đủ tên thật và địa chỉ của chủ thể quyền.',
    },
  },
  'prima-facie-evidence': {
    label: { en: 'Evidence', zh: '初步证据', vi: 'Chứng cứ ban đầu' },
    remedy: {
      en: 'Add evidence, or the registration number of the right.',
      zh: '请补充证据,或填写权利的注册号。',
      vi: 'Bổ sung chứng cứ, hoặc số đăng ký của quyền.',
    },
  },
  'postal-address': {
    label: { en: 'Postal address', zh: '通信地址', vi: 'Địa chỉ bưu chính' },
    remedy: {
      en: 'Complete the postal address of the rights holder.',
      zh: '请补全权利人的通信地址。',
      vi: 'Điền đầy đủ địa chỉ bưu chính của chủ thể quyền.',
    },
  },
  'right-documented': {
    label: { en: 'Proof of the right', zh: '权属证明', vi: 'Tài liệu chứng minh quyền' },
    remedy: {
      en: "Give the registration number of the right, or add its certificate to the right's documents.",
      zh: '请填写权利的注册号,或在该权利的文件中补充权利证书。',
      vi: 'Cung cấp số đăng ký của quyền, hoặc bổ sung văn bằng vào hồ sơ của quyền.',
    },
  },
  'classes-identified': {
    label: { en: 'Nice classes', zh: '尼斯分类', vi: 'Nhóm Nice' },
    remedy: {
      en: 'Give the Nice classes of the trademark.',
      zh: '请填写该商标的尼斯分类类别。',
      vi: 'Cung cấp các nhóm Ni-xơ của nhãn hiệu.',
    },
  },
  comparison: {
    label: { en: 'Comparison', zh: '侵权比对', vi: 'So sánh' },
    remedy: {
      en: 'Add a comparison of the product with the design or patent as a file or link, or compare them in the explanation and name the right there.',
      zh: '请以文件或链接补充产品与外观设计或专利的比对材料,或在侵权说明中写明权利名称并进行比对。',
      vi: 'Bổ sung tài liệu so sánh sản phẩm với kiểu dáng hoặc sáng chế dưới dạng tệp hay đường dẫn, hoặc so sánh ngay trong phần giải thích và nêu rõ quyền đó.',
    },
  },
  'evaluation-report': {
    label: { en: 'Evaluation report', zh: '专利权评价报告', vi: 'Báo cáo đánh giá' },
    remedy: {
      en: "Add the evaluation report of the design or patent to the right's documents.",
      zh: '请在该权利的文件中补充专利权评价报告。',
      vi: 'Bổ sung báo cáo đánh giá kiểu dáng hoặc sáng chế vào hồ sơ của quyền.',
    },
  },
  'power-of-attorney': {
    label: { en: 'Power of attorney', zh: '授权委托书', vi: 'Giấy ủy quyền' },
    remedy: {
      en: 'Record a power of attorney of the rights holder that covers this right and this platform today.',
      zh: '请登记权利人出具的、目前有效且涵盖该权利及该平台的授权委托书。',
      vi: 'Ghi nhận giấy ủy quyền của chủ thể quyền đang có hiệu lực đối với quyền này và nền tảng này.',
    },
  },
};
