import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReplyView } from '../../api/types.js';
import { When } from '../../words/when.js';

interface ReplyListProps {
  replies: readonly ReplyView[];
  chosen: string;
  choose: (id: string) => void;
  more: (() => void) | undefined;
}

export function ReplyList({ replies, chosen, choose, more }: ReplyListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div>
      <h2 className="hidden-label">{t('triage.list')}</h2>
      <ul className="pane-list" ref={list}>
        {replies.map((reply) => (
          <li key={reply.id}>
            <button
              type="button"
              className="pane-item"
              aria-current={reply.id === chosen}
              onClick={() => {
                choose(reply.id);
              }}
            >
              <strong>{reply.platformName ?? reply.sender ?? t('words.notKnown')}</strong>{' '}
              <span className="quiet small">
                <When at={reply.receivedAt} show="relative" />
              </span>
              <div className="clip">{reply.subject ?? t('complaint.noSubject')}</div>
              {reply.reference !== null && <div className="quiet small">{reply.reference}</div>}
            </button>
          </li>
        ))}
      </ul>
      {more !== undefined && (
        <Button variant="default" fullWidth mt={8} onClick={more}>
          {t('frame.more')}
        </Button>
      )}
    </div>
  );
}
