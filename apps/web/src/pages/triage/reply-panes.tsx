import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { documentAddress } from '../../api/download.js';
import { complaintQuery, replyQuery } from '../../api/queries.js';
import type { ReplyView, TriageTab } from '../../api/types.js';
import { Loaded } from '../../frame/states.js';
import { When } from '../../words/when.js';
import { DecidePanel } from './decide-panel.js';
import { MatchPanel } from './match-panel.js';
import { SentPane } from './sent-pane.js';
import { Suggestion } from './suggestion.js';
import { TakeBack } from './take-back.js';
import type { Coding } from './use-coding.js';

/** Codes the open reply; false where the server refused it. */
export type Code = (input: Coding, words: string) => Promise<boolean>;

interface ReplyPanesProps {
  tab: TriageTab;
  reply: ReplyView;
  code: Code;
  keysOn: boolean;
  keys: Record<string, () => void>;
}

/** The reply and what we had sent, side by side. */
export function ReplyPanes({ tab, reply, code, keysOn, keys }: ReplyPanesProps) {
  const detail = useQuery(replyQuery(reply.id));
  const read = detail.data ?? reply;
  const complaint = useQuery({ ...complaintQuery(read.complaintId ?? ''), enabled: read.complaintId !== null });
  return (
    <>
      <div className="stack">
        <Message reply={read} />
        {tab === 'waiting' && (
          <Loaded query={complaint}>
            {({ items }) => <DecidePanel reply={read} items={items} code={code} keysOn={keysOn} keys={keys} />}
          </Loaded>
        )}
        {tab === 'unmatched' && <MatchPanel code={code} keysOn={keysOn} keys={keys} />}
        {(tab === 'automatic' || tab === 'bounces') && (
          <TakeBack matched={read.complaintId !== null} code={code} keysOn={keysOn} keys={keys} />
        )}
      </div>
      <SentPane complaint={complaint.data} />
    </>
  );
}

function Message({ reply }: { reply: ReplyView }) {
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
