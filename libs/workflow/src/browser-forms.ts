import { findChromium } from '#libs/channels';
import type { Platform } from '#libs/domain';
import type { Settings } from '#libs/settings';

/** Whether Redress fills in platforms' web forms itself: with which browser, or why it does not. */
export type BrowserForms = { chromium: string } | { off: string };

export function browserForms({ REDRESS_BROWSER_FORMS, CHROMIUM_PATH }: Settings): BrowserForms {
  if (!REDRESS_BROWSER_FORMS) return { off: 'REDRESS_BROWSER_FORMS is not on: people file on the forms' };
  const chromium = findChromium(CHROMIUM_PATH);
  if (chromium !== null) return { chromium };
  const sought = CHROMIUM_PATH === undefined ? 'no Chromium is installed' : `there is no ${CHROMIUM_PATH}`;
  return { off: `${sought}: install Chromium or set CHROMIUM_PATH; until then people file on the forms` };
}

/** For the log and `redress doctor`. */
export const browserFormsInWords = (forms: BrowserForms): string =>
  'off' in forms ? `off, ${forms.off}` : `on, with ${forms.chromium}`;

/** The platform as it is filed with while no browser fills in its forms: the next of its ways comes first. */
export const withoutBrowserForms = (platform: Platform): Platform => ({
  ...platform,
  channels: platform.channels.filter(({ kind }) => kind !== 'browser-form'),
});
