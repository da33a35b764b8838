import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RightsHolderView } from '../../api/types.js';

/** So many names are shown without being asked for. */
const FEW = 12;

/** The way to every rights holder, with rights or without. */
export function HolderList({ holders }: { holders: readonly RightsHolderView[] }) {
  const { t } = useTranslation();
  return (
    <details className="reveal sheet" open={holders.length <= FEW}>
      <summary>{t('rights.holders', { count: holders.length })}</summary>
      <ul className="plain-list columns">
        {holders.map(({ id, name, representedByAgent }) => (
          <li key={id} className="break">
            <Link to="/rights-holders/$id" params={{ id }}>
              {name}
            </Link>
            {representedByAgent && <span className="quiet small"> {t('rights.asAgent')}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
