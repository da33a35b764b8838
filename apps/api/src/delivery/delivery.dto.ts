import { channelKinds, errorCodes, errorStates, waitReasons } from '#libs/domain';
import type { ChannelHealth, ErrorCode } from '#libs/domain';
import type { OutageRow, Pause } from '#libs/persistence';
import { Text } from '../http/field.js';
import {
  ShowsCounts,
  ShowsFlag,
  ShowsInstant,
  ShowsNumber,
  ShowsOneOf,
  ShowsPart,
  ShowsParts,
  ShowsText,
} from '../http/shown.js';

export class PauseInput {
  @Text({ min: 1, max: 500, description: 'why nothing is to leave; shown to everybody in the workspace' })
  reason!: string;
}

export class PauseView {
  @ShowsText() reason!: string;
  @ShowsText() pausedBy!: string;
  @ShowsInstant() at!: Date;
  /** true where every platform is paused, and not this one alone */
  @ShowsFlag() allPlatforms!: boolean;
  /** true where the installation is paused by whoever runs it: a workspace can't resume it */
  @ShowsFlag() everywhere!: boolean;
}

export class PausesView {
  @ShowsPart(() => PauseView, { nullable: true }) paused!: PauseView | null;
}

export class ChannelStateView {
  @ShowsOneOf(channelKinds) channel!: string;
  @ShowsOneOf(['closed', 'open', 'half-open']) state!: ChannelHealth['state'];
  @ShowsNumber() failures!: number;
  @ShowsOneOf(errorCodes, { nullable: true }) code!: ErrorCode | null;
  @ShowsText({ nullable: true }) codeSays!: string | null;
  @ShowsInstant({ nullable: true }) openedAt!: Date | null;
  @ShowsInstant({ nullable: true }) nextProbeAt!: Date | null;
}

export class OutageView {
  @ShowsText() id!: string;
  @ShowsOneOf(channelKinds) channel!: string;
  @ShowsOneOf(errorCodes, { nullable: true }) code!: ErrorCode | null;
  @ShowsText({ nullable: true }) codeSays!: string | null;
  @ShowsNumber() failures!: number;
  @ShowsInstant() beganAt!: Date;
  @ShowsInstant({ nullable: true }) endedAt!: Date | null;
}

/** Whether notices leave for a platform, and what holds them back. */
export class DeliveryView {
  @ShowsPart(() => PauseView, { nullable: true }) paused!: PauseView | null;
  @ShowsParts(() => ChannelStateView) channels!: ChannelStateView[];
  @ShowsParts(() => OutageView) outages!: OutageView[];
  /** filings of this workspace that wait without having been tried, by what they wait for */
  @ShowsCounts(waitReasons) waiting!: Record<string, number>;
}

export const pauseView = ({ platform, ...pause }: Pause & { everywhere: boolean }): PauseView => ({
  ...pause,
  allPlatforms: platform === '*',
});

const says = (code: ErrorCode | null): string | null => (code === null ? null : errorStates[code].says);

export const channelStateView = (known: ChannelHealth & { channel: string }): ChannelStateView => ({
  channel: known.channel,
  state: known.state,
  failures: known.failures,
  code: known.code,
  codeSays: says(known.code),
  openedAt: known.openedAt,
  nextProbeAt: known.nextProbeAt,
});

export const outageView = ({ id, channel, code, failures, beganAt, endedAt }: OutageRow): OutageView => ({
  ...{ id, channel, code, codeSays: says(code), failures, beganAt, endedAt },
});
