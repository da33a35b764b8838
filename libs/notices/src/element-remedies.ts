import type { ElementId, Language } from '#libs/domain';

/** What the filer does about an element that a platform asks for beyond its regime (the regime brings its own words). */
export const elementRemedies: Readonly<Record<ElementId, Readonly<Record<Language, string>>>> = {
  signature: { en: 'Sign the complaint with your full name.', zh: '请以真实全名签署本投诉。' },
  'right-identified': { en: 'Name at least one right that is infringed.', zh: '请至少指明一项被侵犯的权利。' },
  'right-registered': {
    en: 'Give the registration number and the office of the right.',
    zh: '请填写权利的注册号及登记机关。',
  },
  'right-in-force': { en: 'Rely on a right that is in force today.', zh: '请使用目前有效的权利。' },
  'listing-located': {
    en: 'Give the full address (URL) of each listing, not of the shop or the site.',
    zh: '请提供每个商品或内容的完整网址,而非店铺或网站首页。',
  },
  'contact-address': {
    en: 'Give a postal address, a telephone number or an e-mail address.',
    zh: '请提供地址、电话或电子邮箱。',
  },
  'contact-email': { en: 'Give an e-mail address at which you can be reached.', zh: '请提供可联系到您的电子邮箱。' },
  'contact-name': { en: 'Give the name of the person or company to contact.', zh: '请提供联系人或公司名称。' },
  explanation: {
    en: 'Explain in a sentence or more why the listings infringe.',
    zh: '请用至少一句话说明所投诉内容为何构成侵权。',
  },
  'good-faith': { en: 'Confirm the good-faith statement.', zh: '请确认善意声明。' },
  accuracy: { en: 'Confirm that the information is accurate.', zh: '请确认信息真实准确。' },
  authority: { en: 'Confirm that you are authorised to act for the rights holder.', zh: '请确认您有权代表权利人。' },
  'identity-proof': {
    en: "Complete the rights holder's real name and address.",
    zh: '请补全权利人的真实名称和地址。',
  },
  'prima-facie-evidence': {
    en: 'Add evidence, or the registration number of the right.',
    zh: '请补充证据,或填写权利的注册号。',
  },
};
