import type { NoticeFacts } from './notice-facts.js';
import { oneLine, orNull, runningText, visibleAddress } from './plain-text.js';
import { statementWordings } from './statement-wordings.js';

/**
 * What the platform is told, cleaned, and nothing else: the one reading of the facts behind both the rendered notice and
 * its hash, so that two notices with the same hash read the same but for reference and date.
 */
export function told(facts: NoticeFacts) {
  return {
    platform: facts.platform.slug,
    regime: facts.regime.id,
    ground: facts.ground,
    language: facts.language,
    rightsHolder: rightsHolderTold(facts),
    rights: rightsTold(facts),
    listings: listingsTold(facts),
    explanation: runningText(facts.explanation),
    evidence: facts.evidenceUrls.map(visibleAddress),
    statements: statementWordings(facts.regime, facts.language)
      .filter(({ kind }) => facts.statements[kind])
      .map(({ wording }) => oneLine(wording)),
    signature: signatureTold(facts),
    contact: {
      name: orNull(facts.contact.name),
      address: orNull(facts.contact.address),
      phone: orNull(facts.contact.phone),
      email: orNull(facts.contact.email),
    },
  };
}

export type Told = ReturnType<typeof told>;

function rightsHolderTold({ rightsHolder }: NoticeFacts) {
  return {
    name: oneLine(rightsHolder.name),
    address: orNull(rightsHolder.address),
    country: orNull(rightsHolder.country),
  };
}

function rightsTold({ rights }: NoticeFacts) {
  return rights.map((right) => ({
    kind: right.kind,
    title: oneLine(right.title),
    number: orNull(right.number),
    office: orNull(right.office),
    classes: [...right.classes],
    validFrom: orNull(right.validFrom),
    validTo: orNull(right.validTo),
  }));
}

function listingsTold({ items }: NoticeFacts) {
  return items.map((item) => ({
    url: visibleAddress(item.url),
    title: orNull(item.title),
    seller: orNull(item.seller),
  }));
}

function signatureTold({ signature }: NoticeFacts) {
  const name = orNull(signature?.name ?? null);
  return name === null ? null : { name, capacity: orNull(signature?.capacity ?? null) };
}
