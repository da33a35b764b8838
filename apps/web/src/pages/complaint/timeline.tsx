import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { DecidedOutcome, DeadlineKind, ObservationState, TimelineView } from '../../api/types.js';
import { errorWords, reasonWords } from '../../words/coded.js';
import { channels, oneOf, waitReasons } from '../../words/known.js';
import { When } from '../../words/when.js';

const outcomes: readonly DecidedOutcome[] = ['removed', 'refused', 'partial', 'restricted', 'duplicate'];
const deadlines: readonly DeadlineKind[] = [
  'acknowledgement',
  'decision',
  'answer-information-request',
  'appeal',
  'counter-notice',
];

const observations: readonly ObservationState[] = ['up', 'down', 'geo-down', 'altered', 'relisted', 'unobservable'];

/** What a reply brings about bears the reply's own time; the reply is told first. */
const inOrder = (events: readonly TimelineView[]): TimelineView[] =>
  events.toSorted((a, b) => a.at.localeCompare(b.at) || told(a) - told(b));
const told = ({ kind }: TimelineView): number => (kind === 'reply-received' ? 0 : 1);

/** Every event in words, newest last, with the time and who did it. */
export function Timeline({ events }: { events: readonly TimelineView[] }) {
  const { t } = useTranslation();
  return (
    <section className="sheet">
      <h2>{t('complaint.timeline')}</h2>
      <ol className="timeline">
        {inOrder(events).map((event) => (
          <Event key={event.id} event={event} />
        ))}
      </ol>
      <p className="quiet small">{t('complaint.printedAll')}</p>
    </section>
  );
}

function Event({ event }: { event: TimelineView }) {
  const { t } = useTranslation();
  const details = detailsOf(t, event.data);
  const said = textOf(event.data, 'text');
  return (
    <li>
      <p>
        <strong>{t(`complaint.event.${event.kind}`)}</strong>
        {details.length > 0 && `: ${joined(details)}`}
      </p>
      {said !== null && <p className="said">{said}</p>}
      <p className="quiet small">
        <When at={event.at} show="time" /> · {event.actor.name}
      </p>
    </li>
  );
}

/** Sentences follow each other; anything else is set apart by a dot. */
const joined = (details: readonly string[]): string =>
  details.reduce((words, next) => `${words}${/[.。]$/u.test(words) ? ' ' : ' · '}${next}`);

const textOf = (data: Record<string, unknown>, name: string): string | null => {
  const value = data[name];
  return typeof value === 'string' && value !== '' ? value : null;
};

type Reader = (t: TFunction, data: Record<string, unknown>) => string | null;

const withText =
  (name: string, words: (t: TFunction, text: string) => string | null): Reader =>
  (t, data) => {
    const text = textOf(data, name);
    return text === null ? null : words(t, text);
  };

/** What an event's data may hold, each in words; data not named here are not for reading. */
const readers: readonly Reader[] = [
  withText('outcome', (t, text) => {
    const outcome = outcomes.find((known) => known === text);
    return outcome === undefined ? null : t(`words.outcome.${outcome}`);
  }),
  withText('observation', (t, text) => {
    const state = observations.find((known) => known === text);
    return state === undefined ? null : t(`liveness.state.${state}`);
  }),
  (t, { items }) => {
    const count = Array.isArray(items) ? items.length : items;
    return typeof count === 'number' ? t('complaint.eventItems', { count }) : null;
  },
  withText('statedReason', reasonWords),
  withText('code', errorWords),
  withText('message', (_, text) => text),
  withText('what', (_, text) => text),
  withText('reason', (_, text) => text),
  withText('subject', (_, text) => text),
  withText('answer', (_, text) => text),
  withText('waitsFor', (t, text) => {
    const reason = oneOf(waitReasons, text);
    return reason === undefined ? null : t(`delivery.waitsFor.${reason}`);
  }),
  withText('to', (t, text) => {
    const channel = oneOf(channels, text);
    return channel === undefined ? null : t(`words.channel.${channel}`);
  }),
  withText('caseNumber', (t, text) => t('complaint.eventCase', { number: text })),
  withText('deadline', (t, text) => {
    const deadline = deadlines.find((known) => known === text);
    return deadline === undefined ? null : t(`words.deadline.${deadline}`);
  }),
];

function detailsOf(t: TFunction, data: Record<string, unknown>): string[] {
  const details = readers.map((read) => read(t, data)).filter((words) => words !== null);
  return details.filter((words, i) => details.indexOf(words) === i);
}
