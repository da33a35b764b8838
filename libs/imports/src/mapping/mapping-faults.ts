import { importColumns, requiredImportColumns } from '#libs/domain';
import type { ColumnMapping, ColumnSource, ImportColumn, RowFault } from '#libs/domain';
import { faultsOfCells } from '../rows/checks.js';
import { columnPlaces } from '../rows/column-cells.js';

/** What keeps a mapping from being used: at most one fault for a column. Empty where it can be used. */
export function mappingFaults(mapping: ColumnMapping, headings: readonly string[]): RowFault[] {
  const values = columnPlaces(headings, valuesOf(mapping)).columnCells([]);
  const wrongValues = new Map(faultsOfCells(values).map((fault) => [fault.column, fault]));
  return importColumns.flatMap((column): RowFault[] => {
    const source = mapping[column];
    if (source === undefined || isNothing(source)) return isRequired(column) ? [unmapped(column)] : [];
    if ('heading' in source) return headingFault(column, source.heading, mapping, headings);
    const wrong = wrongValues.get(column);
    return wrong === undefined ? [] : [wrong];
  });
}

const valuesOf = (mapping: ColumnMapping): ColumnMapping =>
  Object.fromEntries(Object.entries(mapping).filter(([, source]) => 'value' in source));

const isNothing = (source: ColumnSource): boolean => 'value' in source && source.value.trim() === '';

const isRequired = (column: ImportColumn): boolean => requiredImportColumns.some((required) => required === column);

const unmapped = (column: ImportColumn): RowFault => ({
  column,
  code: 'column-unmapped',
  detail: `No row can be filed without ${column}: choose the heading it is read from, or give one value for every row.`,
});

function headingFault(
  column: ImportColumn,
  heading: string,
  mapping: ColumnMapping,
  headings: readonly string[],
): RowFault[] {
  const found = headings.filter((each) => each === heading).length;
  const first = importColumns.find((each) => isReadFrom(mapping[each], heading));
  const wrong = (code: string, detail: string): RowFault[] => [{ column, code, detail }];
  if (found === 0) return wrong('heading-unknown', `The file has no heading "${heading}": choose one of its headings.`);
  if (found > 1) {
    return wrong('heading-repeated', `The heading "${heading}" stands in the file ${found} times: rename one of them.`);
  }
  if (first === column) return [];
  return wrong('heading-used-twice', `${String(first)} is read from "${heading}" already: choose another heading.`);
}

const isReadFrom = (source: ColumnSource | undefined, heading: string): boolean =>
  source !== undefined && 'heading' in source && source.heading === heading;
