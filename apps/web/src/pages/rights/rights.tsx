import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { rightsHoldersQuery } from '../../api/queries.js';
import type { RightsHolderView } from '../../api/types.js';
import { PageHead } from '../../frame/page-head.js';
import { useNotify } from '../../frame/notices.js';
import { Loaded } from '../../frame/states.js';
import { tagOf } from '../../i18n/language.js';
import { EndsSoon } from './ends-soon.js';
import { HolderDialog } from './holder-dialog.js';
import { HolderList } from './holder-list.js';
import { RightDialog } from './right-dialog.js';
import { rightKinds } from './right-kinds.js';
import { RightsFilter } from './rights-filter.js';
import { RightsList } from './rights-list.js';

const route = getRouteApi('/frame/rights');

/** The register: what ends soon, whose rights there are, and the rights. */
export function Rights() {
  const { t, i18n } = useTranslation();
  const read = useQuery(rightsHoldersQuery);
  const tag = tagOf(i18n.language);
  const holders = read.data?.toSorted((one, other) => one.name.localeCompare(other.name, tag));
  return (
    <>
      <PageHead
        title={t('rights.title')}
        actions={holders !== undefined && holders.length > 0 && <Adding holders={holders} />}
      />
      <Loaded query={{ ...read, data: holders }}>
        {(known) => (known.length === 0 ? <Empty /> : <Register holders={known} />)}
      </Loaded>
    </>
  );
}

function Adding({ holders }: { holders: readonly RightsHolderView[] }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const navigate = route.useNavigate();
  const { holder } = route.useSearch();
  const [addingHolder, holderDialog] = useDisclosure(false);
  const [addingRight, rightDialog] = useDisclosure(false);
  const chosen = holders.find(({ id }) => id === holder);
  return (
    <>
      {holders.length > 0 && <Button onClick={rightDialog.open}>{t('filing.addRight')}</Button>}
      <Button variant={holders.length > 0 ? 'default' : 'filled'} onClick={holderDialog.open}>
        {t('filing.addHolder')}
      </Button>
      <HolderDialog
        opened={addingHolder}
        close={holderDialog.close}
        added={({ id, name }) => {
          notify(t('rights.holderAdded', { name }));
          void navigate({ to: '/rights-holders/$id', params: { id } });
        }}
      />
      <RightDialog
        whose={chosen === undefined ? { holders } : { holders, rightsHolderId: chosen.id }}
        kinds={rightKinds}
        opened={addingRight}
        close={rightDialog.close}
        added={({ id, title }) => {
          notify(t('rights.rightAdded', { title }));
          void navigate({ to: '/rights/$id', params: { id } });
        }}
      />
    </>
  );
}

function Register({ holders }: { holders: readonly RightsHolderView[] }) {
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <div className="stack">
      <EndsSoon />
      <HolderList holders={holders} />
      <section>
        <RightsFilter
          filters={filters}
          holders={holders}
          change={(search) => void navigate({ search, resetScroll: false })}
        />
        <RightsList
          filters={filters}
          holders={holders}
          empty={<NoRight filtered={Object.keys(filters).length > 0} />}
        />
      </section>
    </div>
  );
}

/** Whose rights they are is entered first: every right belongs to a rights holder. */
function Empty() {
  const { t } = useTranslation();
  return (
    <div className="empty">
      <h2>{t('rights.empty')}</h2>
      <p>{t('rights.emptyText')}</p>
      <ol className="dotted">
        <li>{t('rights.emptyFirst')}</li>
        <li>{t('rights.emptySecond')}</li>
        <li>{t('rights.emptyThird')}</li>
      </ol>
      <p>
        <Adding holders={[]} />
      </p>
    </div>
  );
}

function NoRight({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="empty">
      {filtered ? (
        <>
          <p>{t('rights.emptyFiltered')}</p>
          <Link to="/rights" search={{}}>
            {t('complaints.clear')}
          </Link>
        </>
      ) : (
        <>
          <h2>{t('rights.noRight')}</h2>
          <p>{t('rights.noRightText')}</p>
        </>
      )}
    </div>
  );
}
