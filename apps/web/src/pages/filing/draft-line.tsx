import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { draftsQuery, platformsQuery } from '../../api/queries.js';
import type { DraftView } from '../../api/types.js';
import { faultWords } from '../../frame/fault-words.js';
import { Mark } from '../../words/mark.js';
import { When } from '../../words/when.js';
import type { Keeping } from './use-draft.js';

interface DraftLineProps {
  keeping: Keeping;
  showTheirs: () => void;
  keepMine: () => void;
}

/** Whether what was typed is safe, and what to do where it is not. */
export function DraftLine({ keeping, showTheirs, keepMine }: DraftLineProps) {
  const { t } = useTranslation();
  if (keeping.state === 'changed-elsewhere') {
    return (
      <div className="sheet stack-tight" role="alert">
        <Mark meaning="warn" word={t('filing.draftChanged')} />
        <p>{t('filing.draftChangedText')}</p>
        <div className="row">
          <Button variant="default" onClick={keepMine}>
            {t('filing.keepMine')}
          </Button>
          <Button variant="default" onClick={showTheirs}>
            {t('filing.showTheirs')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <p className="quiet draft-line" role="status">
      {keeping.state === 'saved' && (
        <>
          {t('filing.draftSaved')} <When at={keeping.at} show="time" />
        </>
      )}
      {keeping.state === 'saving' && t('filing.draftSaving')}
      {keeping.state === 'waiting' && (
        <Mark meaning="warn" word={t('filing.draftWaiting', { why: faultWords(t, keeping.fault) })} />
      )}
      {keeping.state === 'blank' && t('filing.draftBlank')}
    </p>
  );
}

/** A form that was begun before can be gone on with: the latest of those that are about the same. */
export function Unfinished({ draft, complaint }: { draft: string; complaint: string | null }) {
  const { t } = useTranslation();
  const { data: drafts = [] } = useQuery(draftsQuery);
  const { data: platforms = [] } = useQuery(platformsQuery);
  const others = drafts.filter(({ id, own, complaintId }) => own && id !== draft && complaintId === complaint);
  const [latest] = others;
  if (latest === undefined) return null;
  return (
    <p>
      {t('filing.unfinished')}{' '}
      <Link to="/complaints/new" search={{ draft: latest.id }}>
        {t('filing.goOn', { what: platformOf(latest, platforms) ?? t('filing.noPlatformYet') })}
      </Link>{' '}
      (<When at={latest.updatedAt} show="relative" />)
      {others.length > 1 && (
        <>
          {' · '}
          <Link to="/drafts">{t('filing.moreUnfinished', { count: others.length - 1 })}</Link>
        </>
      )}
    </p>
  );
}

const platformOf = ({ answers }: DraftView, platforms: readonly { slug: string; name: string }[]): string | undefined =>
  platforms.find(({ slug }) => slug === answers.platform)?.name;
