import { grounds, languages, platformKinds, rightKinds, rightKindsOfGround, statementKinds } from '#libs/domain';
import type { Ground, Language, Platform, Regime } from '#libs/domain';
import type { Rulebook } from '#libs/workflow';
import {
  Shows,
  ShowsCounts,
  ShowsFlag,
  ShowsOptionalText,
  ShowsPart,
  ShowsParts,
  ShowsText,
  ShowsTexts,
  ShowsOneOf,
} from '../http/shown.js';

type Wording = Record<Language, string>;
const wording = {
  type: 'object',
  required: ['en', 'zh'],
  properties: { en: { type: 'string' }, zh: { type: 'string' } },
};
export class ChannelView {
  @ShowsOneOf(['email', 'guided-form']) kind!: string;
  @ShowsOptionalText() address?: string;
  @ShowsOptionalText() url?: string;
}

export class RegimeView {
  @ShowsText() id!: string;
  @ShowsText() version!: string;
  @Shows(wording) name!: Wording;
  @ShowsText() citation!: string;
}

export class ElementView {
  @ShowsText() id!: string;
  @ShowsText() hook!: string;
  @Shows(wording) label!: Wording;
  @Shows(wording) remedy!: Wording;
}

export class StatementView {
  @ShowsOneOf(statementKinds) kind!: string;
  @Shows(wording) wording!: Wording;
}

export class GroundView {
  @ShowsOneOf(grounds) ground!: Ground;
  @Shows({ type: 'array', items: { type: 'string', enum: [...rightKinds] } }) rightKinds!: string[];
  @ShowsPart(() => RegimeView) regime!: RegimeView;
  @ShowsParts(() => ElementView) elements!: ElementView[];
  @ShowsParts(() => StatementView) statements!: StatementView[];
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
  @ShowsFlag() simulated!: boolean;
  @Shows({ type: 'array', items: { type: 'string', enum: [...languages] } }) languages!: string[];
  @ShowsParts(() => ChannelView) channels!: ChannelView[];
  @ShowsCounts(['itemsPerComplaint', 'rightsPerComplaint', 'explanationLength']) limits!: Platform['limits'];
  @ShowsCounts(['acknowledgeWithinDays', 'decideWithinDays']) clocks!: Platform['clocks'];
  @ShowsTexts() listingHosts!: string[];
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
    simulated: platform.simulated,
    languages: [...platform.languages],
    channels: platform.channels.map((channel) => ({ ...channel })),
    limits: platform.limits,
    clocks: platform.clocks,
    listingHosts: [...platform.listingHosts],
    grounds: (Object.keys(platform.grounds) as Ground[]).flatMap((ground) => {
      const regime = rulebook.regimeFor(platform, ground, today);
      return regime === null ? [] : [groundView(platform, ground, regime)];
    }),
    sources: platform.sources.map((source) => ({ ...source })),
  };
}

const groundView = (platform: Platform, ground: Ground, regime: Regime): GroundView => ({
  ground,
  rightKinds: rightKindsOfGround[ground].filter((kind) => platform.rightKinds.includes(kind)),
  regime: { id: regime.id, version: regime.effectiveFrom, name: regime.name, citation: regime.citation },
  elements: regime.elements.map(({ id, hook, label, remedy }) => ({ id, hook, label, remedy })),
  statements: regime.statements.map(({ kind, wording: words }) => ({ kind, wording: words })),
});
