import { importColumns } from '#libs/domain';
import type { ColumnMapping, ColumnSource, ImportColumn } from '#libs/domain';
import { columnsByKey } from './heading-words.js';
import { isErrorHeading } from './headings.js';
import { looseKey } from './loose-key.js';

/**
 * Which heading each column is read from. What the workspace remembers comes first, as far as its headings are there:
 * a column that it leaves out stays left out. Else the heading that names the column best. No heading is used twice,
 * and none that stands there twice.
 */
export function suggestMapping(headings: readonly string[], remembered: ColumnMapping | null = null): ColumnMapping {
  const free = new Set(headings.filter((heading) => isUsable(heading, headings)));
  const mapping: ColumnMapping = {};
  const take = (column: ImportColumn, source: ColumnSource | null): void => {
    if (source === null) return;
    mapping[column] = source;
    if ('heading' in source) free.delete(source.heading);
  };
  const wanted = importColumns.filter((column) => remembered === null || remembered[column] !== undefined);
  for (const column of wanted) take(column, asPresent(remembered?.[column], free));
  for (const column of wanted) if (mapping[column] === undefined) take(column, bestHeading(column, free));
  return mapping;
}

const isUsable = (heading: string, headings: readonly string[]): boolean =>
  heading !== '' && !isErrorHeading(heading) && headings.indexOf(heading) === headings.lastIndexOf(heading);

/** A remembered source with its heading as it is spelt in this file; null where the file has no such heading. */
function asPresent(source: ColumnSource | undefined, free: ReadonlySet<string>): ColumnSource | null {
  if (source === undefined || 'value' in source) return source ?? null;
  if (free.has(source.heading)) return source;
  const heading = [...free].find((each) => looseKey(each) === looseKey(source.heading));
  return heading === undefined ? null : { heading };
}

function bestHeading(column: ImportColumn, free: ReadonlySet<string>): ColumnSource | null {
  let best: { heading: string; rank: number } | null = null;
  for (const heading of free) {
    const named = columnsByKey.get(looseKey(heading));
    if (named?.column === column && (best === null || named.rank < best.rank)) best = { heading, rank: named.rank };
  }
  return best === null ? null : { heading: best.heading };
}
