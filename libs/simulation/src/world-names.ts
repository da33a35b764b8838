/** Invented names for the demo world. Any likeness to a mark in use is unintended. */

export interface Trade {
  goods: string;
  goodsZh: string;
  /** Nice classes */
  classes: readonly number[];
  /** median price in US dollars */
  price: number;
}

export const trades: readonly Trade[] = [
  { goods: 'trail running shoes', goodsZh: '越野跑鞋', classes: [25], price: 42 },
  { goods: 'leather shoulder bag', goodsZh: '真皮单肩包', classes: [18], price: 65 },
  { goods: 'wireless earbuds', goodsZh: '无线耳机', classes: [9], price: 24 },
  { goods: 'espresso grinder', goodsZh: '咖啡研磨机', classes: [7, 11], price: 88 },
  { goods: 'building blocks set', goodsZh: '拼装积木套装', classes: [28], price: 31 },
  { goods: 'face serum 30 ml', goodsZh: '面部精华液 30 毫升', classes: [3], price: 18 },
  { goods: 'diver’s wristwatch', goodsZh: '潜水腕表', classes: [14], price: 120 },
  { goods: 'brake pad set', goodsZh: '刹车片套装', classes: [12], price: 27 },
  { goods: 'insulated bottle', goodsZh: '保温杯', classes: [21], price: 15 },
  { goods: 'yoga mat', goodsZh: '瑜伽垫', classes: [27, 28], price: 22 },
  { goods: 'language course', goodsZh: '语言课程', classes: [9, 41], price: 12 },
  { goods: 'photo editing plug-in', goodsZh: '图片编辑插件', classes: [9, 42], price: 19 },
];

export const brandBeginnings = [
  'Vel',
  'Nor',
  'Ask',
  'Ori',
  'Tam',
  'Kel',
  'Bru',
  'Sol',
  'Mar',
  'Fen',
  'Lu',
  'Hal',
] as const;
export const brandEnds = [
  'ora',
  'wick',
  'anto',
  'ivar',
  'este',
  'umo',
  'lind',
  'aric',
  'ova',
  'enne',
  'quist',
  'ado',
] as const;

export interface Home {
  country: string;
  form: string;
  office: string;
  address: string;
}

export const homes: readonly Home[] = [
  { country: 'US', form: 'Inc.', office: 'USPTO', address: '410 Alder Street, Portland, OR 97204, United States' },
  { country: 'DE', form: 'GmbH', office: 'EUIPO', address: 'Lindenweg 12, 70173 Stuttgart, Germany' },
  { country: 'FR', form: 'SAS', office: 'EUIPO', address: '8 rue des Tanneurs, 69002 Lyon, France' },
  { country: 'IT', form: 'S.p.A.', office: 'EUIPO', address: 'Via dei Mille 31, 20129 Milano, Italy' },
  { country: 'JP', form: 'K.K.', office: 'JPO', address: '2-4-1 Honmachi, Chuo-ku, Osaka 541-0053, Japan' },
  { country: 'CN', form: 'Co., Ltd.', office: 'CNIPA', address: '18 Xinhua Road, Changning, Shanghai 200052, China' },
  { country: 'GB', form: 'Ltd', office: 'UKIPO', address: '27 Foundry Lane, Leeds LS1 4AP, United Kingdom' },
];

export const signatories = ['Ana Reyes', 'Jonas Weber', 'Chloé Martin', 'Li Na', 'Mia Turner', 'Kenji Mori'] as const;
export const shopWords = ['best', 'top', 'city', 'lucky', 'global', 'daily', 'star', 'sunny', 'east', 'blue'] as const;
export const shopEnds = ['mall', 'store', 'outlet', 'trade', 'shop', 'goods'] as const;
