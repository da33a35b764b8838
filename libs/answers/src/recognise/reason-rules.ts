import type { ReasonCode } from '#libs/domain';

import type { Rule } from './rule.js';

/** Reasons a refusal states, the particular before the general. A sentence can state one; a letter the first found. */
export const reasonRules: readonly Rule<ReasonCode>[] = [
  {
    says: 'RR-71',
    pattern:
      /your (?:account|access|reporting|profile)[^.]{0,40}(?:suspended|restricted|revoked|disabled|limited)|(?:您的|贵方|投诉)(?:账号|账户|帐号)[^。]{0,12}(?:冻结|限制|停用)|tài khoản (?:của )?(?:quý \S+|bạn)[^.]{0,30}(?:khóa|hạn chế|đình chỉ)/iu,
  },
  {
    says: 'RR-70',
    pattern:
      /(?:manifestly unfounded|abus(?:e|ive|ing)[^.]{0,40}(?:notice|complaint|report|process|procedure|system)|malicious|bad[- ]faith (?:notice|complaint|report)|fraudulent (?:notice|complaint|report)|impersonat)|恶意投诉|(?:khiếu nại|báo cáo) (?:ác ý|lạm dụng|sai sự thật)/iu,
  },
  {
    says: 'RR-60',
    pattern:
      /\bduplicate\b|already (?:been )?(?:reported|handled|assessed|received your)|previously (?:reported|submitted|handled)|already taken a decision|重复(?:投诉|举报|提交)|trùng lặp/i,
  },
  {
    says: 'RR-43',
    pattern:
      /(?:seller|user|merchant|vendor|uploader|reseller|they|distributor)\b[^.]{0,80}(?:provided|produced|submitted|supplied|presented|shown?|has|holds?|have|is|are|was)\b[^.]{0,40}(?:invoices?|licen[cs]es?|authori[sz]\w+|proof of (?:purchase|authenticity)|permission)|authori[sz]ed (?:seller|reseller|dealer|distributor)|(?:卖家|商家)[^。]{0,20}(?:授权|发票|进货|合法来源|许可)|(?:người bán|nhà bán)[^.]{0,40}(?:hóa đơn|ủy quyền|giấy phép)/iu,
  },
  {
    says: 'RR-61',
    pattern:
      /too many (?:items|links|urls|listings)|(?:maximum|limit|no more than|up to)[^.]{0,20}\d+ (?:items|links|urls|listings)|(?:链接|商品)数量(?:过多|超)|quá nhiều (?:liên kết|sản phẩm)/iu,
  },
  {
    says: 'RR-51',
    pattern:
      /(?:not|n't|nor)\s+(?:\w+ )?host(?:ed|ing)\b|(?:not|n't) (?:the|a|an) (?:\w+ )?host\b|not a hosting provider|cach(?:er|ing service)|originating web ?sites?|pass-through|(?:file|submit|send|contact)[^.]{0,60}(?:web host|hosting (?:provider|company)|registrar|third[- ]party (?:site|host))|(?:不是|并非|非)[^。]{0,12}(?:托管|服务器|主机|存储)|(?:không phải|không) (?:là )?(?:đơn vị|nhà cung cấp)? ?(?:lưu trữ|hosting)/iu,
  },
  {
    says: 'RR-52',
    pattern:
      /(?:trademark|patent|design|privacy|defamation|impressum)[^.]{0,80}(?:not|n't) (?:handled|covered|accepted|processed|supported|something we)|(?:do|does) not (?:handle|cover|accept|process)[^.]{0,40}(?:trademark|patent|design)s?|(?:formal|valid) (?:u\.?s\.? )?court order|legal requests? from outside|(?:outside|beyond) (?:the scope|our (?:remit|competence))|不(?:受理|属于)[^。]{0,12}(?:专利|商标|外观)|không thuộc (?:phạm vi|thẩm quyền)/iu,
  },
  {
    says: 'RR-53',
    pattern:
      /(?:trying|attempting|wish|appears?|seems?)[^.]{0,30}to report (?:a )?(?:trademark|copyright|patent)|not (?:a )?(?:copyright|trademark) (?:claim|issue|matter|complaint)|(?:wrong|incorrect|different) (?:reason|category|ground|type of (?:complaint|claim))|(?:falls?|fall) under (?:the )?(?:provisions of )?(?:the )?dmca|投诉类型(?:错误|不符|有误)|(?:sai|không đúng) (?:loại|lý do|danh mục)/iu,
  },
  {
    says: 'RR-50',
    pattern:
      /(?:use|using|through|via|with)[^.]{0,40}(?:the (?:correct|appropriate|other|proper)|our|this|following|included|available) (?:\w+ ){0,4}(?:form|portal|channel|department|platform)|(?:wrong|incorrect) (?:form|department|channel|address|team)|(?:其他|正确|专门)(?:的)?(?:渠道|入口|平台|表单)|(?:đúng|kênh|biểu mẫu) (?:khác|phù hợp|kênh)/iu,
  },
  {
    says: 'RR-31',
    pattern:
      /test (?:purchase|buy|order)|(?:sample|authentication|appraisal|inspection) (?:report|of the product)|purchase the (?:item|product)|购买(?:鉴定|样品)|鉴定报告|试买|mua (?:thử|mẫu)|giám định/iu,
  },
  {
    says: 'RR-32',
    pattern:
      /(?:court|judicial) (?:order|judg\w+|ruling|decision)|evaluation report|expert (?:opinion|report)|专利权评价报告|评价报告|(?:法院|生效)(?:判决|裁定)|行政裁决|phán quyết|bản án|quyết định của tòa/iu,
  },
  {
    says: 'RR-13',
    pattern:
      /(?:registration|trade ?mark|patent|certificate|right|design)\b[^.]{0,60}(?:expired|lapsed|pending|cancelled|not (?:in force|yet registered|yet granted)|is only an application|application stage)|(?:expired|pending) (?:registration|trade ?mark|patent|certificate)|(?:商标|专利|证书|权利)[^。]{0,12}(?:过期|失效|到期|申请中|未注册|未授权)|(?:hết hạn|hết hiệu lực|đang chờ (?:cấp|xử lý))/iu,
  },
  {
    says: 'RR-14',
    pattern:
      /(?:registration|trade ?mark|patent|right|certificate|design)s?\b[^.]{0,80}(?:not (?:valid|registered|protected|effective|enforceable|cover)[^.]{0,30}(?:in|the) [^.]{0,30}(?:country|territory|jurisdiction|market|region|china|vietnam|eu\b|us\b|united|[A-Z][a-z]+)|(?:different|another|other|wrong) (?:country|territory|jurisdiction))|(?:territor|jurisdiction)[^.]{0,40}(?:not|different|mismatch|outside)|未在(?:中国|本国|当地|该国)[^。]{0,6}(?:注册|授权)|不在[^。]{0,8}保护范围|không được bảo hộ (?:tại|ở)|(?:地域|地区|国家)[^。]{0,12}(?:不符|不一致|不覆盖|无效)|(?:lãnh thổ|quốc gia)[^.]{0,30}(?:không|khác)/iu,
  },
  {
    says: 'RR-15',
    pattern:
      /(?:(?:nice )?class(?:es)? \d*|goods|products?|services)\b[^.]{0,60}(?:not covered|outside|do(?:es)? not (?:cover|include|extend)|differ\w* from the (?:goods|class))|(?:registration|trade ?mark|certificate)[^.]{0,60}(?:does not (?:cover|include|extend)|covers? (?:only|other))|(?:类别|商品类别|核定使用)[^。]{0,16}(?:不符|不一致|不同|不包括|未覆盖)|(?:nhóm|lớp) (?:hàng hóa|sản phẩm)?[^.]{0,30}không/iu,
  },
  {
    says: 'RR-16',
    pattern:
      /(?:owner|registrant|holder|proprietor|rights? ?holder)\b[^.]{0,60}(?:does not match|differs?|is not the|not the same|mismatch|different from)|(?:not|n't) (?:\w+ )?(?:the )?(?:registered )?(?:owner|proprietor|(?:copyright|rights?) ?holder)|without the consent of the (?:copyright|right)|权利人[^。]{0,12}(?:不一致|不符|不匹配)|(?:chủ sở hữu|chủ thể)[^.]{0,40}(?:không (?:khớp|trùng)|khác)/iu,
  },
  {
    says: 'RR-11',
    pattern:
      /power of attorney|\bPOA\b|(?:no|lack\w*|missing|without|proof of|evidence of|verify|confirm|insufficient)[^.]{0,30}(?:authori[sz]ation|authority to act|authori[sz]ed to act|agent)|authori[sz]ed (?:agent|representative|to act)[^.]{0,50}(?:not|missing|unable)|(?:授权|委托)(?:书|文件|证明|材料)?[^。]{0,12}(?:缺|无|未|不|过期|失效|补充)|(?:提供|补充|提交)[^。]{0,10}(?:授权|委托)书|(?:giấy )?ủy quyền|uỷ quyền/iu,
  },
  {
    says: 'RR-10',
    pattern:
      /(?:verify|confirm|proof of|prove|establish|document)[^.]{0,20}(?:your )?identit|identity[^.]{0,30}(?:not|could|verif|proof|document)|(?:passport|identity card|business licen[cs]e)|身份(?:证明|信息|认证|核实|验证|证件)|营业执照|(?:xác minh|chứng minh|giấy tờ) (?:danh tính|nhân thân|tùy thân)|căn cước/iu,
  },
  {
    says: 'RR-12',
    pattern:
      /(?:certificate|registration|proof of (?:ownership|right|registration)|ownership documents?|title documents?)\b[^.]{0,60}(?:missing|illegible|unreadable|not (?:attached|provided|included|verified|clear|readable|found)|could not be (?:verified|found)|required)|(?:provide|submit|attach|upload|need|missing|include)[^.]{0,40}(?:certificate|registration (?:number|document|certificate)|proof of (?:ownership|right|registration))|(?:not|n't) (?:\w+ )?(?:prove|establish|demonstrate|show)[^.]{0,30}(?:ownership|right|own)|(?:权属|权利|商标|专利|著作权|版权)(?:登记|注册)?(?:证明|证书|文件)|证书[^。]{0,10}(?:缺|不清|模糊|无效|未)|(?:giấy chứng nhận|văn bằng|chứng minh quyền|giấy tờ sở hữu)/iu,
  },
  {
    says: 'RR-27',
    pattern:
      /(?:\bin|into) (?:english|chinese|vietnamese|german|french)\b[^.]{0,40}|translat(?:ion|ed?)\b|(?:中文|英文)(?:翻译|译文|版本)|翻译件|bản dịch|dịch (?:sang|ra)|bằng tiếng (?:việt|anh)/iu,
  },
  {
    says: 'RR-21',
    pattern:
      /(?:listing|item|page|content|link|url|product|add-on|material|repositor\w+)s?\b[^.]{0,60}(?:no longer (?:exists?|available|active|accessible|found)|(?:has|have|had|was|were) (?:already|previously|since) been (?:removed|deleted|ended)|already (?:been )?(?:removed|inactive|ended|deleted|gone)|not found|could not be found|does not exist|(?:is|are) inactive|expired)|removed the project manually|(?:链接|商品|页面)[^。]{0,10}(?:已失效|不存在|已下架|已删除)|(?:sản phẩm|liên kết|đường dẫn)[^.]{0,30}(?:không còn|không tồn tại|đã bị gỡ trước)/iu,
  },
  {
    says: 'RR-20',
    pattern:
      /(?:exact|specific|direct|precise|valid|full|complete|working|item-level) (?:\w+ ){0,2}(?:location|url|link|address|page)|(?:url|link|location|listing id|item number)s?\b[^.]{0,50}(?:missing|invalid|incorrect|not (?:provided|valid|specific|exact|working|included)|incomplete|broken|required)|(?:unable to|cannot|could not|can't) (?:locate|find)|(?:链接|网址|URL|商品(?:编号|ID))[^。]{0,14}(?:缺|无效|不正确|错误|不完整|有误|具体)|(?:提供|补充)[^。]{0,10}(?:链接|网址)|(?:đường dẫn|liên kết|URL)[^.]{0,40}(?:thiếu|không|cụ thể|chính xác)|(?:cung cấp|bổ sung)[^.]{0,20}(?:đường dẫn|liên kết)/iu,
  },
  {
    says: 'RR-22',
    pattern:
      /(?:identif\w+|describe|description of|specify|show)[^.]{0,40}(?:original|copyrighted|protected)(?: \w+)? work|(?:copyrighted )?work (?:claimed|was not|is not|has not)[^.]{0,40}|(?:not|n't|proof|evidence)[^.]{0,40}original work|(?:原创|原作|作品)[^。]{0,12}(?:证明|说明|来源|未)|tác phẩm (?:gốc|được bảo hộ)/iu,
  },
  {
    says: 'RR-25',
    pattern: /(?:signature|signed|unsigned)\b|签名|签字|签章|盖章|chữ ký|ký tên/iu,
  },
  {
    says: 'RR-24',
    pattern:
      /good[- ]faith|penalty of perjury|statement (?:that|under|of accuracy|by you)|sworn|善意|真实性(?:声明|承诺)|伪证|cam kết (?:thiện chí|trung thực)|tuyên bố/iu,
  },
  {
    says: 'RR-26',
    pattern:
      /contact (?:information|details|data)|(?:your|telephone|phone) (?:address|number)|联系(?:方式|信息|电话)|thông tin liên (?:hệ|lạc)/iu,
  },
  {
    says: 'RR-42',
    pattern:
      /fair (?:use|dealing)|descriptive(?:ly)?|nominative|parod(?:y|ies)|(?:criticism|commentary|quotation|news reporting|educational) (?:purpose|exception|use)|(?:permitted|licensed|allowed|licen[cs]ed|violation) (?:\w+ ){0,3}(?:by|under|of) (?:\w+ ){0,3}(?:licen[cs]e|terms)|specifically licensed|licensed under|open[- ]source licen|合理使用|正当使用|描述性使用|指示性使用|sử dụng hợp (?:lý|pháp)/iu,
  },
  {
    says: 'RR-41',
    pattern:
      /genuine|authentic (?:product|good|item)|exhaust(?:ion|ed)|first[- ]sale|parallel import|gr[ae]y (?:market|good)|resale|正品|权利用尽|平行进口|转售|hàng (?:chính hãng|thật|nhập khẩu song song)/iu,
  },
  {
    says: 'RR-40',
    pattern:
      /(?:product|mark|image|photo\w*|design|logo|listing|item|content|sign|picture|text|code)s?\b[^.]{0,80}(?:differs?|different|not (?:identical|similar|the same)|does not (?:show|contain|use|display|depict|bear|match|appear (?:in|to show|to contain|to be copyrightable))|dissimilar|not confusingly)|not (?:\w+ ){0,3}copyrightable|not (?:a )?counterfeit|(?:图片|商品|外观|标识|商标)[^。]{0,14}(?:不同|不一致|不相似|不近似|有差异|未使用)|(?:sản phẩm|hình ảnh|nhãn hiệu|kiểu dáng)[^.]{0,40}(?:khác|không (?:giống|trùng|tương tự))/iu,
  },
  {
    says: 'RR-44',
    pattern:
      /(?:resolve|settle|contact|take up|address)[^.]{0,60}(?:directly with|the seller|with the (?:user|owner|uploader|merchant))|(?:arbitrate|adjudicate|mediate)\b|(?:legal|civil) (?:action|proceedings|dispute)|(?:matter|dispute|decided|resolved|determin\w+)[^.]{0,30}(?:court|parties|judge)|seek legal|(?:协商|诉讼|司法途径|向法院)|(?:giải quyết|liên hệ) trực tiếp|khởi kiện|tòa án/iu,
  },
  {
    says: 'RR-30',
    pattern:
      /(?:insufficient|not enough|lack(?:s|ed|ing)?(?: of)?|inadequate|no|without|more|additional|further|sufficient|supporting|any)\s+(?:\w+ )?(?:evidence|proof)|evidence[^.]{0,40}(?:insufficient|not (?:sufficient|enough|convincing)|does not|inadequate|required)|prima facie|证据(?:不足|不充分|不够)|(?:补充|提供)[^。]{0,8}证据|(?:không đủ|thiếu|bổ sung|thêm) (?:bằng chứng|chứng cứ)|(?:bằng chứng|chứng cứ)[^.]{0,20}(?:không|chưa) đủ/iu,
  },
  {
    says: 'RR-23',
    pattern:
      /(?:insufficient|not (?:sufficient(?:ly)?|enough)|not (?:find|have|contain|provide) sufficient|lack(?:s|ed)? (?:sufficient )?|more|additional|further) (?:\w+ )?(?:information|details?|explanation|substantiat\w+)|explain (?:in|how|why|your)|does not (?:explain|establish|describe|substantiate)|unclear|unsubstantiated|not substantiated|nature of your complaint|(?:说明|理由|描述|信息)[^。]{0,6}(?:不足|不清|不充分|不明)|(?:giải thích|lý do|thông tin)[^.]{0,20}(?:chưa|không) (?:rõ|đủ|đầy đủ)/iu,
  },
  {
    says: 'RR-01',
    pattern:
      /(?:not|n't) (?:appear to |seem to |found to )?(?:violat\w+|breach\w*|contraven\w+|infring\w+|in violation|against)|no (?:\w+ )?(?:violation|infring\w+|breach)|(?:within|compl\w+ with|consistent with)[^.]{0,30}(?:polic|guideline|rules|terms)|(?:未|不|没有)(?:发现|违反|构成)[^。]{0,14}(?:违规|规则|政策|侵权|规定)|不构成侵权|不违反|không (?:bị )?vi phạm|verstößt (?:\S+ ){0,5}nicht|ne (?:viole|enfreint)|no (?:infringe|viola)/iu,
  },
];
