import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client.js';
import { platformsQuery, rightsHoldersQuery } from '../../api/queries.js';
import type { DraftView } from '../../api/types.js';
import { ButtonLink } from '../../frame/button-link.js';
import { faultWords } from '../../frame/fault-words.js';
import { useNotify } from '../../frame/notices.js';
import { Mark } from '../../words/mark.js';
import { When } from '../../words/when.js';

/** Forms being filled in: one's own and those that were shared. */
export function FormsTable({ drafts }: { drafts: readonly DraftView[] }) {
  const { t } = useTranslation();
  return (
    <table className="table stackable">
      <caption>{t('drafts.formsCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('drafts.what')}</th>
          <th scope="col">{t('drafts.saved')}</th>
          <th scope="col">{t('drafts.by')}</th>
          <th scope="col">{t('drafts.actions')}</th>
        </tr>
      </thead>
      <tbody>
        {drafts.map((draft) => (
          <FormRow key={draft.id} draft={draft} />
        ))}
      </tbody>
    </table>
  );
}

/** `Taobao · Trademark use · Velora GmbH · 12 lines of listings` */
function useWhat({ answers, complaintId }: DraftView): string {
  const { t } = useTranslation();
  const { data: platforms = [] } = useQuery(platformsQuery);
  const { data: holders = [] } = useQuery(rightsHoldersQuery);
  const platform = platforms.find(({ slug }) => slug === answers.platform)?.name;
  const lines = (answers.listings ?? '').split('\n').filter((line) => line.trim() !== '').length;
  const known = [
    platform ?? t('drafts.noPlatform'),
    answers.ground === undefined ? undefined : t(`words.ground.${answers.ground}`),
    holders.find(({ id }) => id === answers.rightsHolderId)?.name,
    lines === 0 ? undefined : t('drafts.lines', { count: lines }),
    complaintId === null ? undefined : t('drafts.changesComplaint'),
  ];
  return known.filter((part) => part !== undefined).join(' · ');
}

function FormRow({ draft }: { draft: DraftView }) {
  const { t } = useTranslation();
  const what = useWhat(draft);
  const { share, discard } = useDraftActions(draft);
  return (
    <tr>
      <th scope="row">{what}</th>
      <td data-label={t('drafts.saved')}>
        <When at={draft.updatedAt} show="relative" />
      </td>
      <td data-label={t('drafts.by')}>
        {draft.own ? t('drafts.you') : draft.ownerName}{' '}
        {draft.shared && <Mark meaning="plain" word={t('drafts.shared')} />}
      </td>
      <td className="across">
        <div className="row">
          <ButtonLink
            size="compact-sm"
            variant="default"
            to="/complaints/new"
            search={{ draft: draft.id }}
            aria-label={t('drafts.goOnWith', { what })}
          >
            {t('drafts.goOn')}
          </ButtonLink>
          {draft.own && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                share.mutate(!draft.shared);
              }}
              aria-label={t(draft.shared ? 'drafts.unshareWhat' : 'drafts.shareWhat', { what })}
            >
              {t(draft.shared ? 'drafts.unshare' : 'drafts.share')}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              discard.mutate();
            }}
            aria-label={t('drafts.discardWhat', { what })}
          >
            {t('drafts.discard')}
          </Button>
        </div>
      </td>
    </tr>
  );
}

function useDraftActions({ id }: DraftView) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const notify = useNotify();
  const params = { path: { id } };
  const refresh = async () => queries.invalidateQueries({ queryKey: ['drafts'] });
  const onError = (fault: unknown): void => {
    notify(faultWords(t, fault), { tone: 'warn' });
  };
  const restore = useMutation({
    mutationFn: () => body(api.POST('/api/v1/drafts/{id}/restore', { params })),
    onSuccess: refresh,
    onError,
  });
  const share = useMutation({
    mutationFn: (shared: boolean) => body(api.POST('/api/v1/drafts/{id}/share', { params, body: { shared } })),
    onSuccess: async ({ shared }) => {
      await refresh();
      notify(t(shared ? 'drafts.isShared' : 'drafts.notShared'));
    },
    onError,
  });
  const discard = useMutation({
    mutationFn: () => api.DELETE('/api/v1/drafts/{id}', { params }),
    onSuccess: async () => {
      await refresh();
      notify(t('drafts.discarded'), {
        undo: () => {
          restore.mutate();
        },
      });
    },
    onError,
  });
  return { share, discard };
}
