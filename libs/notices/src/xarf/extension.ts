import type { StatementKind } from '#libs/domain';
import type { NoticeFacts } from '../notice-facts.js';
import { oneLine } from '../plain-text.js';
import { statementWordings } from '../statement-wordings.js';
import type { Told } from '../told.js';
import type { RedressExtension, XarfRight } from './report.js';

/** A notice about to be reported, with its facts already read once, clean. */
export interface Reported {
  facts: NoticeFacts;
  told: Told;
  site: string | null;
}

export type ReportedListing = Told['listings'][number];

const nameOf: Readonly<Record<StatementKind, RedressExtension['statements'][number]['kind']>> = {
  goodFaith: 'good_faith',
  accuracy: 'accuracy',
  authority: 'authority',
};

const statementsOf = ({ regime, language, statements }: NoticeFacts): RedressExtension['statements'] =>
  statementWordings(regime, language)
    .filter(({ kind }) => statements[kind])
    .map(({ kind, wording }) => ({ kind: nameOf[kind], wording: oneLine(wording) }));

const rightOf = (right: Told['rights'][number]): XarfRight => ({
  kind: right.kind,
  title: right.title,
  registration: right.registration,
  number: right.number ?? undefined,
  office: right.office ?? undefined,
  classes: right.classes.length === 0 ? undefined : right.classes,
  locarno: right.locarno,
  covers: right.covers,
  territories: right.territories,
  valid_from: right.validFrom ?? undefined,
  valid_to: right.validTo ?? undefined,
});

const signatureOf = ({ signature }: Told): RedressExtension['signature'] =>
  signature === null ? undefined : { name: signature.name, capacity: signature.capacity ?? undefined };

const filesOf = ({ files }: Told): RedressExtension['evidence_files'] =>
  files?.map(({ name, sha256, mediaType, size }) => ({ name, sha256, media_type: mediaType, size }));

const listingOf = ({ told }: Reported, position: number): RedressExtension['listing'] => ({
  position,
  of: told.listings.length,
  title: told.listings[position - 1]?.title ?? undefined,
  seller: told.listings[position - 1]?.seller ?? undefined,
});

/** What a takedown notice says beyond XARF's own fields, for the listing at this position, from 1. */
export function redressExtension(reported: Reported, position: number): RedressExtension {
  const { facts, told } = reported;
  return {
    version: 1,
    reference: oneLine(facts.reference),
    ground: told.ground,
    language: told.language,
    regime: { id: told.regime, effective_from: facts.regime.effectiveFrom, citation: oneLine(facts.regime.citation) },
    listing: listingOf(reported, position),
    rights: told.rights.map(rightOf),
    statements: statementsOf(facts),
    signature: signatureOf(told),
    evidence_urls: told.evidence.length === 0 ? undefined : told.evidence,
    evidence_files: filesOf(told),
  };
}
