import { createContext, useContext, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { tagOf } from '../i18n/language.js';

const Now = createContext(0);

/** Gives every relative date the same clock, which moves once a minute. */
export function Clock({ children }: { children: ReactNode }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 60_000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return <Now value={now}>{children}</Now>;
}

/** Milliseconds since 1970, at most a minute old. */
export const useNow = (): number => useContext(Now);

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** `in 3 days`, `2 hours ago`, in the largest unit that fits. */
export function relative(instant: number, now: number, tag: string): string {
  const seconds = (instant - now) / 1000;
  const format = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  for (const [unit, size] of STEPS) {
    if (Math.abs(seconds) >= size) return format.format(Math.round(seconds / size), unit);
  }
  return format.format(0, 'minute');
}

const absolute = (instant: Date, tag: string, withTime: boolean): string =>
  instant.toLocaleString(tag, { dateStyle: 'medium', ...(withTime ? { timeStyle: 'short' } : {}) });

interface WhenProps {
  at: string;
  /** `both`: relative, then the date; `date`: the day alone; `time`: day and time */
  show?: 'both' | 'relative' | 'date' | 'time';
}

/** An instant in the reader's time zone; the tooltip gives it in UTC and names the zone. */
export function When({ at, show = 'both' }: WhenProps) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const instant = new Date(at);
  const tag = tagOf(i18n.language);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const title = `${t('words.utc', { instant: at.slice(0, 16).replace('T', ' ') })} · ${absolute(instant, tag, true)} ${zone}`;
  const near = relative(instant.getTime(), now, tag);
  const words = {
    both: `${near} · ${absolute(instant, tag, false)}`,
    relative: near,
    date: absolute(instant, tag, false),
    time: absolute(instant, tag, true),
  }[show];
  return (
    <time dateTime={at} title={title} className="when">
      {words}
    </time>
  );
}
