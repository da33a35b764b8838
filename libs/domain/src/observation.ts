import type { Id } from './id.js';

export const observationStates = ['up', 'down', 'geo-down', 'altered', 'relisted', 'unobservable'] as const;
export type ObservationState = (typeof observationStates)[number];

/** What we saw of a listing, at one instant. */
export interface Observation {
  workspaceId: Id;
  id: Id;
  itemId: Id;
  state: ObservationState;
  at: Date;
  source: string;
}
