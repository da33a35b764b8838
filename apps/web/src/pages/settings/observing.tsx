import { Switch } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client.js';
import { observingQuery } from '../../api/queries.js';
import { faultWords } from '../../frame/fault-words.js';
import { useNotify } from '../../frame/notices.js';
import { Loaded } from '../../frame/states.js';

/** Whether Redress looks at the pages of reported listings; it says what that means before it is turned on. */
export function Observing() {
  const { t } = useTranslation();
  const notify = useNotify();
  const queries = useQueryClient();
  const query = useQuery(observingQuery);
  const save = useMutation({
    mutationFn: (observing: boolean) => body(api.PUT('/api/v1/rules/observing', { body: { observing } })),
    onSuccess: (saved) => {
      queries.setQueryData(observingQuery.queryKey, saved);
      notify(t(saved.observing ? 'liveness.settingOn' : 'liveness.settingOff'));
    },
    onError: (fault) => {
      notify(faultWords(t, fault), { tone: 'warn' });
    },
  });
  return (
    <section className="sheet">
      <h2>{t('liveness.settingTitle')}</h2>
      <p id="observing-text">{t('liveness.settingText')}</p>
      <Loaded query={query}>
        {({ observing }) => (
          <Switch
            label={t('liveness.settingSwitch')}
            aria-describedby="observing-text"
            checked={observing}
            disabled={save.isPending}
            onChange={(event) => {
              save.mutate(event.currentTarget.checked);
            }}
          />
        )}
      </Loaded>
    </section>
  );
}
