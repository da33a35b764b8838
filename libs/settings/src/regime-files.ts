import { elementIds, statementKinds } from '#libs/domain';
import type { ElementId, Regime, StatementKind } from '#libs/domain';
import { compiled, forReaders, inEveryLanguage, shaped, someText } from './operator-files-schema.js';
import type { Readable } from './operator-files-schema.js';
import { faultAt, readOperatorFiles, throwAll } from './operator-files.js';
import type { OperatorDocument, OperatorFault } from './operator-files.js';

/** Lower case words joined by hyphens, as in file names and addresses. */
export const identifier = {
  type: 'string',
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
  description: 'lower-case letters and digits joined by hyphens',
};

const isRegime = compiled<Regime>({
  type: 'object',
  additionalProperties: false,
  required: ['id', 'effectiveFrom', 'name', 'citation', 'elements', 'statements'],
  properties: {
    id: identifier,
    effectiveFrom: { type: 'string', format: 'calendar-date', description: 'a calendar date, YYYY-MM-DD' },
    name: inEveryLanguage,
    citation: someText,
    elements: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'hook', 'label', 'remedy'],
        properties: { id: { enum: elementIds }, hook: someText, label: forReaders, remedy: forReaders },
      },
    },
    statements: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['kind', 'wording'],
        properties: { kind: { enum: statementKinds }, wording: inEveryLanguage },
      },
    },
  },
});

/** The statement that an element of the checklist asks for. */
const statementOfElement: Readonly<Partial<Record<ElementId, StatementKind>>> = {
  'good-faith': 'goodFaith',
  accuracy: 'accuracy',
  authority: 'authority',
};

type Check = (document: OperatorDocument, regime: Readable<Regime>) => OperatorFault[];

const idsOfElements = (regime: Readable<Regime>) => (regime.elements ?? []).map((element) => element?.id);
const kindsOfStatements = (regime: Readable<Regime>) => (regime.statements ?? []).map((statement) => statement?.kind);

/** An element that asks for a confirmation needs the words to confirm. */
const elementsHaveWords: Check = (document, regime) =>
  idsOfElements(regime).flatMap((id, position) => {
    const kind = id === undefined ? undefined : statementOfElement[id];
    if (kind === undefined || kindsOfStatements(regime).includes(kind)) return [];
    return [faultAt(document, ['elements', position, 'id'], `no wording for "${kind}", add it to statements`)];
  });

/** Words that nobody asks for are a mistake. */
const wordsHaveElements: Check = (document, regime) => {
  const asked = idsOfElements(regime).map((id) => (id === undefined ? undefined : statementOfElement[id]));
  return kindsOfStatements(regime).flatMap((kind, position) => {
    if (kind === undefined || asked.includes(kind)) return [];
    const detail = `no element asks for "${kind}", add the element or remove it`;
    return [faultAt(document, ['statements', position, 'kind'], detail)];
  });
};

const positionsOfRepeats = (values: readonly (string | undefined)[]): number[] =>
  values.flatMap((value, position) => (value !== undefined && values.indexOf(value) < position ? [position] : []));

const nothingTwice: Check = (document, regime) => [
  ...positionsOfRepeats(idsOfElements(regime)).map((position) =>
    faultAt(document, ['elements', position, 'id'], 'the element stands twice, remove one'),
  ),
  ...positionsOfRepeats(kindsOfStatements(regime)).map((position) =>
    faultAt(document, ['statements', position, 'kind'], 'the statement stands twice, remove one'),
  ),
];

const checks: readonly Check[] = [elementsHaveWords, wordsHaveElements, nothingTwice];

/** Each version of a regime is described once. */
function repeatedVersions(
  documents: readonly OperatorDocument[],
  regimes: readonly Readable<Regime>[],
): OperatorFault[] {
  const versions = regimes.map(({ id, effectiveFrom }) =>
    id === undefined || effectiveFrom === undefined ? undefined : `${id} of ${effectiveFrom}`,
  );
  return positionsOfRepeats(versions).flatMap((position) => {
    const [document, earlier] = [documents[position], documents[versions.indexOf(versions[position])]];
    if (document === undefined || earlier === undefined) return [];
    const where = `${earlier.file}:${earlier.lineOf(['id'])}`;
    return [
      faultAt(document, ['effectiveFrom'], `"${versions[position] ?? ''}" stands already in ${where}, change one`),
    ];
  });
}

/** Reads regimes and collects the faults; for loaders that want to name the faults of several folders at once. */
export function readRegimes(dir: string): { regimes: Regime[]; faults: OperatorFault[] } {
  const { documents, faults } = readOperatorFiles(dir);
  const read = documents.map((document) => shaped(document, isRegime));
  const readable = read.map((regime) => regime.readable);
  const furtherFaults = documents.flatMap((document, position) => {
    const regime = readable[position] ?? {};
    return checks.flatMap((check) => check(document, regime));
  });
  return {
    regimes: read.flatMap(({ whole }) => whole ?? []),
    faults: [
      ...faults,
      ...read.flatMap((one) => one.faults),
      ...furtherFaults,
      ...repeatedVersions(documents, readable),
    ],
  };
}

/**
 * The regimes an operator describes in a folder (config/regimes), every version of each.
 * @throws OperatorFileError naming every fault as `file:line: path: what, remedy`
 */
export function loadRegimes(dir: string): Regime[] {
  const { regimes, faults } = readRegimes(dir);
  throwAll(faults);
  return regimes;
}
