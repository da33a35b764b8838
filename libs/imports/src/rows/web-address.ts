/** An http or https address as a browser takes it. */
export const isWebAddress = (text: string): boolean => /^https?:\/\/\S/i.test(text) && URL.canParse(text);
