import type { Rule } from './rule.js';

type Sign = 'sender' | 'subject' | 'text';

/** Marks of a report by a mail server that did not use, or broke, the format of RFC 3464. */
export const bounceSigns: readonly Rule<Sign>[] = [
  {
    says: 'subject',
    pattern:
      /^(?:\[[^\]]{1,40}\]\s*)?(?:\*+)?\s*(?:undeliver(?:ed|able)|un-?deliverable|returned mail|(?:mail|message|delivery|e-?mail)(?: status)?(?: notification)?:? ?\(?(?:delivery |status )?(?:fail(?:ed|ure)|failure notice|error|bounce)|failure notice|failed (?:delivery|mail)|delivery (?:notification|status|failure|report|has failed|problem|error)|(?:mail )?delivery (?:failed|failure|error)|mail (?:system|delivery|failure)[^:]{0,10}(?:error|failed|failure|status)|mail failure|warning: (?:message|could not|e-?mail)|(?:nondeliverable|non-?delivery|ndn|ndr)\b|message you sent blocked|mail could not be delivered|could not (?:be )?deliver|notice: mail delivery|postmaster notify|rejected:|e-?mail bounce|bounce notification|loop alert|无法投递|退信|系统退信|邮件退回|投递失败|thư (?:bị )?trả lại|không gửi được|недоставлен|ваше сообщение не доставлено|配信(?:不能|エラー)|送信エラー|unzustellbar|nicht zustellbar|non remis|échec de (?:la )?remise|no se puede entregar|impossibile recapitare)/i,
  },
  {
    says: 'sender',
    pattern:
      /(?:mailer-?daemon|post_master|mail(?:er)?[ ._-]?(?:delivery|deliver|system)|mail delivery (?:sub)?system|postmaster|poostmaster|mdaemon|microsoft exchange|delivery subsystem|ndr administrator|bounce[s-]?@)/i,
  },
  {
    says: 'text',
    pattern:
      /could (?:not|n't) be (?:delivered|sent)|(?:cannot|can't|can not) be delivered|(?:not|n't) (?:able to )?(?:be )?deliver(?:ed)? (?:your|the|it|to|mail)|not able to be delivered|un(?:able|deliverable)[^.]{0,20}(?:to )?deliver|delivery (?:to the following|has failed|failed|attempt|of your message)|had (?:permanent|transient)[^.]{0,20}errors|(?:following|these) (?:addresse?s?|recipients?)[^.]{0,40}(?:fail|error|rejected|problem|undeliver)|this is a permanent error|permanent (?:delivery )?(?:failure|error)|failed permanently|error delivering your mail|transcript of session follows|(?:message|mail|recipients?)\b[^.]{0,60}(?:was|has been|been|were) rejected|has not been delivered|was not delivered|n't delivered to|error(?:s)? occurred while (?:trying to )?(?:deliver|send)|was undeliverable|undelivered message|did(?:n't| not) reach|returned (?:to sender|unopened)|no valid recipients|(?<!\d)5\d\d[ -]{1,3}(?:\d\.\d\.\d )?(?:requested action not taken|no such user|user unknown|mailbox unavailable)|fatal errors|delivery errors|bounce notification|duplicated message-id|delevery to the following|is delayed for more than|投递失败|无法(?:投递|送达)|退信|không (?:thể )?gửi được|не может быть (?:доставлено|отправлено)|不能で(?:した|す)|送信できません|konnte nicht zugestellt|n'a pas pu être (?:remis|livré|distribué)|no (?:se )?pudo (?:ser )?entregar/i,
  },
];

/** Still trying: a warning, not a failure. */
export const delayRules: readonly Rule[] = [
  {
    says: 'delayed',
    pattern:
      /has not yet been delivered|warning message only|do not need to re-?send|(?:has been|is|was) delayed|delivery (?:is |was )?delayed|delivery attempts will continue|will (?:be retried|keep trying|continue (?:to try|trying))|delayed (?:\d+ )?(?:hours|mail|for)|temporary failure report|still trying|\(delay(?:ed)?\)|kept in the queue/i,
  },
];

/** A message that arrived, or was read. */
export const arrivedRules: readonly Rule[] = [
  {
    says: 'arrived',
    pattern:
      /^(?:(?:successful|successfully)[^.]{0,30}deliver|delivered:|read:|gelesen:|lu ?:|leído:|已读|đã đọc|return receipt|your message was successfully (?:relayed|delivered)|delivery status notification \((?:success|relay))|"notificationType"\s*:\s*"Delivery"|was successfully delivered|has been displayed\. this is no guarantee/i,
  },
];

/** Complaints about our mail from a feedback loop that did not use the format of RFC 5965. */
export const feedbackRules: readonly Rule[] = [
  {
    says: 'feedback-report',
    pattern:
      /^(?:complaint about message from|e-?mail feedback report|abuse report for|spam complaint)|"notificationType"\s*:\s*"Complaint"|this is an e-?mail abuse report|sent this e-?mail to unsubscribe from|(?:recipient|user)[^.]{0,30}(?:marked|reported) (?:the|your|this) (?:following )?(?:message|mail|email) as (?:spam|junk)|feedback-type\s*:\s*(?:abuse|fraud|other|not-spam|virus)/i,
  },
];
