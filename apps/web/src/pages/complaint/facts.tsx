import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ComplaintView, FileView } from '../../api/types.js';
import { FileFacts } from '../../words/file-facts.js';
import { When } from '../../words/when.js';
import { rightWords } from '../filing/right-words.js';

/** What the platform was told, and who confirmed it. */
export function Facts({ complaint }: { complaint: ComplaintView }) {
  const { t } = useTranslation();
  const { signature, regime, caseNumber } = complaint;
  return (
    <section className="sheet">
      <h2>{t('complaint.facts')}</h2>
      <dl className="facts">
        <dt>{t('complaint.rightsHolder')}</dt>
        <dd>{complaint.rightsHolder}</dd>
        <dt>{t('complaint.rights')}</dt>
        <dd>
          <ul className="plain-list">
            {complaint.rights.map((right) => (
              <li key={right.id}>{rightWords(t, right)}</li>
            ))}
          </ul>
        </dd>
        <dt>{t('complaint.ground')}</dt>
        <dd>{t(`words.ground.${complaint.ground}`)}</dd>
        <dt>{t('complaint.explanation')}</dt>
        <dd className="told">{complaint.explanation}</dd>
        {complaint.goodsClasses.length > 0 && (
          <>
            <dt>{t('complaint.goods')}</dt>
            <dd>{complaint.goodsClasses.join(', ')}</dd>
          </>
        )}
        {complaint.renewedBecause !== null && (
          <>
            <dt>{t('complaint.renewed')}</dt>
            <dd className="told">{complaint.renewedBecause}</dd>
          </>
        )}
        <Evidence links={complaint.evidence} files={complaint.evidenceFiles} />
        <dt>{t('complaint.language')}</dt>
        <dd>{t(`words.language.${complaint.language}`)}</dd>
        {regime !== null && (
          <>
            <dt>{t('complaint.regime')}</dt>
            <dd>{[regime, complaint.regimeVersion].join(' ')}</dd>
          </>
        )}
        {caseNumber !== null && (
          <>
            <dt>{t('complaint.caseNumber')}</dt>
            <dd>{caseNumber}</dd>
          </>
        )}
        {signature !== null && (
          <>
            <dt>{t('complaint.signature')}</dt>
            <dd>{[signature.name, signature.capacity].filter((part) => part !== '').join(', ')}</dd>
          </>
        )}
        <Persons complaint={complaint} />
      </dl>
      {complaint.statements.length > 0 && <Statements complaint={complaint} />}
    </section>
  );
}

/** Who submitted and approved it, and the import it came with. */
function Persons({ complaint: { submittedBy, approvedBy, approvedAt, importId } }: { complaint: ComplaintView }) {
  const { t } = useTranslation();
  return (
    <>
      {submittedBy !== null && (
        <>
          <dt>{t('complaint.submittedBy')}</dt>
          <dd>{submittedBy}</dd>
        </>
      )}
      {approvedBy !== null && approvedAt !== null && (
        <>
          <dt>{t('complaint.approvedBy')}</dt>
          <dd>
            {approvedBy}, <When at={approvedAt} show="time" />
          </dd>
        </>
      )}
      {importId !== null && (
        <>
          <dt>{t('complaint.origin')}</dt>
          <dd>
            <Link to="/imports/$id" params={{ id: importId }}>
              {t('complaint.imported')}
            </Link>
          </dd>
        </>
      )}
    </>
  );
}

function Evidence({ links, files }: { links: readonly string[]; files: readonly FileView[] }) {
  const { t } = useTranslation();
  if (links.length + files.length === 0) return null;
  return (
    <>
      <dt>{t('complaint.evidence')}</dt>
      <dd className="stack-tight">
        {links.length > 0 && <EvidenceLinks links={links} />}
        {files.map((file) => (
          <FileFacts key={file.id} file={file} />
        ))}
      </dd>
    </>
  );
}

export function EvidenceLinks({ links }: { links: readonly string[] }) {
  return (
    <ul className="plain-list">
      {links.map((link) => (
        <li key={link}>
          <a href={link} rel="noreferrer noopener nofollow" target="_blank">
            {link}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Statements({ complaint }: { complaint: ComplaintView }) {
  const { t } = useTranslation();
  return (
    <details className="reveal" style={{ marginTop: 12 }}>
      <summary>{t('complaint.statements')}</summary>
      {complaint.statements.map((statement) => (
        <div key={statement.kind} className="statement">
          <p lang={complaint.language}>{statement.wording}</p>
          <p className="quiet small">
            {t('complaint.statementBy', { name: t(`words.statement.${statement.kind}`), by: statement.confirmedBy })}{' '}
            <When at={statement.confirmedAt} show="time" /> ·{' '}
            {t('complaint.statementVersion', { version: statement.regimeVersion })}
          </p>
        </div>
      ))}
    </details>
  );
}
