import type { Rule } from './rule.js';

/** J2: a fact of this case. Formulas every refusal could carry ("does not violate our policies") are none. */
export const factRules: readonly Rule[] = [
  {
    says: 'fact',
    pattern:
      /\b(?:certificate|registration|trade ?mark|patent|design|image|photo\w*|logo|mark|product|goods|seller|merchant|material|work|repositor\w+|code|site|item|listing|post|invoice|document|reblog|package|packaging)\b[^.]{0,80}\b(?:expired|covers?|differs?|different|shows?|depicts?|contains?|bears?|displays?|uses only|was (?:purchased|bought|sold|issued|registered|published|filed|shipped)|is (?:hosted|licensed|registered|owned|shipped|sold)|are (?:licensed|registered)|(?:is|are) not (?:hosted|registered|copyrightable)|do(?:es)? not (?:show|contain|display|use|depict|cover|bear|match|appear to be copyrightable)|provided (?:an? )?(?:invoice|licen|authori))|(?:on|dated|since|until|in) \d{1,2}[./ -](?:\w+|\d{1,2})[./ -]\d{2,4}|\b(?:registration|certificate|patent|reg\.) ?(?:no\.?|number|#) ?[A-Z]{0,3}\d+|\bclass \d{1,2}\b|not hosted|reblog/i,
  },
  {
    says: 'fact',
    pattern:
      /(?:证书|商标|专利|图片|商品|产品|卖家|商家|授权书|外观|作品|标识|注册号)[^。]{0,30}(?:过期|到期|失效|不同|不一致|不符|显示|未显示|提供了|包含|未包含|覆盖|未覆盖|不清晰|使用了|未使用)|第\s?\d{1,2}\s?类|\d{4}\s?年\s?\d{1,2}\s?月|注册号\s?[:：]?\s?\d+/,
  },
  {
    says: 'fact',
    pattern:
      /(?:giấy chứng nhận|văn bằng|nhãn hiệu|sản phẩm|hình ảnh|người bán|kiểu dáng|bằng sáng chế|giấy ủy quyền)[^.]{0,50}(?:hết hạn|khác|không (?:hiển thị|trùng|khớp|sử dụng|bao gồm|chứa)|đã cung cấp|hiển thị|thuộc nhóm|cho thấy)|nhóm \d{1,2}|ngày \d{1,2}[./-]\d{1,2}[./-]\d{4}/iu,
  },
];

/** J3: a rule that has a name or a number. "Our policies" alone names none. */
export const ruleNameRules: readonly Rule[] = [
  {
    says: 'rule',
    pattern:
      /(?:\bArt(?:icle|\.)|§|\b[Ss]ection|\b[Cc]lause|\b[Pp]aragraph|\bRule)\s?\d+(?:\.\d+)*|\bDMCA\b|Digital Millennium|\d+ ?U\.?S\.?C|Lanham Act|[Cc]opyright [Ll]aw|(?:the|U\.?S\.?) Copyright Act|Digital Services Act|\bDSA\b|E-?[Cc]ommerce Law|[Tt]rademark [Ll]aw|[Pp]atent [Ll]aw|fair (?:use|dealing)|(?:[A-Z][\w&-]+ ){1,5}(?:Policy|Policies|Guidelines|Rules|Agreement|Code)\b|[Ii]ntellectual property (?:rights )?policy|[Tt]erms of (?:[Ss]ervice|[Uu]se)|[Cc]ommunity (?:[Gg]uidelines|[Ss]tandards)|GNU|AGPL|exhaustion/,
  },
  {
    says: 'rule',
    pattern: /《[^》]{2,40}》|第[一二三四五六七八九十百零\d]+条|(?:电子商务|商标|专利|著作权|民法)(?:法|典)/,
  },
  {
    says: 'rule',
    pattern:
      /(?:Điều|Khoản|Mục) \d+|Luật [^.]{3,40}|Nghị định|Thông tư|(?:chính sách|quy (?:định|chế)) (?:về )?(?:sở hữu trí tuệ|quyền)|điều khoản (?:dịch vụ|sử dụng)/iu,
  },
  {
    says: 'rule',
    pattern: /Art(?:ikel|ículo|icle)?\.? \d+|§ ?\d+|Urheberrechtsgesetz|Markengesetz|Code de la propriété|Ley de/,
  },
];

/** J4: words that tie the decision to its ground. */
export const linkRules: readonly Rule[] = [
  {
    says: 'because',
    pattern:
      /\b(?:because|therefore|due to|on the grounds? that|given that|for the following reasons?|the reason (?:is|for)|as a result|owing to|consequently|for (?:this|that) reason|accordingly|as such|hence|in light of|based on|reason:)|\bsince (?:the|your|it|this|that|we|you|there)|(?:,|^)\s*as (?:the|your|it|this|that|we|you|there)\b/i,
  },
  {
    says: 'because',
    pattern:
      /因为|由于|因此|所以|原因(?:是|为|如下|[:：])|故(?:而|此|不)?|鉴于|理由(?:是|为|如下|[:：])|[，。]?因[^此]/,
  },
  { says: 'because', pattern: /(?<!\p{L})(?:vì|bởi vì|do(?! đó có)|do đó|nên|lý do|căn cứ|bởi)(?!\p{L})/iu },
  {
    says: 'because',
    pattern:
      /\b(?:weil|aufgrund|daher|deshalb|grund:)\b|\b(?:parce que|car|en raison|puisque|motif)\b|\b(?:porque|debido a|ya que|por lo tanto|motivo)\b/i,
  },
];

/** J5: what to change, add, or do instead. */
export const guidanceRules: readonly Rule[] = [
  {
    says: 'guidance',
    pattern:
      /(?:please|kindly|you (?:must|should|need to|can|may|could|are required to)|we (?:recommend|suggest|ask you|need|require|encourage)|in order to|to (?:proceed|resubmit|re-submit))\b[^.]{0,60}\b(?:provid\w+|re-?submit\w*|submit\w*|attach\w*|upload\w*|includ\w+|specify\w*|identify\w*|explain\w*|clarif\w+|correct\w*|file (?:a|an|your|the|with)|send\w* (?:us )?(?:a|an|the|your)|using? (?:the|our|this)|report (?:the|this|it|via|the content)|confirm that|translat\w+|add)\b[^.]{0,80}|(?:if|once) you (?:can )?(?:provide|submit|send|have)[^.]{0,60}(?:evidence|information|document|certificate|proof|authori[sz]ation)[^.]{0,80}/i,
  },
  {
    says: 'guidance',
    pattern:
      /(?:请|建议|需要?|可以?|应|须)(?:您|贵方|贵司|您可以?)?(?:重新)?(?:补充|提供|提交|上传|修改|更正|完善|选择|使用|通过[^。]{1,16}(?:投诉|提交)|联系)[^。]{2,60}/,
  },
  {
    says: 'guidance',
    pattern:
      /(?:vui lòng|xin|cần|nên|đề nghị|có thể)(?: \S+){0,4} (?:cung cấp|bổ sung|nộp|gửi lại|gửi kèm|sửa|đính kèm|chỉ rõ|nêu rõ|làm rõ|sử dụng)[^.]{0,80}/iu,
  },
  {
    says: 'guidance',
    pattern:
      /bitte [^.]{0,60}(?:ein(?:reichen|senden)|ergänzen|nachreichen|übermitteln|verwenden)|(?:veuillez|merci de) [^.]{0,20}(?:fournir|joindre|soumettre|préciser|utiliser)|(?:por favor|debe|puede) [^.]{0,20}(?:proporcion|adjunt|envi|present|utiliz)/i,
  },
];

/** J6: where the complainant can turn against the decision. */
export const redressRules: readonly Rule[] = [
  {
    says: 'redress',
    pattern:
      /\bappeal(?:s|ing)?\b(?!ed)|internal complaint|complaint[- ]handling|out[- ]of[- ]court|dispute (?:settlement|resolution)|(?:request|ask for|seek) (?:a |an )?(?:internal |further |new )?(?:review|reconsideration)|reconsider|disagree with (?:this|our|the) decision|(?:court|judicial) (?:redress|remed|review|proceeding)|(?:if you|should you) (?:still )?(?:believe|feel|think)[^.]{0,100}(?:error|mistake|incorrect|wrong|infring)|seek (?:legal|judicial)|ombudsman|legal action/i,
  },
  {
    says: 'redress',
    pattern:
      /(?:申请|提起|提出|可以|进行)(?:复议|复核|复审|申诉|诉讼)|异议|如(?:您)?(?:对|不同意)[^。]{0,20}(?:异议|不服|决定)|向(?:人民)?法院|起诉/,
  },
  {
    says: 'redress',
    pattern:
      /(?:khiếu nại (?:lại|lên)|kháng nghị|kháng cáo|phúc tra|xem xét lại|không đồng ý với quyết định|khởi kiện|tòa án)/iu,
  },
  {
    says: 'redress',
    pattern:
      /Widerspruch|Beschwerde einlegen|außergerichtlich|(?:recours|faire appel|contester cette décision|réexamen)|(?:apelar|apelación|recurrir|impugnar|reconsideración)/i,
  },
];

/** Guidance that guides to nothing. */
export const emptyGuidance =
  /any (?:further |other |additional )?questions|contact us|more information|feel free|reply to this|如有(?:任何)?(?:疑问|问题)|联系客服|liên hệ (?:với )?chúng tôi|thêm thông tin/i;
