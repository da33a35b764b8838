import { structuredAnswerMediaType } from '#libs/domain';
import { fnv1a } from './chance.js';
import type { PlannedReply } from './decide.js';
import { crlf, encodedWords, header, mailDate, multipart, oneLine, textPart } from './mime.js';

/** What the simulated platform knows of the notice it answers. Taken from a received mail: not to be trusted. */
export interface OriginalNotice {
  /** with angle brackets */
  messageId: string;
  replyTo: string;
  /** RFC 5321 reverse-path, where bounces go; the reply address where not known */
  envelopeFrom?: string;
  reference: string;
  subject: string;
  platformAddress: string;
  platformName: string;
}

/**
 * The bytes of an answer (RFC 5322, CRLF, 7 bit). Acknowledgements and automatic replies are marked by `Auto-Submitted`
 * (RFC 3834), a bounce is a delivery status notification (RFC 3464), a machine-readable answer travels as its own part.
 */
export function replyMail(planned: PlannedReply, original: OriginalNotice, at: Date): Buffer {
  const { kind } = planned;
  const key = fnv1a([original.messageId, original.reference, kind, planned.afterDays].join('|')) >>> 0;
  const id = `${key.toString(16)}.${at.getTime().toString(36)}`;
  const domain = domainOf(original.platformAddress);
  const headers = [
    header('Date', mailDate(at)),
    header('Message-ID', `<${id}@${domain}>`),
    header('In-Reply-To', oneLine(original.messageId)),
    header('References', oneLine(original.messageId)),
    ...(kind === 'bounce' ? bounceHeaders(original, domain) : answerHeaders(planned, original)),
    header('MIME-Version', '1.0'),
  ];
  const body = kind === 'bounce' ? bounceBody(planned, original, domain, id) : answerBody(planned, id);
  return Buffer.from(crlf([...headers, ...body].join('\n')), 'latin1');
}

const isAutomatic = (kind: PlannedReply['kind']): boolean => kind === 'acknowledgement' || kind === 'auto-reply';

function answerHeaders(planned: PlannedReply, original: OriginalNotice): string[] {
  const prefix = planned.kind === 'auto-reply' ? autoPrefix[planned.language] : 'Re: ';
  return [
    header('From', `${encodedWords(oneLine(original.platformName))} <${oneLine(original.platformAddress)}>`),
    header('To', oneLine(original.replyTo)),
    header('Subject', encodedWords(`${prefix}${oneLine(original.subject)}`)),
    ...(isAutomatic(planned.kind) ? [header('Auto-Submitted', 'auto-replied')] : []),
    header('Content-Language', planned.language),
  ];
}

const autoPrefix = { en: 'Automatic reply: ', zh: '自动回复：' } as const;

function answerBody(planned: PlannedReply, id: string): string[] {
  if (planned.structured === undefined) return textPart(planned.text);
  const json = Buffer.from(JSON.stringify(planned.structured)).toString('base64');
  const attached = [
    header('Content-Type', `${structuredAnswerMediaType}; charset=utf-8`),
    header('Content-Disposition', 'attachment; filename="answer.json"'),
    header('Content-Transfer-Encoding', 'base64'),
    '',
    json.replace(/(.{76})(?=.)/g, '$1\n'),
  ];
  return multipart('mixed', id, [textPart(planned.text), attached]);
}

const bounceHeaders = (original: OriginalNotice, domain: string): string[] => [
  header('From', `Mail Delivery System <mailer-daemon@${domain}>`),
  header('To', oneLine(original.envelopeFrom ?? original.replyTo)),
  header('Subject', 'Undelivered Mail Returned to Sender'),
  header('Auto-Submitted', 'auto-replied'),
];

function bounceBody(planned: PlannedReply, original: OriginalNotice, domain: string, id: string): string[] {
  const status = [
    header('Content-Type', 'message/delivery-status'),
    '',
    header('Reporting-MTA', `dns; ${domain}`),
    '',
    header('Final-Recipient', `rfc822; ${oneLine(original.platformAddress)}`),
    header('Action', 'failed'),
    header('Status', '5.1.1'),
    header('Diagnostic-Code', 'smtp; 550 5.1.1 The recipient does not exist here'),
  ];
  const returned = [
    header('Content-Type', 'text/rfc822-headers'),
    '',
    header('Message-ID', oneLine(original.messageId)),
    header('To', oneLine(original.platformAddress)),
    header('Subject', encodedWords(oneLine(original.subject))),
  ];
  return multipart('report; report-type=delivery-status', id, [textPart(planned.text), status, returned]);
}

const domainOf = (address: string): string =>
  oneLine(address.slice(address.lastIndexOf('@') + 1)).replace(/[^\w.-]/g, '');
