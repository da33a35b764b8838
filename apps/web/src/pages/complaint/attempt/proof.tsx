import { useTranslation } from 'react-i18next';
import { documentAddress } from '../../../api/download.js';
import type { AttemptView, KeptDocument, ProofView } from '../../../api/types.js';
import { errorWords } from '../../../words/coded.js';
import { sizeWords } from '../../../words/size.js';

/** The exact bytes, what was said on the wire, who refused it, and the mails of a notice that went in several. */
export function Proof({ attempt: { proof, notice } }: { attempt: AttemptView }) {
  const { t } = useTranslation();
  return (
    <>
      {proof !== null && <Refused refused={proof.refused} />}
      {proof !== null && <Parts parts={proof.parts} />}
      {proof !== null && (
        <details className="reveal">
          <summary>{t('complaint.proof')}</summary>
          <div className="stack-tight small">
            {proof.answer !== null && <div className="break">{t('complaint.answer', { answer: proof.answer })}</div>}
            {proof.sha256 !== null && <div className="break mono">{t('complaint.hash', { hash: proof.sha256 })}</div>}
            {proof.conversation.length > 0 && (
              <pre className="raw" tabIndex={0} aria-label={t('complaint.conversation')} role="region">
                {proof.conversation.join('\n')}
              </pre>
            )}
          </div>
        </details>
      )}
      {notice !== null && (
        // What a person files by hand is a pack of files; what leaves by itself, a message.
        <Kept
          document={notice}
          words={t(notice.mediaType === 'application/zip' ? 'evidence.pack' : 'complaint.sentBytes')}
        />
      )}
    </>
  );
}

/** A document kept as evidence, with the hash its bytes can be checked by. */
export function Kept({ document: { id, size, sha256 }, words }: { document: KeptDocument; words: string }) {
  const { i18n } = useTranslation();
  return (
    <div>
      <a href={documentAddress(id)} download>
        {words}
      </a>{' '}
      <span className="quiet small">({sizeWords(size, i18n.language)})</span>
      <div className="quiet small mono break">SHA-256 {sha256}</div>
    </div>
  );
}

function Refused({ refused }: Pick<ProofView, 'refused'>) {
  const { t } = useTranslation();
  if (refused.length === 0) return null;
  return (
    <div className="stack-tight small">
      <strong>{t('evidence.refused')}</strong>
      <ul className="plain-list stack-tight">
        {refused.map(({ recipient, code, answer }) => (
          <li key={recipient} className="break">
            {recipient}: {errorWords(t, code)} ({code}) <span className="quiet">{answer}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Parts({ parts }: Pick<ProofView, 'parts'>) {
  const { t } = useTranslation();
  if (parts.length === 0) return null;
  return (
    <div className="stack-tight small">
      <strong>{t('evidence.parts', { count: parts.length })}</strong>
      <ol className="dotted stack-tight">
        {parts.map((part) => (
          <Part key={part.messageId} part={part} />
        ))}
      </ol>
    </div>
  );
}

function Part({ part }: { part: ProofView['parts'][number] }) {
  const { t } = useTranslation();
  const { outcome, code, answer, files, documentId, sha256, reference } = part;
  return (
    <li className="break">
      {t(`evidence.part.${outcome}`)}
      {code !== null && ` · ${errorWords(t, code)} (${code})`}
      {reference !== undefined && ` · ${t('complaint.eventCase', { number: reference })}`}
      {files.length > 0 && <div>{files.join(', ')}</div>}
      {answer !== null && <div className="quiet">{answer}</div>}
      {documentId !== null && (
        <div>
          <a href={documentAddress(documentId)} download>
            {t('complaint.sentBytes')}
          </a>
        </div>
      )}
      <div className="quiet mono">SHA-256 {sha256}</div>
    </li>
  );
}
