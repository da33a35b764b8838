import { useTranslation } from 'react-i18next';
import type en from '../../i18n/en/words.json';
import type { JustificationElement, ReplySuggestion } from '../../api/types.js';
import { reasonWords } from '../../words/coded.js';
import { Mark, OutcomeMark } from '../../words/mark.js';

const elements: readonly JustificationElement[] = ['J1', 'J2', 'J3', 'J4', 'J5', 'J6', 'J7'];

/** What reading the reply suggests, and the words it rests on: never more than a suggestion. */
export function Suggestion({ suggestion }: { suggestion: ReplySuggestion | null }) {
  const { t } = useTranslation();
  if (suggestion === null) return <p className="quiet">{t('triage.noSuggestion')}</p>;
  const { kind, outcome, statedReason, because, bounce } = suggestion;
  const found = suggestion.justificationBecause ?? {};
  return (
    <div className="stack-tight" style={{ marginTop: 12 }}>
      <div className="row">
        <strong>{t('triage.suggested')}</strong>
        {outcome === undefined ? (
          <Mark meaning="plain" word={t(`words.replyKind.${kind}`)} />
        ) : (
          <OutcomeMark outcome={outcome} />
        )}
        {statedReason !== undefined && (
          <span>
            {reasonWords(t, statedReason)} <span className="quiet small">({statedReason})</span>
          </span>
        )}
      </div>
      {bounce !== undefined && <Bounce bounce={bounce} />}
      {because.length > 0 && (
        <div>
          {t('triage.because')}{' '}
          {because.map((words, i) => (
            <span key={words}>
              {i > 0 && ' · '}
              {words}
            </span>
          ))}
        </div>
      )}
      <ul className="plain-list small quiet">
        {elements.map((element) => {
          const words = found[element];
          return (
            words !== undefined && (
              <li key={element}>{t('triage.elementBecause', { element: t(`words.element.${element}`), words })}</li>
            )
          );
        })}
      </ul>
    </div>
  );
}

type Known = keyof typeof en.bounce;

function Bounce({ bounce }: { bounce: NonNullable<ReplySuggestion['bounce']> }) {
  const { t } = useTranslation();
  const isKnown = (reason: string): reason is Known => reason in t('words.bounce', { returnObjects: true });
  const reason = isKnown(bounce.reason) ? bounce.reason : 'other';
  return (
    <div>
      {bounce.recipient !== null && `${t('triage.bounceFor', { recipient: bounce.recipient })}: `}
      {t(`words.bounce.${reason}`)} {t(bounce.permanent ? 'triage.permanent' : 'triage.transient')}
      {bounce.status !== null && <span className="quiet small"> ({bounce.status})</span>}
    </div>
  );
}
