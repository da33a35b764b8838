import { Fault } from '#libs/domain';
import type { Ground, Platform, Regime } from '#libs/domain';
import { canonicalAddress, listingRecogniser } from '#libs/listings';
import type { ListingRecogniser } from '#libs/listings';
import { regimeInForce } from '#libs/notices';

/** What operators wrote into config/: the platforms and the regimes, as loaded at boot. */
export class Rulebook {
  private readonly bySlug: ReadonlyMap<string, Platform>;
  /** tells what an address leads to, and on which platform */
  readonly listings: ListingRecogniser;

  constructor(
    readonly platforms: readonly Platform[],
    readonly regimes: readonly Regime[],
  ) {
    this.bySlug = new Map(platforms.map((platform) => [platform.slug, platform]));
    this.listings = listingRecogniser(platforms);
  }

  find(slug: string): Platform | null {
    return this.bySlug.get(slug) ?? null;
  }

  /** The platform by its slug, or by its name as people write it. */
  named(words: string): Platform | null {
    const sought = words.trim().toLowerCase();
    return this.find(sought) ?? this.platforms.find(({ name }) => name.toLowerCase() === sought) ?? null;
  }

  /** What every spelling of a listing's address has in common, filed with this platform; null for what is no web address. */
  listingKey(address: string, platform: string): string | null {
    const found = this.listings.recognise(address, platform);
    return found.is === 'listing' ? found.key : plainKey(found.url);
  }

  /** The keys under which a listing may have been filed, with whatever platform. */
  listingKeys(address: string): string[] {
    const found = this.listings.recognise(address);
    const keys = [found.is === 'listing' ? found.key : null, plainKey(address)];
    return [...new Set(keys.filter((key) => key !== null))];
  }

  platform(slug: string): Platform {
    const platform = this.find(slug);
    if (platform === null)
      throw new Fault('not-found', 'platform-not-found', `There is no platform "${slug}" in config/platforms.`);
    return platform;
  }

  /** The regime a notice on this ground must satisfy, in the version in force; null where the platform doesn't take the ground. */
  regimeFor(platform: Platform, ground: Ground, on: Date): Regime | null {
    const accepted = platform.grounds[ground];
    return accepted === undefined ? null : regimeInForce(this.regimes, accepted.regime, on);
  }

  /** A regime by the version a notice was checked against. */
  regimeVersion(id: string, version: string): Regime | null {
    return this.regimes.find((regime) => regime.id === id && regime.effectiveFrom === version) ?? null;
  }
}

/** The key of an address that no platform's profile has a spelling for. */
function plainKey(address: string | null): string | null {
  const canonical = address === null ? 'no-address' : canonicalAddress(address);
  return typeof canonical === 'string' ? null : canonical.key;
}
