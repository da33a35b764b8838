import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../api/types.js';
import { ErrorSummary } from '../../forms/error-summary.js';
import { HowRead } from './how-read.js';
import { MapTable } from './map-table.js';
import { choicesOf, openColumns } from './mapping.js';
import { useList } from './numbers.js';
import { useMapping } from './use-mapping.js';
import type { OtherFormat } from './use-mapping.js';

/** Where each of our columns is read from, and how the file is read; then it is read anew. */
export function MapStep({ row }: { row: ImportView }) {
  const { t } = useTranslation();
  const [choices, setChoices] = useState(() => choicesOf(row.mapping, row.headings));
  const [register, setRegister] = useState(row.register);
  const [format, setFormat] = useState<OtherFormat>({});
  const { errors, submit, pending } = useMapping(row);
  return (
    <form
      noValidate
      className="stack page-narrow"
      onSubmit={(event) => {
        event.preventDefault();
        submit({ choices, register, format });
      }}
    >
      <h2>{t('imports.map.title')}</h2>
      <ErrorSummary errors={errors} />
      <WhatIsMissing row={row} />
      <MapTable row={row} choices={choices} errors={errors} change={setChoices} />
      <HowRead
        row={row}
        format={format}
        change={(part) => {
          setFormat((before) => ({ ...before, ...part }));
        }}
      />
      <Checkbox
        label={t('imports.register')}
        description={t('imports.registerHint')}
        checked={register}
        onChange={(event) => {
          setRegister(event.currentTarget.checked);
        }}
      />
      <p className="quiet">
        {t('imports.map.remembered')} {row.rows > 0 && t('imports.map.anew')}
      </p>
      <div>
        <Button size="md" type="submit" loading={pending}>
          {t('imports.map.submit')}
        </Button>
      </div>
    </form>
  );
}

/** Why the columns have to be chosen; where only a value is wrong, the server says which. */
function WhatIsMissing({ row: { failure, mapping, headings } }: { row: ImportView }) {
  const { t } = useTranslation();
  const list = useList();
  if (failure === null) return <p>{t('imports.map.lead')}</p>;
  const open = openColumns(choicesOf(mapping, headings));
  if (open.length === 0) return <p lang="en">{failure.detail}</p>;
  const columns = list(open.map((column) => t(`imports.column.${column}`)));
  return <p>{t('imports.map.missing', { columns })}</p>;
}
