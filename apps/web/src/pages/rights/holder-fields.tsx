import { Checkbox, TextInput, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { platformsQuery } from '../../api/queries.js';
import type { PlatformView } from '../../api/types.js';
import type { FieldError } from '../../forms/error-summary.js';
import { tagOf } from '../../i18n/language.js';
import { territoryName } from './codes.js';
import type { HolderEntry } from './holder-entry.js';
import { textProps } from './text-props.js';
import type { TextForm } from './text-props.js';

interface HolderFieldsProps {
  entry: HolderEntry;
  /** asks at once whether we act as its agent; later that is changed above the powers of attorney */
  isNew: boolean;
  set: (part: Partial<HolderEntry>, changed: string) => void;
  errors: readonly FieldError[];
}

/** Who a rights holder is, how it is reached, and in which programmes it takes part. */
export function HolderFields({ entry, isNew, set, errors }: HolderFieldsProps) {
  const { t } = useTranslation();
  const texts: TextForm<keyof HolderEntry['texts']> = {
    form: 'holder',
    texts: entry.texts,
    errors,
    set: (name, text) => {
      set({ texts: { ...entry.texts, [name]: text } }, name);
    },
  };
  return (
    <>
      <TextInput {...textProps(texts, 'name')} label={t('filing.holderName')} data-autofocus autoComplete="off" />
      <Textarea
        {...textProps(texts, 'address')}
        label={t('filing.holderAddress')}
        description={t('filing.holderAddressHint')}
        autosize
        minRows={2}
      />
      <div className="pairs">
        <TextInput {...textProps(texts, 'email')} type="email" label={t('filing.holderEmail')} />
        <TextInput {...textProps(texts, 'phone')} type="tel" label={t('filing.holderPhone')} />
        <TextInput
          {...textProps(texts, 'website')}
          type="url"
          label={t('rights.website')}
          description={t('rights.websiteHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
        <Country texts={texts} />
      </div>
      {isNew && (
        <Checkbox
          size="md"
          label={t('rights.agent')}
          description={t('rights.agentHint')}
          checked={entry.representedByAgent}
          onChange={(event) => {
            set({ representedByAgent: event.currentTarget.checked }, 'representedByAgent');
          }}
        />
      )}
      <Programmes
        chosen={entry.programmes}
        choose={(programmes) => {
          set({ programmes }, 'programmes');
        }}
      />
    </>
  );
}

function Country({ texts }: { texts: TextForm<keyof HolderEntry['texts']> }) {
  const { t, i18n } = useTranslation();
  const name = territoryName(texts.texts.country.trim().toUpperCase(), tagOf(i18n.language));
  return (
    <div>
      <TextInput {...textProps(texts, 'country')} label={t('filing.holderCountry')} autoComplete="off" />
      <p className="quiet small below-field">{name}</p>
    </div>
  );
}

/** Platforms by the programme they share, in the order of the profiles. */
function byProgramme(platforms: readonly PlatformView[]): Map<string, PlatformView[]> {
  const found = new Map<string, PlatformView[]>();
  for (const platform of platforms) {
    if (platform.programme === null) continue;
    const { name } = platform.programme;
    found.set(name, [...(found.get(name) ?? []), platform]);
  }
  return found;
}

function Programmes({ chosen, choose }: { chosen: string[]; choose: (slugs: string[]) => void }) {
  const { t } = useTranslation();
  const platforms = useQuery(platformsQuery);
  const programmes = [...byProgramme(platforms.data ?? [])];
  if (programmes.length === 0) return null;
  return (
    <Checkbox.Group
      id="holder-programmes"
      size="md"
      label={t('rights.programmes')}
      description={t('rights.programmesHint')}
      value={chosen}
      onChange={choose}
    >
      <ul className="plain-list stack-tight">
        {programmes.map(([name, members]) => (
          <li key={name}>
            <div className="quiet small">{name}</div>
            <div className="row">
              {members.map((platform) => (
                <Checkbox key={platform.slug} size="md" value={platform.slug} label={platform.name} />
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Checkbox.Group>
  );
}
