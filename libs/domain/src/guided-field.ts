/** Words for the people who file; a portal that shows no Chinese has none. */
export interface GuidedWords {
  en: string;
  zh?: string;
}

/** A field of a platform's own form, as a person meets it who files there. */
export interface GuidedField {
  /** as the portal writes it */
  label: GuidedWords;
  /** what goes in: a template over `FormValues`; in a list, over one listing as well */
  value?: string;
  /** what the portal calls a value it offers for choice, e.g. `trademark: Registered trade mark` */
  words?: Readonly<Record<string, string>>;
  help?: GuidedWords;
  /** one value for each listing; a portal takes them one by one or, a line each, all at once */
  list?: 'items';
  /** most characters the portal takes */
  maxLength?: number;
  /** a field that takes files */
  file?: 'evidence';
}
