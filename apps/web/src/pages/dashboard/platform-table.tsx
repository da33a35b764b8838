import { Link, useNavigate } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '../../api/types.js';
import { FigureCell, axisEnd } from '../../figures/dot-whisker.js';
import { InconsistencyCell } from '../../figures/inconsistency-cell.js';
import type { MeasureName } from '../../figures/figure-words.js';
import { figureOf } from '../../figures/figure-words.js';
import { tagOf } from '../../i18n/language.js';
import { SimulatedMark } from '../../words/simulated.js';

export const shownMeasures: readonly MeasureName[] = [
  'refusalRate',
  'silence30',
  'unjustifiedRefusalShare',
  'preventedFilingRate',
  'medianDays',
];

type Row = Comparison['data'][number];

/** One row per platform; the whole row leads to the platform's page, its name is the link for the keyboard. */
export function PlatformTable({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation();
  const ends = new Map(
    shownMeasures.map((name) => [
      name,
      axisEnd(
        rows.map((row) => figureOf(row.measures, name)),
        name,
      ),
    ]),
  );
  return (
    <div className="scroll" role="region" aria-label={t('dashboard.title')} tabIndex={0}>
      <table className="table stackable">
        <caption>{t('dashboard.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('dashboard.platform')}</th>
            <th scope="col" className="number">
              {t('measures.items')}
            </th>
            {shownMeasures.map((name) => (
              <th scope="col" key={name}>
                {t(`measures.name.${name}`)}
              </th>
            ))}
            <th scope="col">{t('measures.inconsistency')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PlatformRow key={row.key} row={row} ends={ends} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PlatformRow({ row, ends }: { row: Row; ends: ReadonlyMap<MeasureName, number> }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const open = (event: MouseEvent): void => {
    if (event.target instanceof Element && event.target.closest('a') !== null) return;
    void navigate({ to: '/platforms/$slug', params: { slug: row.key } });
  };
  return (
    <tr className="goes" onClick={open}>
      <th scope="row" className="top">
        <Link to="/platforms/$slug" params={{ slug: row.key }}>
          {row.name}
        </Link>
        <div className="small">
          <SimulatedMark of={row} />
        </div>
      </th>
      <td className="number top" data-label={t('measures.items')}>
        {row.items.toLocaleString(tagOf(i18n.language))}
      </td>
      {shownMeasures.map((name) => (
        <td key={name} className="top" data-label={t(`measures.name.${name}`)}>
          <FigureCell figure={figureOf(row.measures, name)} name={name} max={ends.get(name) ?? 1} />
        </td>
      ))}
      <td className="top" data-label={t('measures.inconsistency')}>
        <InconsistencyCell inconsistency={row.measures.inconsistency} />
      </td>
    </tr>
  );
}
