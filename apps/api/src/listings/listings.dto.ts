import { itemOutcomes } from '#libs/domain';
import type { ItemOutcome } from '#libs/domain';
import { notListingReasons, readableAddress } from '#libs/listings';
import type { FoundListing, FoundOther, NotListingReason, TextReading } from '#libs/listings';
import type { RecognisedText, Rulebook } from '#libs/workflow';
import { Text } from '../http/field.js';
import {
  Shows,
  ShowsFlag,
  ShowsNumber,
  ShowsOneOf,
  ShowsPart,
  ShowsParts,
  ShowsText,
  ShowsTexts,
} from '../http/shown.js';

export class RecogniseInput {
  @Text({ max: 5_000_000, lines: true, description: 'any text that holds addresses' }) text!: string;
  @Text({ optional: true, max: 100, description: 'slug of the platform the listings are meant for' }) platform?: string;
}

export class EarlierComplaintView {
  @ShowsText() complaintId!: string;
  @ShowsText() reference!: string;
  @ShowsOneOf(itemOutcomes) outcome!: ItemOutcome;
}

export class RecognisedListingView {
  @ShowsText() url!: string;
  @ShowsText() readable!: string;
  @ShowsText() asGiven!: string;
  @ShowsNumber() line!: number;
  @ShowsNumber() times!: number;
  @ShowsText({ nullable: true }) platform!: string | null;
  @ShowsText({ nullable: true }) platformName!: string | null;
  @ShowsText({ nullable: true }) listingId!: string | null;
  @ShowsTexts() markets!: string[];
  @ShowsFlag() shortLink!: boolean;
  @ShowsPart(() => EarlierComplaintView, { nullable: true }) underComplaint!: EarlierComplaintView | null;
}

export class OtherAddressView {
  @ShowsText() asGiven!: string;
  @ShowsNumber() line!: number;
  @ShowsText({ nullable: true }) platformName!: string | null;
  @ShowsOneOf(notListingReasons) why!: NotListingReason;
}

export class UnreadableLineView {
  @ShowsNumber() line!: number;
  @ShowsText() text!: string;
}

const cutSchema = {
  type: 'object',
  nullable: true,
  required: ['why', 'line'],
  properties: { why: { type: 'string', enum: ['too-much-text', 'too-many-addresses'] }, line: { type: 'number' } },
};

/** What a pasted text holds; `cut` where it holds more than is read at once. */
export class RecognisedView {
  @ShowsParts(() => RecognisedListingView) listings!: RecognisedListingView[];
  @ShowsParts(() => OtherAddressView) others!: OtherAddressView[];
  @ShowsParts(() => UnreadableLineView) unreadable!: UnreadableLineView[];
  @ShowsNumber() addresses!: number;
  @Shows(cutSchema) cut!: TextReading['cut'];
}

export function recognisedView(rulebook: Rulebook, text: RecognisedText): RecognisedView {
  const name = (slug: string | null): string | null => (slug === null ? null : (rulebook.find(slug)?.name ?? slug));
  return {
    listings: text.listings.map((listing) => listingView(listing, name, text)),
    others: text.others.map((other) => otherView(other, name)),
    unreadable: text.unreadable,
    addresses: text.addresses,
    cut: text.cut,
  };
}

type NameOf = (slug: string | null) => string | null;

function listingView(listing: FoundListing, name: NameOf, { underComplaint }: RecognisedText): RecognisedListingView {
  const { url, asGiven, line, times, platform, id, markets, shortLink, key } = listing;
  const found = underComplaint.get(key);
  return {
    url,
    readable: readableAddress(url),
    asGiven,
    line,
    times,
    platform,
    platformName: name(platform),
    listingId: id,
    markets: [...markets],
    shortLink,
    underComplaint:
      found === undefined
        ? null
        : { complaintId: found.complaintId, reference: found.reference, outcome: found.outcome },
  };
}

const otherView = ({ asGiven, line, platform, why }: FoundOther, name: NameOf): OtherAddressView => ({
  asGiven,
  line,
  platformName: name(platform),
  why,
});
