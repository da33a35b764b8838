import { useTranslation } from 'react-i18next';
import type { Figure, Measures } from '../api/types.js';
import { tagOf } from '../i18n/language.js';
import type { MeasureName } from './figure-words.js';
import { figureOf, noteWords, rangeWords, unitOf, valueWords } from './figure-words.js';
import { Discordance, remarks } from './inconsistency-cell.js';
import { Whisker, axisEnd } from './dot-whisker.js';

export const allMeasures: readonly MeasureName[] = [
  'refusalRate',
  'silence30',
  'unjustifiedRefusalShare',
  'noGuidanceShare',
  'falseDeficiencyShare',
  'untranslatedReplyShare',
  'claimedNotEffected',
  'preventedFilingRate',
  'stalledFilingRate',
  'medianDays',
];

/** Every measure of one platform, one row each. */
export function MeasureTable({ measures, caption }: { measures: Measures; caption: string }) {
  const { t } = useTranslation();
  return (
    <div className="scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="table stackable">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('measures.measure')}</th>
            <th scope="col">{t('measures.value')}</th>
            <th scope="col" className="number">
              {t('measures.range')}
            </th>
            <th scope="col" className="number">
              {t('measures.ofItems')}
            </th>
            <th scope="col">{t('measures.remark')}</th>
          </tr>
        </thead>
        <tbody>
          {allMeasures.map((name) => (
            <MeasureRow key={name} name={name} figure={figureOf(measures, name)} />
          ))}
          <InconsistencyRow inconsistency={measures.inconsistency} />
        </tbody>
      </table>
    </div>
  );
}

function InconsistencyRow({ inconsistency }: { inconsistency: Measures['inconsistency'] }) {
  const { t, i18n } = useTranslation();
  const tag = tagOf(i18n.language);
  return (
    <tr>
      <th scope="row">{t('measures.inconsistency')}</th>
      <td data-label={t('measures.value')}>
        <div className="row">
          <Discordance inconsistency={inconsistency} />
          <strong>{inconsistency.observed === null ? '–' : valueWords(t, inconsistency.observed, 'share', tag)}</strong>
        </div>
      </td>
      <td className="number" data-label={t('measures.range')}>
        –
      </td>
      <td className="number" data-label={t('measures.ofItems')}>
        {inconsistency.items.toLocaleString(tag)}
      </td>
      <td className="small quiet" data-label={t('measures.remark')}>
        {remarks(t, inconsistency, tag).join(' · ')}
      </td>
    </tr>
  );
}

function MeasureRow({ name, figure }: { name: MeasureName; figure: Figure }) {
  const { t, i18n } = useTranslation();
  const tag = tagOf(i18n.language);
  const unit = unitOf(name);
  const counts = `${figure.numerator.toLocaleString(tag)} / ${figure.denominator.toLocaleString(tag)}`;
  return (
    <tr>
      <th scope="row">{t(`measures.name.${name}`)}</th>
      <td data-label={t('measures.value')}>
        <div className="row">
          <Whisker name={name} figure={figure} max={axisEnd([figure], name)} />
          <strong>{figure.value === null ? '–' : valueWords(t, figure.value, unit, tag)}</strong>
        </div>
      </td>
      <td className="number" data-label={t('measures.range')}>
        {rangeWords(t, figure, unit, tag) ?? '–'}
      </td>
      <td className="number" data-label={t('measures.ofItems')}>
        {unit === 'share' ? counts : figure.denominator.toLocaleString(tag)}
      </td>
      <td className="small quiet" data-label={t('measures.remark')}>
        {noteWords(t, figure) ?? ''}
      </td>
    </tr>
  );
}
