import { describe, expect, it } from '@jest/globals';
import { errorCodes, errorStates } from './error-states.js';
import type { ErrorCode } from './error-states.js';

const codesWhere = (test: (code: ErrorCode) => boolean): string => errorCodes.filter(test).join(' ');

describe('The taxonomy of filing errors', () => {
  it('has every code once, under its name', () => {
    expect(errorCodes.map((code) => `${code} ${errorStates[code].name}`)).toEqual([
      'ER-10 ACCOUNT_NOT_VERIFIED',
      'ER-11 IPR_DOC_PENDING',
      'ER-12 LOGIN_FAILURE',
      'ER-13 MFA_OR_SMS_UNDELIVERABLE',
      'ER-14 ACCESS_REVOKED',
      'ER-15 GEO_OR_IP_BLOCKED',
      'ER-20 CAPTCHA_FAILS',
      'ER-21 CAPTCHA_REQUIRED',
      'ER-30 FORM_VALIDATION_WRONG',
      'ER-31 REQUIRED_FIELD_IMPOSSIBLE',
      'ER-32 UPLOAD_SIZE',
      'ER-33 UPLOAD_TYPE',
      'ER-34 BATCH_LIMIT',
      'ER-40 SERVER_5XX',
      'ER-41 TIMEOUT',
      'ER-42 CONNECTION',
      'ER-43 SUBMIT_NO_CONFIRMATION',
      'ER-44 GENERIC_ERROR',
      'ER-45 SESSION_LOST_DATA',
      'ER-50 RATE_LIMIT',
      'ER-60 MAIL_HARD_BOUNCE',
      'ER-61 MAILBOX_FULL',
      'ER-62 MAIL_POLICY',
      'ER-63 MAIL_SIZE',
      'ER-64 MAIL_DEFERRED',
      'ER-65 AUTO_REPLY_ONLY',
      'ER-66 UNMONITORED_MAILBOX',
      'ER-70 DEAD_LINK',
      'ER-71 CHANNEL_REMOVED_OR_CHANGED',
      'ER-72 API_DEPRECATED',
      'ER-73 LANGUAGE_ONLY',
      'ER-80 NO_ACK',
      'ER-81 NO_DECISION',
      'ER-82 CIRCULAR_REFERRAL',
      'ER-83 REPEATED_INFO_REQUEST',
      'ER-90 OUR_ADAPTER_FAULT',
      'ER-91 OUR_NETWORK',
    ]);
  });

  it('gives each its class', () => {
    const ofClass = (cls: string): string => codesWhere((code) => errorStates[code].class === cls);
    expect(ofClass('PV')).toBe('ER-14');
    expect(ofClass('PV?')).toBe('ER-10 ER-11 ER-12 ER-13 ER-15 ER-20 ER-30 ER-31 ER-60 ER-62 ER-70 ER-71 ER-72 ER-83');
    expect(ofClass('excluded')).toBe('ER-90 ER-91');
    expect(codesWhere((code) => errorStates[code].lasting)).toBe('ER-40 ER-41 ER-42 ER-44 ER-61 ER-64');
  });

  it('holds our own faults against us, and those of the network against nobody', () => {
    const by = (side: string): string => codesWhere((code) => errorStates[code].attribution === side);
    expect(by('us')).toBe('ER-90 ER-91');
    expect(by('unknown')).toBe('ER-15 ER-41 ER-42 ER-43');
    expect(codesWhere((code) => errorStates[code].network)).toBe('ER-15 ER-41 ER-42');
    expect(codesWhere((code) => errorStates[code].passable)).toBe('ER-21 ER-32 ER-33 ER-34 ER-63');
  });
});
