import { NativeSelect, TextInput, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RightKind } from '../../api/types.js';
import type { FieldError } from '../../forms/error-summary.js';
import { errorOf } from '../../forms/error-summary.js';
import { tagOf } from '../../i18n/language.js';
import { oneOf } from '../../words/known.js';
import { territoriesOf, territoryNames } from './codes.js';
import type { RightEntry } from './right-entry.js';
import { registrationOf } from './right-entry.js';
import { textProps } from './text-props.js';
import type { TextForm } from './text-props.js';

export interface RightPartProps {
  entry: RightEntry;
  /**
   * @param part what changes of the entry as it then stands: a file may arrive long after the form was drawn
   * @param changed fields that need no error any more until the next try
   */
  change: (part: (now: RightEntry) => Partial<RightEntry>, changed: readonly string[]) => void;
  errors: readonly FieldError[];
}

type RightText = keyof RightEntry['texts'];

/** Fields whose errors speak of another one too. */
const together: Partial<Record<RightText, readonly string[]>> = {
  number: ['registration'],
  validFrom: ['validTo'],
};

const textsOf = ({ entry, change, errors }: RightPartProps): TextForm<RightText> => ({
  form: 'right',
  texts: entry.texts,
  errors,
  set: (name, text) => {
    change((now) => ({ texts: { ...now.texts, [name]: text } }), [name, ...(together[name] ?? [])]);
  },
});

/** What a right is, where it is registered, and what, where and how long it covers. */
export function RightFields({ kinds, ...part }: RightPartProps & { kinds: readonly RightKind[] }) {
  const { t } = useTranslation();
  const { entry, change } = part;
  const texts = textsOf(part);
  return (
    <>
      <NativeSelect
        id="right-kind"
        size="md"
        label={t('filing.rightKind')}
        value={entry.kind}
        data={kinds.map((kind) => ({ value: kind, label: t(`words.right.${kind}`) }))}
        onChange={(event) => {
          const kind = kinds.find((known) => known === event.currentTarget.value);
          if (kind !== undefined) change(() => ({ kind }), ['kind', 'classes', 'locarno']);
        }}
      />
      <TextInput
        {...textProps(texts, 'title')}
        label={t('filing.rightTitle')}
        description={t('filing.rightTitleHint')}
        data-autofocus
        autoComplete="off"
      />
      <Registered {...part} />
      <Scope {...part} />
      <div className="pairs">
        <TextInput {...textProps(texts, 'validFrom')} type="date" label={t('filing.rightFrom')} />
        <TextInput {...textProps(texts, 'validTo')} type="date" label={t('filing.rightTo')} />
      </div>
    </>
  );
}

function Registered(part: RightPartProps) {
  const { t } = useTranslation();
  const texts = textsOf(part);
  const registrations = t('words.registration', { returnObjects: true });
  return (
    <>
      <div className="pairs">
        <TextInput {...textProps(texts, 'number')} label={t('filing.rightNumber')} autoComplete="off" />
        <TextInput
          {...textProps(texts, 'office')}
          label={t('filing.rightOffice')}
          description={t('filing.rightOfficeHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
      </div>
      <NativeSelect
        id="right-registration"
        size="md"
        label={t('rights.registration')}
        description={part.entry.registration === null ? t('rights.registrationHint') : undefined}
        error={errorOf(part.errors, 'right-registration')}
        value={registrationOf(part.entry)}
        data={Object.entries(registrations).map(([value, label]) => ({ value, label }))}
        onChange={(event) => {
          const registration = oneOf(registrations, event.currentTarget.value);
          if (registration !== undefined) part.change(() => ({ registration }), ['registration', 'number']);
        }}
      />
    </>
  );
}

function Scope(part: RightPartProps) {
  const { t, i18n } = useTranslation();
  const texts = textsOf(part);
  const { kind } = part.entry;
  const names = territoryNames(territoriesOf(part.entry.texts.territories), tagOf(i18n.language));
  return (
    <>
      {kind === 'trademark' && (
        <TextInput
          {...textProps(texts, 'classes')}
          label={t('filing.rightClasses')}
          description={t('filing.rightClassesHint')}
        />
      )}
      {kind === 'design' && (
        <TextInput {...textProps(texts, 'locarno')} label={t('rights.locarno')} description={t('rights.locarnoHint')} />
      )}
      <Textarea
        {...textProps(texts, 'covers')}
        label={t('rights.covers')}
        description={t(`rights.coversHint.${kind}`)}
        autosize
        minRows={2}
        maxRows={12}
      />
      <div>
        <TextInput
          {...textProps(texts, 'territories')}
          label={t('rights.territories')}
          description={t('rights.territoriesHint')}
          autoComplete="off"
        />
        <p className="quiet small below-field">{names === '' ? t('rights.byOffice') : names}</p>
      </div>
    </>
  );
}
