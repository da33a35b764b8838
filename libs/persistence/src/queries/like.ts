/** Part of a text, with what LIKE would read as a pattern taken for itself. */
export const anywhere = (words: string): string => `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
