import type { FormValues, GuidedField, Ground, RightKind } from '#libs/domain';

/** What is chosen on a form, in words. */
interface Choices {
  kinds: Readonly<Record<RightKind, string>>;
  grounds: Readonly<Record<Ground, string>>;
}

const english: Choices = {
  kinds: { trademark: 'Trade mark', copyright: 'Copyright', design: 'Design', patent: 'Patent' },
  grounds: {
    counterfeit: 'Counterfeit',
    'trademark-use': 'Use of a trade mark',
    'copyright-copy': 'Copy of a copyright work',
    design: 'Copy of a design',
    patent: 'Use of a patent',
    circumvention: 'Circumvention of a protection measure',
  },
};

const chinese: Choices = {
  kinds: { trademark: '商标', copyright: '著作权', design: '外观设计', patent: '专利' },
  grounds: {
    counterfeit: '假冒商品',
    'trademark-use': '擅自使用商标',
    'copyright-copy': '复制著作权作品',
    design: '抄袭外观设计',
    patent: '实施专利',
    circumvention: '规避技术保护措施',
  },
};

const choices = ({ language }: FormValues): Choices => (language === 'zh' ? chinese : english);

/** A template for every right, a line each: most complaints rest on one. */
const ofRights = (template: string): string => `{{#rights}}${template}\n{{/rights}}`;

/**
 * The fields that most portals ask for, in the order most ask for them: right holder, right, ground, listings, explanation,
 * evidence, statements, signature. For portals of which nothing is known for certain.
 */
export function usualFields(values: FormValues): GuidedField[] {
  const { kinds, grounds } = choices(values);
  return [
    { label: { en: 'Rights holder', zh: '权利人' }, value: '{{rightsHolder.name}}' },
    { label: { en: 'Country of the rights holder', zh: '权利人所在国家' }, value: '{{rightsHolder.country}}' },
    { label: { en: 'Postal address', zh: '通讯地址' }, value: '{{rightsHolder.address}}' },
    { label: { en: 'Telephone', zh: '电话' }, value: '{{rightsHolder.phone}}' },
    { label: { en: 'Website', zh: '网站' }, value: '{{rightsHolder.website}}' },
    { label: { en: 'Contact person', zh: '联系人' }, value: '{{contact.name}}' },
    {
      label: { en: 'E-mail for answers', zh: '接收答复的邮箱' },
      value: '{{reply.address}}',
      help: {
        en: 'Redress reads answers that come to this address. Where the portal insists on your account’s own, use that.',
        zh: '发送至此地址的答复由 Redress 读取。若门户要求使用账户自身的邮箱，请填写该邮箱。',
      },
    },
    { label: { en: 'Kind of right', zh: '权利类型' }, value: '{{right.kind}}', words: kinds },
    { label: { en: 'Mark or title', zh: '商标或名称' }, value: ofRights('{{title}}') },
    { label: { en: 'Registration number', zh: '注册号' }, value: ofRights('{{number}}') },
    { label: { en: 'Office', zh: '注册机构' }, value: ofRights('{{office}}') },
    { label: { en: 'Nice classes', zh: '尼斯分类' }, value: ofRights('{{classes}}') },
    { label: { en: 'In force from', zh: '生效日期' }, value: ofRights('{{validFrom}}') },
    { label: { en: 'In force until', zh: '有效期至' }, value: ofRights('{{validTo}}') },
    { label: { en: 'Ground', zh: '侵权类型' }, value: '{{ground}}', words: grounds },
    { label: { en: 'Addresses of the listings', zh: '商品链接' }, value: '{{url}}', list: 'items' },
    { label: { en: 'Explanation', zh: '说明' }, value: '{{explanation}}' },
    { label: { en: 'Evidence files', zh: '证据文件' }, file: 'evidence' },
    { label: { en: 'Links to evidence', zh: '证据链接' }, value: '{{#evidenceUrls}}{{.}}\n{{/evidenceUrls}}' },
    {
      label: { en: 'Statements', zh: '声明' },
      value: '{{#statements}}{{wording}}\n\n{{/statements}}',
      help: {
        en: 'Confirmed in Redress already; tick them on the portal where it asks for them.',
        zh: '已在 Redress 中确认；门户要求时请勾选。',
      },
    },
    { label: { en: 'Signed by', zh: '签署人' }, value: '{{signature.name}}' },
    { label: { en: 'In the capacity of', zh: '签署身份' }, value: '{{signature.capacity}}' },
    { label: { en: 'Your own reference', zh: '我方编号' }, value: '{{reference}}' },
  ];
}
