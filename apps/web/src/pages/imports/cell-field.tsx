import { NativeSelect, TextInput, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { platformsQuery, rightsHoldersQuery } from '../../api/queries.js';
import { groundChoices, withPresent } from './choices.js';
import type { Place } from './places.js';
import { cellField } from './row-errors.js';

interface CellFieldProps {
  place: Place;
  /** as the file has it */
  present: string;
  value: string;
  error: string | undefined;
  change: (value: string) => void;
}

/** One cell of a rejected row, with the control that fits its column. */
export function CellField(props: CellFieldProps) {
  const { place, value, error, change } = props;
  const frame = useFrame(place, error);
  if (place.column === 'platform') return <PlatformCell {...props} />;
  if (place.column === 'ground') return <GroundCell {...props} />;
  if (place.column === 'rights_holder') return <HolderCell {...props} />;
  const isLong = place.column === 'explanation' || place.column === 'url' || place.column === 'evidence_url';
  const Field = place.column === 'explanation' ? Textarea : TextInput;
  return (
    <Field
      {...frame}
      {...(isLong ? { className: 'import-fields-all' } : {})}
      value={value}
      onChange={(event) => {
        change(event.currentTarget.value);
      }}
    />
  );
}

/** Our word for the column as label, the heading of the file beneath it. */
function useFrame({ at, heading, column }: Place, error: string | undefined) {
  const { t } = useTranslation();
  const label = column === null ? heading : t(`imports.column.${column}`);
  return { id: cellField(at), label, error, description: heading };
}

type Options = { value: string; label: string }[];

/** A list, with what the file has in front where it is none of the list. */
function SelectCell({ place, present, value, error, change, options }: CellFieldProps & { options: Options }) {
  const { t } = useTranslation();
  const frame = useFrame(place, error);
  const asInFile = t('imports.fix.asInFile', { value: present });
  const empty = present === '' || value === '' ? [{ value: '', label: t('imports.fix.empty') }] : [];
  return (
    <NativeSelect
      {...frame}
      value={value}
      data={[...empty, ...withPresent(present, options, asInFile)]}
      onChange={(event) => {
        change(event.currentTarget.value);
      }}
    />
  );
}

function PlatformCell(props: CellFieldProps) {
  const { data: platforms = [] } = useQuery(platformsQuery);
  return <SelectCell {...props} options={platforms.map(({ slug, name }) => ({ value: slug, label: name }))} />;
}

function GroundCell(props: CellFieldProps) {
  const { t } = useTranslation();
  return <SelectCell {...props} options={groundChoices(t)} />;
}

/** Any name can be written; those of the register are offered. */
function HolderCell({ place, value, error, change }: CellFieldProps) {
  const { data: holders = [] } = useQuery(rightsHoldersQuery);
  const frame = useFrame(place, error);
  const list = `${frame.id}-names`;
  return (
    <div>
      <TextInput
        {...frame}
        list={list}
        value={value}
        onChange={(event) => {
          change(event.currentTarget.value);
        }}
      />
      <datalist id={list}>
        {holders.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
    </div>
  );
}
