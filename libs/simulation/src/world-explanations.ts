import type { Ground } from '#libs/domain';
import type { Chance } from './chance.js';
import type { Trade } from './world-names.js';
import { fill } from './words.js';
import type { AnswerLanguage } from './words.js';

const explanations: Readonly<Record<Ground, Readonly<Record<AnswerLanguage, readonly string[]>>>> = {
  counterfeit: {
    en: [
      'The listings offer goods that bear the sign {brand} (registration {number}). We did not make them: the label, the seam and the price differ from our goods. The seller has no licence.',
      'A test purchase showed goods marked {brand} (registration {number}) that do not come from us: the serial number does not exist and the packaging is not ours.',
    ],
    zh: [
      '涉案商品使用了与我方注册商标 {brand}（注册号 {number}）相同的标志，但并非我方生产：标签、缝线和价格均与正品不同，卖家未获授权。',
    ],
  },
  'trademark-use': {
    en: [
      'The titles use our mark {brand} (registration {number}) for goods of another maker, so that buyers take them for ours.',
    ],
    zh: ['商品标题将我方商标 {brand}（注册号 {number}）用于他人生产的商品，容易导致消费者误认。'],
  },
  'copyright-copy': {
    en: [
      'The listings show photographs from our catalogue ({number}), made by our staff and published on our own site. We gave no permission.',
    ],
    zh: ['商品页面使用了我方产品目录中的照片（{number}），照片由我方拍摄并首发于我方网站，未经许可。'],
  },
  design: {
    en: [
      'The goods have the shape of our registered design {number}: the same outline, the same curve of the handle and the same pattern.',
    ],
    zh: ['涉案商品的外形与我方外观设计（{number}）相同：轮廓、把手弧度和图案均一致。'],
  },
  patent: {
    en: ['The goods make use of claim 1 of our patent {number}; the table attached compares each feature.'],
    zh: ['涉案商品落入我方专利 {number} 权利要求 1 的保护范围，所附对比表逐项比较了各技术特征。'],
  },
  circumvention: {
    en: [
      'The repository offers a program whose only use is to remove the licence check of our software {brand} ({number}); the file names are given below.',
    ],
    zh: ['该仓库提供的程序专门用于破解我方软件 {brand}（{number}）的许可验证，文件名见下。'],
  },
};

/** Why the listings infringe, in the filer's words. */
export const explanationOf = (
  ground: Ground,
  language: AnswerLanguage,
  values: { brand: string; number: string },
  chance: Chance,
): string => fill(chance.pick(explanations[ground][language]), values);

const additions: Readonly<Record<AnswerLanguage, readonly string[]>> = {
  en: ['original quality', 'new 2026', 'factory direct', 'free shipping', '1:1'],
  zh: ['正品品质', '2026 新款', '厂家直销', '包邮', '高品质'],
};

/** A listing's title as a seller writes it. */
export const listingTitle = (brand: string, trade: Trade, language: AnswerLanguage, chance: Chance): string =>
  `${brand} ${language === 'zh' ? trade.goodsZh : trade.goods} ${chance.pick(additions[language])}`;
