import delivery from '../i18n/en/delivery.json';
import words from '../i18n/en/words.json';

/** The closed sets a page must tell from other text: a member of each has words. */
export const {
  channel: channels,
  ground: grounds,
  language: noticeLanguages,
  verification: verifications,
  notListing: notListings,
} = words;

/** What a filing may wait for before it was tried. */
export const { waitsFor: waitReasons } = delivery;

/** The value where it is one of those that have words. */
export const oneOf = <Name extends string>(known: Record<Name, string>, value: unknown): Name | undefined =>
  (Object.keys(known) as Name[]).find((name) => name === value);
