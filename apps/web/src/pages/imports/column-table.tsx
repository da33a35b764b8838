import { useTranslation } from 'react-i18next';
import { columns, examples, isRequired, templateAddress } from './columns.js';

/** What a file must hold: every column with its meaning and an example, and a file to start from. */
export function ColumnTable() {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <p>{t('imports.mustHoldText')}</p>
      <table className="table stackable import-columns">
        <caption>{t('imports.columnsCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('imports.columnName')}</th>
            <th scope="col">{t('imports.columnMeaning')}</th>
            <th scope="col">{t('imports.columnExample')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column}>
              <th scope="row" className="top">
                <span className="mono">{column}</span>
                {isRequired(column) && <div className="small">{t('imports.required')}</div>}
              </th>
              <td className="top across" data-label={t('imports.columnMeaning')}>
                {t(`imports.meaning.${column}`)}
              </td>
              <td className="top across break" data-label={t('imports.columnExample')}>
                {examples[column]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function TemplateLink() {
  const { t } = useTranslation();
  return (
    <p>
      <a href={templateAddress()} download="listings.csv">
        {t('imports.template')}
      </a>{' '}
      <span className="quiet small">{t('imports.templateHint')}</span>
    </p>
  );
}
