/** Characters XML can't hold are written `_x000D_` (ISO/IEC 29500-1 §22.9.2.19); `_x005F_` keeps such text as it is. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? wellFormed(
        text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
      )
    : text;

/** Halves of surrogate pairs become U+FFFD. */
const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');
