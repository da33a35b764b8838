import { NativeSelect, TextInput, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { platformsQuery, rightsHoldersQuery } from '../../api/queries.js';
import type { ImportColumn } from '../../api/types.js';
import { groundChoices, withPresent } from './choices.js';
import { fieldOfValue } from './mapping.js';

interface ValueFieldProps {
  column: ImportColumn;
  value: string;
  error: string | undefined;
  change: (value: string) => void;
}

/** One value for every row, by the control that fits its column. */
export function ValueField(props: ValueFieldProps) {
  const { t } = useTranslation();
  const { column, value, error, change } = props;
  if (column === 'platform') return <PlatformField {...props} />;
  if (column === 'rights_holder') return <HolderField {...props} />;
  if (column === 'ground') return <GroundField {...props} />;
  const Field = column === 'explanation' ? Textarea : TextInput;
  return (
    <Field
      id={fieldOfValue(column)}
      aria-label={t('imports.map.valueOf', { column: t(`imports.column.${column}`) })}
      error={error}
      value={value}
      onChange={(event) => {
        change(event.currentTarget.value);
      }}
    />
  );
}

interface SelectFieldProps extends ValueFieldProps {
  empty: string;
  data: { value: string; label: string }[];
}

function SelectField({ column, value, error, change, empty, data }: SelectFieldProps) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      id={fieldOfValue(column)}
      aria-label={t('imports.map.valueOf', { column: t(`imports.column.${column}`) })}
      error={error}
      value={value}
      data={[{ value: '', label: empty }, ...withPresent(value, data, value)]}
      onChange={(event) => {
        change(event.currentTarget.value);
      }}
    />
  );
}

function PlatformField(props: ValueFieldProps) {
  const { t } = useTranslation();
  const { data: platforms = [] } = useQuery(platformsQuery);
  const data = platforms.map(({ slug, name }) => ({ value: slug, label: name }));
  return <SelectField {...props} empty={t('imports.map.choosePlatform')} data={data} />;
}

function GroundField(props: ValueFieldProps) {
  const { t } = useTranslation();
  return <SelectField {...props} empty={t('imports.map.chooseGround')} data={groundChoices(t)} />;
}

/** No name is a line break: it stands for "another name" in the list. */
const OTHER = '\n';

/** A rights holder of the register, or another name: of one to be entered, or one the list is too long to show. */
function HolderField(props: ValueFieldProps) {
  const { t } = useTranslation();
  const { value, change, error } = props;
  const { data: holders = [] } = useQuery(rightsHoldersQuery);
  const [isOther, setIsOther] = useState(false);
  const names = holders.map(({ name }) => ({ value: name, label: name }));
  const data = [...withPresent(value, names, value), { value: OTHER, label: t('imports.map.otherHolder') }];
  if (!isOther) {
    return (
      <SelectField
        {...props}
        empty={t('imports.map.chooseHolder')}
        data={data}
        change={(chosen) => {
          setIsOther(chosen === OTHER);
          change(chosen === OTHER ? '' : chosen);
        }}
      />
    );
  }
  return (
    <TextInput
      id={fieldOfValue('rights_holder')}
      autoFocus
      label={t('imports.map.otherHolderOf')}
      error={error}
      value={value}
      onChange={(event) => {
        change(event.currentTarget.value);
      }}
    />
  );
}
