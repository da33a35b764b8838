import { importColumns } from '#libs/domain';
import type { ColumnMapping, ImportColumn } from '#libs/domain';

/** The text of every column of one row, without the blanks around it; empty where there is none. */
export type ColumnCells = Readonly<Record<ImportColumn, string>>;

/** Where the columns of a file are read from: made once for a file, asked for every row. */
export interface ColumnPlaces {
  /** the column that is read from a cell, if any is */
  columnAt: (cell: number) => ImportColumn | null;
  /** the cell a column is read from; -1 where it has one value for every row, or none */
  cellOf: (column: ImportColumn) => number;
  columnCells: (cells: readonly string[]) => ColumnCells;
}

export function columnPlaces(headings: readonly string[], mapping: ColumnMapping): ColumnPlaces {
  const places = importColumns.map((column) => {
    const source = mapping[column] ?? { value: '' };
    if ('value' in source) return { column, at: -1, value: source.value.trim() };
    return { column, at: headings.indexOf(source.heading), value: '' };
  });
  return {
    columnAt: (cell) => places.find((place) => place.at === cell && cell >= 0)?.column ?? null,
    cellOf: (column) => places.find((place) => place.column === column)?.at ?? -1,
    columnCells: (cells) => {
      const texts = { ...nothing };
      for (const { column, at, value } of places) texts[column] = at < 0 ? value : (cells[at] ?? '').trim();
      return texts;
    },
  };
}

const nothing: Readonly<Record<ImportColumn, string>> = {
  reference: '',
  platform: '',
  rights_holder: '',
  right_number: '',
  ground: '',
  url: '',
  title: '',
  seller: '',
  price: '',
  currency: '',
  explanation: '',
  evidence_url: '',
};
