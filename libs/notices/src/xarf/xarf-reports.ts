import { createHash } from 'node:crypto';
import type { NoticeFacts } from '../notice-facts.js';
import { runningText } from '../plain-text.js';
import { told } from '../told.js';
import { clipped } from './clipped.js';
import { redressExtension } from './extension.js';
import type { Reported, ReportedListing } from './extension.js';
import { mailboxOf } from './mailbox.js';
import { isContact, reportFaults } from './report-schema.js';
import { brandInfringement, copyrightInfringement, hasType, isAboutBrand } from './report-type.js';
import { XARF_VERSION } from './report.js';
import type { LeftOut, XarfContact, XarfEvidence, XarfReport, XarfReports } from './report.js';
import { hostOf, webUri } from './web-uri.js';

const MOST_IN_NAME = 200;
const MOST_IN_DESCRIPTION = 1000;
/** A longer explanation stands in the notice alone: a report is repeated for every listing. */
const MOST_EVIDENCE_BYTES = 32 * 1024;

type Obstacle = Exclude<LeftOut['because'], 'invalid'>;

const reasons: Readonly<Record<Obstacle, string>> = {
  'no-type': 'XARF has no type for complaints on this ground.',
  'no-legitimate-site':
    'XARF requires the address of the rights holder’s own site, and the register does not have it: enter it there.',
  'no-contact':
    'XARF requires an e-mail address of the rights holder, and there is none in the complaint that it takes.',
  'no-web-address': 'XARF takes addresses of web pages only, and the address of this listing is not one.',
};

function reporterOf({ told: { contact, rightsHolder } }: Reported): XarfContact | null {
  const mailbox = mailboxOf(contact.email);
  if (mailbox === null) return null;
  const party = {
    org: clipped(rightsHolder.name, MOST_IN_NAME),
    contact: mailbox.address,
    domain: mailbox.domain,
  };
  return party.org !== '' && isContact(party) ? party : null;
}

/** The whole explanation, where the description had no room for it. */
function explanationEvidence(explanation: string): XarfEvidence[] | undefined {
  const bytes = Buffer.from(explanation);
  const isWhole = clipped(explanation, MOST_IN_DESCRIPTION) === explanation;
  if (isWhole || bytes.length > MOST_EVIDENCE_BYTES) return undefined;
  return [
    {
      content_type: 'text/plain; charset=utf-8',
      description: 'The explanation of the notice in full',
      payload: bytes.toString('base64'),
      hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
      size: bytes.length,
    },
  ];
}

/** What the reports of one notice share. */
interface Groundwork {
  reported: Reported;
  parties: Pick<XarfReport, 'reporter' | 'sender'>;
  reportId: (position: number) => string;
}

function groundworkOf(facts: NoticeFacts, sender: XarfContact): Omit<Groundwork, 'reportId'> | Obstacle {
  if (!hasType(facts.ground)) return 'no-type';
  const site = isAboutBrand(facts.ground) ? webUri(facts.rightsHolder.website ?? '') : null;
  if (isAboutBrand(facts.ground) && site === null) return 'no-legitimate-site';
  const reported = { facts, told: told(facts), site };
  const reporter = reporterOf(reported);
  if (reporter === null) return 'no-contact';
  return { reported, parties: { reporter, sender: { ...sender, org: clipped(sender.org, MOST_IN_NAME) } } };
}

function reportOf(
  { reported, parties, reportId }: Groundwork,
  listing: ReportedListing,
  position: number,
  uri: string,
): XarfReport {
  const { facts, site } = reported;
  const explanation = runningText(facts.explanation);
  const core = {
    xarf_version: XARF_VERSION,
    report_id: reportId(position),
    timestamp: facts.at.toISOString(),
    ...parties,
    source_identifier: hostOf(uri),
    evidence_source: 'rights_holder',
  } as const;
  const rest = {
    description: explanation === '' ? undefined : clipped(explanation, MOST_IN_DESCRIPTION),
    evidence: explanationEvidence(explanation),
    redress: redressExtension(reported, position),
  };
  return site === null
    ? { ...core, ...copyrightInfringement(reported, listing, uri), ...rest }
    : { ...core, ...brandInfringement(reported, listing, { url: uri, site }), ...rest };
}

function outcomeOf(groundwork: Groundwork, listing: ReportedListing, position: number): XarfReport | LeftOut {
  const uri = webUri(listing.url);
  if (uri === null) return leftOut(position, 'no-web-address');
  const report = reportOf(groundwork, listing, position, uri);
  const faults = reportFaults(report);
  if (faults.length === 0) return report;
  return { position, because: 'invalid', why: `The report does not fit the XARF schema: ${faults.join('; ')}.` };
}

const leftOut = (position: number, because: Obstacle): LeftOut => ({ position, because, why: reasons[because] });

/**
 * A notice in the form that abuse desks read by machine: one XARF v4 report per listing, as the specification asks ("one
 * incident = one report"), each valid by the published schema of its type. What can't be said truthfully, or has no type
 * in XARF, is left out with the reason; the notice itself always says everything in words.
 * @param sender who sends the notice, with an address and the domain it can be verified by
 * @param reportId a UUID for the listing at this position, from 1; the same at every try, so that the bytes are the same
 */
export function xarfReports(
  facts: NoticeFacts,
  sender: XarfContact,
  reportId: (position: number) => string,
): XarfReports {
  const groundwork = groundworkOf(facts, sender);
  if (typeof groundwork === 'string')
    return { reports: [], leftOut: facts.items.map((_item, index) => leftOut(index + 1, groundwork)) };
  const outcomes = groundwork.reported.told.listings.map((listing, index) =>
    outcomeOf({ ...groundwork, reportId }, listing, index + 1),
  );
  return {
    reports: outcomes.filter((outcome) => 'report_id' in outcome),
    leftOut: outcomes.filter((outcome) => 'because' in outcome),
  };
}
