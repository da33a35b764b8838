/**
 * The shapes of /api/v1 by the names the pages use; `schema.d.ts` is generated from docs/openapi.json and is where they are
 * written down. Instants are ISO 8601 in UTC, calendar dates `YYYY-MM-DD`, proportions between 0 and 1.
 */
import type { components, operations } from './schema.js';

type Schemas = components['schemas'];

export type Problem = Schemas['Problem'];
export type SessionView = Schemas['SessionView'];
export type PlatformView = Schemas['PlatformView'];
export type PlatformGround = Schemas['GroundView'];
export type RightsHolderView = Schemas['RightsHolderView'];
export type RightsHolderInput = Schemas['RightsHolderInput'];
export type RightView = Schemas['RightView'];
export type RightInput = Schemas['RightInput'];
export type RightFacts = Schemas['RightFacts'];
export type RightsQuery = NonNullable<operations['Rights_list']['parameters']['query']>;
export type OwnerInput = Schemas['OwnerInput'];
export type RightDocumentInput = Schemas['RightDocumentInput'];
export type PowerView = Schemas['PowerView'];
export type PowerInput = Schemas['PowerInput'];
export type VerificationView = Schemas['VerificationView'];
export type VerificationInput = Schemas['VerificationInput'];
export type ExpiryView = Schemas['ExpiryView'];
export type FileView = Schemas['FileView'];

export type RecognisedView = Schemas['RecognisedView'];
export type DraftView = Schemas['DraftView'];
export type DraftAnswers = Schemas['DraftAnswers'];
export type TemplateView = Schemas['TemplateView'];
export type RulesBody = Schemas['RulesBody'];
export type CheckInput = Schemas['CheckInput'];
export type SubmitInput = Schemas['SubmitInput'];
export type DraftComplaintInput = Schemas['DraftComplaintInput'];
export type CheckView = Schemas['CheckView'];
export type Finding = Schemas['FindingView'];

export type WebhookView = Schemas['WebhookView'];
export type WebhookInput = Schemas['WebhookInput'];
export type WebhookEvent = WebhookView['events'][number];
export type WebhookDeliveryView = Schemas['WebhookDeliveryView'];

export type ImportView = Schemas['ImportView'];
export type ImportRowView = Schemas['ImportRowView'];
export type ImportRowState = ImportRowView['state'];
export type RowFault = ImportRowView['faults'][number];
export type ReadingInput = Schemas['ReadingInput'];
export type ImportColumn = keyof ImportView['mapping'];

export type ComplaintRow = Schemas['ComplaintRow'];
export type ComplaintView = Schemas['ComplaintView'];
export type ComplaintQuery = NonNullable<operations['Complaints_list']['parameters']['query']>;
export type ItemView = Schemas['ItemView'];
export type ObservationView = Schemas['ObservationView'];
export type ObservationInput = Schemas['ObservationInput'];
export type DecisionView = Schemas['DecisionView'];
export type DecisionInput = Schemas['DecisionInput'];
export type AttemptView = Schemas['AttemptView'];
export type AttemptInput = Schemas['AttemptInput'];
export type ProofView = Schemas['ProofView'];
export type KeptDocument = Schemas['KeptDocumentView'];
export type GuidedFormView = Schemas['GuidedFormView'];
export type GuidedStep = Schemas['GuidedStepView'];
export type ResolutionInput = Schemas['ResolutionInput'];
export type ByHandView = Schemas['ByHandView'];
export type DeliveryView = Schemas['DeliveryView'];
export type PauseView = Schemas['PauseView'];
export type FilingErrorView = Schemas['FilingErrorView'];
export type FilingErrorInput = Schemas['FilingErrorInput'];
export type EpisodesQuery = NonNullable<operations['FilingErrors_episodes']['parameters']['query']>;
export type SuggestedError = Schemas['SuggestedErrorView'];
export type JudgementView = Schemas['JudgementView'];
export type Attribution = FilingErrorView['attribution'];
export type DeadlineView = Schemas['DeadlineView'];
export type TimelineView = Schemas['TimelineEventView'];

export type ReplyView = Schemas['ReplyView'];
export type ReplySuggestion = NonNullable<ReplyView['suggestion']>;
export type CodeInput = Schemas['CodingInput'];
type TriagePage = operations['Replies_triage']['responses'][200]['content']['application/json'];
export type TriageCounts = TriagePage['counts'];
export type TriageTab = keyof TriageCounts;
export type AccountView = Schemas['AccountView'];
export type MailView = Schemas['KeptMailView'];

export type Figure = Schemas['FigureView'];
export type Measures = Schemas['MeasuresView'];
export type PlatformMeasures = Schemas['PlatformMeasuresView'];
export type Comparison = Schemas['ComparisonView'];
export type Day = keyof Measures['outcomeByDay'];
export type Fate = keyof Measures['outcomeByDay'][Day];

/* The closed sets: what a status, an outcome, a ground can be. */
export type Language = PlatformView['languages'][number];
export type Ground = ComplaintView['ground'];
export type RightKind = RightView['kind'];
export type Registration = RightView['registration'];
export type RightDocumentKind = RightView['documents'][number]['kind'];
export type VerificationStatus = VerificationView['status'];
export type StatementKind = PlatformGround['statements'][number]['kind'];
export type ComplaintStatus = ComplaintView['status'];
export type ItemOutcome = ItemView['outcome'];
export type DecidedOutcome = DecisionView['outcome'];
export type ReasonCode = NonNullable<DecisionView['statedReason']>;
export type ErrorCode = FilingErrorView['code'];
export type JustificationElement = keyof DecisionView['justification'];
export type ObservationState = ObservationView['state'];
export type AttemptState = AttemptView['state'];
export type DeadlineKind = DeadlineView['kind'];
