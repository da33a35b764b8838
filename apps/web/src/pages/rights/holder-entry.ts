import type { TFunction } from 'i18next';
import type { RightsHolderInput, RightsHolderView } from '../../api/types.js';
import type { FieldError } from '../../forms/error-summary.js';
import { filled } from './filled.js';

type HolderText = 'name' | 'address' | 'email' | 'phone' | 'website' | 'country';

/** A rights holder as it stands in the form. */
export interface HolderEntry {
  texts: Record<HolderText, string>;
  programmes: string[];
  representedByAgent: boolean;
}

const noTexts: HolderEntry['texts'] = { name: '', address: '', email: '', phone: '', website: '', country: '' };

export const emptyHolder: HolderEntry = { texts: noTexts, programmes: [], representedByAgent: false };

export const holderEntryOf = (holder: RightsHolderView): HolderEntry => ({
  texts: {
    name: holder.name,
    address: holder.address ?? '',
    email: holder.email ?? '',
    phone: holder.phone ?? '',
    website: holder.website ?? '',
    country: holder.country ?? '',
  },
  programmes: holder.programmes,
  representedByAgent: holder.representedByAgent,
});

/** A country as two letters in capitals; a name as it was typed. */
const countryOf = (text: string): string => (/^[a-z]{2}$/iu.test(text.trim()) ? text.trim().toUpperCase() : text);

/** Every field of a rights holder, as it replaces what stands there. */
export function toHolderInput({ texts, programmes, representedByAgent }: HolderEntry): RightsHolderInput {
  const { name, country, ...others } = texts;
  return { name: name.trim(), ...filled({ ...others, country: countryOf(country) }), programmes, representedByAgent };
}

const isWebAddress = (text: string): boolean => /^https?:\/\/[^\s/]+\.[^\s]+$/iu.test(text);

/** What is wrong with a rights holder before it is sent. */
export function holderErrors(t: TFunction, { texts: { name, email, website } }: HolderEntry): FieldError[] {
  const tests: [isSo: boolean, field: string, text: string][] = [
    [name.trim() === '', 'name', t('filing.needName')],
    [email.trim() !== '' && !/^\S+@\S+$/u.test(email.trim()), 'email', t('rights.error.email')],
    [website.trim() !== '' && !isWebAddress(website.trim()), 'website', t('rights.error.website')],
  ];
  return tests.filter(([isSo]) => isSo).map(([, field, text]) => ({ field: `holder-${field}`, text }));
}
