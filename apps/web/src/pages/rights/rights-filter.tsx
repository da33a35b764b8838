import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RightsHolderView } from '../../api/types.js';
import type { readRightsFilters } from '../../search.js';

export type RightsFilters = ReturnType<typeof readRightsFilters>;

interface RightsFilterProps {
  filters: RightsFilters;
  holders: readonly RightsHolderView[];
  change: (next: RightsFilters) => void;
}

const without = (filters: RightsFilters, name: keyof RightsFilters): RightsFilters =>
  Object.fromEntries(Object.entries(filters).filter(([key]) => key !== name));

/** A filter that is chosen counts at once; the search words count when the form is sent. All live in the address. */
export function RightsFilter({ filters, holders, change }: RightsFilterProps) {
  const { t } = useTranslation();
  const set = (name: keyof RightsFilters, value: string): void => {
    change(value === '' ? without(filters, name) : { ...filters, [name]: value });
  };
  const choices: [name: 'kind' | 'holder', label: string, data: { value: string; label: string }[]][] = [
    [
      'kind',
      t('filing.rightKind'),
      Object.entries(t('words.right', { returnObjects: true })).map(([value, label]) => ({ value, label })),
    ],
    ['holder', t('filing.holder'), holders.map(({ id, name }) => ({ value: id, label: name }))],
  ];
  return (
    <search aria-label={t('rights.filter')} className="row-end filter">
      <SearchWords
        words={filters.q ?? ''}
        search={(words) => {
          set('q', words);
        }}
      />
      {choices.map(([name, label, data]) => (
        <NativeSelect
          key={name}
          label={label}
          value={filters[name] ?? ''}
          data={[{ value: '', label: t('complaints.all') }, ...data]}
          onChange={(event) => {
            set(name, event.currentTarget.value);
          }}
          miw={140}
          maw={260}
        />
      ))}
      {Object.keys(filters).length > 0 && (
        <Link to="/rights" search={{}} resetScroll={false} style={{ paddingBottom: 8 }}>
          {t('complaints.clear')}
        </Link>
      )}
    </search>
  );
}

/** The words follow the address where that changes without them, e.g. by going back. */
function SearchWords({ words: sought, search }: { words: string; search: (words: string) => void }) {
  const { t } = useTranslation();
  const [before, setBefore] = useState(sought);
  const [words, setWords] = useState(sought);
  if (before !== sought) {
    setBefore(sought);
    setWords(sought);
  }
  return (
    <form
      className="row-end"
      onSubmit={(event) => {
        event.preventDefault();
        search(words.trim());
      }}
    >
      <TextInput
        type="search"
        label={t('complaints.search')}
        placeholder={t('rights.searchHint')}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
        }}
        w={236}
      />
      <Button type="submit" variant="default">
        {t('complaints.apply')}
      </Button>
    </form>
  );
}
