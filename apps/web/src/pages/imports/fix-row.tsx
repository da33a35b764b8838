import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRowView, ImportView } from '../../api/types.js';
import { ErrorSummary, errorOf } from '../../forms/error-summary.js';
import type { FieldError } from '../../forms/error-summary.js';
import { CellField } from './cell-field.js';
import { cellField, useRowErrors } from './row-errors.js';
import { placesOf } from './places.js';
import type { Place } from './places.js';
import { formCells } from './row-cells.js';
import type { FormCells } from './row-cells.js';
import type { Fixing } from './use-fixing.js';
import { useFixRow } from './use-fix-row.js';

interface FixRowProps {
  row: ImportView;
  each: ImportRowView;
  fixing: Fixing;
}

/** A rejected row as a form: the columns that are read, each with its faults; saved, it is checked again at once. */
export function FixRow({ row, each, fixing }: FixRowProps) {
  const { t } = useTranslation();
  const [begun] = useState(() => formCells(each.cells, row.headings.length, row.format.delimiter));
  const [cells, setCells] = useState(begun.cells);
  const [tried, setTried] = useState<readonly FieldError[]>([]);
  const errors = useRowErrors(row, each.faults);
  const { save, pending, refusal } = useFixRow(row.id, each.row, (fixed) => {
    if (fixed.state === 'rejected') setTried(errors.of(fixed.faults));
    else void fixing.goOn(each.row);
  });
  const places = placesOf(row).filter(({ column }) => column !== null);
  const form = useFocusOnFault(errors.now, places);
  const summary = refusal === null ? tried : [{ field: null, text: refusal }];
  return (
    <form
      noValidate
      ref={form}
      className="stack import-fix"
      aria-label={t('imports.fix.title', { line: each.line })}
      onSubmit={(event) => {
        event.preventDefault();
        save(cells);
      }}
    >
      {summary.length > 0 ? <ErrorSummary errors={summary} /> : <WholeRow errors={errors.now} />}
      <Begun begun={begun} delimiter={row.format.delimiter} />
      <div className="import-fields">
        {places.map((place) => (
          <CellField
            key={place.at}
            place={place}
            present={begun.cells[place.at] ?? ''}
            value={cells[place.at] ?? ''}
            error={errorOf(errors.now, cellField(place.at))}
            change={(value) => {
              setCells((before) => before.map((cell, at) => (at === place.at ? value : cell)));
            }}
          />
        ))}
      </div>
      <div className="row">
        <Button type="submit" loading={pending}>
          {t('imports.fix.save')}
        </Button>
        <Button variant="default" onClick={() => void fixing.goOn(each.row)}>
          {t('imports.fix.next')}
        </Button>
        <Button variant="subtle" onClick={fixing.close}>
          {t('imports.fix.close')}
        </Button>
      </div>
    </form>
  );
}

/** When the form opens, the focus is on the first field that is at fault, else on the first. */
function useFocusOnFault(errors: readonly FieldError[], places: readonly Place[]) {
  const form = useRef<HTMLFormElement>(null);
  const [first] = useState(() => {
    const fields = places.map(({ at }) => cellField(at));
    return fields.find((field) => errorOf(errors, field) !== undefined) ?? fields[0];
  });
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
    if (first !== undefined) document.getElementById(first)?.focus();
  }, [first]);
  return form;
}

/** Faults that belong to no field of the form. */
function WholeRow({ errors }: { errors: readonly FieldError[] }) {
  const whole = errors.filter(({ field }) => field === null);
  if (whole.length === 0) return null;
  return (
    <ul className="plain-list mark-refused">
      {whole.map(({ text }) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

/** Where the cells of the form are not simply those of the file, says what was done and shows what is left over. */
function Begun({ begun: { line, isCut, surplus }, delimiter }: { begun: FormCells; delimiter: string | null }) {
  const { t } = useTranslation();
  if (line !== null) {
    return (
      <div className="stack-tight">
        <p>
          {isCut
            ? t('imports.fix.split', { delimiter: delimiter === '\t' ? t('imports.delimiters.tab') : delimiter })
            : t('imports.fix.unsplit')}
        </p>
        <p className="quiet">{t('imports.rawLine')}</p>
        <p className="raw">{line}</p>
      </div>
    );
  }
  if (surplus.length === 0) return null;
  return (
    <p>
      {t('imports.surplus', { count: surplus.length })} <span className="mono break">{surplus.join(' | ')}</span>
    </p>
  );
}
