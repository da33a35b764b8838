import type {
  OwnerInput,
  Registration,
  RightDocumentInput,
  RightDocumentKind,
  RightFacts,
  RightInput,
  RightKind,
  RightView,
} from '../../api/types.js';
import { classesOf } from '../../forms/nice-classes.js';
import { locarnoClassesOf, territoriesOf } from './codes.js';
import { filled } from './filled.js';

type RightText =
  'title' | 'number' | 'office' | 'classes' | 'locarno' | 'covers' | 'territories' | 'validFrom' | 'validTo';

/** An owner as entered; `key` tells the rows of a list apart while they are moved and removed. */
export interface OwnerEntry {
  key: number;
  owner: string;
  since: string;
  recordedAs: string;
}

export interface DocumentEntry {
  key: number;
  kind: RightDocumentKind;
  title: string;
  language: string;
  fileId: string | null;
}

/** A right as it stands in the form: texts as typed. */
export interface RightEntry {
  kind: RightKind;
  /** null: follows the number, as the server would */
  registration: Registration | null;
  texts: Record<RightText, string>;
  owners: OwnerEntry[];
  documents: DocumentEntry[];
}

let last = 0;

export const newOwner = (owner = ''): OwnerEntry => ({ key: (last += 1), owner, since: '', recordedAs: '' });

export const newDocument = (part: Partial<DocumentEntry> = {}): DocumentEntry => ({
  kind: 'certificate',
  title: '',
  language: '',
  fileId: null,
  ...part,
  key: (last += 1),
});

const noTexts: RightEntry['texts'] = {
  title: '',
  number: '',
  office: '',
  classes: '',
  locarno: '',
  covers: '',
  territories: '',
  validFrom: '',
  validTo: '',
};

export const emptyRight = (kind: RightKind): RightEntry => ({
  kind,
  registration: null,
  texts: noTexts,
  owners: [],
  documents: [],
});

export const entryOf = (right: RightView): RightEntry => ({
  kind: right.kind,
  registration: right.registration,
  texts: {
    title: right.title,
    number: right.number ?? '',
    office: right.office ?? '',
    classes: right.classes.join(', '),
    locarno: right.locarno.join(', '),
    covers: right.covers ?? '',
    territories: right.territories.join(', '),
    validFrom: right.validFrom ?? '',
    validTo: right.validTo ?? '',
  },
  owners: right.owners.map(({ owner, since, recordedAs }) => ({
    ...newOwner(owner),
    since: since ?? '',
    recordedAs: recordedAs ?? '',
  })),
  documents: right.documents.map(({ kind, title, language, fileId }) =>
    newDocument({ kind, title, language: language ?? '', fileId }),
  ),
});

/** A right with a number is a registered one until something else is chosen. */
export const registrationOf = ({ registration, texts }: RightEntry): Registration =>
  registration ?? (texts.number.trim() === '' ? 'unregistered' : 'registered');

const ownerInput = ({ owner, since, recordedAs }: OwnerEntry): OwnerInput => ({
  owner: owner.trim(),
  ...filled({ since, recordedAs }),
});

const documentInput = ({ kind, title, language, fileId }: DocumentEntry): RightDocumentInput => ({
  kind,
  title: title.trim(),
  ...filled({ language }),
  ...(fileId === null ? {} : { fileId }),
});

/** Every field of a right, as it replaces what stands there; what its kind does not have is left out. */
export function toFacts(entry: RightEntry): RightFacts {
  const { kind, texts } = entry;
  const { number, office, covers, validFrom, validTo } = texts;
  return {
    kind,
    title: texts.title.trim(),
    registration: registrationOf(entry),
    ...filled({ number, office, covers, validFrom, validTo }),
    classes: kind === 'trademark' ? (classesOf(texts.classes) ?? []).toSorted((one, other) => one - other) : [],
    locarno: kind === 'design' ? (locarnoClassesOf(texts.locarno) ?? []) : [],
    territories: territoriesOf(texts.territories),
    owners: entry.owners.map(ownerInput),
    documents: entry.documents.map(documentInput),
  };
}

export const toInput = (entry: RightEntry, rightsHolderId: string): RightInput => ({
  ...toFacts(entry),
  rightsHolderId,
});
