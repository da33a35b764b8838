import type { DecidedOutcome } from '#libs/domain';

import type { Rule } from './rule.js';

/** What a sentence can decide. `unable` is a refusal only where nothing is asked of the complainant. */
export type Decided = DecidedOutcome | 'unable';

const thing =
  '(?:complaint|report|notice|notification|request|claim|submission|application|case|appeal|takedown|petition)s?';
const done =
  '(?:removed|taken down|took down|disabled|de-?listed|deleted|de-?activated|unpublished|blocked|terminated|suspended|withdrawn from sale|delisted from)';
const adverbs =
  '(?:(?:now|been|also|all|since|already|subsequently|successfully|permanently|therefore|recently|promptly|today|either|being|be|both)\\s+)*';

const rule = (says: Decided, ...parts: string[]): Rule<Decided> => ({
  says,
  pattern: new RegExp(parts.join('|'), 'iu'),
});

/** Order matters inside one sentence: the first rule that matches is what the sentence decides. */
export const decisionRules: readonly Rule<Decided>[] = [
  rule(
    'partial',
    '\\bpartial(?:ly)? (?:removed|accepted|granted|upheld|approved|successful|processed)',
    `(?:removed|disabled|taken down|deleted|processed)\\s+(?:\\d+|one|two|three|some|several|part) (?:out )?of (?:the |your )?(?:\\d+ |reported )*\\w+`,
    `(?:some|several|part|\\d+|one|two|three) of (?:the |your )?(?:[\\w-]+ ){0,4}(?:have|has|were|was) ${adverbs}${done}`,
    '(?:did not find|insufficient)[^.]{0,120}(?:however|but|, we) [^.]{0,60}other valid',
    '部分(?:链接|商品|投诉|侵权)?(?:成立|下架|删除|通过|已)',
    '(?:một phần|một số) [^.]{0,40}(?:đã|được) (?:bị |được )?(?:gỡ|xóa|xoá|hạ)',
    'teilweise (?:entfernt|stattgegeben)|partiellement (?:retiré|accept)|parcialmente',
  ),
  rule(
    'duplicate',
    `(?:duplicate|identical|same) (?:of|to|as)? ?(?:a|an|your|another|the)? ?(?:previous|earlier|existing|prior|other)? ?${thing}`,
    `(?:is|as|was) a? ?duplicate`,
    `(?:already|previously) (?:been )?(?:reported|received a|submitted|handled|assessed|reviewed|processed|decided|responded|addressed)\\b`,
    `(?:already|previously) (?:have )?(?:taken a decision|received (?:your|the same|this))`,
    '重复(?:投诉|举报|提交)|(?:已经?|此前|之前)(?:被)?(?:投诉|举报)过',
    '(?:khiếu nại|báo cáo|yêu cầu) (?:này )?(?:bị )?trùng(?: lặp)?|trùng lặp',
    'doppelte (?:meldung|beschwerde)|bereits gemeldet|doublon|déjà (?:été )?signalé|duplicad[oa]|ya (?:ha sido|fue) (?:reportad|denunciad)',
  ),
  rule(
    'restricted',
    '(?:visibility|reach|distribution|ranking|availability|sale|access|listing|item|content)[^.]{0,60}(?:is|was|has been|have been|are|were) (?:now )?(?:restricted|limited|reduced|demoted|downranked|geo-?blocked|age-?restricted)',
    '(?:restricted|limited|reduced|demoted|geo-?blocked|downranked) (?:the )?(?:visibility|availability|reach|access|sale|listing|content|item)',
    '(?:unavailable|not available|blocked|restricted|disabled|hidden) (?:only )?(?:in|for|to) (?:users in |buyers in |visitors (?:in|from) )?(?:the )?(?:EU|European|United|US\\b|UK\\b|Germany|France|China|Vietnam|[A-Z][a-z]+ only|your (?:country|region)|certain (?:countries|regions))',
    '(?:已|予以|被)(?:进行)?(?:限制|降权|限流|屏蔽搜索|搜索屏蔽)',
    '(?:đã|bị) (?:bị )?(?:hạn chế|giới hạn)',
    'eingeschränkt worden|wurde eingeschränkt|a été (?:restreint|limité)|ha sido (?:restringid|limitad)',
  ),
  rule(
    'refused',
    `${thing} (?:(?:you (?:submitted|filed|sent)|below|in question|regarding [^.]{1,80}|to [^.]{1,60}|for [^.]{1,60}|about [^.]{1,60}|against [^.]{1,60}|[\\w#-]*\\d[\\w-]*)\\s+)?(?:has|have|had|is|was|were|are|must be|will be)?\\s*${adverbs}(?:rejected|refused|declined|denied|dismissed|unsuccessful|unfounded|invalid(?!ated)|not (?:been )?(?:accepted|approved|upheld|granted|valid|successful|processed|acted))`,
    `(?:we|we've|we have|platform|team|has|have|must|decided to|decision to)\\s+(?:\\w+ly\\s+)?(?:reject|refuse|decline|deny|dismiss)(?:ed)?\\s+(?:your|the|this|that|to|all)`,
    `(?:will|are|is|'ll|have decided|has decided|decided|do|did|does) ?(?:not|n't|never|therefore not)\\s+(?:\\w+ly\\s+|be\\s+|going to\\s+|to\\s+|intend to\\s+|currently\\s+|currently be\\s+|in a position to\\s+){0,3}(?:remov\\w+|tak(?:e|ing) (?:any |further |this )?(?:down|action|measure|enforcement|steps)|tak(?:e|ing) (?:it|them) down|disabl\\w+|act(?:ing)? (?:on|upon)|delist\\w*|delet\\w+|block\\w*|process(?:ing)?|comply\\w*|proceed\\w*|pursu\\w+|honou?r\\w*|restrict\\w*)`,
    "won't (?:be )?(?:remov\\w+|tak\\w+|disabl\\w+|act\\w*|process\\w*|delet\\w+|proceed\\w*)",
    "(?:does|do|did|is|are|was|were) ?(?:not|n't) (?:\\w+ly |to |seem to |appear(?:s)? to |found to |believed to |considered to |deemed to |in our view |itself |seem |be )*(?:violat\\w+|infring\\w+|breach\\w*|contraven\\w+|go against|constitut\\w+ (?:an? |any )?(?:\\w+ )*?(?:infring\\w+|violation|breach)|in (?:violation|breach)|copyrightable|counterfeit|fall under|eligible|qualify)",
    "(?:do|does|did) ?(?:not|n't) (?:believe|think|consider|agree|find|see|establish)(?! [^.]{0,40}\\bsufficient information to process) [^.]{0,120}(?:infring\\w+|violat\\w+|falls? under|(?:is|are) (?:properly |correctly )?(?:classified|considered)|breach\\w*|copyright|counterfeit|problem with)",
    '(?:found|find|see|identified|detected|established|there (?:is|was)|been|determined that there (?:is|was)) no (?:evidence of |sign of |clear )?(?:an? )?(?:\\w+ )?(?:violation|infring\\w+|breach|grounds?|basis|policy violation)',
    '(?:is|are|was|were|be|content is) (?:fully |entirely |still )?(?:within|compliant with|in (?:compliance|line|accordance) with|consistent with|permitted (?:by|under)|allowed (?:by|under)|licensed (?:by|under)|specifically licensed|protected (?:by|under)) (?:\\S+ ){0,2}(?:polic|terms|guideline|rules|licen|fair|law)',
    '(?:fall|falls|fell|falling|is|are|be|constitutes?) (?:\\w+ )?(?:under|within|as)? ?(?:the )?(?:fair use|fair dealing|nominative use)',
    "(?:is|are|was|were) ?(?:not|n't) (?:\\w+ )?host(?:ed|ing)|(?:not|n't|nor) (?:the |a |an )?(?:actual )?host(?:ing)?(?: provider)?\\b|(?:do|does) ?(?:not|n't) host\\b",
    "does ?(?:not|n't) meet (?:the |our |all )?(?:\\w+ )*?(?:requirements?|criteria|standard|threshold)",
    "(?:(?:will|shall|can|may) (?:therefore )?(?:remain|stay)|(?:it|listing|item|content|offer|page|material)s? (?:stays|remains)) (?:online|available|live|active|up|in place|accessible|visible)|(?:no|without (?:any )?) ?(?:further |enforcement )?action (?:will be|was|has been|is being|being|can be|is) ?(?:taken|required|necessary)?|closed (?:it )?without (?:any )?action|(?:decided|chosen|opted|elected) not to|(?:decision|determination)\\b[^.]{0,120}\\b(?:was correct|stands|is upheld|remains unchanged)|stand by our (?:original |earlier |initial )?decision|disagree with your (?:claim|complaint|assessment|notice)|found nothing (?:wrong|infringing|that)|(?:submitted|sent|filed) (?:through|via|to|using|under|by) the wrong|(?:do|does|did|can) ?(?:not|n't) (?:arbitrate|adjudicate|mediate|intervene|get involved|take sides|resolve disputes)|(?:consider|considered|regard) (?:this|the) (?:matter|case|complaint|report) (?:as )?closed|not (?:sufficient|enough)[^.]{0,30}to (?:take|act|remove|support|establish)|insufficient (?:evidence|grounds|basis|information) to (?:support|establish|prove|conclude|take|remove|justify)",
    '(?:please|need to|must|should) (?:file|submit|send|direct|address) (?:a|an|your|this|the) (?:[\\w-]+ ){0,4}(?:notice|complaint|report|request) (?:with|to|directly to) (?:the )?(?:[\\w-]+ ){0,3}(?:owners?|host\\w*|third|originating|registrar|appropriate|site)',
    '(?:投诉|举报|申请|通知|诉求|请求)[^。]{0,20}(?:不成立|未(?:能)?(?:获得?)?(?:通过|受理|支持|成立)|被?(?:驳回|拒绝|退回)|不予|无效|失败)|(?:驳回|拒绝)(?:了)?(?:您|贵|该|本|此)|不予(?:受理|支持|处理|下架|删除|采纳|通过)|(?:不|并未|未|没有|未发现)(?:存在|构成|发现|违反|涉及)[^。]{0,16}(?:侵权|违规|侵害|违反|规则|政策|侵犯)|不构成|未违反|不违反|(?:故|因此|暂|平台)?不支持(?:您|贵|该|此|本|投诉|下架)|(?:故|因此)?无需(?:处理|下架)|维持原(?:判|决定|处理|结果)|(?:不|不会|不能)(?:予以)?(?:下架|删除|移除)',
    '(?:status|result|outcome|decision|resolution)\\s*[:：-]\\s*(?:rejected|refused|declined|denied|dismissed|not \\w+|no action)|(?:结果|状态|结论)\\s*(?:为|是)?\\s*[:：]?\\s*(?:不通过|未通过|驳回|拒绝|不成立|失败|不支持)|(?:kết quả|trạng thái)[^.:：]{0,20}[:：]\\s*(?:bị )?(?:từ chối|không)',
    '(?:bị |đã |đã bị |xin |phải )?(?:từ chối|bác bỏ)|không (?:bị |được coi là |cấu thành )?(?:vi phạm|xâm phạm)|không (?:phát hiện|tìm thấy|có) (?:dấu hiệu |hành vi |bằng chứng )?(?:vi phạm|xâm phạm)|không (?:được )?(?:chấp nhận|chấp thuận|phê duyệt)|sẽ không (?:gỡ|xóa|xoá|xử lý|thực hiện)|không đủ (?:cơ sở|căn cứ|điều kiện)',
    '(?:abgelehnt|zurückgewiesen|abgewiesen)|(?:verstößt|verletzt) (?:\\S+ ){0,5}nicht|kein(?:e|en)? (?:verstoß|verletzung|rechtsverletzung)|(?:werden|wird) (?:\\S+ ){0,4}nicht (?:entfern|lösch)',
    '(?:a été|est|avons) (?:rejetée?|refusée?)|ne (?:viole|constitue|enfreint|contrevient|porte)[^.]{0,40}pas|aucune (?:violation|infraction|atteinte)|ne (?:sera|pouvons|retirerons)[^.]{0,30}pas (?:retir|supprim)',
    '(?:ha sido|fue|hemos) (?:rechazad[oa]|denegad[oa])|no (?:infringe|viola|vulnera|incumple|constituye)|ninguna (?:infracción|violación)|no (?:será|eliminaremos|retiraremos)',
  ),
  rule(
    'removed',
    `(?:have|has|had|was|were|(?:is|are) (?:now|already|hereby|therefore)|we|we've|i've|team|been|then|also)\\s+${adverbs}${done}(?! (?:due to|because of) your (?:counter|appeal))`,
    `\\b(?:we|i|team|github|platform|seller|foundation[^.]{0,20})\\s+(?:have |has |had )?(?:\\w+ly )?(?:removed|took down|taken down|disabled|deleted|delisted|deactivated|blocked|processed the (?:takedown|notice))`,
    '(?:had|have) to take the (?:\\w+ )?action of (?:suspending|removing|disabling)',
    '(?:status|result|outcome|decision|resolution)\\s*[:：-]\\s*(?:removed|taken down|accepted|approved|upheld|deleted|granted)|(?:结果|状态|结论)\\s*(?:为|是)?\\s*[:：]?\\s*(?:已?(?:下架|删除|移除|通过|成立))|(?:kết quả|trạng thái)[^.:：]{0,20}[:：]\\s*(?:đã (?:gỡ|xóa)|chấp (?:nhận|thuận))',
    '(?:is|are) no longer (?:available|accessible|visible|active|live|online|listed)',
    `${thing} (?:has|have|was|were|is) ${adverbs}(?:upheld|granted|approved|accepted(?! for)|successful|actioned|fully processed)`,
    '(?:listing|item|content|product|offer|page)s? (?:ended|removed|deleted|taken down)\\b',
    '(?:已|已经|已被|予以|均已|已对[^。]{0,24}|已将[^。]{0,24})(?:予以|被|经|全部|做|作|进行|成功)?(?:下架|删除|移除|清除|断开|屏蔽|封禁|处罚|下线)|(?:商品|链接|店铺|页面)[^。]{0,10}已(?:被)?关闭|(?:投诉|举报|侵权)(?:已)?成立|投诉(?:已)?(?:成功|通过|获得支持)',
    '(?:đã|được|bị) (?:được |bị )?(?:chúng tôi )?(?:tiến hành |thực hiện )?(?:việc )?(?:gỡ|xóa|xoá|hạ|vô hiệu hóa|vô hiệu hoá|khóa|khoá|ẩn|loại bỏ|chặn)(?: bỏ| xuống)?|(?:khiếu nại|báo cáo|yêu cầu) (?:\\S+ ){0,4}(?:được chấp (?:nhận|thuận)|hợp lệ)',
    '(?:wurde[n]?|haben|ist|sind)(?: \\S+){0,8} (?:entfernt|gelöscht|gesperrt|deaktiviert)',
    '(?:a été|ont été|avons|a)(?: \\S+){0,3} (?:retirée?s?|supprimée?s?|désactivée?s?|bloquée?s?)',
    '(?:ha sido|han sido|hemos|fue|fueron)(?: \\S+){0,3} (?:eliminad[oa]s?|retirad[oa]s?|desactivad[oa]s?|eliminado)',
  ),
  rule(
    'unable',
    "(?:unable|not able|cannot|can't|can not|could not|couldn't|not possible|not in a position)(?: currently| therefore| yet)? ?(?:to |be )?(?:\\w+ly )?(?:process\\w*|tak(?:e|ing) (?:any |further )?(?:action|down)|take (?:it|them|this|that|the \\w+) down|find the (?:listing|item|content|page)|remov\\w+|act (?:on|upon)|proceed\\w*|accept\\w*|comply|assist|honou?r|grant|approve|determine|verify|verified|validate\\w*|confirm|identify|locate|investigate|review)",
    '无法(?:受理|处理|支持|认定|判断|核实|确认|审核|通过|下架|删除)|不能(?:受理|处理|支持)',
    '(?:không thể|chưa thể) (?:chấp nhận|xử lý|gỡ|tiếp nhận|chấp thuận|xóa|xoá|xác minh|thực hiện|tiến hành)',
    '(?:können|konnten) (?:\\S+ ){0,8}nicht (?:bearbeiten|entfernen|nachkommen|prüfen)|ne pouvons (?:\\S+ ){0,3}(?:traiter|retirer|donner suite)|no podemos (?:\\S+ ){0,3}(?:procesar|retirar|tramitar|eliminar)',
  ),
];

/** Status words as tables and lists give them beside a listing. Negated forms come first. */
export const statusWordRules: readonly Rule<DecidedOutcome>[] = [
  { says: 'partial', pattern: /\bpartial(?:ly)?\b|部分/i },
  { says: 'duplicate', pattern: /\bduplicate\b|already reported|重复|trùng lặp/i },
  { says: 'restricted', pattern: /\b(?:restricted|limited|geo-?blocked)\b|限制|降权|hạn chế/i },
  {
    says: 'refused',
    pattern:
      /\b(?:not (?:been )?(?:removed|accepted|approved|infringing|upheld|taken down|disabled)|rejected|refused|declined|denied|dismissed|no action|no violation|no infringement|kept|remains|stays up|invalid|unsuccessful|not actioned)\b|不成立|驳回|拒绝|不予|未通过|未下架|未删除|từ chối|bác bỏ|không vi phạm|abgelehnt|refusée?|rechazad[oa]/i,
  },
  {
    says: 'removed',
    pattern:
      /\b(?:removed|taken down|deleted|disabled|delisted|ended|deactivated|actioned|upheld|accepted|approved)\b|下架|删除|移除|成立|通过|(?:gỡ|xóa|xoá|hạ)(?: bỏ)?|entfernt|gelöscht|supprimée?|retirée?|eliminad[oa]|retirad[oa]/i,
  },
];
