import words from '../i18n/en/words.json';

/** The closed sets a page must tell from other text: a member of each has words. */
export const {
  ground: grounds,
  language: noticeLanguages,
  verification: verifications,
  notListing: notListings,
} = words;

/** The value where it is one of those that have words. */
export const oneOf = <Name extends string>(known: Record<Name, string>, value: unknown): Name | undefined =>
  (Object.keys(known) as Name[]).find((name) => name === value);
