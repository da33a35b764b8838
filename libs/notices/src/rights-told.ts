import type { OwnerStep, Registration, Right, RightDocument } from '#libs/domain';
import { filled } from './filled.js';
import type { NoticeFacts } from './notice-facts.js';
import { oneLine, orNull } from './plain-text.js';

/** What is said of the register. A work needs no registration, so that of a work only an application is worth a word. */
function registrationTold({ kind, registration }: Right): Exclude<Registration, 'registered'> | undefined {
  if (registration === 'registered') return undefined;
  return registration === 'unregistered' && kind === 'copyright' ? undefined : registration;
}

const isSameOwner = (one: OwnerStep, other: OwnerStep): boolean =>
  oneLine(one.owner).normalize('NFKC').toLowerCase() === oneLine(other.owner).normalize('NFKC').toLowerCase();

/** The chain from the registrant to the present owner; nothing where they are the same. */
function ownersTold({ owners }: Right) {
  const [registrant, present] = [owners[0], owners.at(-1)];
  if (registrant === undefined || present === undefined || isSameOwner(registrant, present)) return [];
  return owners.map(({ owner, since, recordedAs }) => ({
    owner: oneLine(owner),
    since: orNull(since),
    recordedAs: orNull(recordedAs),
  }));
}

/** Papers put into another language for the platform's staff. */
const translationsTold = (documents: readonly RightDocument[]) =>
  documents
    .filter(({ kind }) => kind === 'translation')
    .map(({ title, language }) => ({ title: oneLine(title), language: orNull(language) }));

/** What the platform is told of the rights; see `told`. */
export const rightsTold = ({ rights }: NoticeFacts) =>
  rights.map((right) => ({
    kind: right.kind,
    title: oneLine(right.title),
    registration: registrationTold(right),
    number: orNull(right.number),
    office: orNull(right.office),
    classes: [...right.classes],
    locarno: filled(right.locarno.map(oneLine)),
    covers: orNull(right.covers) ?? undefined,
    territories: filled(right.territories.map(oneLine)),
    validFrom: orNull(right.validFrom),
    validTo: orNull(right.validTo),
    owners: filled(ownersTold(right)),
    translations: filled(translationsTold(right.documents)),
  }));
