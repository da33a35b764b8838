import {
  addressKinds,
  addressesOf,
  channelKinds,
  elementIds,
  forbiddableParts,
  grounds,
  languages,
  platformKinds,
  readerLanguages,
  rightKinds,
  rightKindsOfGround,
  statementKinds,
} from '#libs/domain';
import type {
  AddressKind,
  AcceptedGround,
  ElementId,
  Ground,
  Language,
  Platform,
  PlatformChannel,
  PlatformGate,
  PlatformLimits,
  PlatformPace,
  PlatformProgramme,
  ReaderLanguage,
  Regime,
} from '#libs/domain';
import { requiredElements } from '#libs/notices';
import type { Rulebook } from '#libs/workflow';
import {
  Shows,
  ShowsFlag,
  ShowsOneOf,
  ShowsOptionalText,
  ShowsPart,
  ShowsParts,
  ShowsText,
  ShowsTexts,
} from '../http/shown.js';

const inLanguages = (wanted: readonly string[]): object => ({
  type: 'object',
  required: [...wanted],
  properties: Object.fromEntries(wanted.map((language) => [language, { type: 'string' }])),
});
const forNotices = inLanguages(languages);
const forReaders = inLanguages(readerLanguages);

const listOf = (values: readonly string[]): object => ({ type: 'array', items: { type: 'string', enum: [...values] } });

const number = { type: 'number' };
const flag = { type: 'boolean' };
const text = { type: 'string' };

const limits = {
  type: 'object',
  properties: {
    itemsPerComplaint: number,
    rightsPerComplaint: number,
    explanationLength: number,
    evidenceFiles: number,
    evidenceFileBytes: number,
    evidenceBytes: number,
    evidenceTypes: { type: 'array', items: text },
    mailBytes: number,
  },
};

const pace = { type: 'object', properties: { perMinute: number, perDay: number, concurrent: number } };

const gate = {
  type: 'object',
  properties: {
    account: { type: 'string', enum: ['required', 'optional', 'none'] },
    membership: text,
    identityVerified: flag,
    rightVerified: flag,
    desk: text,
  },
};

const programme = {
  type: 'object',
  nullable: true,
  required: ['id', 'name'],
  properties: {
    id: text,
    name: text,
    windowMonths: number,
    takedownRateAtLeast: number,
    counterNoticeRateAtMost: number,
    lockOutMonths: number,
  },
};

const clocks = {
  type: 'object',
  properties: {
    acknowledgeWithinDays: number,
    decideWithinDays: number,
    businessDays: flag,
    complainant: {
      type: 'array',
      items: {
        type: 'object',
        required: ['on', 'days', 'ifSilent'],
        properties: {
          on: { type: 'string', enum: ['counter-notice', 'information-request', 'content-changed'] },
          days: number,
          businessDays: flag,
          ifSilent: { type: 'string', enum: ['reinstated', 'retracted', 'closed'] },
        },
      },
    },
  },
};

export class ChannelView {
  @ShowsOneOf(channelKinds) kind!: PlatformChannel['kind'];
  @ShowsOptionalText() address?: string;
  @ShowsOptionalText() url?: string;
  @Shows(listOf(grounds), { optional: true }) grounds?: Ground[];
  @Shows({ type: 'string', enum: ['required', 'none'] }, { optional: true }) account?: 'required' | 'none';
  @Shows(limits, { optional: true }) limits?: PlatformLimits;
  @Shows(pace, { optional: true }) pace?: PlatformPace;
}

export class RegimeView {
  @ShowsText() id!: string;
  @ShowsText() version!: string;
  @Shows(forNotices) name!: Record<Language, string>;
  @ShowsText() citation!: string;
}

export class ElementView {
  @ShowsOneOf(elementIds) id!: ElementId;
  @ShowsText() hook!: string;
  @Shows(forReaders) label!: Record<ReaderLanguage, string>;
  @Shows(forReaders) remedy!: Record<ReaderLanguage, string>;
}

export class StatementView {
  @ShowsOneOf(statementKinds) kind!: string;
  @Shows(forNotices) wording!: Record<Language, string>;
}

export class GroundView {
  @ShowsOneOf(grounds) ground!: Ground;
  @Shows(listOf(rightKinds)) rightKinds!: string[];
  @ShowsPart(() => RegimeView) regime!: RegimeView;
  @ShowsParts(() => ElementView) elements!: ElementView[];
  @ShowsParts(() => StatementView) statements!: StatementView[];
  @Shows(listOf(forbiddableParts)) forbids!: string[];
}

export class AddressPatternView {
  @ShowsOneOf(addressKinds) is!: AddressKind;
  @ShowsText() example!: string;
  @ShowsText({ nullable: true }) canonical!: string | null;
}

export class SourceView {
  @ShowsText() title!: string;
  @ShowsOptionalText() url?: string;
  @ShowsText() date!: string;
}

export class PlatformView {
  @ShowsText() slug!: string;
  @ShowsText() name!: string;
  @ShowsOneOf(platformKinds) kind!: string;
  @ShowsText({ nullable: true }) country!: string | null;
  @ShowsText() timeZone!: string;
  @ShowsFlag() simulated!: boolean;
  @Shows(listOf(languages)) languages!: Language[];
  @ShowsParts(() => ChannelView) channels!: ChannelView[];
  @Shows(gate) gate!: PlatformGate;
  @Shows(programme) programme!: PlatformProgramme | null;
  @Shows(limits) limits!: PlatformLimits;
  @Shows(pace, { optional: true }) pace?: PlatformPace;
  @Shows(clocks) clocks!: Platform['clocks'];
  @ShowsTexts() listingHosts!: string[];
  @ShowsParts(() => AddressPatternView) addresses!: AddressPatternView[];
  @ShowsParts(() => GroundView) grounds!: GroundView[];
  @ShowsParts(() => SourceView) sources!: SourceView[];
}

/** The profile as the form is drawn from it: per ground, the regime in force today with its elements and statements. */
export function platformView(platform: Platform, rulebook: Rulebook, today: Date): PlatformView {
  return {
    slug: platform.slug,
    name: platform.name,
    kind: platform.kind,
    country: platform.country,
    timeZone: platform.timeZone,
    simulated: platform.simulated,
    languages: [...platform.languages],
    channels: platform.channels.map(channelView),
    gate: platform.gate,
    programme: platform.programme,
    limits: platform.limits,
    ...(platform.pace === undefined ? {} : { pace: platform.pace }),
    clocks: platform.clocks,
    listingHosts: [...platform.listingHosts],
    addresses: platform.addresses.map(({ is, example, canonical = null }) => ({ is, example, canonical })),
    grounds: grounds.flatMap((ground) => {
      const accepted = platform.grounds[ground];
      const regime = rulebook.regimeFor(platform, ground, today);
      return accepted === undefined || regime === null ? [] : [groundView(platform, ground, accepted, regime)];
    }),
    sources: platform.sources.map((source) => ({ ...source })),
  };
}

const channelView = ({ grounds: open, address, api: _api, form: _form, ...channel }: PlatformChannel): ChannelView => ({
  ...channel,
  ...(address === undefined ? {} : { address: addressesOf({ address }).join(', ') }),
  ...(open === undefined ? {} : { grounds: [...open] }),
});

export const regimeView = ({ id, effectiveFrom, name, citation }: Regime): RegimeView => ({
  id,
  version: effectiveFrom,
  name,
  citation,
});

/** The regime's elements, then those the platform asks for beyond them. */
function groundView(platform: Platform, ground: Ground, accepted: AcceptedGround, regime: Regime): GroundView {
  return {
    ground,
    rightKinds: rightKindsOfGround[ground].filter((kind) => platform.rightKinds.includes(kind)),
    regime: regimeView(regime),
    elements: requiredElements({ platform, ground, regime }).map(({ id, hook, label, remedy }) => ({
      id,
      hook,
      label,
      remedy,
    })),
    statements: regime.statements.map(({ kind, wording }) => ({ kind, wording })),
    forbids: [...(accepted.forbids ?? [])],
  };
}
