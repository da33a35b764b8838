import { DateTime } from 'luxon';
import type { NoticeFacts } from './notice-facts.js';

/** The calendar day of the notice at the platform, `YYYY-MM-DD`: rights and powers of attorney must be valid on it. */
export const dayAtPlatform = ({ at, platform }: Pick<NoticeFacts, 'at' | 'platform'>): string =>
  DateTime.fromJSDate(at, { zone: platform.timeZone }).toISODate() ?? at.toISOString().slice(0, 10);
