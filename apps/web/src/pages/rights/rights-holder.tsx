import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { rightsHolderQuery } from '../../api/queries.js';
import type { RightsHolderView } from '../../api/types.js';
import { useNotify } from '../../frame/notices.js';
import { PageHead } from '../../frame/page-head.js';
import { Loaded } from '../../frame/states.js';
import { Editing, useEditing } from './editing.js';
import { HolderFacts } from './holder-facts.js';
import { HolderForm } from './holder-form.js';
import { Powers } from './powers.js';
import { RightDialog } from './right-dialog.js';
import { rightKinds } from './right-kinds.js';
import { RightsList } from './rights-list.js';

const route = getRouteApi('/frame/rights-holders/$id');

export function RightsHolder() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const holder = useQuery(rightsHolderQuery(id));
  if (holder.data !== undefined) return <OneHolder key={id} holder={holder.data} />;
  return (
    <>
      <PageHead title={t('filing.holder')} above={[{ to: '/rights', title: t('rights.title') }]} />
      <Loaded query={holder}>{() => null}</Loaded>
    </>
  );
}

/** One rights holder: who it is, under which powers we act for it, and its rights. */
function OneHolder({ holder }: { holder: RightsHolderView }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const { editing, returned, edit, stop } = useEditing();
  const [adding, dialog] = useDisclosure(false);
  return (
    <>
      <PageHead
        title={holder.name}
        above={[{ to: '/rights', title: t('rights.title') }]}
        actions={
          !editing && (
            <>
              <Button onClick={dialog.open}>{t('filing.addRight')}</Button>
              <Button variant="default" onClick={edit} autoFocus={returned}>
                {t('rights.edit')}
              </Button>
            </>
          )
        }
      />
      <RightDialog
        whose={{ rightsHolderId: holder.id }}
        kinds={rightKinds}
        opened={adding}
        close={dialog.close}
        added={({ title }) => {
          notify(t('rights.rightAdded', { title }));
        }}
      />
      {editing ? (
        <Editing title={t('rights.editHolder')}>
          <HolderForm
            before={holder}
            cancel={stop}
            saved={({ name }) => {
              stop();
              notify(t('rights.holderSaved', { name }));
            }}
          />
        </Editing>
      ) : (
        <div className="stack">
          <HolderFacts holder={holder} />
          <Powers holder={holder} />
          <OwnRights holder={holder} />
        </div>
      )}
    </>
  );
}

function OwnRights({ holder }: { holder: RightsHolderView }) {
  const { t } = useTranslation();
  return (
    <section>
      <div className="row-baseline">
        <h2>{t('rights.ofHolder')}</h2>
        <Link to="/rights" search={{ holder: holder.id }}>
          {t('rights.searchThese')}
        </Link>
      </div>
      <RightsList filters={{ holder: holder.id }} empty={<p className="quiet">{t('rights.noRightOfHolder')}</p>} />
    </section>
  );
}
