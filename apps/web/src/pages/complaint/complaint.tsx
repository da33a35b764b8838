import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { complaintQuery } from '../../api/queries.js';
import type { ComplaintView } from '../../api/types.js';
import { PageHead } from '../../frame/page-head.js';
import { Loaded } from '../../frame/states.js';
import { Outcomes } from '../../words/outcomes.js';
import type { OutcomeCounts } from '../../words/outcomes.js';
import { Mark, StatusMark } from '../../words/mark.js';
import { Actions } from './actions.js';
import { Attempts } from './attempts.js';
import { Deadlines, Missing, Replies } from './beside.js';
import { Facts } from './facts.js';
import { FilingErrors } from './filing-errors/filing-errors.js';
import { Items } from './items.js';
import { Timeline } from './timeline.js';

const route = getRouteApi('/frame/complaints/$id');

export function Complaint() {
  const { id } = route.useParams();
  const complaint = useQuery(complaintQuery(id));
  return <Loaded query={complaint}>{(read) => <Case complaint={read} />}</Loaded>;
}

/** How many listings came to each outcome. */
function tally({ items }: ComplaintView): OutcomeCounts {
  const counts: OutcomeCounts = {};
  for (const { outcome } of items) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

/** The story on the left; state, deadlines and listings on the right. */
function Case({ complaint }: { complaint: ComplaintView }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHead
        title={complaint.reference}
        above={[{ to: '/complaints', title: t('complaints.title') }]}
        beside={
          <>
            <StatusMark status={complaint.status} />
            {complaint.status === 'decided' && <Outcomes outcomes={tally(complaint)} />}
            {complaint.overdue && <Mark meaning="warn" word={t('words.overdue')} />}
            {complaint.simulated && <Mark meaning="plain" word={t('complaint.simulated')} />}
          </>
        }
        actions={<Actions complaint={complaint} />}
      />
      <p className="quiet">
        {complaint.platformName} · {complaint.rightsHolder} · {t(`words.ground.${complaint.ground}`)}
      </p>
      {complaint.status === 'awaiting-approval' && (
        <p className="sheet">
          <Mark meaning="waiting" word={t('complaint.awaiting', { by: complaint.submittedBy ?? '' })} />
        </p>
      )}
      <Missing complaint={complaint} />
      <div className="two">
        <div className="stack">
          <Timeline events={complaint.timeline} />
          <Replies replies={complaint.replies} />
          <Facts complaint={complaint} />
        </div>
        <div className="stack">
          <Deadlines deadlines={complaint.deadlines} />
          <Items complaint={complaint} />
          <Attempts complaint={complaint} />
          <FilingErrors complaint={complaint} />
        </div>
      </div>
    </>
  );
}
