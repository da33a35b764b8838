import { useTranslation } from 'react-i18next';
import type { JudgementView } from '../../../api/types.js';
import { errorWords } from '../../../words/coded.js';
import { Mark } from '../../../words/mark.js';
import type { Meaning } from '../../../words/mark.js';
import { When } from '../../../words/when.js';

const meanings: Record<JudgementView['verdict'], Meaning> = {
  none: 'plain',
  delayed: 'warn',
  provisional: 'waiting',
  prevented: 'refused',
  stalled: 'warn',
};

/** Whether the platform is held to have prevented or delayed the filing, and by which conditions. */
export function Judgement({ judgement }: { judgement: JudgementView }) {
  const { t } = useTranslation();
  const { verdict, because } = judgement;
  return (
    <div className="stack-tight">
      <Mark meaning={meanings[verdict]} word={t(`errors.verdict.${verdict}`)} />
      <Reason judgement={judgement} />
      {because.length > 0 && (
        <ul className="plain-list stack-tight small">
          {because.map(({ test, have, need }) => (
            <li key={test} className="row">
              <span>{t(`errors.test.${test}`)}</span>
              <span className="quiet">
                {test === 'closed' ? t('errors.exactly', { have }) : t('errors.of', { have, need })} ·{' '}
                {t((test === 'closed' ? have === need : have >= need) ? 'errors.met' : 'errors.unmet')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Reason({ judgement: { verdict, code, until } }: { judgement: JudgementView }) {
  const { t } = useTranslation();
  if (verdict === 'none') return null;
  if (verdict === 'delayed') {
    return <p className="small">{t('errors.because.delayed', { error: code === null ? '' : errorWords(t, code) })}</p>;
  }
  if (until === null) return null;
  const [before, after] = t(`errors.because.${verdict}`, { until: '\n' }).split('\n');
  return (
    <p className="small">
      {before}
      <When at={until} show="time" />
      {after}
    </p>
  );
}
