import type { Language, ReaderLanguage } from './language.js';

/** One element a notice must contain. `id` is stable across versions, e.g. `signature`. */
export interface RegimeElement {
  id: ElementId;
  /** the provision that asks for it, e.g. `17 USC 512(c)(3)(A)(i)` */
  hook: string;
  label: Readonly<Record<ReaderLanguage, string>>;
  /** what the filer must do when it is missing */
  remedy: Readonly<Record<ReaderLanguage, string>>;
}

/**
 * The facts of a complaint that an element can ask for; libs/notices has one test per element. An unknown id in a
 * regime file is a fault at boot.
 */
export const elementIds = [
  'signature',
  'right-identified',
  'right-registered',
  'right-in-force',
  'listing-located',
  'contact-address',
  'contact-email',
  'contact-name',
  'explanation',
  'good-faith',
  'accuracy',
  'authority',
  'identity-proof',
  'prima-facie-evidence',
  'postal-address',
  'right-documented',
  'classes-identified',
  'comparison',
  'evaluation-report',
  'power-of-attorney',
] as const;
export type ElementId = (typeof elementIds)[number];

export interface RegimeStatement {
  kind: StatementKind;
  wording: Record<Language, string>;
}

export const statementKinds = ['goodFaith', 'accuracy', 'authority'] as const;
export type StatementKind = (typeof statementKinds)[number];

/** The law or policy a notice must satisfy, in one effective-dated version (config/regimes). */
export interface Regime {
  id: string;
  /** calendar date from which this version applies */
  effectiveFrom: string;
  name: Record<Language, string>;
  citation: string;
  elements: readonly RegimeElement[];
  statements: readonly RegimeStatement[];
}
