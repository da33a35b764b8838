import { isId } from '#libs/domain';
import { Fault } from '#libs/domain';
import type { Id } from '#libs/domain';
import { Text, WholeNumber } from './field.js';

/** `?cursor&limit` of every list. A cursor is opaque to the caller; it comes from the `nextCursor` of the page before. */
export class PageQuery {
  @Text({ optional: true, max: 100 })
  cursor?: string;

  @WholeNumber({ optional: true, min: 1, max: 200 })
  limit?: number;
}

export interface PageOf<Row> {
  data: Row[];
  nextCursor: string | null;
}

export const limitOf = (query: PageQuery, usual = 50): number => query.limit ?? usual;

/** The id the page begins after. */
export function afterCursor(query: PageQuery): Id | undefined {
  if (query.cursor === undefined) return undefined;
  const id = Buffer.from(query.cursor, 'base64url').toString('utf8');
  if (isId(id)) return id;
  const detail = 'This cursor was not given by a page of this list: leave it out to begin at the first page.';
  throw new Fault('malformed', 'request-invalid', detail, [{ pointer: '/cursor', code: 'cursor', detail }]);
}

/** A page of rows read with one more than the limit: the row too many says that there is a next page. */
export function pageOf<Row extends { id: Id }, View>(
  rows: readonly Row[],
  limit: number,
  view: (row: Row) => View,
): PageOf<View> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > limit && last !== undefined ? Buffer.from(last.id).toString('base64url') : null;
  return { data: shown.map(view), nextCursor };
}
