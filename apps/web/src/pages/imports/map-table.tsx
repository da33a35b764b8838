import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { importSampleQuery } from '../../api/queries.js';
import type { ImportColumn, ImportRowView, ImportView } from '../../api/types.js';
import { errorOf } from '../../forms/error-summary.js';
import type { FieldError } from '../../forms/error-summary.js';
import { columns, isRequired } from './columns.js';
import { fieldOfSource, fieldOfValue, isUsable } from './mapping.js';
import type { Choice, Choices } from './mapping.js';
import { useList } from './numbers.js';
import { ValueField } from './value-field.js';

interface MapTableProps {
  row: ImportView;
  choices: Choices;
  errors: readonly FieldError[];
  change: (choices: Choices) => void;
}

/** One line for each of our columns: what it means, where it is read from, and what stands there. */
export function MapTable({ row, choices, errors, change }: MapTableProps) {
  const { t } = useTranslation();
  const { data: first = [] } = useQuery({ ...importSampleQuery(row.id), enabled: row.rows > 0 });
  return (
    <>
      <table className="table stackable import-map">
        <caption>{t('imports.map.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('imports.map.column')}</th>
            <th scope="col">{t('imports.map.source')}</th>
            <th scope="col">{t('imports.map.sample')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <MapRow
              key={column}
              column={column}
              headings={row.headings}
              first={first}
              choice={choices[column]}
              errors={errors}
              change={(part) => {
                change({ ...choices, [column]: { ...choices[column], ...part } });
              }}
            />
          ))}
        </tbody>
      </table>
      <Unused headings={row.headings} choices={choices} />
      {first.length === 0 && <p className="quiet small">{t('imports.map.samplesLater')}</p>}
    </>
  );
}

interface MapRowProps {
  column: ImportColumn;
  headings: readonly string[];
  first: readonly ImportRowView[];
  choice: Choice;
  errors: readonly FieldError[];
  change: (part: Partial<Choice>) => void;
}

function MapRow({ column, headings, first, choice, errors, change }: MapRowProps) {
  const { t } = useTranslation();
  const name = t(`imports.column.${column}`);
  return (
    <tr>
      <th scope="row" className="top">
        {name} {isRequired(column) && <span className="quiet small">({t('imports.required')})</span>}
        <div className="quiet small import-meaning">{t(`imports.meaning.${column}`)}</div>
      </th>
      <td className="top across">
        <NativeSelect
          id={fieldOfSource(column)}
          aria-label={t('imports.map.sourceOf', { column: name })}
          error={errorOf(errors, fieldOfSource(column))}
          value={String(choice.from)}
          data={useSources(column, headings)}
          onChange={(event) => {
            change({ from: fromOf(event.currentTarget.value) });
          }}
        />
      </td>
      <td className="top across break">
        {choice.from === 'value' && (
          <ValueField
            column={column}
            value={choice.value}
            error={errorOf(errors, fieldOfValue(column))}
            change={(value) => {
              change({ value });
            }}
          />
        )}
        {typeof choice.from === 'number' && first.length > 0 && <Samples place={choice.from} first={first} />}
      </td>
    </tr>
  );
}

const fromOf = (value: string): Choice['from'] => (value === 'nothing' || value === 'value' ? value : Number(value));

/** Every way a column can be filled. One address for every row would be one listing, so that is left out. */
function useSources(column: ImportColumn, headings: readonly string[]) {
  const { t } = useTranslation();
  const items = headings.map((heading, at) => ({
    value: String(at),
    label: headingWords(heading, at),
    disabled: !isUsable(heading, headings),
  }));
  return [
    { value: 'nothing', label: t(isRequired(column) ? 'imports.map.chooseHeading' : 'imports.map.nothing') },
    ...(column === 'url' ? [] : [{ value: 'value', label: t('imports.map.sameForAll') }]),
    { group: t('imports.map.headings'), items },
  ];

  function headingWords(heading: string, at: number): string {
    if (heading === '') return t('imports.map.noHeading', { place: at + 1 });
    return isUsable(heading, headings) ? heading : t('imports.map.repeated', { heading });
  }
}

/** At most three different values that stand under a heading. */
function Samples({ place, first }: { place: number; first: readonly ImportRowView[] }) {
  const { t } = useTranslation();
  const values = [...new Set(first.map(({ cells }) => (cells[place] ?? '').trim()))].filter((value) => value !== '');
  if (values.length === 0) return <span className="quiet">{t('imports.map.noValues')}</span>;
  return (
    <ul className="plain-list quiet small">
      {values.slice(0, 3).map((value) => (
        <li key={value} className="import-sample">
          {value}
        </li>
      ))}
    </ul>
  );
}

function Unused({ headings, choices }: { headings: readonly string[]; choices: Choices }) {
  const { t } = useTranslation();
  const list = useList();
  const used = new Set(columns.map((column) => choices[column].from));
  const unused = headings.filter((heading, at) => heading !== '' && !used.has(at));
  if (unused.length === 0) return null;
  return <p className="quiet break">{t('imports.map.unused', { headings: list(unused) })}</p>;
}
