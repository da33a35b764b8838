import { Button, Checkbox } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { importRowsQuery } from '../../api/queries.js';
import type { ImportColumn, ImportRowState, ImportRowView, ImportView } from '../../api/types.js';
import { Loaded } from '../../frame/states.js';
import { DownloadRejected } from './download-rejected.js';
import { FaultKinds } from './fault-kinds.js';
import { useList, useNumbers } from './numbers.js';
import { everyRowOf, placesOf } from './places.js';
import { RowTable } from './row-table.js';
import type { ImportSearch } from './search.js';
import { useFixing } from './use-fixing.js';

interface RowListProps {
  row: ImportView;
  tab: ImportRowState;
  search: ImportSearch;
}

/** The rows of one state, a page at a time: never all of a large file. */
export function RowList({ row, tab, search }: RowListProps) {
  const { t } = useTranslation();
  const list = useInfiniteQuery(importRowsQuery(row.id, tab));
  const rows = list.data?.pages.flatMap(({ data }) => data) ?? [];
  const fixing = useFixing(rows, list.hasNextPage ? nextRows : null);
  const places = placesOf(row);
  return (
    <Loaded query={list}>
      {() =>
        rows.length === 0 ? (
          <p className="empty">{t(`imports.tabEmpty.${tab}`)}</p>
        ) : (
          <div className="stack">
            <About row={row} tab={tab} />
            {tab === 'rejected' && <FaultKinds rows={rows.filter(({ state }) => state === 'rejected')} />}
            <Columns row={row} tab={tab} search={search} />
            <RowTable
              row={row}
              tab={tab}
              rows={rows}
              places={search.all === true ? places : places.filter(({ column }) => column !== null)}
              fixing={row.state === 'ready' && tab === 'rejected' ? fixing : null}
            />
            <Shown row={row} tab={tab} shown={rows.length} />
            {list.hasNextPage && (
              <div>
                <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                  {t('frame.more')}
                </Button>
              </div>
            )}
          </div>
        )
      }
    </Loaded>
  );

  async function nextRows(): Promise<ImportRowView[]> {
    const { data } = await list.fetchNextPage();
    return data?.pages.flatMap((page) => page.data) ?? [];
  }
}

function About({ row, tab }: Pick<RowListProps, 'row' | 'tab'>) {
  const { t } = useTranslation();
  if (tab !== 'rejected') return <p>{t(`imports.tabText.${tab}`)}</p>;
  const words = { reading: t('imports.readOnly.reading'), ready: t('imports.tabText.rejected') };
  return (
    <>
      <p>{row.state === 'reading' || row.state === 'ready' ? words[row.state] : t('imports.readOnly.done')}</p>
      {row.state !== 'reading' && <DownloadRejected row={row} />}
    </>
  );
}

/** Which columns the table shows; those with one value for every row are named instead. */
function Columns({ row, tab, search }: RowListProps) {
  const { t } = useTranslation();
  const n = useNumbers();
  const list = useList();
  const navigate = useNavigate();
  const unread = placesOf(row).filter(({ column }) => column === null).length;
  const same = everyRowOf(row).map(([column, value]) => t('imports.sameValue', { column: columnName(column), value }));
  const showAll = (all: boolean): void => {
    const { all: _before, ...rest } = search;
    const next: ImportSearch = { ...rest, step: 'rows', tab, ...(all ? { all } : {}) };
    void navigate({ to: '/imports/$id', params: { id: row.id }, search: next, replace: true, resetScroll: false });
  };
  return (
    <>
      {same.length > 0 && <p className="quiet break">{t('imports.sameValues', { values: list(same) })}</p>}
      {unread > 0 && (
        <Checkbox
          label={t('imports.allColumns', { count: unread, n: n(unread) })}
          checked={search.all === true}
          onChange={(event) => {
            showAll(event.currentTarget.checked);
          }}
        />
      )}
    </>
  );

  function columnName(column: ImportColumn): string {
    return t(`imports.column.${column}`);
  }
}

function Shown({ row, tab, shown }: Pick<RowListProps, 'row' | 'tab'> & { shown: number }) {
  const { t } = useTranslation();
  const n = useNumbers();
  const all = { rejected: row.rejected, duplicate: row.duplicates, accepted: row.accepted }[tab];
  // rows that were corrected meanwhile stay in sight and are no longer counted
  return (
    <p className="quiet" role="status">
      {t('imports.shown', { count: shown, n: n(shown), all: n(Math.max(all, shown)) })}
    </p>
  );
}
