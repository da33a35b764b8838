import type { Rule } from './rule.js';

/** Subjects of automatic replies of people, at the subject's beginning. */
export const automaticSubjectRules: readonly Rule[] = [
  {
    says: 'auto-reply',
    pattern:
      /^(?:(?:re|aw|sv|fw)\s*[:：]\s*)*(?:\[?auto(?:matic|mated|mat\w*)?[ -:]?(?:reply|response|respond\w*|antwort|ische antwort|svar)|auto[: ]|out[- ]of[- ](?:the )?office|ooo\b|i(?:'| a)m (?:away|out|on)|away (?:from|until|till)|on (?:vacation|leave|holiday)|vacation|holiday|absence|abwesen|automatische antwort|r[ée]ponse automatique|absence du bureau|absent|respuesta automática|fuera de (?:la )?oficina|resposta automática|ausência|risposta automatica|fuori (?:sede|ufficio)|automatisch antwoord|afwezig|autosvar|automaattinen|automatyczna odpowiedź|автоматический ответ|автоответ|自动(?:回复|答复|應答|回覆)|自動(?:回覆|返信|応答)|不在|休假|外出|thư trả lời tự động|trả lời tự động|tự động trả lời|vắng mặt|atvaļinājum)/iu,
  },
];

/** Texts that say that somebody is away. */
export const awayRules: readonly Rule[] = [
  {
    says: 'auto-reply',
    pattern:
      /(?:i|we|he|she|name) (?:am|are|'m|'re|will be|is|have been|'ll be)(?: \w+){0,3} (?:out of (?:the )?office|away|on (?:\w+ )?(?:leave|vacation|holiday|sabbatical)|travell?ing|out of town|not in the office)|(?:currently|presently) (?:out of|away|on (?:leave|vacation|holiday))|limited access to (?:my )?e?-?mail|intermittent access to e?-?mail|return(?:ing)? to the office|upon my return|when i (?:return|get back|am back)|(?:no longer (?:work|with|employed)|have left the company)|ich bin (?:\S+ ){0,4}(?:abwesend|im urlaub|nicht (?:im (?:haus|büro)|erreichbar))|(?:derzeit|momentan|zurzeit) (?:abwesend|nicht (?:im büro|erreichbar)|im urlaub)|je suis (?:\S+ ){0,3}(?:absent|en (?:congé|vacances)|en déplacement)|(?:actuellement|jusqu'au) [^.]{0,20}absent|estoy (?:\S+ ){0,3}(?:fuera|de vacaciones|ausente)|estou (?:\S+ ){0,3}(?:ausente|de férias|fora)|sono (?:\S+ ){0,3}(?:assente|in ferie|fuori)|atvaļinājum|(?:我|本人)(?:目前|现在|正在|将|暂时)?.{0,6}(?:不在办公室|休假|外出|出差|度假)|(?:只今|現在|本日)[^。]{0,12}(?:不在|休暇|外出|出張)|tôi (?:hiện |đang |sẽ )*(?:nghỉ phép|đi công tác|vắng mặt|không có mặt)/iu,
  },
];

/** Texts that call themselves automatic; an acknowledgement often does too. */
export const automaticTextRules: readonly Rule[] = [
  {
    says: 'auto-reply',
    pattern:
      /(?:this is an|dies ist eine|ceci est une|esta es una|this) ?(?:automat\w+) (?:reply|response|e-?mail response|antwort|réponse|respuesta)|auto(?:mated|matic)? (?:reply|response) (?:to|from)|自动回复|自动答复|自動返信|自動応答|thư (?:trả lời )?tự động/iu,
  },
];

/** Texts that say that nobody reads the mailbox. A decision can carry this as its footer. */
export const unattendedRules: readonly Rule[] = [
  {
    says: 'unattended',
    pattern:
      /(?:this )?(?:mailbox|inbox|address|account) (?:is|was) (?:not|no longer|un)[ -]?(?:monitored|attended|checked|read)|unmonitored (?:mailbox|inbox|address)|此(?:邮箱|邮件地址)(?:无人|不).{0,6}(?:查看|值守|监控)|hộp thư này không được (?:theo dõi|giám sát)/i,
  },
];
