import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { downloadItems } from '../api/download.js';
import { faultWords } from '../frame/fault-words.js';
import { useNotify } from '../frame/notices.js';

/** The items behind the figures, as the analysis table in CSV. */
export function ItemsDownload({ filters }: { filters: Record<string, string> }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const fetchThem = async (): Promise<void> => {
    setBusy(true);
    try {
      await downloadItems(filters);
    } catch (fault) {
      notify(faultWords(t, fault), { tone: 'warn' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button variant="default" disabled={busy} onClick={() => void fetchThem()}>
      {t(busy ? 'measures.csvBusy' : 'measures.csv')}
    </Button>
  );
}
