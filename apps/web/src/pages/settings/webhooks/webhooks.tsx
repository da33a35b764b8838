import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { webhooksQuery } from '../../../api/queries.js';
import type { WebhookView } from '../../../api/types.js';
import { Loaded } from '../../../frame/states.js';
import { SecretDialog } from './secret-dialog.js';
import type { Secret } from './secret-dialog.js';
import { useEventWords } from './event-words.js';
import { WebhookDialog } from './webhook-dialog.js';
import { WebhookMark } from './webhook-state.js';

/** Where programs outside are told of events. */
export function Webhooks() {
  const { t } = useTranslation();
  const webhooks = useQuery(webhooksQuery);
  const [opened, dialog] = useDisclosure(false);
  const [secret, setSecret] = useState<Secret | null>(null);
  return (
    <section className="sheet stack">
      <h2>{t('webhooks.title')}</h2>
      <p>{t('webhooks.text')}</p>
      <Loaded query={webhooks}>
        {(read) => (read.length === 0 ? <p className="quiet">{t('webhooks.none')}</p> : <WebhookTable rows={read} />)}
      </Loaded>
      <div>
        <Button variant="default" onClick={dialog.open}>
          {t('webhooks.add')}
        </Button>
      </div>
      <WebhookDialog webhook={null} opened={opened} close={dialog.close} made={setSecret} />
      <SecretDialog
        secret={secret}
        close={() => {
          setSecret(null);
        }}
      />
    </section>
  );
}

function WebhookTable({ rows }: { rows: readonly WebhookView[] }) {
  const { t } = useTranslation();
  const words = useEventWords();
  return (
    <table className="table stackable register-table">
      <caption>{t('webhooks.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('webhooks.url')}</th>
          <th scope="col">{t('webhooks.events')}</th>
          <th scope="col">{t('webhooks.state')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((webhook) => (
          <tr key={webhook.id}>
            <th scope="row" className="top break">
              <Link to="/settings/webhooks/$id" params={{ id: webhook.id }}>
                {webhook.url}
              </Link>
              {webhook.description !== null && <div className="quiet small">{webhook.description}</div>}
            </th>
            <td className="top" data-label={t('webhooks.events')}>
              {words(webhook.events)}
            </td>
            <td className="top" data-label={t('webhooks.state')}>
              <WebhookMark webhook={webhook} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
