import { attributions, channelKinds, errorCodes, filingVerdicts, judgedTests, networks } from '#libs/domain';
import type { Attribution, ChannelKind, ErrorCode, FilingVerdict, JudgedTest } from '#libs/domain';
import { Instant, OneOf, Text, WholeNumber } from '../http/field.js';
import { ShowsInstant, ShowsFlag, ShowsNumber, ShowsOneOf, ShowsParts, ShowsText } from '../http/shown.js';

export class RecogniseInput {
  @Text({ min: 1, max: 100_000, lines: true, description: 'what the platform showed or answered, in any language' })
  text!: string;
  @WholeNumber({ min: 100, max: 599, optional: true, description: 'HTTP status, where it is known' }) status?: number;
}

export class SuggestedErrorView {
  @ShowsOneOf(errorCodes) code!: ErrorCode;
  @ShowsText() says!: string;
  @ShowsText() todo!: string;
  @ShowsOneOf(attributions) attribution!: Attribution;
  @ShowsFlag() retry!: boolean;
  @ShowsText() because!: string;
}

export class SuggestionsView {
  @ShowsParts(() => SuggestedErrorView) suggestions!: SuggestedErrorView[];
}

export class EpisodesQuery {
  @Instant({ optional: true }) from?: Date;
  @Instant({ optional: true, description: 'exclusive' }) to?: Date;
  @OneOf(channelKinds, { optional: true }) channel?: ChannelKind;
  @OneOf(errorCodes, { optional: true }) code?: ErrorCode;
  @OneOf(attributions, { optional: true }) attribution?: Attribution;
  @WholeNumber({ min: 1, max: 500, optional: true, description: 'at most so many, the latest; 100 where absent' })
  limit?: number;
}

/** What failed on one day, one way and in one manner: 500 failed tries in one outage are one episode. */
export class EpisodeView {
  @ShowsText() day!: string;
  @ShowsOneOf(channelKinds) channel!: string;
  @ShowsOneOf(errorCodes) code!: string;
  @ShowsText() says!: string;
  @ShowsOneOf(attributions) attribution!: string;
  @ShowsNumber() tries!: number;
  @ShowsNumber() attempts!: number;
  @ShowsNumber() complaints!: number;
  @ShowsNumber() items!: number;
  @ShowsNumber() seenByPeople!: number;
  @ShowsInstant() firstSeen!: Date;
  @ShowsInstant() lastSeen!: Date;
}

export class EpisodesView {
  @ShowsText() platform!: string;
  @ShowsParts(() => EpisodeView) data!: EpisodeView[];
  /** there are earlier ones */
  @ShowsFlag() more!: boolean;
}

export class PlatformErrorsView {
  @ShowsText() platform!: string;
  @ShowsText() name!: string;
  @ShowsNumber() episodes!: number;
}

export class ErrorsTodayView {
  @ShowsParts(() => PlatformErrorsView) data!: PlatformErrorsView[];
}

export class FilingErrorView {
  @ShowsText() id!: string;
  /** the attempt it was met at */
  @ShowsText({ nullable: true }) attemptId!: string | null;
  @ShowsOneOf(errorCodes) code!: string;
  @ShowsText() says!: string;
  @ShowsText() todo!: string;
  @ShowsOneOf(attributions) attribution!: string;
  @ShowsText() message!: string;
  @ShowsText({ nullable: true }) url!: string | null;
  @ShowsOneOf(networks, { nullable: true }) network!: string | null;
  @ShowsText({ nullable: true }) confirms!: string | null;
  @ShowsText({ nullable: true }) screenshot!: string | null;
  @ShowsInstant() occurredAt!: Date;
  @ShowsText() recordedBy!: string;
}

export class JudgedTestView implements JudgedTest {
  @ShowsOneOf(judgedTests) test!: JudgedTest['test'];
  @ShowsNumber() have!: number;
  @ShowsNumber() need!: number;
}

/** Whether the platform prevented or delayed the filing, and why. */
export class JudgementView {
  @ShowsOneOf(filingVerdicts) verdict!: FilingVerdict;
  @ShowsOneOf(attributions, { nullable: true }) attribution!: string | null;
  @ShowsOneOf(errorCodes, { nullable: true }) code!: string | null;
  @ShowsInstant({ nullable: true }) until!: Date | null;
  @ShowsParts(() => JudgedTestView) because!: JudgedTestView[];
  @ShowsInstant() judgedAt!: Date;
}

export class FilingWindowBody {
  @WholeNumber({
    min: 1,
    max: 60,
    description:
      'business days in which a filing may still succeed before it can count as prevented; 5 where nobody set it',
  })
  businessDays!: number;
}
