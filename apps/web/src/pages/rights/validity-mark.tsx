import { useTranslation } from 'react-i18next';
import { Mark } from '../../words/mark.js';
import { dayWords, useToday } from './day.js';
import { daysBetween, standingOf } from './validity.js';
import type { Validity } from './validity.js';

/** How many days are left, or since when it is over. */
export function DaysLeft({ days }: { days: number }) {
  const { t } = useTranslation();
  if (days < 0) return <Mark meaning="warn" word={t('rights.endedAgo', { count: -days })} />;
  return <Mark meaning="waiting" word={days === 0 ? t('rights.endsToday') : t('rights.endsIn', { count: days })} />;
}

/** Says what a reader of a date may miss: that it is past, near, or still to come. Nothing where all is well. */
export function ValidityMark({ of }: { of: Validity }) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  const standing = standingOf(of, today);
  if (standing === 'not-yet' && of.validFrom !== null)
    return <Mark meaning="plain" word={t('rights.notYet', { day: dayWords(of.validFrom, i18n.language) })} />;
  if (standing === 'in-force' || of.validTo === null) return null;
  return <DaysLeft days={daysBetween(today, of.validTo)} />;
}
