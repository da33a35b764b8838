import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { errorsTodayQuery } from '../../api/queries.js';

/** Platforms on whose side a filing failed today. */
export function ErrorsToday() {
  const { t } = useTranslation();
  const { data = [] } = useQuery(errorsTodayQuery);
  return data.map(({ platform, name, episodes }) => (
    <Link key={platform} to="/platforms/$slug" params={{ slug: platform }}>
      {t('errors.today', { count: episodes, name })}
    </Link>
  ));
}
