import { Checkbox, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ChooseSomeProps {
  id: string;
  label: string;
  /** what stands for no restriction */
  all: string;
  some: string;
  choices: readonly { value: string; label: string }[];
  /** null: no restriction */
  chosen: string[] | null;
  choose: (values: string[] | null) => void;
  error: string | undefined;
}

/** More than this are searched rather than read through. */
const MANY = 12;

/** Everything, or only what is ticked in a list that can be searched. */
export function ChooseSome({ id, label, all, some, choices, chosen, choose, error }: ChooseSomeProps) {
  return (
    <div className="stack-tight">
      <Radio.Group
        label={label}
        size="md"
        value={chosen === null ? 'all' : 'some'}
        onChange={(value) => {
          choose(value === 'all' ? null : []);
        }}
      >
        <div className="stack-tight">
          <Radio size="md" value="all" label={all} />
          <Radio size="md" value="some" label={some} disabled={choices.length === 0} />
        </div>
      </Radio.Group>
      {chosen !== null && <Ticked {...{ id, label, choices, chosen, choose, error }} />}
    </div>
  );
}

type TickedProps = Pick<ChooseSomeProps, 'id' | 'label' | 'choices' | 'choose' | 'error'> & { chosen: string[] };

function Ticked({ id, label, choices, chosen, choose, error }: TickedProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const sought = words.trim().toLowerCase();
  const shown = choices.filter(
    ({ value, label: name }) => chosen.includes(value) || name.toLowerCase().includes(sought),
  );
  return (
    <div className="inset stack-tight">
      {choices.length > MANY && (
        <TextInput
          type="search"
          label={t('rights.searchAmong')}
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value);
          }}
        />
      )}
      <Checkbox.Group aria-label={label} size="md" value={chosen} onChange={choose} error={error}>
        <div id={id} tabIndex={-1} className="choices stack-tight">
          {shown.map((choice) => (
            <Checkbox key={choice.value} value={choice.value} label={choice.label} />
          ))}
        </div>
      </Checkbox.Group>
      <p className="quiet small" role="status">
        {t('rights.chosen', { count: chosen.length })}
      </p>
    </div>
  );
}
