import { NativeSelect } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../api/types.js';
import { withPresent } from './choices.js';
import type { OtherFormat } from './use-mapping.js';

type Delimiter = NonNullable<OtherFormat['delimiter']>;

const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];

const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const satisfies Record<
  Delimiter,
  string
>;
const delimiterChoices = (t: TFunction): { value: string; label: string }[] =>
  delimiters.map((value) => ({ value, label: t(`imports.delimiters.${delimiterNames[value]}`) }));

interface HowReadProps {
  row: ImportView;
  format: OtherFormat;
  change: (part: OtherFormat) => void;
}

/** What was found out of the file, in words; to be changed where it was found out wrongly. */
export function HowRead({ row: { format: found }, format, change }: HowReadProps) {
  const { t } = useTranslation();
  const sheet = format.sheet ?? found.sheet ?? '';
  const delimiter = format.delimiter ?? found.delimiter ?? ',';
  if (found.kind === 'xlsx') {
    return (
      <section className="stack" aria-labelledby="import-how">
        <h2 id="import-how">{t('imports.map.howRead')}</h2>
        <NativeSelect
          label={t('imports.map.sheet')}
          maw={320}
          value={sheet}
          data={found.sheets}
          onChange={(event) => {
            change({ sheet: event.currentTarget.value });
          }}
        />
      </section>
    );
  }
  return (
    <section className="stack" aria-labelledby="import-how">
      <h2 id="import-how">{t('imports.map.howRead')}</h2>
      <div className="row-field">
        <NativeSelect
          label={t('imports.map.encoding')}
          description={t('imports.map.encodingHint')}
          inputWrapperOrder={['label', 'input', 'description']}
          value={format.encoding ?? found.encoding ?? 'utf-8'}
          data={encodingChoices(t)}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            if (isEncoding(t, chosen)) change({ encoding: chosen });
          }}
        />
        <NativeSelect
          label={t('imports.map.delimiter')}
          value={delimiter}
          data={withPresent(delimiter, delimiterChoices(t), delimiter)}
          onChange={(event) => {
            const chosen = delimiters.find((known) => known === event.currentTarget.value);
            if (chosen !== undefined) change({ delimiter: chosen });
          }}
        />
      </div>
    </section>
  );
}

/** Every encoding a file can have has its words. */
const encodingWords = (t: TFunction) => t('imports.encodings', { returnObjects: true });
const isEncoding = (t: TFunction, name: string): name is keyof ReturnType<typeof encodingWords> =>
  name in encodingWords(t);
const encodingChoices = (t: TFunction): { value: string; label: string }[] =>
  Object.entries<string>(encodingWords(t)).map(([value, label]) => ({ value, label }));
