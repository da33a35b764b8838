import { observationGrounds, observationStates } from '#libs/domain';
import type { Observation, ObservationState } from '#libs/domain';
import { IdField, Instant, OneOf, Text } from '../http/field.js';
import { ShowsFlag, ShowsInstant, ShowsNumber, ShowsOneOf, ShowsParts, ShowsText } from '../http/shown.js';

export class ObservationInput {
  @OneOf(observationStates) state!: ObservationState;
  @Instant({ description: 'when it was seen' }) at!: Date;
  @Text({ optional: true, max: 2000, lines: true }) note?: string;
  @IdField({ optional: true, description: 'a screenshot that was added as a file (POST /files)' }) fileId?: string;
}

export class ObservationView {
  @ShowsText() id!: string;
  @ShowsOneOf(observationStates) state!: string;
  @ShowsOneOf(observationGrounds) ground!: string;
  @ShowsInstant() at!: Date;
  @ShowsOneOf(['fetch', 'person']) source!: string;
  @ShowsText() recordedBy!: string;
  @ShowsInstant() recordedAt!: Date;
  @ShowsText({ nullable: true }) finalUrl!: string | null;
  @ShowsNumber({ nullable: true }) status!: number | null;
  @ShowsText({ nullable: true }) sha256!: string | null;
  @ShowsText({ nullable: true }) note!: string | null;
  @ShowsText({ nullable: true }) documentId!: string | null;
  @ShowsText({ nullable: true }) fileId!: string | null;
}

export class ObservationsView {
  @ShowsParts(() => ObservationView) data!: ObservationView[];
}

/** What is known of one listing on the web. */
export class ListingFactsView {
  @ShowsInstant({ nullable: true }) lastSeenUp!: Date | null;
  @ShowsInstant({ nullable: true }) firstSeenDown!: Date | null;
  @ShowsInstant({ nullable: true }) relistedAt!: Date | null;
  /** the platform says removed, and it was seen up after that and never down */
  @ShowsFlag() claimedButUp!: boolean;
  @ShowsInstant({ nullable: true }) lookedAt!: Date | null;
  @ShowsInstant({ nullable: true }) nextLookAt!: Date | null;
  @ShowsFlag() lookAsked!: boolean;
}

export const observationView = (observation: Observation): ObservationView => ({
  id: observation.id,
  state: observation.state,
  ground: observation.ground,
  at: observation.at,
  source: observation.source,
  recordedBy: observation.recordedBy,
  recordedAt: observation.recordedAt,
  finalUrl: observation.finalUrl,
  status: observation.status,
  sha256: observation.sha256,
  note: observation.note,
  documentId: observation.documentId,
  fileId: observation.fileId,
});
