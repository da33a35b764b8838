import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface PageHeadProps {
  title: string;
  /** shown beside the title, e.g. a status */
  beside?: ReactNode;
  /** pages above this one */
  above?: {
    to: '/' | '/by-hand' | '/complaints' | '/drafts' | '/imports' | '/platforms' | '/rights' | '/settings';
    title: string;
  }[];
  actions?: ReactNode;
}

/** Breadcrumb, title and actions; also names the document. */
export function PageHead({ title, beside, above = [], actions }: PageHeadProps) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('frame.product')}`;
  }, [title, t]);
  return (
    <header>
      {above.length > 0 && (
        <nav aria-label={t('frame.breadcrumb')}>
          <ol className="crumbs">
            {above.map((page) => (
              <li key={page.to}>
                <Link to={page.to}>{page.title}</Link>
              </li>
            ))}
            <li aria-current="page">{title}</li>
          </ol>
        </nav>
      )}
      <div className="page-head">
        <div className="row">
          <h1>{title}</h1>
          {beside}
        </div>
        {actions && <div className="actions">{actions}</div>}
      </div>
    </header>
  );
}
