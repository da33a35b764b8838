import type { Regime } from '#libs/domain';
import { aNotice, aRight, aRightsHolder, noon, shippedRegime } from '../a-notice.spec-data.js';
import type { NoticeFacts } from '../notice-facts.js';
import type { XarfContact } from './report.js';

/** A regime with wordings of its own, so that goldens don't change with the law. */
export const aRegime = (): Regime => ({
  ...shippedRegime('us-trademark-customary', noon),
  id: 'a-regime',
  effectiveFrom: '2026-01-01',
  citation: 'Act § 5',
  statements: (['goodFaith', 'accuracy', 'authority'] as const).map((kind) => {
    const wording = `I state my ${kind}.`;
    return { kind, wording: { en: wording, zh: wording, vi: wording, fr: wording, de: wording, es: wording } };
  }),
});

export const aSender: XarfContact = { org: 'Redress', contact: 'notices@redress.test', domain: 'redress.test' };

/** UUIDs that say which listing they are for. */
export const reportId = (position: number): string => `5f1c2a34-0000-4000-8000-${String(position).padStart(12, '0')}`;

/** A trademark notice that XARF can carry. */
export const aBrandNotice = (overrides: Partial<NoticeFacts> = {}): NoticeFacts =>
  aNotice({ regime: aRegime(), ...overrides });

/** A copyright notice that XARF can carry. */
export const aCopyNotice = (overrides: Partial<NoticeFacts> = {}): NoticeFacts =>
  aNotice({
    regime: aRegime(),
    ground: 'copyright-copy',
    rights: [
      aRight({
        kind: 'copyright',
        title: 'Summer Catalogue 2025',
        registration: 'unregistered',
        number: null,
        office: null,
        classes: [],
        validFrom: null,
        validTo: null,
      }),
    ],
    rightsHolder: aRightsHolder(),
    ...overrides,
  });
