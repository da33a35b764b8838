import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { rightQuery, rightsHolderQuery } from '../../api/queries.js';
import type { RightView } from '../../api/types.js';
import { useNotify } from '../../frame/notices.js';
import { PageHead } from '../../frame/page-head.js';
import { Loaded } from '../../frame/states.js';
import { Editing, useEditing } from './editing.js';
import { RestingComplaints } from './resting-complaints.js';
import { RightDialog } from './right-dialog.js';
import { RightFactsSheet } from './right-facts.js';
import { RightForm } from './right-form.js';
import { rightKinds } from './right-kinds.js';
import { Documents, Owners } from './right-papers.js';
import { ValidityMark } from './validity-mark.js';
import { Verifications } from './verifications.js';

const route = getRouteApi('/frame/rights/$id');

export function Right() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const right = useQuery(rightQuery(id));
  if (right.data !== undefined) return <OneRight key={id} right={right.data} />;
  return (
    <>
      <PageHead title={t('rights.right')} above={[{ to: '/rights', title: t('rights.title') }]} />
      <Loaded query={right}>{() => null}</Loaded>
    </>
  );
}

/** One right: read, or changed in the same place. */
function OneRight({ right }: { right: RightView }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const { editing, returned, edit, stop } = useEditing();
  return (
    <>
      <PageHead
        title={right.title}
        above={[{ to: '/rights', title: t('rights.title') }]}
        beside={<ValidityMark of={right} />}
        actions={!editing && <Actions right={right} edit={edit} returned={returned} />}
      />
      <p className="quiet">
        {t(`words.right.${right.kind}`)} · <HolderLink id={right.rightsHolderId} />
      </p>
      {editing ? (
        <Editing title={t('rights.editRight')}>
          <RightForm
            whose={right}
            before={right}
            kinds={rightKinds}
            cancel={stop}
            saved={({ title }) => {
              stop();
              notify(t('rights.rightSaved', { title }));
            }}
          />
        </Editing>
      ) : (
        <Everything right={right} />
      )}
    </>
  );
}

function Actions({ right, edit, returned }: { right: RightView; edit: () => void; returned: boolean }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const navigate = route.useNavigate();
  const [adding, dialog] = useDisclosure(false);
  return (
    <>
      <Button onClick={edit} autoFocus={returned}>
        {t('rights.edit')}
      </Button>
      <Button variant="default" onClick={dialog.open}>
        {t('rights.addAnother')}
      </Button>
      <RightDialog
        whose={right}
        kinds={rightKinds}
        opened={adding}
        close={dialog.close}
        added={({ id, title }) => {
          notify(t('rights.rightAdded', { title }));
          void navigate({ to: '/rights/$id', params: { id } });
        }}
      />
    </>
  );
}

function HolderLink({ id }: { id: string }) {
  const { t } = useTranslation();
  const holder = useQuery(rightsHolderQuery(id));
  return (
    <Link to="/rights-holders/$id" params={{ id }}>
      {holder.data?.name ?? t('filing.holder')}
    </Link>
  );
}

function Everything({ right }: { right: RightView }) {
  return (
    <div className="stack">
      <div className="halves">
        <div className="stack">
          <RightFactsSheet right={right} />
          <Owners owners={right.owners} />
        </div>
        <div className="stack">
          <Documents documents={right.documents} />
          <RestingComplaints right={right} />
        </div>
      </div>
      <Verifications rightId={right.id} />
    </div>
  );
}
