import { useTranslation } from 'react-i18next';
import type { MeasureName } from './figure-words.js';

/** The definition of each measure on the page, folded away until asked for. */
export function HowComputed({ names }: { names: readonly MeasureName[] }) {
  const { t } = useTranslation();
  return (
    <details className="reveal">
      <summary>{t('measures.how.title')}</summary>
      <div className="page-narrow">
        <p>{t('measures.how.unit')}</p>
        <p>{t('measures.how.interval')}</p>
        <dl className="facts">
          {names.map((name) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{t(`measures.name.${name}`)}</dt>
              <dd>{t(`measures.how.${name}`)}</dd>
            </div>
          ))}
          <dt>{t('measures.inconsistency')}</dt>
          <dd>{t('measures.how.inconsistency')}</dd>
        </dl>
      </div>
    </details>
  );
}
