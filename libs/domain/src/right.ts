import type { FieldFault } from './fault.js';
import type { Id } from './id.js';
import { isTerritory } from './territory.js';

export const rightKinds = ['trademark', 'copyright', 'design', 'patent'] as const;
export type RightKind = (typeof rightKinds)[number];

/** Why a listing infringes. */
export const grounds = ['counterfeit', 'trademark-use', 'copyright-copy', 'design', 'patent', 'circumvention'] as const;
export type Ground = (typeof grounds)[number];

/** The rights a ground can rest on. Circumvention rests on the copyright in the protected work (17 USC 1201). */
export const rightKindsOfGround: Readonly<Record<Ground, readonly RightKind[]>> = {
  counterfeit: ['trademark'],
  'trademark-use': ['trademark'],
  'copyright-copy': ['copyright'],
  design: ['design'],
  patent: ['patent'],
  circumvention: ['copyright'],
};

export const registrations = ['registered', 'pending', 'unregistered'] as const;
/** Whether an office registered the right; an unregistered one arises from use, publication or creation. */
export type Registration = (typeof registrations)[number];

export const rightDocumentKinds = [
  'certificate',
  'renewal',
  'assignment',
  'licence',
  'translation',
  'evaluation-report',
  'judgment',
  'other',
] as const;
export type RightDocumentKind = (typeof rightDocumentKinds)[number];

/** A paper that proves the right, or a translation of one. */
export interface RightDocument {
  kind: RightDocumentKind;
  title: string;
  /** an evidence file of the workspace, or null where the paper is kept elsewhere */
  fileId: Id | null;
  /** BCP 47 language of the paper, e.g. `zh` */
  language: string | null;
}

/** One owner of the right in the order of time; the last one is the owner today. Dates are calendar dates. */
export interface OwnerStep {
  owner: string;
  since: string | null;
  /** under which number the office recorded the change; null where it was not recorded */
  recordedAs: string | null;
}

/** A trademark, copyright work, design or patent. Dates are calendar dates, `YYYY-MM-DD`. */
export interface Right {
  workspaceId: Id;
  id: Id;
  rightsHolderId: Id;
  kind: RightKind;
  title: string;
  registration: Registration;
  number: string | null;
  office: string | null;
  /** Nice classes, 1 to 45 */
  classes: number[];
  /** Locarno classes, e.g. `02-04` */
  locarno: string[];
  /** the goods, services or claims covered, in words */
  covers: string | null;
  /** where it is in force: ISO 3166-1 alpha-2, or EU, BX, OA; empty = what its office says */
  territories: string[];
  validFrom: string | null;
  validTo: string | null;
  owners: OwnerStep[];
  documents: RightDocument[];
  createdAt: Date;
  updatedAt: Date;
}

/** What is entered of a right. */
export type RightFacts = Omit<Right, 'workspaceId' | 'id' | 'createdAt' | 'updatedAt'>;

/** Whether the right is in force on a calendar day (`YYYY-MM-DD`), as far as the register says. */
export const isInForceOn = (right: Pick<Right, 'validFrom' | 'validTo'>, day: string): boolean =>
  (right.validFrom === null || right.validFrom <= day) && (right.validTo === null || right.validTo >= day);

type Faults = (right: RightFacts) => FieldFault[];

const fault = (isSo: boolean, pointer: string, code: string, detail: string): FieldFault[] =>
  isSo ? [{ pointer, code, detail }] : [];

const classesOfKind: Faults = ({ kind, classes }) => {
  const outside = classes.findIndex((each) => each < 1 || each > 45);
  const isForeign = kind !== 'trademark' && classes.length > 0;
  return [
    ...fault(outside >= 0, `/classes/${outside}`, 'nice-class', 'Nice classes are numbers from 1 to 45.'),
    ...fault(isForeign, '/classes', 'nice-class', `A ${kind} has no Nice classes: leave them out.`),
  ];
};

const locarnoOfDesigns: Faults = ({ kind, locarno }) => {
  const misspelt = locarno.findIndex((each) => !/^\d{2}-\d{2}$/.test(each));
  const isForeign = kind !== 'design' && locarno.length > 0;
  return [
    ...fault(misspelt >= 0, `/locarno/${misspelt}`, 'locarno-class', 'A Locarno class is written like 02-04.'),
    ...fault(isForeign, '/locarno', 'locarno-class', `A ${kind} has no Locarno classes: leave them out.`),
  ];
};

const territoriesKnown: Faults = ({ territories }) => {
  const nowhere = territories.findIndex((each) => !isTerritory(each));
  const detail = 'A territory is a country code like CN, or EU, BX or OA.';
  return fault(nowhere >= 0, `/territories/${nowhere}`, 'territory', detail);
};

const validityInOrder: Faults = ({ validFrom, validTo }) => {
  const isBackward = validFrom !== null && validTo !== null && validFrom > validTo;
  const detail = 'The right ends before it begins: correct one of the two dates.';
  return fault(isBackward, '/validTo', 'validity', detail);
};

const numberFitsRegistration: Faults = ({ registration, number }) => {
  const isBoth = registration === 'unregistered' && number !== null;
  const detail = 'An unregistered right has no number: write registered or pending.';
  return fault(isBoth, '/registration', 'registration', detail);
};

const tests: readonly Faults[] = [
  classesOfKind,
  locarnoOfDesigns,
  territoriesKnown,
  validityInOrder,
  numberFitsRegistration,
];

/** What contradicts itself in a right as it is entered; pointers are those of the request that enters it. */
export const rightFaults = (right: RightFacts): FieldFault[] => tests.flatMap((test) => test(right));
