import { Fault } from '#libs/domain';
import type { Ground, Platform, Regime } from '#libs/domain';
import { regimeInForce } from '#libs/notices';

/** What operators wrote into config/: the platforms and the regimes, as loaded at boot. */
export class Rulebook {
  private readonly bySlug: ReadonlyMap<string, Platform>;

  constructor(
    readonly platforms: readonly Platform[],
    readonly regimes: readonly Regime[],
  ) {
    this.bySlug = new Map(platforms.map((platform) => [platform.slug, platform]));
  }

  find(slug: string): Platform | null {
    return this.bySlug.get(slug) ?? null;
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
