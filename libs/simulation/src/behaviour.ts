import { Fault } from '#libs/domain';
import type { ErrorCode, FieldFault } from '#libs/domain';
import { readApi } from './api-behaviour.js';
import type { ApiBehaviour } from './api-behaviour.js';
import { answerLanguages } from './words.js';
import type { AnswerLanguage } from './words.js';

/** Errors a mail server can cause; a simulated platform prevents a filing by one of these. */
export const mailErrorCodes = ['ER-60', 'ER-61', 'ER-62', 'ER-63', 'ER-64'] as const satisfies readonly ErrorCode[];
export type MailErrorCode = (typeof mailErrorCodes)[number];

/** What can go wrong on a simulated platform's web form. */
export const portalFailures = [
  'captcha',
  'server-error',
  'session-loss',
  'dead-link',
  'busy',
  'rejects-valid',
  'chinese-only',
  'unconfirmed-filed',
  'unconfirmed-lost',
] as const;
export type PortalFailure = (typeof portalFailures)[number];

/** A simulated platform's web form. */
export interface Portal {
  /** larger files are refused, by a message on the page or by the status 413 */
  uploadBytes: number;
  refusesUploadBy: 'page' | 'status';
  /** share of notices that meet a failure */
  fails: number;
  failures: readonly (readonly [PortalFailure, number])[];
  /** share of those that meet it at the first try alone */
  passes: number;
}

/** Median and sigma (standard deviation of the logarithm) of a log-normal delay, in simulated days. */
export type Delay = readonly [median: number, sigma: number];

/**
 * How a simulated platform treats notices: the truth its measured figures are compared with. Shares and rates lie
 * between 0 and 1.
 */
export interface Behaviour {
  slug: string;
  /** `base`: probability of refusal for the average rights holder; `perRightsHolderSpread`: standard deviation on the logit scale */
  refusal: { base: number; perRightsHolderSpread: number };
  /** 1 = alike items always meet the same fate; 0 = a coin for each item */
  consistency: number;
  /** share of complaints never decided */
  silence: number;
  /** share of refusals with an adequate justification */
  explains: number;
  /** share of refusals with the same words for everybody; what is left states no reason */
  boilerplate: number;
  /** share of answers that carry the machine-readable part */
  structured: number;
  /** share of notices confirmed by an acknowledgement */
  acknowledges: number;
  /** share of notices met by an out-of-office or no-reply mail */
  autoReplies: number;
  /** share of complaints answered first by a request for more */
  needsInfo: number;
  /** share of notices refused at every try, and by which error */
  prevented: { rate: number; codes: readonly (readonly [MailErrorCode, number])[] };
  /** share of notices put off once or twice before they are taken */
  stalls: number;
  /** share of notices taken and returned later by a bounce */
  bounces: number;
  delayDays: { acknowledge: Delay; decide: Delay };
  /** share of removals announced but not carried out */
  claimedNotEffected: number;
  /** weights of the languages answers are written in */
  language: Readonly<Record<AnswerLanguage, number>>;
  /** its web form; null = it has none */
  portal: Portal | null;
  /** what goes wrong at its interface (REST) */
  api: ApiBehaviour;
}

const shares = [
  'consistency',
  'silence',
  'explains',
  'boilerplate',
  'structured',
  'acknowledges',
  'autoReplies',
  'needsInfo',
  'stalls',
  'bounces',
  'claimedNotEffected',
] as const;

/**
 * Reads an operator's description of a simulated platform (config/sandbox, already parsed from YAML).
 * @throws Fault `invalid` that names every field that is missing, unknown or out of range
 */
export function parseBehaviour(value: unknown): Behaviour {
  const read = new Reader();
  const root = read.object(value, '', [
    ...shares,
    'slug',
    'refusal',
    'prevented',
    'delayDays',
    'language',
    'portal',
    'api',
  ]);
  const refusal = read.object(root['refusal'], '/refusal', ['base', 'perRightsHolderSpread']);
  const delays = read.object(root['delayDays'], '/delayDays', ['acknowledge', 'decide']);
  const share = (name: (typeof shares)[number]): number => read.number(root[name], `/${name}`, 1);
  const behaviour: Behaviour = {
    slug: read.slug(root['slug']),
    refusal: {
      base: read.number(refusal['base'], '/refusal/base', 1),
      perRightsHolderSpread: read.number(refusal['perRightsHolderSpread'], '/refusal/perRightsHolderSpread', 10),
    },
    consistency: share('consistency'),
    silence: share('silence'),
    explains: share('explains'),
    boilerplate: share('boilerplate'),
    structured: share('structured'),
    acknowledges: share('acknowledges'),
    autoReplies: share('autoReplies'),
    needsInfo: share('needsInfo'),
    prevented: readPrevented(read, root['prevented']),
    stalls: share('stalls'),
    bounces: share('bounces'),
    delayDays: {
      acknowledge: read.delay(delays['acknowledge'], '/delayDays/acknowledge'),
      decide: read.delay(delays['decide'], '/delayDays/decide'),
    },
    claimedNotEffected: share('claimedNotEffected'),
    language: readLanguage(read, root['language']),
    portal: root['portal'] === undefined ? null : readPortal(read, root['portal']),
    api: readApi(read, root['api']),
  };
  if (behaviour.explains + behaviour.boilerplate > 1 + 1e-9)
    read.fault('/boilerplate', 'explains and boilerplate are shares of the same refusals: together at most 1');
  read.throwIfFaulty(behaviour.slug);
  return behaviour;
}

function readPrevented(read: Reader, value: unknown): Behaviour['prevented'] {
  const { rate, codes } = read.object(value, '/prevented', ['rate', 'codes']);
  const weights = read.object(codes, '/prevented/codes', mailErrorCodes);
  const pairs = mailErrorCodes
    .filter((code) => weights[code] !== undefined)
    .map((code) => [code, read.number(weights[code], `/prevented/codes/${code}`, 1e6)] as const);
  const share = read.number(rate, '/prevented/rate', 1);
  if (share > 0 && !pairs.some(([, weight]) => weight > 0))
    read.fault('/prevented/codes', 'give at least one code with a weight above 0, or the rate 0');
  return { rate: share, codes: pairs };
}

function readPortal(read: Reader, value: unknown): Portal {
  const known = ['uploadBytes', 'refusesUploadBy', 'fails', 'failures', 'passes'];
  const portal = read.object(value, '/portal', known);
  const weights = read.object(portal['failures'], '/portal/failures', portalFailures);
  const failures = portalFailures
    .filter((failure) => weights[failure] !== undefined)
    .map((failure) => [failure, read.number(weights[failure], `/portal/failures/${failure}`, 1e6)] as const);
  const fails = read.number(portal['fails'], '/portal/fails', 1);
  if (fails > 0 && !failures.some(([, weight]) => weight > 0))
    read.fault('/portal/failures', 'give at least one failure with a weight above 0, or fails: 0');
  const { refusesUploadBy } = portal;
  if (refusesUploadBy !== 'page' && refusesUploadBy !== 'status')
    read.fault('/portal/refusesUploadBy', 'must be page or status');
  return {
    uploadBytes: read.number(portal['uploadBytes'], '/portal/uploadBytes', 1e9),
    refusesUploadBy: refusesUploadBy === 'status' ? 'status' : 'page',
    fails,
    failures,
    passes: read.number(portal['passes'], '/portal/passes', 1),
  };
}

function readLanguage(read: Reader, value: unknown): Behaviour['language'] {
  const mix = read.object(value, '/language', answerLanguages);
  const weight = (language: AnswerLanguage): number =>
    mix[language] === undefined ? 0 : read.number(mix[language], `/language/${language}`, 1e6);
  const weights = { en: weight('en'), zh: weight('zh') };
  if (weights.en + weights.zh === 0) read.fault('/language', 'give en or zh a weight above 0');
  return weights;
}

class Reader {
  private readonly faults: FieldFault[] = [];

  fault(pointer: string, detail: string): void {
    this.faults.push({ pointer, code: 'behaviour', detail });
  }

  throwIfFaulty(slug: string): void {
    if (this.faults.length === 0) return;
    const words = this.faults.map((fault) => `${fault.pointer}: ${fault.detail}`).join('; ');
    throw new Fault('invalid', 'behaviour-invalid', `The behaviour "${slug}" can't be used: ${words}.`, this.faults);
  }

  object(value: unknown, pointer: string, known: readonly string[]): Record<string, unknown> {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.fault(pointer, `must be a map of ${known.join(', ')}`);
      return {};
    }
    for (const name of Object.keys(value))
      if (!known.includes(name)) this.fault(`${pointer}/${name}`, `is not known here; known are ${known.join(', ')}`);
    return Object.fromEntries(Object.entries(value));
  }

  number(value: unknown, pointer: string, max: number): number {
    if (typeof value === 'number' && value >= 0 && value <= max) return value;
    this.fault(pointer, `must be a number from 0 to ${max}`);
    return 0;
  }

  slug(value: unknown): string {
    if (typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)) return value;
    this.fault('/slug', 'must be lower-case letters, digits and hyphens');
    return 'unnamed';
  }

  delay(value: unknown, pointer: string): Delay {
    const pair: readonly unknown[] = Array.isArray(value) ? value : [];
    if (pair.length !== 2) this.fault(pointer, 'must be [median in days, sigma]');
    return [this.number(pair[0], `${pointer}/0`, 3650), this.number(pair[1], `${pointer}/1`, 5)];
  }
}
