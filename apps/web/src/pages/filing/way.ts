import type { Ground, PlatformView } from '../../api/types.js';

/** The way a complaint on the ground is filed: the first of the platform's that is open to it. */
export const wayOf = ({ channels }: PlatformView, ground: Ground): PlatformView['channels'][number] | undefined =>
  channels.find(({ grounds }) => grounds?.includes(ground) !== false);

/** What one complaint may hold, where the way it is filed is narrower than the platform. */
export const limitsOf = (platform: PlatformView, ground: Ground): PlatformView['limits'] => ({
  ...platform.limits,
  ...wayOf(platform, ground)?.limits,
});
