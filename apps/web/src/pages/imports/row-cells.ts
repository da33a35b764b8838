/** A rejected row as its form begins: a cell for each heading, and what did not fit. */
export interface FormCells {
  cells: string[];
  /** the whole line, where it could not be split into cells */
  line: string | null;
  /** the line gave as many cells as there are headings when cut at every delimiter */
  isCut: boolean;
  /** cells beyond the headings */
  surplus: string[];
}

const filled = (cells: readonly string[], length: number): string[] =>
  Array.from({ length }, (_, at) => cells[at] ?? '');

/** Takes one quotation mark off each end, and one of two inside. */
const bare = (cell: string): string => cell.trim().replace(/^"|"$/gu, '').replaceAll('""', '"');

/**
 * The server keeps a line that can't be split as one cell. Cut at every delimiter it mostly gives the cells that were
 * meant: a person checks them, which is less work than typing them.
 */
export function formCells(cells: readonly string[], headings: number, delimiter: string | null): FormCells {
  const [line = ''] = cells;
  if (cells.length !== 1 || headings === 1)
    return { cells: filled(cells, headings), line: null, isCut: false, surplus: cells.slice(headings) };
  const parts = delimiter === null ? [] : line.split(delimiter).map(bare);
  const isCut = parts.length === headings;
  return { cells: filled(isCut ? parts : [], headings), line, isCut, surplus: [] };
}
