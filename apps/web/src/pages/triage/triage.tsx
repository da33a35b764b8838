import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { triageQuery } from '../../api/queries.js';
import type { ReplyView, TriageCounts, TriageTab } from '../../api/types.js';
import { PageHead } from '../../frame/page-head.js';
import { Loaded } from '../../frame/states.js';
import { tagOf } from '../../i18n/language.js';
import { triageTabs } from '../../search.js';
import { KeySheet } from './key-sheet.js';
import { ReplyList } from './reply-list.js';
import { ReplyPanes } from './reply-panes.js';
import { useCoding } from './use-coding.js';
import { useKeysOn } from './use-keys.js';

const route = getRouteApi('/frame/triage');

export function Triage() {
  const { t } = useTranslation();
  const { tab = 'waiting' } = route.useSearch();
  const list = useInfiniteQuery(triageQuery(tab));
  const [keysShown, keySheet] = useDisclosure(false);
  const [keysOn, setKeysOn] = useKeysOn();
  return (
    <>
      <PageHead
        title={t('triage.title')}
        actions={
          <>
            {keysOn && <span className="quiet small wide">{t('triage.keys.hint')}</span>}
            <Button variant="default" onClick={keySheet.open}>
              {t('triage.keys.open')}
            </Button>
          </>
        }
      />
      <KeySheet opened={keysShown} close={keySheet.close} on={keysOn} setOn={setKeysOn} />
      <Tabs tab={tab} counts={list.data?.pages[0]?.counts} />
      <Loaded query={list}>
        {({ pages }) => (
          <Desk
            key={tab}
            tab={tab}
            replies={pages.flatMap((page) => page.data)}
            keysOn={keysOn && !keysShown}
            showKeys={keySheet.open}
            more={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
          />
        )}
      </Loaded>
    </>
  );
}

function Tabs({ tab, counts }: { tab: TriageTab; counts: TriageCounts | undefined }) {
  const { t, i18n } = useTranslation();
  return (
    <nav className="tabs" aria-label={t('triage.tabs')}>
      {triageTabs.map((name) => (
        <Link
          key={name}
          to="/triage"
          search={{ tab: name }}
          className="tab"
          aria-current={name === tab ? 'page' : undefined}
        >
          {t(`triage.${name}`)}
          <span className="count">{counts?.[name].toLocaleString(tagOf(i18n.language)) ?? '…'}</span>
        </Link>
      ))}
    </nav>
  );
}

/** A reply that is decided in part has left the server's list; it stays in sight until the person moves on. */
function withHeld(
  replies: readonly ReplyView[],
  held: ReplyView | null,
  asked: string | undefined,
): readonly ReplyView[] {
  if (held === null || held.id !== asked || replies.some(({ id }) => id === held.id)) return replies;
  return [held, ...replies];
}

interface DeskProps {
  tab: TriageTab;
  replies: readonly ReplyView[];
  keysOn: boolean;
  showKeys: () => void;
  more: (() => void) | undefined;
}

/** The open replies, the one being read, and what we had sent. A reply that is coded leaves at once; `undo` brings it back. */
function Desk({ tab, replies, keysOn, showKeys, more }: DeskProps) {
  const { t } = useTranslation();
  const { reply: asked } = route.useSearch();
  const navigate = route.useNavigate();
  const coding = useCoding();
  const [held, setHeld] = useState<ReplyView | null>(null);
  const open = withHeld(replies, held, asked).filter(({ id }) => !coding.gone.has(id));
  const chosen = open.find(({ id }) => id === asked) ?? open[0];

  const choose = (id: string | undefined): void => {
    void navigate({ search: { tab, ...(id === undefined ? {} : { reply: id }) }, replace: true });
  };
  const move = (step: 1 | -1): void => {
    const at = open.findIndex(({ id }) => id === chosen?.id);
    const next = open[Math.min(Math.max(at + step, 0), open.length - 1)];
    if (next !== undefined) choose(next.id);
  };

  if (open.length === 0 || chosen === undefined) {
    return (
      <div className="empty" role="status">
        <h2>{t(`triage.empty.${tab}`)}</h2>
        <p>{t('triage.emptyNext')}</p>
      </div>
    );
  }
  const after = open[open.findIndex(({ id }) => id === chosen.id) + 1] ?? open.find(({ id }) => id !== chosen.id);
  return (
    <div className="panes panes-three">
      <ReplyList replies={open} chosen={chosen.id} choose={choose} more={more} />
      <ReplyPanes
        key={`${chosen.id} ${coding.undone}`}
        tab={tab}
        reply={chosen}
        keysOn={keysOn}
        keys={{
          j: () => {
            move(1);
          },
          k: () => {
            move(-1);
          },
          u: coding.undoLast,
          '?': showKeys,
        }}
        code={(input, words) => {
          const kept = coding.code(chosen.id, input, words);
          if (input.stays === true) {
            setHeld(chosen);
            choose(chosen.id);
          } else choose(after?.id);
          return kept;
        }}
      />
    </div>
  );
}
