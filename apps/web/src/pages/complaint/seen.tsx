import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client.js';
import { observationsQuery, observingQuery } from '../../api/queries.js';
import type { ComplaintView, ItemView } from '../../api/types.js';
import { faultWords } from '../../frame/fault-words.js';
import { useNotify } from '../../frame/notices.js';
import { Loaded } from '../../frame/states.js';
import { Mark } from '../../words/mark.js';
import { When } from '../../words/when.js';
import { useComplaintChange } from './change.js';
import { Observations } from './observations.js';
import { RecordSeen } from './record-seen.js';

interface SeenProps {
  complaint: ComplaintView;
  item: ItemView;
}

/** Whether the listing is still there: what is known, what was seen, and how more can be found out. */
export function Seen({ complaint, item }: SeenProps) {
  const { t } = useTranslation();
  const { seen } = item;
  return (
    <div className="stack-tight">
      {seen.claimedButUp && <Mark meaning="warn" word={t('liveness.claimedButUp')} />}
      <dl className="seen-facts small">
        <Fact words={t('liveness.lastUp')} at={seen.lastSeenUp} always />
        <Fact words={t('liveness.firstDown')} at={seen.firstSeenDown} always />
        <Fact words={t('liveness.relisted')} at={seen.relistedAt} />
        <Fact words={t('liveness.looked')} at={seen.lookedAt} />
        <Fact words={t('liveness.next')} at={seen.nextLookAt} />
      </dl>
      <History complaint={complaint} item={item} />
      <Doings complaint={complaint} item={item} />
    </div>
  );
}

function Fact({ words, at, always = false }: { words: string; at: string | null; always?: boolean }) {
  const { t } = useTranslation();
  if (at === null && !always) return null;
  return (
    <div>
      <dt className="quiet">{words}</dt>
      <dd>{at === null ? t('liveness.never') : <When at={at} show="time" />}</dd>
    </div>
  );
}

/** Read once somebody opens it: a complaint may have a thousand listings. */
function History({ complaint, item }: SeenProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const observations = useQuery({ ...observationsQuery(complaint.id, item.id), enabled: opened });
  return (
    <details
      className="reveal"
      onToggle={(event) => {
        setOpened(event.currentTarget.open);
      }}
    >
      <summary>{t('liveness.historyOpen')}</summary>
      {opened && <Loaded query={observations}>{(read) => <Observations observations={read} item={item} />}</Loaded>}
    </details>
  );
}

function Doings({ complaint, item }: SeenProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [recording, record] = useDisclosure(false);
  const observing = useQuery(observingQuery);
  const params = { path: { id: complaint.id, itemId: item.id } };
  const look = useComplaintChange(
    complaint.id,
    () => body(api.POST('/api/v1/complaints/{id}/items/{itemId}/observe', { params })),
    () => {
      notify(t('liveness.lookAsked'));
    },
  );
  const listing = item.title ?? item.url;
  const canLook = observing.data?.observing === true && !complaint.simulated;
  return (
    <div className="row">
      {item.seen.lookAsked && <Mark meaning="waiting" word={t('liveness.looking')} />}
      {canLook && !item.seen.lookAsked && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('liveness.lookNowWhat', { listing })}
          loading={look.isPending}
          onClick={() => {
            look.mutate(undefined, {
              onError: (fault) => {
                notify(faultWords(t, fault), { tone: 'warn' });
              },
            });
          }}
        >
          {t('liveness.lookNow')}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('liveness.recordWhat', { listing })}
        onClick={record.open}
      >
        {t('liveness.record')}
      </Button>
      {recording && <RecordSeen complaint={complaint} item={item} close={record.close} />}
    </div>
  );
}
