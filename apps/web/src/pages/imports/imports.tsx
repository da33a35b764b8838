import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { importsQuery } from '../../api/queries.js';
import type { ImportView } from '../../api/types.js';
import { PageHead } from '../../frame/page-head.js';
import { Loaded } from '../../frame/states.js';
import { ColumnTable, TemplateLink } from './column-table.js';
import { ImportTable } from './import-table.js';
import { UploadBox } from './upload-box.js';

/** Where a file of listings is brought in, and what became of earlier ones. */
export function Imports() {
  const { t } = useTranslation();
  return (
    <div className="page-narrow">
      <PageHead title={t('imports.title')} />
      <div className="stack import-parts">
        <p>{t('imports.lead')}</p>
        <section className="sheet stack" aria-labelledby="import-new">
          <h2 id="import-new">{t('imports.newTitle')}</h2>
          <UploadBox />
          <TemplateLink />
        </section>
        <Earlier />
      </div>
    </div>
  );
}

/** Earlier imports come before the explanation of the file; who has none yet reads that first. */
function Earlier() {
  const list = useInfiniteQuery(importsQuery);
  return (
    <Loaded query={list}>
      {({ pages }) => {
        const rows = pages.flatMap(({ data }) => data);
        return (
          <>
            <EarlierList
              rows={rows}
              more={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
              loading={list.isFetchingNextPage}
            />
            <MustHold open={rows.length === 0} />
          </>
        );
      }}
    </Loaded>
  );
}

interface EarlierListProps {
  rows: readonly ImportView[];
  more: (() => void) | undefined;
  loading: boolean;
}

function EarlierList({ rows, more, loading }: EarlierListProps) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="import-earlier">
      <h2 id="import-earlier">{t('imports.earlier')}</h2>
      {rows.length === 0 ? <p>{t('imports.none')}</p> : <ImportTable rows={rows} />}
      {more !== undefined && (
        <Button variant="default" mt={12} loading={loading} onClick={more}>
          {t('frame.more')}
        </Button>
      )}
    </section>
  );
}

function MustHold({ open }: { open: boolean }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="import-columns">
      <h2 id="import-columns">{t('imports.mustHold')}</h2>
      {open ? (
        <ColumnTable />
      ) : (
        <details className="reveal">
          <summary>{t('imports.showColumns')}</summary>
          <ColumnTable />
        </details>
      )}
    </section>
  );
}
