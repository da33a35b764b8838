import type { TFunction } from 'i18next';
import type { RightView } from '../../api/types.js';

/** `Trademark ACME, EUIPO 1234567 (25)`: a right in one line. */
export function rightWords(t: TFunction, right: RightView): string {
  const registered = [right.office, right.number].filter((part) => part !== null).join(' ');
  const classes = right.classes.length > 0 ? ` (${right.classes.join(', ')})` : '';
  return `${t(`words.right.${right.kind}`)} ${right.title}${registered === '' ? '' : `, ${registered}`}${classes}`;
}
