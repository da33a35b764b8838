import { useTranslation } from 'react-i18next';
import { tagOf } from '../../i18n/language.js';
import { useNow } from '../../words/when.js';

/** `1 Mar 2026` of a calendar date, `YYYY-MM-DD`. It belongs to no time zone, so that none may shift it. */
export const dayWords = (day: string, language: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(tagOf(language), { dateStyle: 'medium', timeZone: 'UTC' });

export function Day({ on }: { on: string }) {
  const { i18n } = useTranslation();
  return (
    <time dateTime={on} className="when">
      {dayWords(on, i18n.language)}
    </time>
  );
}

/** The day on which the server says what is in force: the one in UTC. */
export const useToday = (): string => new Date(useNow()).toISOString().slice(0, 10);
