import type { BounceReason } from '#libs/domain';

import type { Rule } from './rule.js';

/**
 * What mail servers write when they refuse a message. Order matters: the more specific wording comes first, because a
 * refusal by a block list often also says "mailbox unavailable". Wordings are those of Sendmail, Postfix, Exim, qmail,
 * Courier, Exchange, Notes and of large providers; none depends on who sent them.
 */
export const bounceReasonRules: readonly Rule<BounceReason>[] = [
  { says: 'user-unknown', pattern: /recipient address rejected: (?:access denied|user|undeliverable|unknown)/i },
  {
    says: 'mailbox-full',
    pattern:
      /(?:mailbox|inbox|mail ?box|maildir|mail ?folder|account|quota|storage|disk ?space|space)[^.]{0,50}(?:(?:is|was|are) (?:currently )?full|exceed|over (?:its |the |his )?(?:quota|limit)|overdrawn|not have enough (?:disk )?space|too full)|(?:over|exceed\w*|out of|beyond)[^.]{0,30}(?:quota|storage (?:limit|space)|disk ?space|mailbox size)|(?:mailbox|account) full|is full: retry|quota (?:exceeded|full|violation)|not enough (?:disk|storage) space|insufficient (?:disk space|system storage)|overquota|over ?quota|容量(?:已满|超)|邮箱已?满|hộp thư (?:đã )?đầy/i,
  },
  {
    says: 'message-too-large',
    pattern:
      /message(?: size)?[^.]{0,40}(?:too (?:large|big)|(?: size)? exceed\w*[^.]{0,40}(?:size|limit|maximum))|size[^.]{0,30}exceed\w*[^.]{0,30}(?:limit|maximum|fixed)|(?:exceeds?|larger than)[^.]{0,30}(?:maximum|size limit|message size)|too (?:large|big) (?:message|for)|mesg too big|message too long|邮件(?:过大|太大)/i,
  },
  {
    says: 'rate-limited',
    pattern:
      /too many (?:connections|messages|mails?|emails?|concurrent|recipients|sessions|requests|errors from)|rate[ -]?(?:limit|control)|(?:connection|frequency|sending)[^.]{0,20}(?:frequency|rate) ?(?:limited|exceeded)|frequency limit|(?:limit|quota)[^.]{0,30}(?:per (?:hour|minute|day)|connections)|throttl|exceeded[^.]{0,40}(?:hourly|daily|sending|rate)|receiving (?:mail|email) at a rate|slow down/i,
  },
  {
    says: 'spam',
    pattern:
      /(?:looks like|identified as|considered|classified as|detected as|marked as|appears? to be|suspected|rejected (?:as|for)|likely|contain\w*|because of|is|was|judged) (?:\w+ ){0,3}(?:spam|unsolicited|bulk|junk|uce\b)|spam[- ](?:message|content|detected|score|rejected|filter|like|mail)|anti-?spam|bulk e?mail filter|spamassassin|unsolicited (?:mail|bulk|e-?mail)|no spam|\bu[bc]e\b|(?:denied|rejected|blocked)[^.]{0,30}\bspam|message (?:was )?(?:blocked|rejected) (?:by|as) (?:our )?(?:bulk|spam)|垃圾邮件/i,
  },
  {
    says: 'content',
    pattern:
      /virus|malware|prohibited (?:attachment|content)|attachment[^.]{0,30}(?:not allowed|blocked|rejected|prohibited|type)|content[^.]{0,20}(?:rejected|blocked|not allowed|policy|restriction)|(?:rejected|blocked)[^.]{0,30}content|banned (?:file|attachment|content)|header (?:is )?(?:malformed|invalid)|invalid (?:header|mime)|duplicate header|line too long/i,
  },
  {
    says: 'suspended',
    pattern:
      /(?:account|mailbox|user|recipient|address|inbox|domain)\b[^.]{0,40}(?:(?:is|was|has been|have been|been|currently|temporarily)? ?(?:disabled|suspended|inactive|deactivated|locked|frozen|expired|de-?activated|not active|discontinued|closed))|(?:inactive|disabled|suspended) (?:user|account|mailbox|recipient)|no longer (?:active|in use|on server|accepting)|邮箱.{0,6}(?:停用|冻结|禁用)/i,
  },
  {
    says: 'host-unknown',
    pattern:
      /host (?:or domain )?(?:name )?(?:\S+ )?(?:not found|unknown|(?:could|can) ?(?:not|n't) be (?:found|resolved)|lookup)|unknown (?:host|domain)|unrout(?:e)?able (?:mail )?(?:domain)|(?:domain|host)(?: name)?[^.]{0,60}(?:not found|does ?n[o']t exist|could ?n[o']t be (?:found|resolved)|non-?exist\w*|is invalid|not valid|was not found)|no such (?:domain|host)|name service error|nxdomain|dns (?:error|failure|lookup)|(?:couldn't|could not|can ?not|unable to) (?:find|resolve|lookup|look up)[^.]{0,40}(?:host|domain|dns|\bmx\b)|(?:doesn't have|no) (?:any )?(?:valid )?(?:mx|mail exchanger|mail server)|no (?:mx|dns) (?:record|entry)|illegal host\/domain|invalid domain|bad destination (?:system|host)|address resolution|域名不存在/i,
  },
  {
    says: 'not-accepting',
    pattern:
      /(?:domain|host|server|recipient)[^.]{0,30}(?:does not|doesn't|not) accept(?:ing)? (?:any )?(?:e?mail|messages|smtp)|null ?mx|nullmx|not accepting (?:e?mail|messages)|does not accept mail|no valid mail server|smtp (?:service )?(?:is )?disabled/i,
  },
  {
    says: 'expired',
    pattern:
      /(?:cannot|could not|unable to) (?:send|deliver) message for \d|delivery (?:time|has timed|timed) ?out|(?:retry|delivery|queue|transmission)[^.]{0,20}time[- ]?out(?:\s|$)|retry time(?:out)? (?:exceeded|not reached)|(?:message|mail)[^.]{0,40}(?:too long|expired|timed out)|in the queue too long|too long in (?:the )?queue|delivery expired|failed (?:after )?\d+ (?:attempts|tries)|(?:retried|tried)[^.]{0,40}(?:gave up|giving up|no longer)|given up|giving up|attempts? (?:have|has) failed|max(?:imum)? (?:retries|hop|number of)|(?:lifetime|expiration) (?:exceeded|time)|could not be delivered (?:within|for)|4\.4\.7|deferred: connection timed out|operation timed out|not been able to deliver|超过.{0,8}(?:重试|投递)/i,
  },
  { says: 'system', pattern: /(?:\btry|retry|essayer)\b[^.]{0,20}(?:later|tard)/i },
  {
    says: 'policy',
    pattern:
      /block(?:ed|ing)?[ -]?list|black ?list|blacklist|dnsbl|\brbl\b|spamhaus|spamcop|sorbs|barracudacentral|(?:ip|address|host|client|sender|server|access|connection|message)[^.]{0,60}(?:\bblocked\b|banned|blacklisted|listed (?:at|by|on|in))|\bblocked\b[^.]{0,40}(?:by|using|for|ip)|access denied|banned|(?:poor|bad|low) reputation|reputation|reverse dns|\bptr\b|\brdns\b|\bspf\b|\bdkim\b|\bdmarc\b|not authenticated|authenticat\w+ (?:required|failed|failure|check)|unauthenticated|relay(?:ing)? (?:access )?(?:denied|not (?:permitted|allowed))|(?:not permitted|unable|not allowed) to relay|we do not relay|not (?:a|an) (?:open )?relay|(?:not|n't) (?:have )?(?:permission|authori[sz]ed|allowed|permitted) to|polic(?:y|ies)|security (?:reason|error|violation|setting)|tls (?:is )?required|must issue a starttls|helo|ehlo|拒收|反垃圾/i,
  },
  {
    says: 'user-unknown',
    pattern:
      /(?:user|recipient|mailbox|account|address|addressee|person|alias|local ?part|name|e-?mail)s?\b[^.]{0,60}?(?:unknown|not (?:be )?found|n't (?:be )?found|does ?(?:n't| not) (?:exist|have (?:an?|any) (?:account|mailbox))|did not exist|not exist|no longer (?:exists|valid|available|works|here)|non-?exist\w*|not (?:a )?valid|is invalid|not known|not listed|not recogni[sz]ed|not in (?:our )?(?:directory|address book)|is not a (?:valid|known)|has (?:moved|left)|not our customer|is ambiguous)|unknown (?:user|recipient|address|local|e-?mail|mailbox|account|to address|login)|no (?:such|valid)(?: \w+)? ?(?:user|recipient|mailbox|account|address|person|member|here)|no (?:mailbox|account|user|recipient)s? (?:here|by that|with that|of that|at this|found|exists?)|(?:invalid|bad|undeliverable|incorrect|wrong|illegal|unrouteable|unroutable)(?: \w+)? (?:recipient|address|mailbox|user|e-?mail|destination)|not (?:a )?(?:valid|known|local) (?:user|recipient|mailbox|address)|recipientnotfound|resolver\.adr|no one here|not a gmail|suppression list|destination mailbox has moved|address rejected\.?$|没有(?:此|该|这个)(?:用户|邮箱)|用户不存在|(?:收件人|邮箱|地址)不存在|无效(?:的)?(?:收件人|地址|邮箱)|không tồn tại|宛先が見つかり|アドレスが見つか/i,
  },
  {
    says: 'network',
    pattern:
      /connection (?:refused|timed out|dropped|reset|lost|failed|broken)|(?:could not|unable to|couldn't|can ?not) (?:connect|establish|initiate|open|contact)|no route to host|network (?:error|problem|is unreachable|unreachable)|loops? back|(?:mail|routing) loop|loop detected|loop alert|too many hops|hop count|host (?:is )?(?:unreachable|down)|lost connection|connect(?:ion)? (?:error|to)|not responding|did not (?:respond|accept our requests)|timed out/i,
  },
  {
    says: 'system',
    pattern:
      /system (?:error|problem|not (?:capable|accepting)|failure|config)|configuration (?:error|problem)|mail server (?:error|configuration)|local (?:error|configuration|delivery fail)|internal (?:server )?error|(?:can't|cannot) (?:create|open|write|lock) |i\/o error|service (?:is )?(?:currently )?(?:unavailable|not available)|(?:server|resources?) (?:is )?(?:temporarily )?(?:unavailable|busy)|try again later|temporar(?:y|ily) (?:failure|error|unavailable|local problem)|duplicated message-id|command output|unknown mailer error|queue file write error|out of memory/i,
  },
  { says: 'user-unknown', pattern: /mailbox (?:is )?unavailable|mailbox not available/i },
  {
    says: 'rejected',
    pattern:
      /sender[^.]{0,40}(?:rejected|refused|denied|verif\w+ failed|invalid|unknown|not (?:valid|allowed|accepted)|blocked)|(?:rejected|refused|denied)[^.]{0,40}sender|sender verify failed|domain of sender|(?:message|mail|recipient|transaction|delivery|address|group)[^.]{0,60}(?:rejected|refused|denied|declined|not accepted|may not (?:exist|have permission))|(?:rejected|refused|denied|declined)\b|not (?:be )?accepted|permission to post/i,
  },
];

/** What an enhanced status code says by itself (RFC 3463 §3), for refusals without telling words. */
export const bounceStatusRules: readonly Rule<BounceReason>[] = [
  { says: 'not-accepting', pattern: /^\d\.1\.10$/ },
  { says: 'user-unknown', pattern: /^\d\.1\.(?:0|1|3|4|6)$/ },
  { says: 'host-unknown', pattern: /^\d\.(?:1\.2|4\.4)$/ },
  { says: 'rejected', pattern: /^\d\.1\.(?:7|8)$/ },
  { says: 'suspended', pattern: /^\d\.2\.1$/ },
  { says: 'mailbox-full', pattern: /^\d\.2\.2$/ },
  { says: 'message-too-large', pattern: /^\d\.(?:2\.3|3\.4)$/ },
  { says: 'system', pattern: /^\d\.(?:2\.[04]|3\.[01235])$/ },
  { says: 'expired', pattern: /^\d\.4\.7$/ },
  { says: 'network', pattern: /^\d\.4\.\d$/ },
  { says: 'content', pattern: /^\d\.6\.\d+$/ },
  { says: 'policy', pattern: /^\d\.7\.\d+$/ },
];
