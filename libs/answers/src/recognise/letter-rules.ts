import type { Rule } from './rule.js';

/** The counter-notice of a seller was received or forwarded. */
export const counterNoticeRules: readonly Rule[] = [
  {
    says: 'counter-notice',
    pattern:
      /(?:\bwe(?:'ve| have| has)? (?:now |also |recently )?(?:received|forward\w*|enclose\w*|attach\w*)|(?:has|have|been|was|were|he|she|they|user|seller|uploader|owner|merchant|respondent|party) (?:\w+ly |now |also )?(?:received|submitted|filed|forwarded|sent|provided|lodged|issued)|(?:attached|enclosed|enclosing|forwarding)(?: is| are| you)?|in response to (?:his|her|his\/her|their|the|a))\b(?:(?!how to)[^.]){0,80}counter[- ]?(?:notice|notification|claim|statement|declaration)|counter[- ]?(?:notice|notification|claim|statement)[^.]{0,60}(?:(?:has|have|was) (?:been )?(?:received|submitted|filed|forwarded|lodged)|is (?:attached|enclosed|pasted|included|below)|pasted below|from the (?:seller|user|uploader))|(?:seller|user|uploader|merchant|account holder)(?: has| have)? (?:disputed|contested|appealed|challenged|submitted (?:an? )?(?:appeal|evidence|proof|invoice|authori[sz]ation)|responded (?:to your|with))/i,
  },
  {
    says: 'counter-notice',
    pattern:
      /(?:收到|提交|提起|发起|转送|转达|附上)[^。]{0,20}(?:反通知|反申诉|不侵权声明|不存在侵权行为的声明|申诉材料)|(?:卖家|商家|被投诉(?:人|方)|经营者|用户)[^。]{0,12}(?:提交|提起|发起|进行)(?:了)?[^。]{0,12}(?:申诉|声明|反通知|抗辩)/,
  },
  {
    says: 'counter-notice',
    pattern:
      /(?:nhận được|đã gửi|đã nộp|chuyển)[^.]{0,40}(?:phản thông báo|thông báo phản đối|phản đối|khiếu nại ngược|giải trình)|người bán (?:\S+ ){0,4}(?:phản đối|khiếu nại lại|giải trình|kháng nghị)/iu,
  },
  {
    says: 'counter-notice',
    pattern:
      /gegendarstellung (?:\S+ ){0,4}(?:erhalten|eingereicht|eingegangen)|gegendarstellung erhalten|(?:reçu|transmis)[^.]{0,40}contre-notification|(?:recibido|presentado)[^.]{0,40}contranotificación/i,
  },
];

/** What became of a counter-notice, told to the one who sent it or to the public: not about our complaint. */
export const counterNoticeEndRules: readonly Rule[] = [
  {
    says: 'other',
    pattern:
      /counter[- ]?(?:notice|notification)[^.]{0,80}(?:incomplete|insufficient|lacked|invalid|rejected|not (?:valid|accepted))|requirements for a counter[- ]?notice|(?:reject|rejected|reversed|reverse)(?:ed)? (?:this|your|the) counter[- ]?(?:notice|notification)/i,
  },
];

/** Something is asked of the complainant. The words say what. */
export const needsInfoRules: readonly Rule[] = [
  {
    says: 'needs-info',
    pattern:
      /(?:please|kindly|need you to|require you to|must|ask(?:ed)? (?:that )?you (?:to )?|could you|would you|can you|you (?:will )?need to|you should|request(?:ed)? (?:that )?you)(?: (?:please|kindly|also|first|either|then|help|to|re-|again|be sure to))* (?:provide|re-?submit|submit|supply|send(?! (?:us )?an? (?:e-?mail|message) if)|attach|upload|confirm(?! receipt)|clarify|specify|identify|include|complete|explain|correct|amend|revise|indicate|enclose|translate|fill (?:in|out)|furnish|update (?:your|the) (?:notice|complaint|report))\b[^.?!]{0,120}/i,
  },
  {
    says: 'needs-info',
    pattern:
      /(?:notice|complaint|report|submission|request|claim|notification|form|it)\b[^.]{0,60}\b(?:is|was|are|appears?(?: to be)?|seems?) (?:\w+ )?incomplete|(?:have|has|did) not (?:yet )?(?:provided?|included?|identif\w+|submitted?|attached)|(?:need|require|requires|request|requesting|await|awaiting|missing|lacks?|lacking)\b[^.]{0,40}(?:additional|more|further|following|missing)? ?(?:information|details?|documentation|documents?|evidence|proof|clarification|signature)|(?:please|kindly) (?:reply|respond|write back|answer)[^.]{0,30} with\b[^.]{0,60}|(?:please|kindly) (?:check|verify|review|correct) (?:the|your)[^.]{0,60}(?:and|,) (?:re-?)?(?:send|submit|try)|\bwe (?:still |also |would |will |first )?(?:need|require|request)\b[^.]{0,40}\b(?:copy|copies|certificates?|documents?|proof|evidence|urls?|links?|signature|authori[sz]ation|power of attorney|translation|photos?|pictures?|screenshots?)\b|(?:additional|more|further) (?:information|details?|documentation|evidence|proof) (?:is|are|from you|will be)|more clearly identify|unable to (?:determine|understand|locate|identify|verify)[^.]{0,100}|(?:information|details?|documents?|signature|statement)[^.]{0,40}(?:is|are|was|were) missing/i,
  },
  {
    says: 'needs-info',
    pattern:
      /(?:请|需要?(?:您|贵方|贵司|你)|烦请|麻烦|敬请|须)(?:您|贵方|贵司|你|及时|尽快|重新|进一步|先|在[^。，]{1,16}内|于[^。，]{1,16}前)*(?:补充|提供|提交|上传|重新提交|完善|更正|修改|说明|确认(?:您|是否|以下)|补正|补齐|出示|回复以下)[^。！]{0,60}|(?:材料|资料|信息|证据|文件|证明)(?:尚|仍)?(?:不全|不足|不完整|不齐|缺失|有误|不清晰)|缺少[^。]{0,30}|补充(?:材料|资料|证据|信息)/,
  },
  {
    says: 'needs-info',
    pattern:
      /(?:vui lòng|xin(?: vui lòng| hãy)?|đề nghị (?:quý (?:khách|vị|công ty|đối tác)|bạn|ông|bà)?|yêu cầu (?:quý \S+|bạn)|cần (?:quý \S+|bạn)) ?(?:cung cấp|bổ sung|gửi(?! email)|nộp|xác nhận|làm rõ|đính kèm|tải lên|nêu rõ|chỉ rõ|điền|sửa)[^.!]{0,100}|bổ sung (?:hồ sơ|tài liệu|thông tin|bằng chứng|chứng cứ)|(?:còn )?thiếu (?:thông tin|giấy tờ|tài liệu|hồ sơ|bằng chứng|chữ ký)|cần (?:thêm|bổ sung)[^.]{0,60}|(?:hồ sơ|khiếu nại|thông tin) (?:\S+ ){0,3}chưa (?:đầy đủ|hợp lệ|đủ)/iu,
  },
  {
    says: 'needs-info',
    pattern:
      /bitte (?:\S+ ){0,6}(?:übermitteln|reichen|senden|ergänzen|bestätigen|geben|laden|nachreichen)|(?:weitere|zusätzliche|fehlende) (?:informationen|angaben|unterlagen|nachweise)|unvollständig|(?:veuillez|merci de) (?:\S+ ){0,3}(?:fournir|préciser|compléter|joindre|transmettre|soumettre|confirmer que vous)|(?:informations?|documents?|renseignements?) (?:supplémentaires?|complémentaires?|manquant)|incomplète?|(?:por favor|le rogamos|sírvase)[, ]+(?:\S+ ){0,3}(?:proporcion|envíe|adjunt|facilit|aporte|complete|aclar|presente)|(?:necesitamos|requerimos|solicitamos|falta\w*)[^.]{0,40}(?:información|documentación|documentos)|(?:notificación|denuncia|reclamación)[^.]{0,30}incompleta/iu,
  },
];

/** "Please provide" about our own convenience, not about the notice: contact offers, subject lines, surveys. */
export const politenessRules: readonly Rule[] = [
  {
    says: 'politeness',
    pattern:
      /keep(?:ing)? the subject|in the subject|contact us|any (?:further |other |additional )?questions|for (?:more|further|additional) information|feel free|(?:provide|send)(?:ing)? (?:any |us )?(?:additional|further|more) (?:details|information)[^.]{0,40}(?:if|you wish|you would like|please visit)|wish to (?:provide|add)|would like to (?:provide|add|send)|to (?:provide|add) (?:any )?additional (?:details|information)|(?:rate|feedback|survey)|quote (?:the|this)|reply to this (?:e-?mail|message)|include the (?:ticket|case|reference)|do not (?:reply|resubmit|send)|如有(?:任何)?(?:疑问|问题)|nếu (?:quý khách|bạn) (?:có|muốn)|counter[- ]?notice/i,
  },
];

/** The complaint arrived and waits. */
export const acknowledgementRules: readonly Rule[] = [
  {
    says: 'acknowledgement',
    pattern:
      /(?:we|we've|have|has|been|was) (?:successfully )?(?:received|got|logged|registered|recorded|opened)\b[^.]{0,80}(?:your|complaint|report|notice|request|ticket|case|message|submission|e-?mail|inquiry|enquiry)|(?:your|the) (?:complaint|report|notice|request|ticket|case|message|submission|e-?mail|inquiry|enquiry|claim)s?\b[^.]{0,80}(?:(?:has|have|was|were|is) (?:been )?(?:successfully )?(?:received|submitted|logged|registered|recorded|opened|created|assigned|escalated|forwarded|queued)|(?:is|are) (?:being |currently (?:being )?)?(?:reviewed|processed|investigated|under (?:review|investigation)|in (?:process|progress|review)))|thank(?:s| you) for (?:contacting|reaching|your (?:report|complaint|notice|message|e-?mail|submission|inquiry)|submitting|reporting|getting in touch)|will (?:review|look into|investigate|get back|respond|process|be (?:reviewed|in touch|processed))|confirm(?:s|ing)? (?:the )?receipt|(?:notice|complaint|report|request|message|e-?mail)\b[^.]{0,60}\breached us|acknowledge(?:s|ment)? (?:the )?(?:of )?receipt|(?:under|awaiting) review|contacted the owners?[^.]{0,120}|given? the (?:seller|owner|user)[^.]{0,80}(?:opportunity|chance|days)|(?:seller|owner|user)s? (?:has|have) been (?:notified|informed|contacted)/i,
  },
  {
    says: 'acknowledgement',
    pattern:
      /(?:已|已经|我们)(?:成功)?(?:收到|接收|受理|提交|登记|记录)|收到(?:了)?(?:您|贵)|感谢您的?(?:投诉|来信|反馈|举报|联系|邮件)|(?:正在|将(?:会)?(?:尽快|在|于|对)?|会)(?:尽快)?(?:处理|审核|核实|回复|受理|查看)|受理编号|(?:通知|转达)(?:了)?(?:卖家|商家|被投诉)/,
  },
  {
    says: 'acknowledgement',
    pattern:
      /(?:đã|chúng tôi) (?:\S+ ){0,2}(?:nhận được|tiếp nhận|ghi nhận)|cảm ơn (?:quý \S+|bạn|anh|chị)?\s?(?:\S+ )?(?:đã )?(?:liên hệ|gửi|báo cáo|khiếu nại)|sẽ (?:được )?(?:xem xét|phản hồi|xử lý|kiểm tra|liên hệ)|đang (?:được )?(?:xem xét|xử lý|kiểm tra)/iu,
  },
  {
    says: 'acknowledgement',
    pattern:
      /(?:erhalten|eingegangen|zugewiesen|in kürze (?:bearbeitet|prüfen)|vielen dank für ihre)|(?:avons (?:bien )?reçu|bien été (?:reçue?|enregistrée?)|accusons réception|merci (?:de|pour) (?:nous|votre))|(?:hemos recibido|recibimos|ha sido recibid[oa]|gracias por (?:contactar|su))|(?:abbiamo ricevuto|obdrželi|saimme|vastaanot|otrzymaliśmy|получили|принята|受け付けました|受領しました|verrà esaminato|olemme vastaanottaneet)/iu,
  },
];

/** A file was closed without words on the listing. */
export const closedRules: readonly Rule[] = [
  {
    says: 'other',
    pattern:
      /(?:ticket|case|request)[^.]{0,40}(?:has been|is|was) (?:marked as )?(?:closed|resolved|solved)|solution (?:has been )?(?:proposed|found)|resolution (?:provided|proposed)|工单.{0,10}(?:关闭|解决)|(?:已关闭|已解决)|đã (?:được )?(?:đóng|giải quyết)/i,
  },
];
