import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { webhookDeliveriesQuery } from '../../../api/queries.js';
import type { WebhookDeliveryView, WebhookView } from '../../../api/types.js';
import { Loaded } from '../../../frame/states.js';
import { When } from '../../../words/when.js';
import { ResendDelivery } from './resend-delivery.js';
import { DeliveryMark } from './webhook-state.js';

/** What was sent to a receiver, and what it answered. */
export function DeliveryLog({ webhook }: { webhook: WebhookView }) {
  const { t } = useTranslation();
  const log = useInfiniteQuery(webhookDeliveriesQuery(webhook.id));
  return (
    <section className="sheet stack">
      <h2>{t('webhooks.log')}</h2>
      <p>{t('webhooks.logText')}</p>
      <Loaded query={log}>
        {({ pages }) => {
          const rows = pages.flatMap(({ data }) => data);
          if (rows.length === 0) return <p className="quiet">{t('webhooks.logEmpty')}</p>;
          return <LogTable rows={rows} canSend={webhook.enabled} />;
        }}
      </Loaded>
      {log.hasNextPage && (
        <div>
          <Button variant="default" loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            {t('webhooks.more')}
          </Button>
        </div>
      )}
    </section>
  );
}

interface LogTableProps {
  rows: readonly WebhookDeliveryView[];
  canSend: boolean;
}

function LogTable({ rows, canSend }: LogTableProps) {
  const { t } = useTranslation();
  return (
    <table className="table stackable register-table">
      <caption>{t('webhooks.logCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('webhooks.message')}</th>
          <th scope="col">{t('webhooks.when')}</th>
          <th scope="col">{t('webhooks.state')}</th>
          <th scope="col" className="number">
            {t('webhooks.tries')}
          </th>
          <th scope="col">{t('webhooks.answer')}</th>
          <th scope="col">
            <span className="hidden-label">{t('webhooks.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} canSend={canSend} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, canSend }: { row: WebhookDeliveryView; canSend: boolean }) {
  const { t } = useTranslation();
  const name = useMessageWords(row);
  return (
    <tr>
      <th scope="row" className="top">
        {name}
        <details className="reveal small">
          <summary>{t('webhooks.sent')}</summary>
          <div className="mono break">{row.body}</div>
        </details>
      </th>
      <td className="top" data-label={t('webhooks.when')}>
        <When at={row.createdAt} show="time" />
      </td>
      <td className="top" data-label={t('webhooks.state')}>
        <DeliveryMark state={row.state} />
        {row.nextTryAt !== null && row.tries > 0 && (
          <div className="quiet small">
            {t('webhooks.next')} <When at={row.nextTryAt} show="relative" />
          </div>
        )}
      </td>
      <td className="top number" data-label={t('webhooks.tries')}>
        {row.tries}
      </td>
      <td className="top break" data-label={t('webhooks.answer')}>
        <Answer row={row} />
      </td>
      <td className="top number across">{canSend && <ResendDelivery row={row} name={name} />}</td>
    </tr>
  );
}

function useMessageWords({ type }: WebhookDeliveryView): string {
  const { t } = useTranslation();
  const words = t('webhooks.event', { returnObjects: true });
  return type === 'ping' ? t('webhooks.ping') : words[type];
}

function Answer({ row: { status, answer, lastTriedAt } }: { row: WebhookDeliveryView }) {
  const { t } = useTranslation();
  if (lastTriedAt === null) return <span className="quiet">–</span>;
  return (
    <>
      <strong>{status ?? t('webhooks.noAnswer')}</strong> {answer}
    </>
  );
}
