import { deskOf, holdIn, isInForceOn, rightKindsOfGround, territoriesOf } from '#libs/domain';
import type { Right } from '#libs/domain';
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

const pending: RightTest = (right, { pointer }) => {
  if (right.registration !== 'pending') return [];
  const values = { title: named(right.title) };
  const detail = `"${values.title}" is an application, not a registration. Platforms refuse applications: wait for the registration, or rely on another right.`;
  return [{ code: 'right-pending', severity: 'refusal', pointer, detail, values, reason: 'RR-13' }];
};

const sameName = (one: string, other: string): boolean =>
  one.normalize('NFKC').trim().toLowerCase() === other.normalize('NFKC').trim().toLowerCase();

const ownership: RightTest = (right, { facts: { rightsHolder }, pointer }) => {
  const owner = right.owners.at(-1);
  if (owner === undefined) return [];
  const values = { title: named(right.title), owner: named(owner.owner), holder: named(rightsHolder.name) };
  const isOther = !sameName(owner.owner, rightsHolder.name);
  if (!isOther && (right.owners.length === 1 || owner.recordedAs !== null)) return [];
  const detail = isOther
    ? `The owner of "${values.title}" on record is ${values.owner}, not ${values.holder}. Record the transfer to ${values.holder}, or file for ${values.owner}.`
    : `The transfer of "${values.title}" to ${values.holder} is not recorded at the office. Record it there, and its number here.`;
  return [{ code: 'right-other-owner', severity: 'refusal', pointer, detail, values, reason: 'RR-16' }];
};

const verification: RightTest = (right, { facts: { platform, verifications }, pointer }) => {
  if (platform.gate.rightVerified !== true) return [];
  const desk = deskOf(platform);
  const found = verifications.find((each) => each.rightId === right.id && each.desk === desk);
  if (found?.status === 'verified') return [];
  const values = { title: named(right.title), platform: platform.name, status: found?.status ?? 'not-submitted' };
  const detail = `${platform.name} takes complaints only about rights it has verified; "${values.title}" stands as "${values.status}". Submit its documents there, and record the answer with the right.`;
  return [{ code: 'right-not-verified', severity: 'refusal', pointer, detail, values, reason: 'RR-12' }];
};

const certificate: RightTest = (right, { facts: { platform }, pointer }) => {
  const isAsked = platform.gate.rightVerified === true && right.kind !== 'copyright';
  if (!isAsked || right.documents.some(({ kind }) => kind === 'certificate')) return [];
  const values = { title: named(right.title), platform: platform.name };
  const detail = `No certificate is among the documents of "${values.title}", and ${platform.name} asks for one. Add it to the right.`;
  return [{ code: 'certificate-missing', severity: 'advice', pointer, detail, values, reason: 'RR-12' }];
};

/** Papers in a language the platform does not read, without a translation into one that it does. */
const translation: RightTest = (right, { facts: { platform }, pointer }) => {
  const read = (language: string | null): boolean =>
    language === null || platform.languages.some((known) => language.toLowerCase().startsWith(known));
  const translated = right.documents.some(({ kind, language }) => kind === 'translation' && read(language));
  const foreign = right.documents.find(({ kind, language }) => kind !== 'translation' && !read(language));
  if (foreign === undefined || translated) return [];
  const values = { title: named(right.title), document: named(foreign.title), language: foreign.language ?? '' };
  const detail = `The document "${values.document}" of "${values.title}" is in ${values.language}, which ${platform.name} does not read. Add a translation into ${platform.languages.join(' or ')}.`;
  return [{ code: 'translation-missing', severity: 'refusal', pointer, detail, values, reason: 'RR-27' }];
};

/** Copyright is protected in nearly every country without registration (Berne Convention Art. 5). */
const territory: RightTest = (right, { facts: { seen }, pointer }) => {
  const markets = [...new Set(seen.flatMap((listing) => listing.markets))];
  if (right.kind === 'copyright' || markets.length === 0) return [];
  const held = territoriesOf(right);
  const values = { title: named(right.title), held: held.join(', '), markets: markets.join(', ') };
  if (held.length === 0) {
    const detail = `Where "${values.title}" is in force is not recorded; these listings are offered in ${values.markets}. Record its territories.`;
    return [{ code: 'territory-unknown', severity: 'advice', pointer, detail, values }];
  }
  if (holdIn(held, markets)) return [];
  const detail = `"${values.title}" is in force in ${values.held}, and these listings are offered in ${values.markets}. Rely on a right that is in force there.`;
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
