import { Button, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { complaintsQuery } from '../../api/queries.js';
import { StatusMark } from '../../words/mark.js';
import type { Code } from './reply-panes.js';
import { useKeys } from './use-keys.js';

interface MatchPanelProps {
  code: Code;
  keysOn: boolean;
  keys: Record<string, () => void>;
}

/** Finds the complaint an unmatched reply belongs to, or sets the reply aside. */
export function MatchPanel({ code, keysOn, keys }: MatchPanelProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState('');
  const found = useInfiniteQuery({ ...complaintsQuery({ q: asked }), enabled: asked !== '' });
  const rows = found.data?.pages[0]?.data ?? [];
  const setAside = (action: 'automatic' | 'dismiss'): void => {
    void code({ action }, t(`triage.did.${action}`));
  };
  const allKeys = useMemo(
    () => ({
      ...keys,
      a: () => {
        void code({ action: 'automatic' }, t('triage.did.automatic'));
      },
    }),
    [code, keys, t],
  );
  useKeys(allKeys, keysOn);
  return (
    <section className="sheet stack" aria-labelledby="match-title">
      <h2 id="match-title">{t('triage.matchTitle')}</h2>
      <form
        className="row-end"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(words.trim());
        }}
      >
        <TextInput
          type="search"
          style={{ flex: 1 }}
          label={t('triage.matchSearch')}
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value);
          }}
        />
        <Button type="submit" variant="default" loading={found.isFetching}>
          {t('triage.matchFind')}
        </Button>
      </form>
      <div role="status">{asked !== '' && found.isSuccess && rows.length === 0 && <p>{t('triage.matchNone')}</p>}</div>
      <ul className="plain-list stack-tight">
        {rows.slice(0, 8).map((row) => (
          <li key={row.id} className="row">
            <Button
              size="compact-sm"
              onClick={() => {
                void code({ action: 'match', complaintId: row.id }, t('triage.did.match'));
              }}
            >
              {t('triage.matchThis', { reference: row.reference })}
            </Button>
            <StatusMark status={row.status} />
            <span className="quiet small">
              {row.platformName} · {row.rightsHolder}
            </span>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button
          variant="default"
          onClick={() => {
            setAside('automatic');
          }}
        >
          {t('triage.automaticAction')}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            setAside('dismiss');
          }}
        >
          {t('triage.dismiss')}
        </Button>
      </div>
    </section>
  );
}
