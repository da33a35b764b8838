import mustache from 'mustache';
import type { FormValues } from '#libs/domain';

/**
 * A template of a recipe with the values of a filing: `{{right.number}}`, and sections such as `{{#items}}{{url}} {{/items}}`
 * (mustache, without logic). Nothing is escaped: what is filled in is a form's field or a JSON text, never HTML.
 * @param more further values a recipe may name, e.g. the account it signs in with
 */
export const fill = (template: string, values: FormValues, more: Readonly<Record<string, unknown>> = {}): string =>
  fillFrom(template, { ...values, ...more });

/** A template with any values. @param escape what is done to each value that is filled in */
export const fillFrom = (
  template: string,
  values: Readonly<Record<string, unknown>>,
  escape: (value: string) => string = String,
): string => mustache.render(template, values, {}, { escape: (value: unknown) => escape(String(value)) });
