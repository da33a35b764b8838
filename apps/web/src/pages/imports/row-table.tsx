import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ImportColumn, ImportRowState, ImportRowView, ImportView } from '../../api/types.js';
import { Mark, Shape } from '../../words/mark.js';
import { FaultList } from './fault-list.js';
import { FixRow } from './fix-row.js';
import type { Place } from './places.js';
import { fixButton } from './use-fixing.js';
import type { Fixing } from './use-fixing.js';

interface RowTableProps {
  row: ImportView;
  tab: ImportRowState;
  rows: readonly ImportRowView[];
  places: readonly Place[];
  /** null where rows can't be corrected */
  fixing: Fixing | null;
}

/** Rows under the headings of their file; where they are rejected, with what is wrong and the way to put it right. */
export function RowTable({ row, tab, rows, places, fixing }: RowTableProps) {
  const { t } = useTranslation();
  const caption = t(`imports.rowTable.${tab}`);
  return (
    <div className="scroll import-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="table stackable import-rows">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('imports.line')}</th>
            {tab === 'rejected' && <th scope="col">{t('imports.wrong')}</th>}
            {tab === 'duplicate' && <th scope="col">{t('imports.repeats')}</th>}
            {places.map((place) => (
              <PlaceHead key={place.at} place={place} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((each) => (
            <Row key={each.row} row={row} tab={tab} each={each} places={places} fixing={fixing} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Our word for the column above the heading of the file. */
function PlaceHead({ place: { at, heading, column } }: { place: Place }) {
  const { t } = useTranslation();
  const own = heading === '' ? t('imports.map.noHeading', { place: at + 1 }) : heading;
  return (
    <th scope="col">
      {column === null ? own : t(`imports.column.${column}`)}
      {column !== null && <div className="import-heading">{own}</div>}
    </th>
  );
}

type RowProps = Omit<RowTableProps, 'rows'> & { each: ImportRowView };

function Row({ row, tab, each, places, fixing }: RowProps) {
  const { t } = useTranslation();
  const isOpen = fixing?.open === each.row;
  const width = places.length + (tab === 'accepted' ? 1 : 2);
  return (
    <>
      <tr>
        <th scope="row" className="top">
          <LineHead each={each} fixing={fixing} />
        </th>
        {tab === 'rejected' && (
          <td className="top across import-wrong">
            <HowItStands each={each} />
          </td>
        )}
        {tab === 'duplicate' && (
          <td className="top across" data-label={t('imports.repeats')}>
            <WhatItRepeats repeats={each.repeats} />
          </td>
        )}
        <Cells row={row} each={each} places={places} />
      </tr>
      {isOpen && (
        <tr className="import-open">
          <td colSpan={width} className="across">
            <FixRow row={row} each={each} fixing={fixing} />
          </td>
        </tr>
      )}
    </>
  );
}

function LineHead({ each, fixing }: { each: ImportRowView; fixing: Fixing | null }) {
  const { t } = useTranslation();
  return (
    <div className="stack-tight">
      <span>
        <span className="import-line">{t('imports.line')} </span>
        {each.line}
      </span>
      {fixing !== null && each.state === 'rejected' && (
        <Button
          id={fixButton(each.row)}
          size="compact-sm"
          variant="default"
          aria-expanded={fixing.open === each.row}
          aria-label={t('imports.fix.openLine', { line: each.line })}
          onClick={() => {
            if (fixing.open === each.row) fixing.close();
            else fixing.start(each.row);
          }}
        >
          {t('imports.fix.open')}
        </Button>
      )}
    </div>
  );
}

/** The faults of a rejected row; of one that was corrected, what it is now. */
function HowItStands({ each: { state, faults, repeats } }: { each: ImportRowView }) {
  const { t } = useTranslation();
  if (state === 'rejected') return <FaultList faults={faults} />;
  return (
    <>
      <Mark meaning={state === 'accepted' ? 'removed' : 'plain'} word={t(`imports.nowState.${state}`)} />{' '}
      <WhatItRepeats repeats={repeats} />
    </>
  );
}

function WhatItRepeats({ repeats }: Pick<ImportRowView, 'repeats'>) {
  const { t } = useTranslation();
  if (repeats === null) return null;
  const { line, complaintId, reference } = repeats;
  if (complaintId === null) return t('imports.repeatsLine', { line });
  return (
    <Link to="/complaints/$id" params={{ id: complaintId }}>
      {reference}
    </Link>
  );
}

/** A line that could not be split stands there whole. */
function Cells({ row, each: { cells, faults }, places }: Pick<RowProps, 'row' | 'each' | 'places'>) {
  const { t } = useTranslation();
  const isWhole = cells.length === 1 && row.headings.length > 1;
  if (isWhole) {
    return (
      <td colSpan={places.length} className="top across mono break" data-label={t('imports.rawLine')}>
        {cells[0]}
      </td>
    );
  }
  return places.map((place) => (
    <Cell
      key={place.at}
      place={place}
      text={cells[place.at] ?? ''}
      isAtFault={place.column !== null && faults.some(({ column }) => column === place.column)}
    />
  ));
}

/** Columns whose text is longer than a few words. */
const long: ReadonlySet<ImportColumn> = new Set(['url', 'evidence_url', 'title', 'explanation']);

function Cell({ place: { heading, column }, text, isAtFault }: { place: Place; text: string; isAtFault: boolean }) {
  const { t } = useTranslation();
  return (
    <td
      className={column !== null && long.has(column) ? 'top across import-cell import-cell-long' : 'top import-cell'}
      data-label={column === null ? heading : t(`imports.column.${column}`)}
    >
      {isAtFault ? (
        <div className="import-text import-fault mark-refused">
          <Shape meaning="refused" />
          <span className="hidden-label">{t('imports.atFault')}</span>
          {text === '' ? t('imports.fix.empty') : text}
        </div>
      ) : (
        <div className="import-text">{text}</div>
      )}
    </td>
  );
}
