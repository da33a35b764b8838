import { deskOf, holdIn, isInForceOn, rightKindsOfGround, territoriesOf } from '#libs/domain';
import type { Right, VerificationStatus } from '#libs/domain';
import { isBlank, oneLine } from '../plain-text.js';
import { SOON_DAYS, dayAfter, named } from './finding.js';
import type { Finding } from './finding.js';
import type { PreflightFacts } from './preflight-facts.js';

type RightTest = (right: Right, at: { facts: PreflightFacts; pointer: string }) => Finding[];

const validity: RightTest = (right, { facts: { day }, pointer }) => {
  const values = { title: named(right.title), from: right.validFrom ?? '', to: right.validTo ?? '' };
  if (right.validFrom !== null && right.validFrom > day) {
    const detail = `"${values.title}" is in force only from ${values.from}. Rely on a right in force today.`;
    return [{ code: 'right-not-yet-in-force', severity: 'refusal', pointer, detail, values, reason: 'RR-13' }];
  }
  if (!isInForceOn(right, day)) {
    const detail = `"${values.title}" expired on ${values.to}. If it was renewed, record the renewal; else rely on another right.`;
    return [{ code: 'right-expired', severity: 'refusal', pointer, detail, values, reason: 'RR-13' }];
  }
  if (right.validTo === null || right.validTo > dayAfter(day, SOON_DAYS)) return [];
  const detail = `"${values.title}" expires on ${values.to}: the platform may decide after that day. Record the renewal.`;
  return [{ code: 'right-expires-soon', severity: 'advice', pointer, detail, values }];
};

/** A work is protected before any office has seen it (Berne Convention Art. 5(2)): its application takes nothing away. */
const pending: RightTest = (right, { pointer }) => {
  if (right.registration !== 'pending' || right.kind === 'copyright') return [];
  const values = { title: named(right.title) };
  const detail = `"${values.title}" is an application, not a registration. Platforms refuse applications: wait for the registration, or rely on another right.`;
  return [{ code: 'right-pending', severity: 'refusal', pointer, detail, values, reason: 'RR-13' }];
};

const spelled = (name: string): string => oneLine(name.normalize('NFKC')).toLowerCase();

/** Whom the office has on record: the last owner it recorded, the first of all being its registrant. */
const registrant = ({ owners }: Right): string | undefined =>
  owners.findLast(({ recordedAs }, position) => position === 0 || !isBlank(recordedAs))?.owner;

/** No office records who owns an unregistered right. */
const ownership: RightTest = (right, { facts: { rightsHolder }, pointer }) => {
  const isHolder = (owner: string): boolean => spelled(owner) === spelled(rightsHolder.name);
  const today = right.owners.at(-1)?.owner;
  const onRecord = right.registration === 'unregistered' ? today : registrant(right);
  const other = [today, onRecord].find((owner) => owner !== undefined && !isHolder(owner));
  if (today === undefined || other === undefined) return [];
  const values = { title: named(right.title), owner: named(other), holder: named(rightsHolder.name) };
  const detail = isHolder(today)
    ? `The transfer of "${values.title}" from ${values.owner} to ${values.holder} is not recorded at the office. Record it there, and its number here.`
    : `The owner of "${values.title}" on record is ${values.owner}, not ${values.holder}. Record the transfer to ${values.holder}, or file for ${values.owner}.`;
  return [{ code: 'right-other-owner', severity: 'refusal', pointer, detail, values, reason: 'RR-16' }];
};

function statusOf(right: Right, { platform, verifications }: PreflightFacts): VerificationStatus {
  const desk = deskOf(platform);
  return verifications.find((each) => each.rightId === right.id && each.desk === desk)?.status ?? 'not-submitted';
}

const verification: RightTest = (right, { facts, pointer }) => {
  const { platform } = facts;
  const status = statusOf(right, facts);
  if (platform.gate.rightVerified !== true || status === 'verified') return [];
  const values = { title: named(right.title), platform: platform.name, status };
  const detail = `${platform.name} takes complaints only about rights it has verified; "${values.title}" stands as "${status}". Submit its documents there, and record the answer with the right.`;
  return [{ code: 'right-not-verified', severity: 'refusal', pointer, detail, values, reason: 'RR-12' }];
};

/** A desk that has verified the right has seen its certificate, and of a right never registered there is none. */
const certificate: RightTest = (right, { facts, pointer }) => {
  const { platform } = facts;
  const isAsked = platform.gate.rightVerified === true && statusOf(right, facts) !== 'verified';
  const exists = right.registration === 'registered' && right.kind !== 'copyright';
  if (!isAsked || !exists || right.documents.some(({ kind }) => kind === 'certificate')) return [];
  const values = { title: named(right.title), platform: platform.name };
  const detail = `No certificate is among the documents of "${values.title}", and ${platform.name} asks for one. Add it to the right.`;
  return [{ code: 'certificate-missing', severity: 'advice', pointer, detail, values, reason: 'RR-12' }];
};

/** `zh` of `zh-Hans-CN` (BCP 47). */
const primary = (language: string): string => oneLine(language).toLowerCase().split(/[-_]/)[0] ?? '';

/**
 * Papers in a language the platform does not read, without a translation into one that it does. A desk that has verified the
 * right has accepted them; a platform without one sees them only where it asks.
 */
const translation: RightTest = (right, { facts, pointer }) => {
  const { platform } = facts;
  const read = (language: string | null): boolean =>
    language === null || isBlank(language) || platform.languages.some((known) => known === primary(language));
  const translated = right.documents.some(({ kind, language }) => kind === 'translation' && read(language));
  const foreign = right.documents.find(({ kind, language }) => kind !== 'translation' && !read(language));
  if (foreign === undefined || translated || statusOf(right, facts) === 'verified') return [];
  const severity = platform.gate.rightVerified === true ? 'refusal' : 'advice';
  const values = { title: named(right.title), document: named(foreign.title), language: named(foreign.language ?? '') };
  const detail = `The document "${values.document}" of "${values.title}" is in ${values.language}, which ${platform.name} does not read. Add a translation into ${platform.languages.join(' or ')}.`;
  return [{ code: 'translation-missing', severity, pointer, detail, values, reason: 'RR-27' }];
};

/**
 * Each listing is decided on by itself: a right must hold where that one is offered. Copyright is protected in nearly every
 * country without registration (Berne Convention Art. 5).
 */
const territory: RightTest = (right, { facts: { seen }, pointer }) => {
  if (right.kind === 'copyright') return [];
  const held = territoriesOf(right);
  const missed = seen.filter(({ markets }) => markets.length > 0 && !holdIn(held, markets));
  if (missed.length === 0) return [];
  const markets = [...new Set(missed.flatMap((listing) => listing.markets))].join(', ');
  const values = { title: named(right.title), held: held.join(', '), markets, listings: missed.length };
  if (held.length === 0) {
    const detail = `Where "${values.title}" is in force is not recorded, and platforms compare it with where listings are offered (${markets}). Record its territories.`;
    return [{ code: 'territory-unknown', severity: 'advice', pointer, detail, values }];
  }
  const detail = `"${values.title}" is in force in ${values.held}, which does not reach ${missed.length} of ${seen.length} listings (offered in ${markets}). Rely on a right that is in force there.`;
  return [{ code: 'wrong-territory', severity: 'refusal', pointer, detail, values, reason: 'RR-14' }];
};

const classes: RightTest = (right, { facts: { goodsClasses, ground }, pointer }) => {
  if (right.kind !== 'trademark' || !rightKindsOfGround[ground].includes('trademark')) return [];
  const values = { title: named(right.title), covered: right.classes.join(', '), offered: goodsClasses.join(', ') };
  if (right.classes.length === 0) {
    const detail = `The Nice classes of "${values.title}" are not recorded. Platforms compare them with the goods: record them.`;
    return [{ code: 'class-unknown', severity: 'advice', pointer, detail, values }];
  }
  if (goodsClasses.length === 0 || goodsClasses.some((each) => right.classes.includes(each))) return [];
  const detail = `"${values.title}" covers the Nice classes ${values.covered}, the goods offered are in ${values.offered}. Rely on a right that covers them.`;
  return [{ code: 'wrong-class', severity: 'refusal', pointer, detail, values, reason: 'RR-15' }];
};

const tests: readonly RightTest[] = [
  validity,
  pending,
  ownership,
  verification,
  certificate,
  translation,
  territory,
  classes,
];

/** What speaks against each right the complaint rests on. */
export const rightsFindings = (facts: PreflightFacts): Finding[] =>
  facts.rights.flatMap((right, position) =>
    tests.flatMap((test) => test(right, { facts, pointer: `/rightIds/${position}` })),
  );
