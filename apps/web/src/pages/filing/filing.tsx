import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { platformsQuery, rightsHoldersQuery } from '../../api/queries.js';
import { PageHead } from '../../frame/page-head.js';
import { Loaded } from '../../frame/states.js';
import type { Named } from './beginnings.js';
import { beginningQuery } from './beginnings.js';
import { FilingForm } from './filing-form.js';

const route = getRouteApi('/frame/complaints/new');

/** A complaint is filled in, read through once more, then signed and sent. Each draft is a form of its own. */
export function Filing() {
  const { draft, ...from } = route.useSearch();
  return draft !== undefined && <Opened key={draft} named={{ draft, ...from }} />;
}

function Opened({ named }: { named: Named }) {
  const { t } = useTranslation();
  const platforms = useQuery(platformsQuery);
  const holders = useQuery(rightsHoldersQuery);
  const beginning = useQuery(beginningQuery(named));
  const changed = beginning.data?.complaint ?? null;
  return (
    <>
      <PageHead
        title={changed === null ? t('filing.title') : t('filing.changing', { reference: changed.reference })}
        above={[{ to: '/complaints', title: t('complaints.title') }]}
      />
      <Loaded query={platforms}>
        {(known) => (
          <Loaded query={holders}>
            {(read) => (
              <Loaded query={beginning}>
                {(begun) => <FilingForm draftId={named.draft} platforms={known} holders={read} beginning={begun} />}
              </Loaded>
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}
