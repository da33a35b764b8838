import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { complaintsQuery, importQuery } from '../../api/queries.js';
import { ButtonLink } from '../../frame/button-link.js';
import { PageHead } from '../../frame/page-head.js';
import { Loaded } from '../../frame/states.js';
import { ComplaintCards } from './complaint-cards.js';
import { ComplaintTable } from './complaint-table.js';
import { FilterBar } from './filter-bar.js';

const route = getRouteApi('/frame/complaints');

export function Complaints() {
  const { t } = useTranslation();
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(complaintsQuery(filters));
  return (
    <>
      <PageHead title={t('complaints.title')} />
      {filters.importId !== undefined && <OfImport id={filters.importId} />}
      <FilterBar key={JSON.stringify(filters)} filters={filters} change={(next) => void navigate({ search: next })} />
      <Loaded query={list}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.data);
          if (rows.length === 0) return <Empty filtered={Object.keys(filters).length > 0} />;
          return (
            <>
              <ComplaintTable rows={rows} />
              <ComplaintCards rows={rows} />
              <p className="quiet" role="status">
                {t('complaints.shown', { count: rows.length })}
                {list.hasNextPage && `, ${t('complaints.andMore')}`}
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
    </>
  );
}

/** The list shows the complaints of one import: of which, and the way back to all. */
function OfImport({ id }: { id: string }) {
  const { t } = useTranslation();
  const found = useQuery(importQuery(id));
  return (
    <p className="row break">
      <span>
        {t('complaints.ofImport')}{' '}
        <Link to="/imports/$id" params={{ id }}>
          {found.data?.fileName ?? id}
        </Link>
      </span>
      <Link to="/complaints" search={{}}>
        {t('complaints.ofEveryImport')}
      </Link>
    </p>
  );
}

function Empty({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation();
  if (filtered) {
    return (
      <div className="empty">
        <p>{t('complaints.emptyFiltered')}</p>
        <Link to="/complaints" search={{}}>
          {t('complaints.clear')}
        </Link>
      </div>
    );
  }
  return (
    <div className="empty">
      <h2>{t('complaints.empty')}</h2>
      <p>{t('complaints.emptyText')}</p>
      <ButtonLink to="/complaints/new">{t('dashboard.emptyAction')}</ButtonLink>
    </div>
  );
}
