import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RightView, RightsHolderView } from '../../api/types.js';
import { tagOf } from '../../i18n/language.js';
import { Mark } from '../../words/mark.js';
import { territoryName } from './codes.js';
import { Day } from './day.js';
import { NotApplicable, NotGiven } from './not-given.js';
import { ValidityMark } from './validity-mark.js';

interface RightsTableProps {
  rows: readonly RightView[];
  /** to name the rights holder of each; left out where all are of one */
  holders?: readonly RightsHolderView[];
}

export function RightsTable({ rows, holders }: RightsTableProps) {
  const { t } = useTranslation();
  const names = new Map(holders?.map(({ id, name }) => [id, name]));
  return (
    <table className="table stackable register-table">
      <caption>{t('rights.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('rights.rightTitle')}</th>
          <th scope="col">{t('filing.rightKind')}</th>
          <th scope="col">{t('rights.number')}</th>
          <th scope="col">{t('filing.rightOffice')}</th>
          <th scope="col">{t('rights.classes')}</th>
          <th scope="col">{t('rights.where')}</th>
          <th scope="col">{t('rights.validTo')}</th>
          {holders !== undefined && <th scope="col">{t('filing.holder')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((right) => (
          <tr key={right.id}>
            <RightCells right={right} />
            {holders !== undefined && (
              <td data-label={t('filing.holder')} className="break">
                <Link to="/rights-holders/$id" params={{ id: right.rightsHolderId }}>
                  {names.get(right.rightsHolderId)}
                </Link>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RightCells({ right }: { right: RightView }) {
  const { t } = useTranslation();
  return (
    <>
      <th scope="row" className="break">
        <Link to="/rights/$id" params={{ id: right.id }}>
          {right.title}
        </Link>
      </th>
      <td data-label={t('filing.rightKind')} className="nowrap">
        {t(`words.right.${right.kind}`)}
      </td>
      <td data-label={t('rights.number')} className="break" style={{ minWidth: 104 }}>
        <Registered right={right} />
      </td>
      <td data-label={t('filing.rightOffice')}>
        {right.office ?? (right.registration === 'unregistered' ? <NotApplicable /> : <NotGiven />)}
      </td>
      <td data-label={t('rights.classes')}>
        <Classes right={right} />
      </td>
      <td data-label={t('rights.where')}>
        <Territories codes={right.territories} />
      </td>
      <td data-label={t('rights.validTo')}>
        {right.validTo === null ? <NotGiven /> : <Day on={right.validTo} />}
        <div className="small">
          <ValidityMark of={right} />
        </div>
      </td>
    </>
  );
}

/** The number; a registration that is not there yet, or never will be, is said. */
function Registered({ right: { registration, number } }: { right: RightView }) {
  const { t } = useTranslation();
  if (registration === 'registered') return <>{number ?? t('words.registration.registered')}</>;
  return (
    <>
      {number !== null && <div>{number}</div>}
      <Mark
        meaning={registration === 'pending' ? 'waiting' : 'plain'}
        word={t(registration === 'pending' ? 'rights.pending' : 'words.registration.unregistered')}
      />
    </>
  );
}

function Classes({ right: { kind, classes, locarno } }: { right: RightView }) {
  if (kind !== 'trademark' && kind !== 'design') return <NotApplicable />;
  const parts = kind === 'design' ? locarno : classes.map(String);
  return parts.length === 0 ? <NotGiven /> : <Some parts={parts} />;
}

/** As many as fit into a cell; the page of the right has all. */
const FIT = 5;

function Some({ parts }: { parts: readonly string[] }) {
  const { t } = useTranslation();
  const more = parts.length - FIT;
  return (
    <>
      {parts.slice(0, FIT).join(', ')}
      {more > 0 && <span className="quiet small"> {t('rights.andOthers', { count: more })}</span>}
    </>
  );
}

function Territories({ codes }: { codes: readonly string[] }) {
  const { t, i18n } = useTranslation();
  if (codes.length === 0) return <span className="quiet">{t('rights.asOffice')}</span>;
  const [only] = codes;
  const isOne = codes.length === 1 && only !== undefined;
  return isOne ? <>{territoryName(only, tagOf(i18n.language)) ?? only}</> : <Some parts={codes} />;
}
