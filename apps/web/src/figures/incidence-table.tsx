import { useTranslation } from 'react-i18next';
import type { Fate, Measures } from '../api/types.js';
import { tagOf } from '../i18n/language.js';
import { noteWords, rangeWords, valueWords } from './figure-words.js';
import { days } from './incidence-option.js';

const fates: readonly Fate[] = ['removed', 'refused', 'downUnattributed', 'withdrawn', 'other', 'silence'];

/** The numbers under the chart: one row per outcome, one column per day. */
export function IncidenceTable({ byDay }: { byDay: Measures['outcomeByDay'] }) {
  const { t } = useTranslation();
  const caption = t('measures.incidence.caption');
  return (
    <div className="scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="table stackable">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('measures.incidence.outcome')}</th>
            {days.map((day) => (
              <th scope="col" className="number" key={day}>
                {t('measures.byDay', { day })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fates.map((fate) => (
            <tr key={fate}>
              <th scope="row">{t(`measures.fate.${fate}`)}</th>
              {days.map((day) => (
                <td key={day} className="number" data-label={t('measures.byDay', { day })}>
                  <ShareCell figure={byDay[day][fate]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ShareCell({ figure }: { figure: Measures['refusalRate'] }) {
  const { t, i18n } = useTranslation();
  const tag = tagOf(i18n.language);
  const note = noteWords(t, figure);
  if (figure.value === null) return <span className="quiet small">{note ?? '–'}</span>;
  return (
    <span title={note ?? undefined}>
      <strong>{valueWords(t, figure.value, 'share', tag)}</strong>{' '}
      <span className="quiet small">{rangeWords(t, figure, 'share', tag)}</span>
    </span>
  );
}
