import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ComplaintRow } from '../../api/types.js';
import { Mark, StatusMark } from '../../words/mark.js';
import { When } from '../../words/when.js';
import { Outcomes } from '../../words/outcomes.js';
import { FirstListing } from './complaint-table.js';

/** Narrow screens: the same rows as cards. */
export function ComplaintCards({ rows }: { rows: readonly ComplaintRow[] }) {
  const { t } = useTranslation();
  return (
    <ul className="cards">
      {rows.map((row) => (
        <li key={row.id} className="sheet stack-tight">
          <div className="row">
            <Link to="/complaints/$id" params={{ id: row.id }}>
              {row.reference}
            </Link>
            <StatusMark status={row.status} />
            {row.overdue && <Mark meaning="warn" word={t('words.overdue')} />}
          </div>
          <div>
            {row.platformName} · {row.rightsHolder} · {t(`words.ground.${row.ground}`)}
          </div>
          <div className="break">
            <FirstListing row={row} />
          </div>
          <Outcomes outcomes={row.outcomes} />
          <div className="quiet small">
            {row.submittedAt === null ? t('complaints.notFiled') : <When at={row.submittedAt} />}
          </div>
        </li>
      ))}
    </ul>
  );
}
