import type { NoticeWords } from '../notice-words.js';
import { chineseNotice } from './notice.js';

function validity(from: string | null, to: string | null): string | null {
  if (from !== null && to !== null) return `${from}至${to}`;
  if (from !== null) return `自${from}起`;
  return to === null ? null : `至${to}止`;
}

export const chinese: NoticeWords = {
  template: chineseNotice,
  locale: 'zh-CN',
  dateFormat: 'yyyy年L月d日',
  indent: '    ',
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
  request: {
    remove: '请及时删除、屏蔽第三部分所列各链接,或断开其链接。',
    disable: '请及时删除第三部分所列各网址的内容,或断开对其的访问。',
    delist: '请及时将第三部分所列各网址从贵方的索引及搜索结果中移除。',
    investigate:
      '请确认收到本举报,及时调查,并在法律及贵方与注册人之间的协议允许的范围内采取措施。本通知依据注册服务机构接收并调查滥用举报的义务提出;我方并不主张所涉域名构成注册服务机构认证协议所称的“DNS滥用”。',
    forward: '请将本通知转送托管服务提供者及贵方客户,并告知第三部分所列各网址内容的托管服务提供者。',
  },
  classes: (numbers) => `第${numbers.join('、')}类`,
  validity,
  basis: (name) => name,
};
