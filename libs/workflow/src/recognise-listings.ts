import { Injectable } from '@nestjs/common';
import type { Id } from '#libs/domain';
import { readText } from '#libs/listings';
import type { TextReading } from '#libs/listings';
import { Workplace, listingsUnderComplaint } from '#libs/persistence';
import type { ListingUnderComplaint } from '#libs/persistence';
import { Rulebook } from './rulebook.js';

/** What a text holds, and which of its listings a complaint of this workspace holds already. */
export interface RecognisedText extends TextReading {
  underComplaint: ReadonlyMap<string, ListingUnderComplaint>;
}

/** Finds the listings in what a person pasted. */
@Injectable()
export class RecogniseListings {
  constructor(
    private readonly workplace: Workplace,
    private readonly rulebook: Rulebook,
  ) {}

  /** @param platform slug of the platform the listings are meant for */
  async run(workspaceId: Id, text: string, platform: string | undefined): Promise<RecognisedText> {
    const reading = readText(text, this.rulebook.listings, platform);
    const keys = reading.listings.map(({ key }) => key);
    const found = await this.workplace.inWorkspace(workspaceId, async (tx) => listingsUnderComplaint(tx, keys));
    return { ...reading, underComplaint: new Map(found.map((each) => [each.listingKey, each])) };
  }
}
