import type { Attribution, ErrorCode } from './filing-error.js';
import type { StatementKind } from './regime.js';

/** A field of a form: by the words of its label, by its name, or by a CSS selector where it has neither. */
export type FormField = { label: string } | { name: string } | { selector: string };

/** What is pressed: a button or a link by its words, or a CSS selector. */
export type FormButton = { button: string } | { link: string } | { selector: string };

/**
 * Something to be seen on a page: words in its text, a regular expression found in its text, or an element that is shown.
 * Of several keys all must hold.
 */
export interface PageSign {
  text?: string;
  regex?: string;
  selector?: string;
  /** a regular expression found in the page's address */
  url?: string;
}

/** Done only where this template gives a text: for fields that one filing has and another has not. */
interface Sometimes {
  onlyIf?: string;
}

/** `value` and `option` are templates of FormValues, as in `{{rightsHolder.name}}`. */
export type FormStep =
  | { goto: string }
  | (Sometimes & { fill: FormField; value: string })
  /** `words`: what a value of ours is called on the form, e.g. `trademark: Registered trade mark` */
  | (Sometimes & { choose: FormField; option: string; words?: Readonly<Record<string, string>> })
  /** `states`: the box is a statement; it is ticked only where a person confirmed that statement */
  | (Sometimes & { check: FormField; states?: StatementKind })
  | { upload: FormField; files: 'evidence' }
  /** `submits`: the point of no return; once, as the last step */
  | { press: FormButton; submits?: boolean }
  | { expect: PageSign };

/** An error the form shows, and what it stands for. */
export interface FormError {
  sign: PageSign;
  code: ErrorCode;
  /** absent = the usual one of the code */
  attribution?: Attribution;
  /** whether the same notice can succeed later; absent = where the code is of the delaying kind */
  retry?: boolean;
  /** the platform says by it that nothing was filed, also where it comes after the notice was submitted */
  nothingFiled?: boolean;
}

/**
 * How a notice is filed on a platform's own web form. Whatever a page shows beyond this stops the filing and is handed to a
 * person: a recipe never gets past a captcha, a second factor or a page it doesn't know.
 */
export interface FormRecipe {
  /** where the filing begins */
  start: string;
  /** every host the form's pages need; nothing else is reached. Absent = that of `start` */
  hosts?: readonly string[];
  /** with `{{account.user}}` and `{{account.password}}`, which no other step may name */
  signIn?: readonly FormStep[];
  steps: readonly FormStep[];
  /** a captcha; those of the well-known services are recognised without being named */
  captcha?: readonly PageSign[];
  /** a demand to sign in */
  login?: readonly PageSign[];
  errors?: readonly FormError[];
  /** the confirmation that the notice was filed */
  submitted: PageSign;
  /** where the confirmation gives its number: an element, or an expression whose first group is the number */
  reference?: { selector: string } | { regex: string };
}

/** Every host the pages of a form may reach. */
export const hostsOfForm = ({ start, hosts = [] }: Pick<FormRecipe, 'start' | 'hosts'>): string[] => [
  ...new Set([new URL(start).hostname, ...hosts]),
];
