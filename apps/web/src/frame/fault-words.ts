import type { TFunction } from 'i18next';
import { ApiFault } from '../api/fault.js';

/** What went wrong and what to do, in words, for any thrown thing. */
export function faultWords(t: TFunction, thrown: unknown): string {
  if (!(thrown instanceof ApiFault)) return t('frame.fault.other');
  if (thrown.status === 0) return t('frame.fault.noConnection');
  if (thrown.status === 401) return t('frame.fault.signedOut');
  if (thrown.status === 404) return t('frame.fault.missing');
  if (thrown.status === 429) return t('frame.fault.tooMany');
  if (thrown.status >= 500) return t('frame.fault.server');
  return [
    thrown.message === '' ? t('frame.fault.other') : thrown.message,
    ...thrown.fields.map((field) => field.detail),
  ].join(' ');
}
