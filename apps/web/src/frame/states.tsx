import { Button, Loader } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { Link, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiFault } from '../api/fault.js';
import { faultWords } from './fault-words.js';

export function PageLoading() {
  const { t } = useTranslation();
  return (
    <p className="empty row" role="status">
      <Loader size="sm" /> {t('frame.loading')}
    </p>
  );
}

/** Says what could not be loaded and lets the person try again; nothing else on the page is lost. */
export function Failed({ fault, retry }: { fault: unknown; retry: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="empty" role="alert">
      <h2>{t('frame.failed')}</h2>
      <p>{faultWords(t, fault)}</p>
      {fault instanceof ApiFault && fault.requestId !== null && (
        <p className="quiet small">{t('frame.fault.request', { id: fault.requestId })}</p>
      )}
      <Button variant="default" onClick={retry}>
        {t('frame.retry')}
      </Button>
    </div>
  );
}

export function PageFailed({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <main className="page">
      <Failed
        fault={error}
        retry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </main>
  );
}

export function NotFound() {
  const { t } = useTranslation();
  return (
    <main className="page empty">
      <h1>{t('frame.notFound')}</h1>
      <p>{t('frame.notFoundText')}</p>
      <p>
        <Link to="/">{t('frame.toDashboard')}</Link>
      </p>
    </main>
  );
}

interface Loadable<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

/** Draws what a query gave; while it loads or where it failed, says so. Data once read stay shown if a refresh fails. */
export function Loaded<T>({ query, children }: { query: Loadable<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error !== null) return <Failed fault={query.error} retry={() => void query.refetch()} />;
  return <PageLoading />;
}
