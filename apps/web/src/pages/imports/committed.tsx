import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../api/types.js';
import { ButtonLink } from '../../frame/button-link.js';
import { DownloadRejected } from './download-rejected.js';
import { useNumbers } from './numbers.js';

/** The drafts are made: what comes next, and what was left out. */
export function Committed({ row }: { row: ImportView }) {
  const { t } = useTranslation();
  const n = useNumbers();
  const { complaints, committed, rejected, fileName } = row;
  return (
    <section className="form stack" aria-labelledby="import-committed">
      <h2 id="import-committed">{t('imports.committed.title', { count: complaints, n: n(complaints) })}</h2>
      <p className="break">{t('imports.committed.from', { count: committed, n: n(committed), file: fileName })}</p>
      <p>{t('imports.committed.next')}</p>
      <div className="row">
        <ButtonLink size="md" to="/complaints" search={{ importId: row.id }}>
          {t('imports.committed.see')}
        </ButtonLink>
        <ButtonLink size="md" variant="default" to="/imports">
          {t('imports.committed.again')}
        </ButtonLink>
      </div>
      {rejected > 0 && (
        <>
          <p>
            {t('imports.committed.rest', { count: rejected, n: n(rejected) })}{' '}
            <Link to="/imports/$id" params={{ id: row.id }} search={{ step: 'rows' }}>
              {t('imports.committed.seeRest')}
            </Link>
          </p>
          <DownloadRejected row={row} />
        </>
      )}
    </section>
  );
}
