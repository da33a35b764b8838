const FORMULA = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;

/**
 * Text that a spreadsheet would run as a formula gets a leading apostrophe; reading takes it off again. Text that already
 * begins with apostrophes before such a character gets one more, so that both ways are exact. It is the rule of the
 * analysis table, and of most programs that guard their exports.
 */
export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The same for the text of a workbook, where no text is run: only what reading would take for a guard needs one. */
export const guardedText = (text: string): string => (GUARDED.test(text) ? `'${text}` : text);

export const unguarded = (cell: string): string => (GUARDED.test(cell) ? cell.slice(1) : cell);
