import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ImportRowState, ImportView } from '../../api/types.js';
import { ButtonLink } from '../../frame/button-link.js';
import { useNumbers } from './numbers.js';
import { RowList } from './row-list.js';
import { rowTabs } from './search.js';
import type { ImportSearch } from './search.js';
import { Sum } from './sum.js';

interface RowsStepProps {
  row: ImportView;
  search: ImportSearch;
}

/** What the dry run found, row by row; rejected rows are corrected in place. */
export function RowsStep({ row, search }: RowsStepProps) {
  const { t } = useTranslation();
  if (row.rows === 0) return <NoRows row={row} />;
  const tab = search.tab ?? firstTab(row);
  return (
    <div className="stack">
      <section className="stack" aria-labelledby="import-found">
        <h2 id="import-found">{t('imports.rowsTitle')}</h2>
        <Sum of={row} />
        <WayOn row={row} />
      </section>
      <section aria-label={t('imports.tabs')}>
        <Tabs row={row} search={search} tab={tab} />
        <RowList key={tab} row={row} tab={tab} search={search} />
      </section>
    </div>
  );
}

/** What needs a person comes first. */
function firstTab({ rejected, accepted }: ImportView): ImportRowState {
  if (rejected > 0) return 'rejected';
  return accepted > 0 ? 'accepted' : 'duplicate';
}

function WayOn({ row: { id, state, accepted } }: { row: ImportView }) {
  const { t } = useTranslation();
  const n = useNumbers();
  if (state !== 'ready') return null;
  if (accepted === 0) return <p>{t('imports.nothingToCommit')}</p>;
  return (
    <div>
      <ButtonLink id="import-go-on" to="/imports/$id" params={{ id }} search={{ step: 'commit' }}>
        {t('imports.goToCommit', { count: accepted, n: n(accepted) })}
      </ButtonLink>
    </div>
  );
}

function Tabs({ row, search, tab }: RowsStepProps & { tab: ImportRowState }) {
  const { t } = useTranslation();
  const n = useNumbers();
  const counts = { rejected: row.rejected, duplicate: row.duplicates, accepted: row.accepted };
  return (
    <nav className="tabs" aria-label={t('imports.tabs')}>
      {rowTabs.map((name) => (
        <Link
          key={name}
          to="/imports/$id"
          params={{ id: row.id }}
          search={{ ...search, step: 'rows', tab: name }}
          className="tab"
          resetScroll={false}
          aria-current={name === tab ? 'page' : undefined}
        >
          {t(`imports.tab.${name}`)}
          <span className="count">{n(counts[name])}</span>
        </Link>
      ))}
    </nav>
  );
}

function NoRows({ row }: { row: ImportView }) {
  const { t } = useTranslation();
  return (
    <section className="empty" aria-labelledby="import-found">
      <h2 id="import-found">{t('imports.noRows')}</h2>
      <p>{t('imports.noRowsText')}</p>
      <ButtonLink to="/imports/$id" params={{ id: row.id }} search={{ step: 'columns' }}>
        {t('imports.checkReading')}
      </ButtonLink>
    </section>
  );
}
