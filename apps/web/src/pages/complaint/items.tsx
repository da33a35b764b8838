import { useTranslation } from 'react-i18next';
import type { ComplaintView, DecisionView, ItemView, JustificationElement } from '../../api/types.js';
import { reasonWords } from '../../words/coded.js';
import { Mark, OutcomeMark } from '../../words/mark.js';
import { When } from '../../words/when.js';
import { Seen } from './seen.js';

const elements: readonly JustificationElement[] = ['J1', 'J2', 'J3', 'J4', 'J5', 'J6', 'J7'];

/** Each listing with what became of it and how the platform justified it. */
export function Items({ complaint }: { complaint: ComplaintView }) {
  const { t } = useTranslation();
  return (
    <section className="sheet">
      <h2>{t('complaint.items')}</h2>
      <ol className="plain-list stack">
        {complaint.items.map((item) => (
          <Item key={item.id} complaint={complaint} item={item} />
        ))}
      </ol>
    </section>
  );
}

function Item({ complaint, item }: { complaint: ComplaintView; item: ItemView }) {
  const { t } = useTranslation();
  const blocked = item.status === 'blocked' || item.status === 'draft' || item.status === 'abandoned';
  return (
    <li className="stack-tight">
      <div className="break">
        <a href={item.url} rel="noreferrer noopener nofollow" target="_blank">
          {item.title ?? item.url}
        </a>
        {item.title !== null && <div className="quiet small break">{item.url}</div>}
        {item.seller !== null && <div className="quiet small">{item.seller}</div>}
      </div>
      <div className="row">
        {blocked ? (
          <Mark meaning={item.status === 'blocked' ? 'warn' : 'plain'} word={t(`words.itemStatus.${item.status}`)} />
        ) : (
          <OutcomeMark outcome={item.outcome} />
        )}
        {item.decidedAt !== null && (
          <span className="quiet small">
            <When at={item.decidedAt} show="date" />
            {item.decision !== null && ` · ${t(`words.source.${item.decision.source}`)}`}
          </span>
        )}
      </div>
      {item.decision !== null && <Decision decision={item.decision} />}
      <Seen complaint={complaint} item={item} />
    </li>
  );
}

function Decision({ decision }: { decision: DecisionView }) {
  const { t } = useTranslation();
  const { statedReason, statedReasonSays, falseDeficiency, text, language } = decision;
  return (
    <div className="stack-tight">
      {decision.outcome === 'refused' && (
        <div>
          {t('complaint.decided')}{' '}
          {statedReason === null ? (
            t('complaint.noReason')
          ) : (
            <>
              {reasonWords(t, statedReason, statedReasonSays)} <span className="quiet small">({statedReason})</span>
            </>
          )}
        </div>
      )}
      {falseDeficiency === true && <Mark meaning="warn" word={t('complaint.falseDeficiency')} />}
      {decision.outcome === 'refused' && <Justification decision={decision} />}
      {text !== null && decision.outcome !== 'removed' && (
        <details className="reveal">
          <summary>{t('complaint.said')}</summary>
          <p className="said" lang={language ?? undefined}>
            {text}
          </p>
        </details>
      )}
    </div>
  );
}

function Justification({ decision }: { decision: DecisionView }) {
  const { t } = useTranslation();
  const coded = elements.filter((element) => decision.justification[element] !== undefined);
  if (coded.length === 0) return <div className="quiet">{t('complaint.justificationOpen')}</div>;
  const count = elements.filter((element) => decision.justification[element] === true).length;
  return (
    <details className="reveal">
      <summary>
        {t('complaint.justification', { count })}
        {decision.level !== null && ` (${t(`words.level.${decision.level}`).toLowerCase()})`}
      </summary>
      <ul className="checklist checklist-wide small">
        {elements.map((element) => {
          const value = decision.justification[element];
          const word =
            value === undefined ? 'complaint.elementOpen' : value ? 'complaint.elementYes' : 'complaint.elementNo';
          return (
            <li key={element}>
              <Mark meaning={value === true ? 'removed' : value === false ? 'refused' : 'plain'} word={t(word)} />
              <span>
                {t(`words.element.${element}`)} <span className="quiet">({element})</span>
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
