import { filled } from './filled.js';
import type { NoticeFacts } from './notice-facts.js';
import { oneLine, orNull, runningText, visibleAddress } from './plain-text.js';
import { powersTold } from './powers-told.js';
import { rightsTold } from './rights-told.js';
import { statementWordings } from './statement-wordings.js';

/**
 * What the platform is told, cleaned, and nothing else: the one reading of the facts behind both the rendered notice and
 * its hash, so that two notices with the same hash read the same but for reference and date. Facts that notices could not
 * hold at first are undefined where they are absent, which canonical JSON leaves out: the hashes of filings made before
 * then stay what they were.
 */
export function told(facts: NoticeFacts) {
  return {
    platform: facts.platform.slug,
    regime: facts.regime.id,
    ground: facts.ground,
    language: facts.language,
    rightsHolder: rightsHolderTold(facts),
    powers: filled(powersTold(facts)),
    rights: rightsTold(facts),
    listings: listingsTold(facts),
    goodsClasses: filled(facts.goodsClasses),
    explanation: runningText(facts.explanation),
    evidence: facts.evidenceUrls.map(visibleAddress),
    files: filled(filesTold(facts)),
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

function listingsTold({ items }: NoticeFacts) {
  return items.map((item) => ({
    url: visibleAddress(item.url),
    title: orNull(item.title),
    seller: orNull(item.seller),
  }));
}

function filesTold({ evidenceFiles }: NoticeFacts) {
  return evidenceFiles.map((file) => ({
    name: oneLine(file.name),
    sha256: file.sha256,
    mediaType: oneLine(file.mediaType),
    size: file.size,
    capturedAt: file.capturedAt?.toISOString(),
  }));
}

function signatureTold({ signature }: NoticeFacts) {
  const name = orNull(signature?.name ?? null);
  return name === null ? null : { name, capacity: orNull(signature?.capacity ?? null) };
}
