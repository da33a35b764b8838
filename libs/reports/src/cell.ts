/** How one kind of value is written into a cell and read back. `read` throws BadCell. */
export interface CellFormat<Value> {
  write: (value: Value) => string;
  read: (cell: string) => Value;
}

/** What is wrong with a cell, and what to do about it. */
export class BadCell extends Error {
  constructor(
    readonly code: 'empty' | 'not-boolean' | 'not-date' | 'not-listed',
    message: string,
  ) {
    super(message);
    this.name = 'BadCell';
  }
}

const FORMULA = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;

/**
 * Text that a spreadsheet would run as a formula gets a leading apostrophe; reading takes it off again. Text that already
 * begins with apostrophes before such a character gets one more, so that both ways are exact.
 */
const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
const unguarded = (cell: string): string => (GUARDED.test(cell) ? cell.slice(1) : cell);

/** Text that must be there. */
export const requiredText: CellFormat<string> = {
  write: guarded,
  read(cell) {
    if (cell === '') throw new BadCell('empty', 'is empty; give a value');
    return unguarded(cell);
  },
};

/** An empty cell is null, whatever the format. */
export const optional = <Value>(format: CellFormat<Value>): CellFormat<Value | null> => ({
  write: (value) => (value === null ? '' : format.write(value)),
  read: (cell) => (cell === '' ? null : format.read(cell)),
});

export const boolean: CellFormat<boolean> = {
  write: String,
  read(cell) {
    if (cell !== 'true' && cell !== 'false') {
      throw new BadCell('not-boolean', `is ${quoted(cell)}; write true or false, in lower case`);
    }
    return cell === 'true';
  },
};

/** A boolean whose empty cell means false. */
export const booleanOrFalse: CellFormat<boolean> = {
  write: boolean.write,
  read: (cell) => cell !== '' && boolean.read(cell),
};

const INSTANT = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** An instant, ISO 8601; a date without a time is midnight UTC. */
export const instant: CellFormat<Date> = {
  write: (date) => date.toISOString(),
  read(cell) {
    const [, day] = INSTANT.exec(cell) ?? [];
    const date = new Date(cell);
    if (day === undefined || Number.isNaN(date.getTime()) || !isCalendarDay(day)) {
      throw new BadCell(
        'not-date',
        `is ${quoted(cell)}; write an ISO 8601 instant such as 2026-11-01T09:30:00Z, or a date such as 2026-11-01`,
      );
    }
    return date;
  },
};

/** Date accepts 30 February and moves on to March: the day must come back as it was. */
const isCalendarDay = (day: string): boolean => {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
};

/** One of a list of words. */
export const oneOf = <Word extends string>(words: readonly Word[]): CellFormat<Word> => ({
  write: String,
  read(cell) {
    const word = words.find((candidate) => candidate === cell);
    if (word === undefined) throw new BadCell('not-listed', `is ${quoted(cell)}; write one of ${words.join(', ')}`);
    return word;
  },
});

const quoted = (cell: string): string => JSON.stringify(cell.length > 40 ? `${cell.slice(0, 40)}…` : cell);
