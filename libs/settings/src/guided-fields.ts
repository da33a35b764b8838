import type { GuidedField, Platform } from '#libs/domain';
import { formNames, namesIn } from './form-recipes.js';
import type { Readable } from './operator-files-schema.js';
import { faultAt } from './operator-files.js';
import type { OperatorDocument, OperatorFault } from './operator-files.js';

type Field = Readable<GuidedField>;

/** Keys that say what is typed: a field that takes files has none of them. */
const ofTexts = ['value', 'words', 'list', 'maxLength'] as const;

/** What is wrong with one field, by the key it is about. */
function* wrongWith(field: Field): Generator<[key: string, detail: string]> {
  if ('file' in field) {
    for (const key of ofTexts) if (key in field) yield [key, 'a field for files has none, remove it'];
    return;
  }
  if (!('value' in field)) yield ['value', 'missing, add "value", or "file" where the field takes files'];
  // A misspelt name would leave the field empty without a word.
  const unknown = namesIn(field.value ?? '').filter((name) => !formNames.has(name));
  if (unknown.length > 0) yield ['value', `no value named ${unknown.join(', ')}, see libs/domain/src/form-values.ts`];
}

/** What is wrong with the fields of guided forms that the schema can't tell. */
export function guidedFieldsHoldTogether(
  document: OperatorDocument,
  { channels = [] }: Readable<Platform>,
): OperatorFault[] {
  return channels.flatMap((channel, position) => {
    const at = ['channels', position, 'fields'];
    if (channel?.kind === undefined || !('fields' in channel)) return [];
    if (channel.kind !== 'guided-form') return [faultAt(document, at, 'only a guided-form has them, remove them')];
    return (channel.fields ?? []).flatMap((field, index) =>
      [...wrongWith(field ?? { file: 'evidence' })].map(([key, detail]) =>
        faultAt(document, [...at, index, key], detail),
      ),
    );
  });
}
