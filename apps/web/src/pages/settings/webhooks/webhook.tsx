import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { webhookQuery } from '../../../api/queries.js';
import type { WebhookView } from '../../../api/types.js';
import { PageHead } from '../../../frame/page-head.js';
import { Loaded } from '../../../frame/states.js';
import { When } from '../../../words/when.js';
import { DeliveryLog } from './delivery-log.js';
import { RemoveWebhook } from './remove-webhook.js';
import { RotateSecret } from './rotate-secret.js';
import { SecretDialog } from './secret-dialog.js';
import type { Secret } from './secret-dialog.js';
import { useTestWebhook } from './use-test-webhook.js';
import { WebhookDialog } from './webhook-dialog.js';
import { Stopped, WebhookMark } from './webhook-state.js';

const route = getRouteApi('/frame/settings/webhooks/$id');

/** One receiver: what it is told, how it answers, and everything that was sent to it. */
export function Webhook() {
  const { id } = route.useParams();
  const webhook = useQuery(webhookQuery(id));
  return <Loaded query={webhook}>{(read) => <Shown webhook={read} />}</Loaded>;
}

function Shown({ webhook }: { webhook: WebhookView }) {
  const { t } = useTranslation();
  const [secret, setSecret] = useState<Secret | null>(null);
  return (
    <>
      <PageHead
        title={webhook.url}
        beside={<WebhookMark webhook={webhook} />}
        above={[{ to: '/settings', title: t('settings.title') }]}
        actions={<Actions webhook={webhook} made={setSecret} />}
      />
      <div className="stack page-narrow">
        <Facts webhook={webhook} />
        <DeliveryLog webhook={webhook} />
      </div>
      <SecretDialog
        secret={secret}
        close={() => {
          setSecret(null);
        }}
      />
    </>
  );
}

function Actions({ webhook, made }: { webhook: WebhookView; made: (secret: Secret) => void }) {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  const test = useTestWebhook(webhook.id);
  return (
    <>
      <Button
        disabled={!webhook.enabled}
        loading={test.isPending}
        onClick={() => {
          test.mutate();
        }}
      >
        {t('webhooks.test')}
      </Button>
      <Button variant="default" onClick={dialog.open}>
        {t('webhooks.change')}
      </Button>
      <RotateSecret id={webhook.id} made={made} />
      <RemoveWebhook webhook={webhook} />
      <WebhookDialog webhook={webhook} opened={opened} close={dialog.close} made={made} />
    </>
  );
}

function Facts({ webhook }: { webhook: WebhookView }) {
  const { t } = useTranslation();
  const words = t('webhooks.event', { returnObjects: true });
  return (
    <section className="sheet stack-tight">
      <Stopped webhook={webhook} />
      <dl className="facts">
        {webhook.description !== null && (
          <>
            <dt>{t('webhooks.description')}</dt>
            <dd>{webhook.description}</dd>
          </>
        )}
        <dt>{t('webhooks.events')}</dt>
        <dd>{webhook.events.map((event) => words[event]).join(', ')}</dd>
        <dt>{t('webhooks.by')}</dt>
        <dd>
          {webhook.createdBy}, <When at={webhook.createdAt} show="date" />
        </dd>
      </dl>
    </section>
  );
}
