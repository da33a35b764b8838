import { useTranslation } from 'react-i18next';
import type { WebhookEvent } from '../../../api/types.js';
import words from '../../../i18n/en/webhooks.json';

/** Every event there is, in the order they are offered. */
export const webhookEvents = Object.keys(words.event) as WebhookEvent[];

/** As many as are named in a cell. */
const FIT = 3;

/** Events in words; all of them are said in one. */
export function useEventWords(): (events: readonly WebhookEvent[]) => string {
  const { t } = useTranslation();
  const named = t('webhooks.event', { returnObjects: true });
  return (events) => {
    if (events.length === webhookEvents.length) return t('webhooks.everything');
    const shown = events.slice(0, FIT).map((event) => named[event]);
    return events.length > FIT ? `${shown.join(', ')} +${events.length - FIT}` : shown.join(', ');
  };
}
