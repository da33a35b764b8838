import type { Attribution, ErrorCode } from '../filing-error.js';

/** What words on a page, in a body or in a message can say, most telling first: the first that matches is taken. */
export const signs = [
  'suspended',
  'region-blocked',
  'address-blocked',
  'code-undelivered',
  'captcha-broken',
  'session-lost',
  'too-many-items',
  'rate-limited',
  'captcha',
  'account-unverified',
  'document-pending',
  'file-too-large',
  'file-type',
  'no-option',
  'invalid-input',
  'sign-in-refused',
  'interface-retired',
  'channel-removed',
  'unmonitored',
  'mailbox-full',
  'no-such-mailbox',
  'dead-link',
  'timed-out',
  'no-connection',
  'server-failed',
  'busy',
  'vague',
] as const;
export type Sign = (typeof signs)[number];

/** The words of one language by what they say. A pattern has no open-ended gap, so that its time grows with the text alone. */
export type SignWords = Readonly<Partial<Record<Sign, RegExp>>>;

export interface Meaning {
  code: ErrorCode;
  attribution: Attribution;
  retry: boolean;
  /** what counts is whether we kept to the documented limit */
  limit?: true;
}

/**
 * What each sign stands for. `unknown` where the platform's words can be right: a number can be mistyped, a password wrong,
 * an address blocked for our own doing.
 */
export const meanings: Readonly<Record<Sign, Meaning>> = {
  suspended: { code: 'ER-14', attribution: 'platform', retry: false },
  'region-blocked': { code: 'ER-15', attribution: 'unknown', retry: false },
  'address-blocked': { code: 'ER-15', attribution: 'unknown', retry: false },
  'code-undelivered': { code: 'ER-13', attribution: 'unknown', retry: false },
  'captcha-broken': { code: 'ER-20', attribution: 'platform', retry: false },
  'session-lost': { code: 'ER-45', attribution: 'platform', retry: true },
  'too-many-items': { code: 'ER-34', attribution: 'unknown', retry: false, limit: true },
  'rate-limited': { code: 'ER-50', attribution: 'unknown', retry: true, limit: true },
  captcha: { code: 'ER-21', attribution: 'platform', retry: false },
  'account-unverified': { code: 'ER-10', attribution: 'unknown', retry: false },
  'document-pending': { code: 'ER-11', attribution: 'unknown', retry: false },
  'file-too-large': { code: 'ER-32', attribution: 'unknown', retry: false, limit: true },
  'file-type': { code: 'ER-33', attribution: 'unknown', retry: false },
  'no-option': { code: 'ER-31', attribution: 'unknown', retry: false },
  'invalid-input': { code: 'ER-30', attribution: 'unknown', retry: false },
  'sign-in-refused': { code: 'ER-12', attribution: 'unknown', retry: false },
  'interface-retired': { code: 'ER-72', attribution: 'platform', retry: false },
  'channel-removed': { code: 'ER-71', attribution: 'platform', retry: false },
  unmonitored: { code: 'ER-66', attribution: 'platform', retry: false },
  'mailbox-full': { code: 'ER-61', attribution: 'platform', retry: true },
  'no-such-mailbox': { code: 'ER-60', attribution: 'unknown', retry: false },
  'dead-link': { code: 'ER-70', attribution: 'unknown', retry: false },
  'timed-out': { code: 'ER-41', attribution: 'unknown', retry: true },
  'no-connection': { code: 'ER-42', attribution: 'unknown', retry: true },
  'server-failed': { code: 'ER-40', attribution: 'platform', retry: true },
  busy: { code: 'ER-44', attribution: 'platform', retry: true },
  vague: { code: 'ER-44', attribution: 'unknown', retry: false },
};

export interface LanguageSigns {
  words: SignWords;
  /** a page that reports success */
  done: RegExp;
}
