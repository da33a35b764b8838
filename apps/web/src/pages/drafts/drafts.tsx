import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { complaintsQuery, draftsQuery } from '../../api/queries.js';
import { ButtonLink } from '../../frame/button-link.js';
import { PageHead } from '../../frame/page-head.js';
import { Loaded } from '../../frame/states.js';
import { When } from '../../words/when.js';
import { FormsTable } from './forms-table.js';

/** Everything that was begun and did not leave yet. */
export function Drafts() {
  const { t } = useTranslation();
  const drafts = useQuery(draftsQuery);
  return (
    <>
      <PageHead
        title={t('drafts.title')}
        actions={<ButtonLink to="/complaints/new">{t('frame.newComplaint')}</ButtonLink>}
      />
      <div className="stack page-narrow" style={{ gap: 32 }}>
        <Unsent status="awaiting-approval" />
        <section>
          <h2>{t('drafts.forms')}</h2>
          <Loaded query={drafts}>
            {(read) => (read.length === 0 ? <p>{t('drafts.formsNone')}</p> : <FormsTable drafts={read} />)}
          </Loaded>
        </section>
        <Unsent status="draft" />
      </div>
    </>
  );
}

/** Complaints that are written and wait: for a signature, or for the second person. The latest; a link leads to all. */
function Unsent({ status }: { status: 'draft' | 'awaiting-approval' }) {
  const { t } = useTranslation();
  const list = useInfiniteQuery(complaintsQuery({ status }));
  const isDraft = status === 'draft';
  const [first] = list.data?.pages ?? [];
  if (!isDraft && first?.data.length === 0) return null;
  return (
    <section>
      <h2>{t(isDraft ? 'drafts.complaints' : 'drafts.awaiting')}</h2>
      {!isDraft && <p>{t('drafts.awaitingText')}</p>}
      <Loaded query={list}>
        {({ pages: [page] }) =>
          page === undefined || page.data.length === 0 ? (
            <p>{t('drafts.complaintsNone')}</p>
          ) : (
            <>
              <ul className="plain-list stack-tight">
                {page.data.slice(0, 10).map((complaint) => (
                  <li key={complaint.id}>
                    <Link to="/complaints/$id" params={{ id: complaint.id }}>
                      {complaint.reference}
                    </Link>{' '}
                    {complaint.platformName} · {complaint.rightsHolder} ·{' '}
                    {t('complaint.eventItems', { count: complaint.items })} ·{' '}
                    <span className="quiet">
                      <When at={complaint.createdAt} show="relative" />
                    </span>
                  </li>
                ))}
              </ul>
              {page.data.length > 10 && (
                <p>
                  <Link to="/complaints" search={{ status }}>
                    {t(isDraft ? 'drafts.allDrafts' : 'drafts.awaiting')}
                  </Link>
                </p>
              )}
            </>
          )
        }
      </Loaded>
    </section>
  );
}
