import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { platformsQuery } from '../../api/queries.js';
import type { Filters } from '../../search.js';

interface FilterBarProps {
  filters: Filters;
  change: (next: Filters) => void;
}

type Choice = 'platform' | 'status' | 'outcome' | 'ground';

const without = (filters: Filters, name: keyof Filters): Filters =>
  Object.fromEntries(Object.entries(filters).filter(([key]) => key !== name));

/** A filter that is chosen counts at once; the search words count when the form is sent. All live in the address. */
export function FilterBar({ filters, change }: FilterBarProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState(filters.q ?? '');
  const set = (name: keyof Filters, value: string): void => {
    change(value === '' ? without(filters, name) : { ...filters, [name]: value });
  };
  return (
    <form
      role="search"
      aria-label={t('complaints.filter')}
      className="row-end"
      style={{ marginBottom: 16 }}
      onSubmit={(event) => {
        event.preventDefault();
        set('q', words.trim());
      }}
    >
      <TextInput
        type="search"
        label={t('complaints.search')}
        placeholder={t('complaints.searchHint')}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
        }}
        w={236}
      />
      <Choices filters={filters} set={set} />
      <Checkbox
        pb={8}
        label={t('complaints.overdueOnly')}
        checked={filters.overdue === true}
        onChange={(event) => {
          change(event.currentTarget.checked ? { ...filters, overdue: true } : without(filters, 'overdue'));
        }}
      />
      <Button type="submit" variant="default">
        {t('complaints.apply')}
      </Button>
      {Object.keys(filters).length > 0 && (
        <Link to="/complaints" search={{}} style={{ paddingBottom: 8 }}>
          {t('complaints.clear')}
        </Link>
      )}
    </form>
  );
}

function Choices({ filters, set }: { filters: Filters; set: (name: Choice, value: string) => void }) {
  const { t } = useTranslation();
  const platforms = useQuery(platformsQuery);
  const pairs = (words: Record<string, string>): { value: string; label: string }[] =>
    Object.entries(words).map(([value, label]) => ({ value, label }));
  const choices: [Choice, { value: string; label: string }[]][] = [
    ['platform', (platforms.data ?? []).map(({ slug, name }) => ({ value: slug, label: name }))],
    ['status', pairs(t('words.status', { returnObjects: true }))],
    ['outcome', pairs(t('words.outcome', { returnObjects: true }))],
    ['ground', pairs(t('words.ground', { returnObjects: true }))],
  ];
  return choices.map(([name, data]) => (
    <NativeSelect
      key={name}
      label={t(`complaints.${name}`)}
      value={filters[name] ?? ''}
      data={[{ value: '', label: t('complaints.all') }, ...data]}
      onChange={(event) => {
        set(name, event.currentTarget.value);
      }}
      w={122}
    />
  ));
}
