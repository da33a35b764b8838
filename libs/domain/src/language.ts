/** Languages a notice can be written in. `zh` is simplified Chinese (zh-Hans). */
export const languages = ['en', 'zh', 'vi', 'fr', 'de', 'es'] as const;
export type Language = (typeof languages)[number];

/** Languages the people who file read: labels and remedies of operator files are given in these. */
export const readerLanguages = ['en', 'zh', 'vi'] as const;
export type ReaderLanguage = (typeof readerLanguages)[number];
