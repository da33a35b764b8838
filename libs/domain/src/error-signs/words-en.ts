import type { LanguageSigns } from './sign.js';

export const english: LanguageSigns = {
  done: /(?:successfully (?:submitted|sent|received|filed|reported)|(?:report|complaint|notice|request|submission|form) (?:has been|was|is) (?:successfully )?(?:submitted|received|sent|filed)|we(?: have|'ve)? received your (?:report|complaint|notice|request)|thank you for (?:your (?:report|submission|complaint|notice)|reporting|contacting))/i,
  words: {
    suspended:
      /\b(?:your |this |the )?(?:account|access|membership|tool|privileges?)\b[^.!?]{0,40}\b(?:(?:has|have) been|is|was|are)(?: temporarily| permanently| currently)? (?:suspended|revoked|disabled|deactivated|terminated|banned|locked out)|\b(?:suspended|revoked|disabled) account\b|no longer have access to this (?:tool|form|account)/i,
    'region-blocked':
      /not (?:currently )?available (?:in|from|for) your (?:country|region|location|area)|(?:your|this) (?:country|region|location) is not (?:supported|available|allowed)|(?:blocked|restricted|unavailable) (?:in|from|for) your (?:country|region|location)|geo-?(?:blocked|restricted)|unavailable (?:for|due to) legal reasons|outside (?:of )?(?:our|the) service area/i,
    'address-blocked':
      /\b(?:your )?ip(?: address)?\b[^.!?]{0,40}\b(?:(?:has|have) been |is |was )?(?:blocked|banned|blacklisted|denied)|sorry, you have been blocked|you (?:have been|are) blocked (?:from|by)|(?:vpn|proxy|proxies)\b[^.!?]{0,30}(?:not allowed|detected|blocked|turn (?:it )?off)|unusual traffic from your (?:computer )?network|access denied[^.!?]{0,40}you don't have permission to access/i,
    'code-undelivered':
      /(?:verification|security|sign-?in|login|sms|one-time) (?:code|message|password)\b[^.!?]{0,40}(?:could not|couldn't|cannot|can't|failed to|unable to) be (?:sent|delivered)|(?:failed|unable) to send (?:the |a |your |an )?(?:verification|security|sms|one-time|login)\b|(?:did not|didn't|never|not) (?:receive|get|got|received)[^.!?]{0,20} (?:verification |security |sms |login )?(?:code|sms)\b|(?:code|sms) (?:never|did not|didn't) arrived?/i,
    'captcha-broken':
      /(?:re)?captcha[^.!?]{0,50}(?:(?:could not|couldn't|cannot|can't|failed to|does not|doesn't|did not|won't|will not) (?:be )?(?:load|loaded|display|work|render)|is (?:broken|misconfigured|not configured))|(?:invalid|unknown)(?: domain for)? site ?key|invalid key type|error for site owner|captcha[^.!?]{0,30}(?:token|response)[^.!?]{0,20}too long|could not connect to the (?:re)?captcha service/i,
    'session-lost':
      /(?:your |the )?session\b[^.!?]{0,25}(?:(?:has|have) )?(?:expired|timed out|ended|is (?:invalid|no longer valid))|(?:page|form|login) (?:has )?expired|(?:logged|signed) out (?:due to|because of|for) inactivity|csrf (?:token )?(?:mismatch|missing|verification failed|invalid)/i,
    'too-many-items':
      /(?:too many|more than (?:the )?(?:maximum|allowed|permitted)(?: number of)?) (?:links|urls|items|listings|products|asins|addresses|entries|rows)|(?:cannot|can't|may not|can only) (?:submit|report|enter|add|include)[^.!?]{0,15} (?:more than |up to |at most )?\d{1,5} (?:links|urls|items|listings|products|asins|addresses|entries|rows)|(?:number of|maximum of \d{1,5}) (?:links|urls|items|listings|products)\b[^.!?]{0,25}(?:exceed|reached)/i,
    'rate-limited':
      /too many (?:requests|attempts|submissions|tries|complaints|reports)(?! about)|rate ?limit(?:ed)?\b[^.!?]{0,20}(?:exceed|reach|hit)?|(?:daily|hourly|submission|request|report|weekly) (?:limit|quota)\b[^.!?]{0,25}(?:exceed|reach|used up)|(?:exceeded|reached)[^.!?]{0,25} (?:(?:daily|hourly|submission|request|report) )(?:limit|quota)|(?:you are|you're) (?:doing that|submitting|going|sending)[^.!?]{0,20} too (?:fast|often|frequently|quickly)|too frequent(?:ly)?\b|please slow down|request was throttled|throttl(?:ed|ing) /i,
    captcha:
      /(?:please )?(?:complete|solve|pass|fill in|tick|enter) (?:the |this |a )?(?:re|h)?captcha|captcha (?:is )?(?:required|incorrect|wrong|invalid|expired|verification (?:is )?(?:required|failed))|(?:incorrect|wrong|invalid) captcha|(?:verify|confirm|prove)(?: that)? you(?: a|')re (?:a human|human|not a robot)|are you (?:a human|human|a robot)\?|checking (?:if the site connection is secure|your browser before)|drag the slider|(?:please )?enter the characters (?:you see|shown|in the image)/i,
    'account-unverified':
      /(?:your |the )?(?:account|identity|company|business|enterprise|profile)\b[^.!?]{0,25}(?:has not (?:yet )?been|is not(?: yet)?|hasn't been|isn't(?: yet)?|must be|needs to be|is (?:still )?(?:pending|awaiting)) ?(?:verified|verification|approved|approval|authenticated|under review)|(?:please )?(?:verify|complete verification of) your (?:account|identity|company)(?: first| before)|unverified account/i,
    'document-pending':
      /(?:ipr?|intellectual property|trademark|trade mark|patent|copyright|right|certificate|registration|document)s?\b[^.!?]{0,40}(?:is|are|has|have)(?: still| currently)? (?:pending|awaiting|under) (?:verification|review|approval|examination)|pending verification|(?:no|without) (?:a )?verified (?:ipr?|intellectual property|trademark|right)/i,
    'file-too-large':
      /(?:file|upload|attachment|image|document|picture|photo|request entity|payload)s?\b[^.!?]{0,40}(?:(?:is|are) )?(?:too (?:large|big)|(?<!not |n't )exceeds? (?:the )?(?:maximum|limit|allowed|size|permitted|\d))|(?:maximum|allowed) (?:file|upload) size (?:was |has been )?exceeded|413 (?:request|payload|content)/i,
    'file-type':
      /(?:file|attachment|image|document|media) (?:type|format|extension)\b[^.!?]{0,25}(?:is )?(?:not (?:supported|allowed|accepted|permitted|valid)|invalid|unsupported)|(?:unsupported|invalid|disallowed) (?:file|media|image|document|attachment) (?:type|format|extension)|(?:cannot|can't) upload files? of this type|files? of this type (?:is|are) not (?:allowed|supported|accepted)/i,
    'no-option':
      /(?:no|none of the) (?:suitable |matching |fitting )?(?:option|choice|answer|category)s?\b[^.!?]{0,25}(?:fits?|match(?:es)?|applies|apply|suit)|required (?:field|list|question)[^.!?]{0,40}(?:no|without) (?:suitable |fitting )?option|country is not (?:in|on) the list/i,
    'invalid-input':
      /(?:registration|trade ?mark|patent|certificate|application|phone|telephone|postal|zip|tax|company|id|reg\.?) ?(?:number|no\.?|code)?\b[^.!?]{0,25}(?:is |has an? )?(?:not valid|invalid|not in the (?:correct|right|expected) format|wrong format|incorrect format|malformed)|invalid (?:registration|trade ?mark|patent|certificate|application|phone|telephone|postal|e-?mail|url|link|character|format|value|input)\b|(?:special|illegal|unsupported|non-latin|non-english) characters? (?:are|is) not (?:allowed|permitted|supported)|please enter a valid|contains? (?:invalid|illegal|forbidden) characters?|must (?:be|contain|have) (?:exactly |only )?\d{1,3} (?:digits|characters)/i,
    'sign-in-refused':
      /(?:incorrect|invalid|wrong)[^.!?]{0,25}(?:password|credentials|api key|token|login)|(?:password|credentials|api key|access token|login)[^.!?]{0,25}(?:is |are |was |were )?(?:incorrect|invalid|wrong|expired|not recogni[sz]ed)|(?:login|sign-?in|authentication) (?:failed|failure|error|unsuccessful)|(?:could not|couldn't|unable to|cannot) (?:sign|log) you in|(?:you (?:must|need to)|please) (?:log|sign) in (?:to (?:continue|proceed|submit)|first|again)/i,
    'interface-retired':
      /(?:api|endpoint|interface|method|version)\b[^.!?]{0,40}(?:(?:has|have) been |is |was |are )?(?:deprecated|retired|decommissioned|sunset|shut down|no longer (?:supported|available|offered))/i,
    'channel-removed':
      /(?:form|service|page|e-?mail address|mailbox|channel|portal|tool)\b[^.!?]{0,40}(?:(?:has|have) been |is |was )?(?:discontinued|retired|moved to|replaced by|closed down|no longer (?:in use|available|offered|accept(?:s|ing|ed)?))|no longer accepts? (?:complaints|notices|reports)|(?:complaints|notices|reports)\b[^.!?]{0,30}no longer accepted/i,
    unmonitored:
      /(?:mailbox|inbox|address|account)\b[^.!?]{0,25}(?:is |are )?(?:not (?:monitored|attended|read)|unmonitored|unattended)|(?:do not|please don't|please do not) reply to this (?:e-?mail|message|address)[^.!?]{0,40}not (?:monitored|read)/i,
    'mailbox-full': /mailbox (?:is )?(?:over quota|full)|over quota|quota exceeded for mailbox/i,
    'no-such-mailbox':
      /(?:user|mailbox|recipient|address) (?:unknown|not found|does not exist|doesn't exist)|no such (?:user|mailbox|recipient)/i,
    'dead-link':
      /(?:page|url|link|file|resource)\b[^.!?]{0,30}(?:(?:could not|cannot|can't|couldn't) be found|(?:was |is )?not found|does not exist|doesn't exist|(?:is|was) (?:broken|dead)|no longer exists|leads nowhere)|\b(?:error )?404\b[^.!?]{0,15}(?:not found|error|page)|404 not found|too many redirects|redirected you too many times|broken (?:hyper)?link/i,
    'timed-out':
      /(?:request|connection|operation|gateway|server|upload|page)\b[^.!?]{0,20}(?:has )?(?:timed out|time-?out)|took too long to (?:respond|load|complete)|err_timed_out|err_connection_timed_out/i,
    'no-connection':
      /(?:this )?site can't be reached|(?:could not|couldn't|unable to|cannot|can't) (?:connect|establish a (?:secure )?connection) to (?:the )?(?:server|site|host)|err_(?:name_not_resolved|connection_(?:refused|reset|closed)|cert_[a-z_]+|ssl_[a-z_]+)|dns_probe_finished|your connection is not private|certificate (?:has |is )?(?:expired|not valid|invalid)|refused to connect|server (?:ip address|dns address) could not be found/i,
    'server-failed':
      /internal server error|service (?:is )?(?:temporarily )?unavailable|bad gateway|(?:server|database|application|system) (?:error|exception)(?! messages?)|under(?:going)? (?:scheduled |planned |routine )?maintenance|down for maintenance|unhandled exception|stack ?trace|exception (?:occurred|in thread)|nullpointerexception/i,
    busy: /(?:system|server|service|network|site|we) (?:is|are) (?:currently |too |very |temporarily )?(?:busy|overloaded|experiencing high (?:traffic|load|volume))|system busy|high (?:traffic|load|volume)[^.!?]{0,40}(?:try again|later)/i,
    vague:
      /something went wrong|an? (?:unknown |unexpected |unspecified )?error (?:has )?occurred|(?:unknown|unexpected|generic) error|(?:could not|couldn't|can ?not|can't|unable to|failed to|not be able to) (?:be )?(?:submit|submitted|process|processed|complete|completed|send|sent|save|saved)\b|submission failed|(?:request|operation|action) failed|(?:please )?try again (?:later|in a few)|\berror ?(?:code|no\.?|number|#)[:\s#]{0,3}[\w-]{1,20}|oops/i,
  },
};
