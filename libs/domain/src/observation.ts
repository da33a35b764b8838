import type { Id } from './id.js';

export const observationStates = ['up', 'down', 'geo-down', 'altered', 'relisted', 'unobservable'] as const;
/**
 * What we saw of a listing. `relisted`: up again at the same address after it was down; `geo-down`: kept from visitors of our
 * country alone; `altered`: something else stands at the address now; `unobservable`: the page told nothing certain.
 */
export type ObservationState = (typeof observationStates)[number];

/** Why a look ended in its state. */
export const observationGrounds = [
  'page-shown',
  'not-modified',
  'not-found',
  'sent-elsewhere',
  'says-gone',
  'legal-block',
  'says-blocked-here',
  'content-changed',
  'title-gone',
  'seen-by-person',
  'refused',
  'captcha',
  'login',
  'rate-limited',
  'server-error',
  'unexpected-status',
  'timeout',
  'unreachable',
  'robots',
  'private-address',
  'redirects',
  'script-only',
  'mixed-signs',
  'other-address',
] as const;
export type ObservationGround = (typeof observationGrounds)[number];

/** What is kept of a page to recognise it by: a title, and a text in 64 bits (16 hexadecimal digits). */
export interface PageFingerprint {
  title: string;
  text: string;
  /** whether the title that was reported stood on the page; null where none was reported */
  titleFound: boolean | null;
}

/** What we saw of a listing, at one instant, with the evidence. Never changed after it is stored. */
export interface Observation {
  workspaceId: Id;
  id: Id;
  itemId: Id;
  state: ObservationState;
  at: Date;
  source: 'fetch' | 'person';
  ground: ObservationGround;
  recordedAt: Date;
  recordedBy: string;
  /** where the look ended, after redirects */
  finalUrl: string | null;
  status: number | null;
  etag: string | null;
  lastModified: string | null;
  /** SHA-256 of the body, hex */
  sha256: string | null;
  fingerprint: PageFingerprint | null;
  note: string | null;
  /** the beginning of the body, kept where the state changed */
  documentId: Id | null;
  /** a screenshot, as evidence file */
  fileId: Id | null;
}
