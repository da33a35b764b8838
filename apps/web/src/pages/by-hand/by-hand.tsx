import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { byHandQuery } from '../../api/queries.js';
import type { ByHandView } from '../../api/types.js';
import { ButtonLink } from '../../frame/button-link.js';
import { PageHead } from '../../frame/page-head.js';
import { Loaded } from '../../frame/states.js';
import { errorWords } from '../../words/coded.js';
import { Mark } from '../../words/mark.js';
import { When } from '../../words/when.js';

/** Filings that Redress can't carry on with by itself, each with what a person has to do. */
export function ByHand() {
  const { t } = useTranslation();
  const list = useInfiniteQuery(byHandQuery);
  return (
    <div className="page-narrow">
      <PageHead title={t('delivery.byHand.title')} />
      <p>{t('delivery.byHand.lead')}</p>
      <Loaded query={list}>
        {({ pages }) => {
          const rows = pages.flatMap(({ data }) => data);
          if (rows.length === 0) return <p className="empty">{t('delivery.byHand.none')}</p>;
          return (
            <>
              <ul className="plain-list stack" aria-label={t('delivery.byHand.caption')}>
                {rows.map((row) => (
                  <Task key={row.id} row={row} />
                ))}
              </ul>
              {list.hasNextPage && (
                <Button
                  variant="default"
                  mt={12}
                  loading={list.isFetchingNextPage}
                  onClick={() => void list.fetchNextPage()}
                >
                  {t('frame.more')}
                </Button>
              )}
            </>
          );
        }}
      </Loaded>
    </div>
  );
}

function Task({ row }: { row: ByHandView }) {
  const { t } = useTranslation();
  return (
    <li className="sheet stack-tight">
      <div className="row">
        <Mark meaning="warn" word={t(`delivery.byHand.${row.state}`)} />
        <span className="quiet small">
          {t('delivery.byHand.since')} <When at={row.since} />
        </span>
      </div>
      <div className="break">
        <Link to="/complaints/$id" params={{ id: row.complaintId }}>
          {row.reference}
        </Link>{' '}
        {row.platformName} · {t(`words.channel.${row.channel}`)} · {row.rightsHolder} ·{' '}
        {t('complaint.eventItems', { count: row.items })}
      </div>
      {row.code !== null && (
        <div>
          {errorWords(t, row.code, row.codeSays)} <span className="quiet small">({row.code})</span>
        </div>
      )}
      {row.what !== null && <div className="quiet break">{row.what}</div>}
      {row.state === 'needs-human' && (
        <div>
          <ButtonLink
            size="compact-sm"
            to="/complaints/$id/by-hand"
            params={{ id: row.complaintId }}
            aria-label={t('guided.labelled', { what: t('guided.begin'), of: row.reference })}
          >
            {t('guided.begin')}
          </ButtonLink>
        </div>
      )}
    </li>
  );
}
