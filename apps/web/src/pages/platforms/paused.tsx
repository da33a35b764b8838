import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client.js';
import type { PauseView } from '../../api/types.js';
import { faultWords } from '../../frame/fault-words.js';
import { useNotify } from '../../frame/notices.js';
import { Mark } from '../../words/mark.js';
import { When } from '../../words/when.js';
import { PauseDialog } from './pause-dialog.js';

interface PausedProps {
  /** null: every platform */
  slug: string | null;
  name: string;
  paused: PauseView | null;
}

/** The kill switch: why nothing leaves and since when, with the way back; or the button that lets nothing leave. */
export function Paused({ slug, name, paused }: PausedProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const queries = useQueryClient();
  const [asking, dialog] = useDisclosure(false);
  const resume = useMutation({
    mutationFn: async () => {
      if (slug === null) await body(api.POST('/api/v1/delivery/resume'));
      else await body(api.POST('/api/v1/platforms/{slug}/resume', { params: { path: { slug } } }));
    },
    onSuccess: async () => {
      notify(t('delivery.didResume', { name }));
      await queries.invalidateQueries({ queryKey: ['delivery'] });
    },
    onError: (fault) => {
      notify(faultWords(t, fault), { tone: 'warn' });
    },
  });
  if (paused === null) {
    return (
      <div>
        <Button variant="default" onClick={dialog.open}>
          {t(slug === null ? 'delivery.pauseAll' : 'delivery.pause')}
        </Button>
        <PauseDialog slug={slug} name={name} opened={asking} close={dialog.close} />
      </div>
    );
  }
  const isResumedHere = !paused.everywhere && paused.allPlatforms === (slug === null);
  return (
    <div className="stack-tight">
      <p className="break">
        <Mark meaning="warn" word={t('delivery.paused')} /> {paused.allPlatforms && `${t('delivery.pausedAll')} `}
        {t('delivery.pausedBy', { name: paused.pausedBy })} {paused.reason}{' '}
        <span className="quiet small">
          <When at={paused.at} />
        </span>
      </p>
      {paused.everywhere && <p>{t('delivery.pausedEverywhere')}</p>}
      {isResumedHere && (
        <div>
          <Button
            loading={resume.isPending}
            onClick={() => {
              resume.mutate();
            }}
          >
            {t(slug === null ? 'delivery.resumeAll' : 'delivery.resume')}
          </Button>
        </div>
      )}
    </div>
  );
}
