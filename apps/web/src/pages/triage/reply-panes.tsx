import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { documentAddress } from '../../api/download.js';
import { replyQuery } from '../../api/queries.js';
import type { CodeInput, ReplyDetail, ReplyRow, TriageTab } from '../../api/types.js';
import { Loaded } from '../../frame/states.js';
import { When } from '../../words/when.js';
import { DecidePanel } from './decide-panel.js';
import { MatchPanel } from './match-panel.js';
import { SentPane } from './sent-pane.js';
import { Suggestion } from './suggestion.js';
import { TakeBack } from './take-back.js';

export type Code = (input: CodeInput, words: string) => void;

interface ReplyPanesProps {
  tab: TriageTab;
  reply: ReplyRow;
  code: Code;
  keysOn: boolean;
  keys: Record<string, () => void>;
}

/** The reply and what we had sent, side by side. */
export function ReplyPanes({ tab, reply, code, keysOn, keys }: ReplyPanesProps) {
  const detail = useQuery(replyQuery(reply.id));
  return (
    <>
      <Loaded query={detail}>
        {(read) => (
          <div className="stack">
            <Message reply={read} />
            {tab === 'waiting' && <DecidePanel reply={read} code={code} keysOn={keysOn} keys={keys} />}
            {tab === 'unmatched' && <MatchPanel code={code} keysOn={keysOn} keys={keys} />}
            {(tab === 'automatic' || tab === 'bounces') && <TakeBack code={code} keysOn={keysOn} keys={keys} />}
          </div>
        )}
      </Loaded>
      {detail.data !== undefined && <SentPane reply={detail.data} />}
    </>
  );
}

function Message({ reply }: { reply: ReplyDetail }) {
  const { t } = useTranslation();
  return (
    <section className="sheet" aria-labelledby="reply-title">
      <h2 id="reply-title" className="break">
        {reply.subject ?? t('complaint.noSubject')}
      </h2>
      <p className="quiet small break">
        {reply.sender !== null && `${t('complaint.from', { sender: reply.sender })} · `}
        {t('triage.received')} <When at={reply.receivedAt} />
        {reply.match !== null && ` · ${t('triage.matchedBy', { sign: t(`words.match.${reply.match.by}`) })}`}
      </p>
      <p className="said" lang={reply.language ?? undefined}>
        {reply.text}
      </p>
      <Suggestion suggestion={reply.suggestion} />
      <p>
        <a href={documentAddress(reply.documentId)} download>
          {t('complaint.rawMessage')}
        </a>
      </p>
    </section>
  );
}
