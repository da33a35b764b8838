import type { TFunction } from 'i18next';
import type { Ground } from '../../api/types.js';

interface Option {
  value: string;
  label: string;
}

/** The grounds by their codes, which is what a file holds, under the words of the interface. */
export const groundChoices = (t: TFunction): Option[] =>
  Object.entries<string>(t('words.ground', { returnObjects: true }) satisfies Record<Ground, string>).map(
    ([value, label]) => ({ value, label }),
  );

/** The options, and before them what stands there now where it is none of them: nothing is changed by looking at it. */
export const withPresent = (present: string, options: readonly Option[], label: string): Option[] =>
  present === '' || options.some(({ value }) => value === present)
    ? [...options]
    : [{ value: present, label }, ...options];
