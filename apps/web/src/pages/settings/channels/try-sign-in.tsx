import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../api/client.js';
import { faultWords } from '../../../frame/fault-words.js';
import { useNotify } from '../../../frame/notices.js';
import type { AccountProps } from './channels.js';

/** Signs in with the platform once, and files nothing. */
export function TrySignIn({ row, platform }: AccountProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const attempt = useMutation({
    mutationFn: () =>
      body(api.POST('/api/v1/platforms/{slug}/account/try', { params: { path: { slug: row.platform } } })),
    onSuccess: ({ works, detail }) => {
      if (works) notify(t('accounts.works', { platform }));
      else notify(t('accounts.fails', { platform, detail: detail ?? '' }), { tone: 'warn' });
    },
    onError: (fault) => {
      notify(faultWords(t, fault), { tone: 'warn' });
    },
  });
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={attempt.isPending}
      aria-label={t('accounts.tryWhat', { platform })}
      onClick={() => {
        attempt.mutate();
      }}
    >
      {t('accounts.try')}
    </Button>
  );
}
