import type { NoticeWords } from './notice-words.js';

function period(from: string | null, to: string | null): string | null {
  if (from !== null && to !== null) return `${from}至${to}`;
  if (from !== null) return `自${from}起`;
  return to === null ? null : `至${to}止`;
}

/** Simplified Chinese. */
export const chinese: NoticeWords = {
  tag: 'zh-Hans',
  locale: 'zh-CN',
  dateFormat: () => 'yyyy年L月d日',
  registerDateFormat: () => 'yyyy-MM-dd',
  instant: (date, time) => `${date} ${time}(协调世界时)`,
  indent: '    ',
  colon: ':',
  comma: '、',
  heading: (position, title) => `${'一二三四五六七八九'.charAt(position - 1)}、${title}`,
  section: {
    rightsHolder: '权利人',
    rights: '所依据的权利',
    listings: '被投诉链接',
    infringement: '侵权理由',
    evidence: '证据',
    request: '请求事项',
    answer: '请贵方答复的内容',
    statements: '声明',
    signature: '签署及联系方式',
  },
  label: {
    to: '致',
    date: '日期',
    reference: '我方编号',
    name: '名称',
    address: '地址',
    country: '国家或地区',
    representedBy: '代理人',
    powerOfAttorney: '授权委托书',
    registration: '注册情况',
    number: '注册号/登记号',
    applicationNumber: '申请号',
    office: '登记机关',
    niceClasses: '尼斯分类',
    locarnoClasses: '洛迦诺分类',
    covers: '保护范围',
    territories: '有效地域',
    inForce: '有效期',
    registrant: '登记权利人',
    laterOwner: '后续权利人',
    translation: '译文',
    listingTitle: '标题',
    seller: '卖家或账号',
    file: '文件',
    mediaType: '文件类型',
    size: '大小',
    capturedAt: '取证时间',
    contact: '联系人',
    phone: '电话',
    email: '电子邮箱',
  },
  absent: {
    rights: '尚未指明权利。',
    listings: '尚未指明链接。',
    evidence: '本通知以被投诉链接的内容及第二部分所列权利为依据。',
    statements: '尚未确认任何声明。',
    statementsUnasked: '本通知所依据的规定未要求作出声明。',
    signature: '尚未签署。',
  },
  quoted: (reference) => `${reference}(回复时请务必注明)`,
  title: (matter) => `关于${matter}的通知`,
  salutation: (platform) => `${platform}知识产权投诉处理部门:`,
  opening: ({ rightsHolder, listings, basis }) =>
    `我方现代表${rightsHolder}(以下简称“权利人”)通知贵方:本通知第三部分所列${listings}侵犯了第二部分所列权利。本通知依据${basis}发出。`,
  listings: (count) => `${count}个链接`,
  subject: ({ matter, listings, rightsHolder, reference }) =>
    `关于${matter}的通知:${listings},${rightsHolder} [${reference}]`,
  matter: {
    counterfeit: '销售假冒注册商标商品',
    'trademark-use': '侵犯商标权',
    'copyright-copy': '侵犯著作权',
    design: '侵犯外观设计权',
    patent: '侵犯专利权',
    circumvention: '规避技术保护措施',
  },
  allegation: {
    counterfeit:
      '所售商品为假冒商品:未经许可使用与第二部分所列注册商标相同或在实质上无法区分的标识,且并非由权利人或经其同意的主体生产或投放市场。',
    'trademark-use':
      '被投诉链接未经权利人许可,在商业活动中使用第二部分所列商标或与之近似的标识,容易导致相关公众对商品来源产生混淆。',
    'copyright-copy': '被投诉内容未经著作权人许可,亦无法律依据,复制或者向公众提供了第二部分所列作品的全部或实质部分。',
    design: '所售产品未经权利人许可,采用了第二部分所列外观设计,或采用了在整体视觉效果上与之无实质性差异的设计。',
    patent: '所售产品未经权利人许可,实施了第二部分所列专利所保护的技术方案。',
    circumvention: '被投诉内容未经著作权人许可,规避或者专门用于规避保护第二部分所列作品的技术措施。',
  },
  rightKind: { trademark: '商标', copyright: '作品(著作权)', design: '外观设计', patent: '专利' },
  registration: {
    pending: '已提出申请,尚未注册',
    unregistered: '未注册;本通知以未注册的权利为依据',
  },
  classes: (numbers) => `第${numbers.join('、')}类`,
  goods: (classes) => `所售商品属于尼斯分类${classes}。`,
  union: { BX: '比荷卢经济联盟', OA: '非洲知识产权组织成员国' },
  period,
  power: ({ period: valid, rights }) => (rights === null ? valid : `${valid},仅涉及权利${rights}`),
  owner: ({ owner, since, recordedAs }) =>
    `${owner}${since === null ? '' : `,自${since}起`}${recordedAs === null ? '' : `,变更登记号${recordedAs}`}`,
  translated: (title, language) => (language === null ? title : `${title}(${language})`),
  inDetail: '具体说明:',
  request: {
    remove: '请及时删除、屏蔽第三部分所列各链接,或断开其链接。',
    disable: '请及时删除第三部分所列各网址的内容,或断开对其的访问。',
    delist: '请及时将第三部分所列各网址从贵方的索引及搜索结果中移除。',
    investigate:
      '请确认收到本举报,及时调查,并在法律及贵方与注册人之间的协议允许的范围内采取措施。本通知依据注册服务机构接收并调查滥用举报的义务提出;我方并不主张所涉域名构成注册服务机构认证协议所称的“DNS滥用”。',
    forward: '请将本通知转送托管服务提供者及贵方客户,并告知第三部分所列各网址内容的托管服务提供者。',
  },
  forwarding: '依照应适用的法律须转送通知的,请将本通知转送相关卖家或账号持有人。',
  asked: (reference) => `请回复至本通知的发出地址,注明我方编号${reference},并告知:`,
  questions: [
    '(一)贵方已收到本通知,以及贵方的案件编号;',
    '(二)对第三部分各链接的处理决定,请按编号逐一列明;',
    '(三)对未予处理的链接,说明所依据的事实以及法律或平台规则;',
    '(四)我方需要修改或补充哪些内容,通知方可获得支持;',
    '(五)对处理决定不服的救济途径、受理主体及期限。',
  ],
  signature: ({ name, capacity, date }) => [
    `签署(电子签名):${name}`,
    ...(capacity === null ? [] : [`身份:${capacity}`]),
    `日期:${date}`,
  ],
  basis: (name) => name,
};
