import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OwnerEntry } from './right-entry.js';
import { newOwner } from './right-entry.js';
import type { RightPartProps } from './right-fields.js';
import { textProps } from './text-props.js';

const ADD = 'right-owners';

/** The owners in the order of time: one line each, added at the end, moved earlier, removed. */
export function OwnerFields({ entry, change, errors }: RightPartProps) {
  const { t } = useTranslation();
  const { owners } = entry;
  const put = (next: OwnerEntry[], changed: string): void => {
    change(() => ({ owners: next }), [changed]);
  };
  return (
    <fieldset className="stack">
      <legend>{t('rights.owners')}</legend>
      <p className="quiet">{t('rights.ownersHint')}</p>
      {owners.length > 0 && (
        <ol className="plain-list stack">
          {owners.map((owner, place) => (
            <li key={owner.key}>
              <OwnerRow
                {...{ owner, place, errors }}
                change={(part, field) => {
                  put(owners.with(place, { ...owner, ...part }), `owners-${place}-${field}`);
                }}
                remove={() => {
                  put(owners.toSpliced(place, 1), 'owners');
                  document.getElementById(ADD)?.focus();
                }}
                earlier={() => {
                  put(owners.toSpliced(place, 1).toSpliced(place - 1, 0, owner), 'owners');
                }}
              />
            </li>
          ))}
        </ol>
      )}
      <div>
        <Button
          id={ADD}
          variant="default"
          onClick={() => {
            put([...owners, newOwner()], '');
            focusSoon(`right-owners-${owners.length}-owner`);
          }}
        >
          {t('rights.addOwner')}
        </Button>
      </div>
    </fieldset>
  );
}

/** The field exists once the row is drawn. */
export function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}

interface OwnerRowProps {
  owner: OwnerEntry;
  place: number;
  errors: RightPartProps['errors'];
  change: (part: Partial<OwnerEntry>, field: string) => void;
  remove: () => void;
  earlier: () => void;
}

function OwnerRow({ owner, place, errors, change, remove, earlier }: OwnerRowProps) {
  const { t } = useTranslation();
  const { owner: name, since, recordedAs } = owner;
  const texts = {
    form: `right-owners-${place}`,
    texts: { owner: name, since, recordedAs },
    errors,
    set: (field: 'owner' | 'since' | 'recordedAs', text: string) => {
      change({ [field]: text }, field);
    },
  };
  return (
    <div role="group" aria-label={t('rights.ownerPlace', { place: place + 1 })} className="row-of-fields">
      <div className="triple">
        <TextInput {...textProps(texts, 'owner')} label={t('rights.owner')} autoComplete="off" />
        <TextInput {...textProps(texts, 'since')} type="date" label={t('rights.ownerSince')} />
        <TextInput {...textProps(texts, 'recordedAs')} label={t('rights.recordedAs')} autoComplete="off" />
      </div>
      <div className="row">
        {place > 0 && (
          <Button size="compact-sm" variant="subtle" onClick={earlier}>
            {t('rights.moveEarlier')}
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" onClick={remove}>
          {t('rights.removeOwner', { place: place + 1 })}
        </Button>
      </div>
    </div>
  );
}
