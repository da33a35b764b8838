import { useTranslation } from 'react-i18next';
import type { WebhookDeliveryView, WebhookView } from '../../../api/types.js';
import { Mark } from '../../../words/mark.js';
import type { Meaning } from '../../../words/mark.js';
import { When } from '../../../words/when.js';

/** Whether it is on, and whether it answers. */
export function WebhookMark({ webhook: { enabled, failingSince, stoppedBecause } }: { webhook: WebhookView }) {
  const { t } = useTranslation();
  if (!enabled) return <Mark meaning={stoppedBecause === null ? 'plain' : 'warn'} word={t('webhooks.off')} />;
  if (failingSince === null) return <Mark meaning="removed" word={t('webhooks.on')} />;
  return (
    <>
      <Mark meaning="warn" word={t('webhooks.failing')} />{' '}
      <span className="quiet small">
        {t('webhooks.failingSince')} <When at={failingSince} show="relative" />
      </span>
    </>
  );
}

/** Why Redress switched it off, and what to do. */
export function Stopped({ webhook: { stoppedBecause } }: { webhook: WebhookView }) {
  const { t } = useTranslation();
  if (stoppedBecause === null) return null;
  return (
    <p className="mark-warn">
      {t(`webhooks.stopped.${stoppedBecause}`)} {t('webhooks.stoppedText')}
    </p>
  );
}

const ofDelivery: Record<WebhookDeliveryView['state'], Meaning> = {
  waiting: 'waiting',
  delivered: 'removed',
  failed: 'refused',
  cancelled: 'plain',
};

export function DeliveryMark({ state }: Pick<WebhookDeliveryView, 'state'>) {
  const { t } = useTranslation();
  return <Mark meaning={ofDelivery[state]} word={t(`webhooks.delivery.${state}`)} />;
}
