import type { Id } from './id.js';

export const attributions = ['platform', 'us', 'network', 'unknown'] as const;
export type Attribution = (typeof attributions)[number];

/** PV prevents that channel, PV? prevents provisionally (until the window ends), DL delays, excluded is our own fault. */
export type ErrorClass = 'PV' | 'PV?' | 'DL' | 'excluded';

/** One error state of the taxonomy. Codes are stable, versioned and never reused. */
export interface ErrorState {
  name: string;
  class: ErrorClass;
  attribution: Attribution;
  /** what a person is told: what happened */
  says: string;
}

const state = (name: string, cls: ErrorClass, attribution: Attribution, says: string): ErrorState => ({
  name,
  class: cls,
  attribution,
  says,
});

/** Error and stall taxonomy: states met while filing a notice. */
export const errorStates = {
  'ER-10': state('ACCOUNT_NOT_VERIFIED', 'PV?', 'platform', 'The platform has not verified the account.'),
  'ER-11': state(
    'IPR_DOC_PENDING',
    'PV?',
    'platform',
    'The platform has not verified the right’s document, or rejected it without a reason.',
  ),
  'ER-12': state('LOGIN_FAILURE', 'PV?', 'platform', 'The platform refused valid credentials.'),
  'ER-13': state('MFA_OR_SMS_UNDELIVERABLE', 'PV?', 'platform', 'The sign-in code did not arrive.'),
  'ER-14': state('ACCESS_REVOKED', 'PV', 'platform', 'The platform revoked or suspended access.'),
  'ER-15': state('GEO_OR_IP_BLOCKED', 'PV?', 'unknown', 'The platform blocks this network or country.'),
  'ER-20': state('CAPTCHA_FAILS', 'PV?', 'platform', 'The captcha can’t be solved by a person.'),
  'ER-21': state('CAPTCHA_REQUIRED', 'DL', 'platform', 'A captcha asks for a person.'),
  'ER-30': state('FORM_VALIDATION_WRONG', 'PV?', 'platform', 'The form rejects valid input.'),
  'ER-31': state('REQUIRED_FIELD_IMPOSSIBLE', 'PV?', 'platform', 'A required field has no option that fits.'),
  'ER-32': state('UPLOAD_SIZE', 'DL', 'platform', 'The platform refused a file for its size.'),
  'ER-33': state('UPLOAD_TYPE', 'DL', 'platform', 'The platform refused a file for its type.'),
  'ER-34': state('BATCH_LIMIT', 'DL', 'platform', 'The platform takes fewer items at once.'),
  'ER-40': state('SERVER_5XX', 'DL', 'platform', 'The platform’s server failed.'),
  'ER-41': state('TIMEOUT', 'DL', 'unknown', 'The platform did not answer in time.'),
  'ER-42': state('CONNECTION', 'DL', 'unknown', 'No connection to the platform (DNS, TCP or TLS).'),
  'ER-43': state('SUBMIT_NO_CONFIRMATION', 'DL', 'unknown', 'The notice was handed over, but nothing confirmed it.'),
  'ER-44': state('GENERIC_ERROR', 'DL', 'platform', 'The platform showed an error without saying what is wrong.'),
  'ER-45': state('SESSION_LOST_DATA', 'DL', 'platform', 'The platform’s session ended and lost what was entered.'),
  'ER-50': state('RATE_LIMIT', 'DL', 'platform', 'The platform asked us to slow down.'),
  'ER-60': state('MAIL_HARD_BOUNCE', 'PV?', 'platform', 'The platform’s mail server says the address does not exist.'),
  'ER-61': state('MAILBOX_FULL', 'DL', 'platform', 'The platform’s mailbox is full.'),
  'ER-62': state('MAIL_POLICY', 'PV?', 'platform', 'The platform’s mail server refused the message by policy.'),
  'ER-63': state('MAIL_SIZE', 'DL', 'platform', 'The platform’s mail server refused the message for its size.'),
  'ER-64': state('MAIL_DEFERRED', 'DL', 'platform', 'The platform’s mail server put the message off.'),
  'ER-65': state('AUTO_REPLY_ONLY', 'DL', 'platform', 'Only an automatic reply came.'),
  'ER-66': state('UNMONITORED_MAILBOX', 'DL', 'platform', 'The platform says nobody reads this mailbox.'),
  'ER-70': state('DEAD_LINK', 'PV?', 'platform', 'A link of the platform’s procedure leads nowhere.'),
  'ER-71': state(
    'CHANNEL_REMOVED_OR_CHANGED',
    'PV?',
    'platform',
    'The platform removed or changed this way of filing.',
  ),
  'ER-72': state('API_DEPRECATED', 'PV?', 'platform', 'The platform’s interface is no longer offered.'),
  'ER-73': state('LANGUAGE_ONLY', 'DL', 'platform', 'The form or reply is not translated.'),
  'ER-80': state('NO_ACK', 'DL', 'platform', 'No acknowledgement came in time.'),
  'ER-81': state('NO_DECISION', 'DL', 'platform', 'No decision came in time.'),
  'ER-82': state('CIRCULAR_REFERRAL', 'DL', 'platform', 'The platform’s departments refer to each other.'),
  'ER-83': state('REPEATED_INFO_REQUEST', 'PV?', 'platform', 'The platform asks again for what it was already given.'),
  'ER-90': state('OUR_ADAPTER_FAULT', 'excluded', 'us', 'Redress itself failed.'),
  'ER-91': state('OUR_NETWORK', 'excluded', 'us', 'Our own network or mail server failed.'),
} as const satisfies Record<string, ErrorState>;

export type ErrorCode = keyof typeof errorStates;
export const errorCodes = Object.keys(errorStates) as ErrorCode[];

/** An error state met while filing, with what it was recognised by. */
export interface FilingError {
  workspaceId: Id;
  id: Id;
  complaintId: Id;
  attemptId: Id | null;
  platform: string;
  channel: string;
  code: ErrorCode;
  attribution: Attribution;
  message: string;
  url: string | null;
  occurredAt: Date;
  recordedAt: Date;
  /** `automatic`, or the person who met it */
  recordedBy: string;
}
