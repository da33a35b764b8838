export type { MailAttachment, MailTransport, OutgoingMail, SealedMail } from './channel.js';
export { devMailbox } from './dev-mailbox/dev-mailbox.js';
export type { DevMailboxOptions } from './dev-mailbox/dev-mailbox.js';
export { composeMail, sha256Hex } from './email/compose.js';
export { smtpTransport } from './email/smtp-transport.js';
export type { SmtpOptions } from './email/smtp-transport.js';
export { parseSmtpUrl } from './email/smtp-url.js';
export type { SmtpServer } from './email/smtp-url.js';
export { refusalOf } from './email/smtp-refusal.js';
