import type { TFunction } from 'i18next';
import type { FieldError } from '../../forms/error-summary.js';
import { classesOf } from '../../forms/nice-classes.js';
import { languageName, locarnoClassesOf, territoriesOf, territoryName } from './codes.js';
import type { RightEntry } from './right-entry.js';
import { registrationOf } from './right-entry.js';

type Errors = (t: TFunction, entry: RightEntry, tag: string) => FieldError[];

const error = (isSo: boolean, field: string, text: string): FieldError[] =>
  isSo ? [{ field: `right-${field}`, text }] : [];

const named: Errors = (t, { texts }) => error(texts.title.trim() === '', 'title', t('filing.needTitle'));

const registered: Errors = (t, entry) => {
  const isBoth = registrationOf(entry) === 'unregistered' && entry.texts.number.trim() !== '';
  return error(isBoth, 'registration', t('rights.error.registration'));
};

const classed: Errors = (t, { kind, texts }) => [
  ...error(kind === 'trademark' && classesOf(texts.classes) === null, 'classes', t('filing.badClasses')),
  ...error(kind === 'design' && locarnoClassesOf(texts.locarno) === null, 'locarno', t('rights.error.locarno')),
];

const placed: Errors = (t, { texts }, tag) => {
  const unknown = territoriesOf(texts.territories).filter((code) => territoryName(code, tag) === undefined);
  return error(unknown.length > 0, 'territories', t('rights.error.territories', { codes: unknown.join(', ') }));
};

const dated: Errors = (t, { texts: { validFrom, validTo } }) =>
  error(validFrom !== '' && validTo !== '' && validFrom > validTo, 'validTo', t('rights.error.validity'));

const owned: Errors = (t, { owners }) =>
  owners.flatMap(({ owner }, position) =>
    error(owner.trim() === '', `owners-${position}-owner`, t('rights.error.owner', { place: position + 1 })),
  );

const documented: Errors = (t, { documents }, tag) =>
  documents.flatMap(({ title, language }, position) => {
    const place = position + 1;
    const isStrange = language.trim() !== '' && languageName(language.trim(), tag) === undefined;
    return [
      ...error(title.trim() === '', `documents-${position}-title`, t('rights.error.documentTitle', { place })),
      ...error(isStrange, `documents-${position}-language`, t('rights.error.language', { place })),
    ];
  });

const tests: readonly Errors[] = [named, registered, classed, placed, dated, owned, documented];

/** What is wrong with a right before it is sent, in the order of the form; the server looks again. */
export const rightErrors: Errors = (t, entry, tag) => tests.flatMap((test) => test(t, entry, tag));
