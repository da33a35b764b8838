/**
 * How mail programs and help desks introduce what they quote, and how letters end. Data: one pattern per habit.
 */

/** `On …, … wrote:` in the languages of common mail programs; matched on up to three joined lines. */
const wroteVerbs = [
  'wrote',
  'writes',
  'schrieb',
  'a écrit',
  'escribió',
  'escreveu',
  'ha scritto',
  'schreef',
  'napisał(?:\\(a\\)|a)?',
  'skrev',
  'kirjoitti',
  'написал(?:\\(а\\)|а)?',
  'пишет',
  'đã viết',
  'viết',
  '写道',
  '寫道',
  '书写',
  'のメール',
  '님이 작성',
].join('|');

export const attributions: readonly RegExp[] = [
  new RegExp(`^[-\\s*]*.{4,260}(?<=[\\d@>"].{0,120})(?:${wroteVerbs})\\s*[:：]?\\s*-*$`, 'iu'),
  new RegExp(
    `^[-\\s*]*(?:On|Le|Am|El|Em|Il|Op|Dnia|Den|Vào|在|于).{4,260}(?:${wroteVerbs})\\s*[:：]?[\\s-]*(?:[<&].{0,120})?$`,
    'iu',
  ),
  new RegExp(`^.{4,200}(?:${wroteVerbs}) .{0,120}<\\s*[^<>\\s]+@[^<>\\s]+\\s*>\\s*[:：]?$`, 'iu'),
  // date, time, name <address>: without a verb
  /^(?=.*\d{1,2}[:.]\d{2})(?=.*\b(?:19|20)\d{2}\b).{8,200}<[^<>\s]+@[^<>\s]+>\s*[:：]$/u,
];

/** A line that alone says that the rest is an older message. */
export const originalMarks: readonly RegExp[] = [
  /^[\s>*_]*-{2,}\s*(?:(?:the )?original (?:message|email|mail)|message original|reply message|forwarded message|begin forwarded message|ursprüngliche nachricht|originalnachricht|message d['’]origine|message transféré|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|ursprungligt meddelande|oprindelig meddelelse|alkuperäinen viesti|исходное сообщение|原始邮件|原始郵件|原邮件|转发邮件|元のメッセージ|thư gốc|tin nhắn gốc|thư đã chuyển tiếp)\s*-{2,}\s*$/iu,
  /^\s*(?:begin forwarded message|anfang der weitergeleiteten nachricht)\s*:\s*$/i,
  /^\s*(?:#{2,}|={2,}|-{2,})\s*(?:please )?(?:type|write|reply) (?:your reply )?above this line/i,
];

/** First line of a block of copied headers. */
export const senderLine =
  /^[\s>]*\*?(?:from|von|de|da|van|fra|från|od|lähettäjä|от|发件人|發件人|寄件者|寄件人|từ|người gửi|差出人|送信者|보낸 사람)\s*[:：]\*?\s*\S/iu;

/** Further lines of such a block; two of them beside the sender make it one. */
export const furtherHeaderLine =
  /^[\s>]*\*?(?:sent|date|to|cc|subject|reply-to|gesendet|datum|an|betreff|envoyé(?: le)?|à|objet|enviado(?: el)?|fecha|para|asunto|assunto|inviato|data|a|oggetto|verzonden|aan|onderwerp|发送时间|發送時間|日期|时间|收件人|收件者|抄送|主题|主旨|主題|đã gửi|ngày|gửi|đến|tới|chủ đề|дата|отправлено|кому|тема|送信日時|日時|宛先|件名|lähetetty|vastaanottaja|aihe|sendt|til|emne|skickat|till|ämne|wysłano|do|temat|보낸 날짜|받는 사람|제목)\s*[:：]\*?/iu;

/** A notice or message pasted between marks. */
export const pasteBegins =
  /^[\s*]*[-—–=]{1,}\s*BEGIN (?:[\w-]+ ){0,3}[\w-]*(?:NOTICE|NOTIFICATION|MESSAGE|COMPLAINT|REPORT)\b.*$/i;
export const pasteEnds =
  /^[\s*]*[-—–=]{1,}\s*END (?:[\w-]+ ){0,3}[\w-]*(?:NOTICE|NOTIFICATION|MESSAGE|COMPLAINT|REPORT)\b.*$/i;

/** RFC 3676 §4.3 `-- ` and its relatives. Longer rules of hyphens are headings or tables. */
export const signatureRule = /^\s*(?:--|__|[—–]+)\s*$/u;

/** Lines a device or programme adds. */
export const deviceLine =
  /^\s*(?:sent from (?:my|a magnificent|outlook|mail for|typeapp|yahoo)|sent via |get outlook for |envoyé (?:depuis|de mon|à partir d)|von meinem .{1,40} gesendet|gesendet von |enviado (?:desde|do) |inviato da |发自我的|從我的.{1,20}傳送|发送自|iphoneから送信|gửi từ |được gửi từ |отправлено (?:с|из) )/iu;

/** Closing formulas; what follows in a few short lines is the signature. */
export const closingLine =
  /^\s*(?:(?:best|kind|warm|kindest|with (?:best|kind))? ?regards|best wishes|sincerely(?: yours)?|yours (?:sincerely|faithfully|truly)|此致(?:敬礼|敬禮)?|敬礼|顺颂商祺|顺祝商祺|祝商祺|trân trọng|thân ái|kính thư|thân mến|mit freundlichen grüßen|cordialement|atentamente|saludos)\s*[,，.。!！]?\s*$/iu;
