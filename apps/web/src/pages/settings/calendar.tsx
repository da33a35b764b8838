import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client.js';
import { calendarFeedQuery } from '../../api/queries.js';
import { CopyField } from '../../forms/copy-field.js';
import { Dialog } from '../../forms/dialog.js';
import { faultWords } from '../../frame/fault-words.js';
import { useNotify } from '../../frame/notices.js';
import { Loaded } from '../../frame/states.js';
import { When } from '../../words/when.js';

/** The address under which one's calendar program reads the deadlines. */
export function Calendar() {
  const { t } = useTranslation();
  const feed = useQuery(calendarFeedQuery);
  const make = useMake();
  const address = make.data?.address;
  return (
    <section className="sheet stack">
      <h2>{t('calendar.title')}</h2>
      <p>{t('calendar.text')}</p>
      <Loaded query={feed}>
        {({ createdAt }) =>
          createdAt === null ? (
            <p className="quiet">{t('calendar.none')}</p>
          ) : (
            <p>
              {t('calendar.made')} <When at={createdAt} show="time" />. {address === undefined && t('calendar.hidden')}
            </p>
          )
        }
      </Loaded>
      {address !== undefined && <Address address={address} />}
      {feed.data !== undefined && <Actions inUse={feed.data.createdAt !== null} make={make} />}
    </section>
  );
}

function useMake() {
  const { t } = useTranslation();
  const notify = useNotify();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => body(api.POST('/api/v1/calendar-feed')),
    onSuccess: ({ createdAt }) => {
      queries.setQueryData(calendarFeedQuery.queryKey, { createdAt });
    },
    onError: (fault) => {
      notify(faultWords(t, fault), { tone: 'warn' });
    },
  });
}

function Address({ address }: { address: string | null }) {
  const { t } = useTranslation();
  if (address === null) return <p role="alert">{t('calendar.repeated')}</p>;
  return (
    <div className="stack" role="group" aria-label={t('calendar.all')}>
      <p role="status">{t('calendar.shownOnce')}</p>
      <CopyField label={t('calendar.all')} value={address} />
      <CopyField label={t('calendar.mine')} value={`${address}?of=mine`} />
    </div>
  );
}

type Make = ReturnType<typeof useMake>;

function Actions({ inUse, make }: { inUse: boolean; make: Make }) {
  const { t } = useTranslation();
  if (inUse)
    return (
      <div className="row">
        <Renew make={make} />
        <Revoke make={make} />
      </div>
    );
  return (
    <div>
      <Button
        loading={make.isPending}
        onClick={() => {
          make.mutate();
        }}
      >
        {t('calendar.make')}
      </Button>
    </div>
  );
}

/** Asked first: the address in use ends. */
function Renew({ make }: { make: Make }) {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        {t('calendar.renew')}
      </Button>
      <Dialog
        title={t('calendar.renew')}
        opened={opened}
        close={dialog.close}
        submitWords={t('calendar.renew')}
        pending={make.isPending}
        fault={make.error}
        submit={() => {
          make.mutate(undefined, { onSuccess: dialog.close });
        }}
      >
        <p>{t('calendar.renewText')}</p>
      </Dialog>
    </>
  );
}

function Revoke({ make }: { make: Make }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const queries = useQueryClient();
  const [opened, dialog] = useDisclosure(false);
  const revoke = useMutation({
    mutationFn: () => body(api.DELETE('/api/v1/calendar-feed')),
    onSuccess: () => {
      make.reset();
      dialog.close();
      notify(t('calendar.revoked'));
      queries.setQueryData(calendarFeedQuery.queryKey, { createdAt: null });
    },
  });
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        {t('calendar.revoke')}
      </Button>
      <Dialog
        title={t('calendar.revoke')}
        opened={opened}
        close={dialog.close}
        submitWords={t('calendar.revoke')}
        pending={revoke.isPending}
        fault={revoke.error}
        submit={() => {
          revoke.mutate();
        }}
      >
        <p>{t('calendar.revokeText')}</p>
      </Dialog>
    </>
  );
}
