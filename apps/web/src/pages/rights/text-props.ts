import type { FieldError } from '../../forms/error-summary.js';
import { errorOf } from '../../forms/error-summary.js';

interface Typed {
  currentTarget: { value: string };
}

export interface TextForm<Name extends string> {
  /** of the ids of its fields: `right-title` */
  form: string;
  texts: Readonly<Record<Name, string>>;
  errors: readonly FieldError[];
  set: (name: Name, text: string) => void;
}

/** What binds a text of a form to its input: value, change, the error of the last try, and the id an error summary links to. */
export const textProps = <Name extends string>({ form, texts, errors, set }: TextForm<Name>, name: Name) => ({
  id: `${form}-${name}`,
  size: 'md' as const,
  value: texts[name],
  error: errorOf(errors, `${form}-${name}`),
  onChange: (event: Typed): void => {
    set(name, event.currentTarget.value);
  },
});
