/** Words that announce a case number, then the number: at least one digit in it. */
const announced = new RegExp(
  [
    '(?<![\\p{L}\\d])(?:(?:case|ticket|complaint|report|request|claim|incident|support|inquiry|enquiry|dossier|vorgangs?|fall|caso|cas|anfrage)[\\s-]{0,2}(?:(?:reference|tracking)[\\s-]{0,2})?(?:number|no\\.?|nr\\.?|nº|n°|id|#|num(?:ber|éro|ero)?|reference|ref\\.?|code)?',
    '(?:reference|tracking|confirmation)\\s{0,2}(?:number|no\\.?|id|code|#)',
    '(?:投诉|举报|案件|工单|受理|申诉|通知|处理|服务)(?:单)?(?:编号|单号|号码|号|ID)',
    '(?:mã|số)\\s{0,2}(?:yêu cầu|hồ sơ|vụ việc|khiếu nại|tham chiếu|đơn|phiếu|báo cáo|case|ticket))',
  ].join('|') +
    '\\s{0,2}(?:(?:is|was|are|为|是|là|ist|es|est)\\s)?[\\s:：#\\[(“"\'-]{0,4}((?=[A-Z._/-]{0,40}\\d)[A-Z0-9][A-Z0-9._/-]{2,40})',
  'giu',
);
const tagged = /[[(](?:#|ref|ticket|case|id)\s?[:#]\s?([A-Z0-9._-]{3,60})[\])]|(?:^|\s)\[?#(\d{4,20})\]?/gi;

const plausible = (number: string): boolean =>
  /\d{3,}|\d.*\d/.test(number) && !/^RD-\d{4}-/.test(number) && !/^(?:19|20)\d\d$/.test(number);

/** Case numbers a text gives, in order. Our own references (`RD-…`) are not among them. */
export function caseNumbersIn(text: string): string[] {
  const searched = text.slice(0, 20_000).normalize('NFC');
  const found = [...searched.matchAll(announced), ...searched.matchAll(tagged)].map((match) =>
    (match[1] ?? match[2] ?? '').replace(/[._/-]+$/, ''),
  );
  return [...new Set(found.filter(plausible))].slice(0, 20);
}
