export const attributions = ['platform', 'us', 'network', 'unknown'] as const;
export type Attribution = (typeof attributions)[number];

/** PV prevents that channel, PV? prevents provisionally (until the window ends), DL delays, excluded is our own fault. */
export type ErrorClass = 'PV' | 'PV?' | 'DL' | 'excluded';

/**
 * What a state is recognised by: an HTTP status, words (text) or controls (ui) of a form, an error of the network, a mail
 * server's answer or delivery report, a reply, a clock, the language of a page, a document of the platform's, the course of the
 * case, that something is absent, or our own log.
 */
export type ErrorSignal =
  | 'status'
  | 'text'
  | 'ui'
  | 'errno'
  | 'mail'
  | 'reply'
  | 'timer'
  | 'language'
  | 'document'
  | 'case'
  | 'absence'
  | 'own';

/** One error state of the taxonomy. Codes are stable, versioned and never reused. */
export interface ErrorState {
  name: string;
  class: ErrorClass;
  attribution: Attribution;
  /** what a person is told: what happened */
  says: string;
  /** what a person can do about it */
  todo: string;
  signals: readonly ErrorSignal[];
  /** a state that delays, and prevents once it has lasted for the whole window */
  lasting: boolean;
  /** a person or a smaller notice gets past it: it never counts as prevented */
  passable: boolean;
  /** seen from one network alone, nobody can tell the platform's fault from the network's */
  network: boolean;
}
