import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { rightsListQuery } from '../../api/queries.js';
import type { RightsHolderView } from '../../api/types.js';
import { Loaded } from '../../frame/states.js';
import type { RightsFilters } from './rights-filter.js';
import { RightsTable } from './rights-table.js';

interface RightsListProps {
  filters: RightsFilters;
  /** to name the rights holder of each; left out where all are of one */
  holders?: readonly RightsHolderView[];
  empty: ReactNode;
}

/** The rights that match, page after page, in the order they were entered. */
export function RightsList({ filters: { q, kind, holder }, holders, empty }: RightsListProps) {
  const { t } = useTranslation();
  const list = useInfiniteQuery(
    rightsListQuery({
      ...(q === undefined ? {} : { q }),
      ...(kind === undefined ? {} : { kind }),
      ...(holder === undefined ? {} : { rightsHolderId: holder }),
    }),
  );
  return (
    <Loaded query={list}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.data);
        if (rows.length === 0) return empty;
        return (
          <>
            <RightsTable rows={rows} {...(holders === undefined ? {} : { holders })} />
            <p className="quiet" role="status">
              {t('rights.shown', { count: rows.length })}
              {list.hasNextPage && t('rights.andMore')}
            </p>
            {list.hasNextPage && (
              <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {t('frame.more')}
              </Button>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
