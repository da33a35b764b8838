import { useTranslation } from 'react-i18next';
import type { PlatformGround, RightView, RightsHolderView } from '../../api/types.js';
import { languageOf } from '../../i18n/language.js';
import { Shape } from '../../words/mark.js';
import type { Answers } from './answers.js';
import { linesOf } from './answers.js';
import { readListings } from './listing-text.js';

interface Entered {
  answers: Answers;
  holder: RightsHolderView | undefined;
  rights: readonly RightView[];
  today: string;
}

const filled = (text: string | null | undefined): boolean => (text ?? '').trim() !== '';

const inForce = (right: RightView, today: string): boolean =>
  (right.validFrom ?? '') <= today && (right.validTo ?? '9999') >= today;

/** The same questions the server asks, so that the list ticks while one types; the server's answer is what counts. */
const tests: Record<string, (entered: Entered) => boolean> = {
  signature: ({ answers }) => filled(answers.signature.name),
  'right-identified': ({ rights }) => rights.length > 0,
  'right-registered': ({ rights }) =>
    rights.length > 0 &&
    rights.every((right) => right.kind === 'copyright' || (filled(right.number) && filled(right.office))),
  'right-in-force': ({ rights, today }) => rights.length > 0 && rights.every((right) => inForce(right, today)),
  'listing-located': ({ answers }) => {
    const read = readListings(answers.listings);
    return read.listings.length > 0 && read.unreadable.length === 0;
  },
  'contact-address': ({ holder }) => filled(holder?.address) || filled(holder?.phone) || filled(holder?.email),
  'contact-email': ({ holder }) => filled(holder?.email),
  'contact-name': ({ holder }) => filled(holder?.name),
  explanation: ({ answers }) => answers.explanation.trim().length >= 20,
  'good-faith': ({ answers }) => answers.statements.goodFaith,
  accuracy: ({ answers }) => answers.statements.accuracy,
  authority: ({ answers }) => answers.statements.authority,
  'identity-proof': ({ holder }) => filled(holder?.name) && filled(holder?.address),
  'prima-facie-evidence': ({ answers, rights }) =>
    linesOf(answers.evidence).length > 0 || (rights.length > 0 && rights.every((right) => filled(right.number))),
};

export function Checklist({ ground, entered }: { ground: PlatformGround | undefined; entered: Entered }) {
  const { t, i18n } = useTranslation();
  const language = languageOf(i18n.language);
  if (ground === undefined) {
    return (
      <aside className="aside sheet">
        <h2>{t('filing.checklist')}</h2>
        <p className="quiet">{t('filing.checklistEmpty')}</p>
      </aside>
    );
  }
  const elements = ground.elements.map((element) => ({ ...element, met: tests[element.id]?.(entered) }));
  const met = elements.filter((element) => element.met === true).length;
  return (
    <aside className="aside sheet" aria-labelledby="checklist">
      <h2 id="checklist">{t('filing.checklist')}</h2>
      <p aria-live="polite">{t('filing.metCount', { met, all: elements.length })}</p>
      <ul className="checklist">
        {elements.map((element) => (
          <li key={element.id}>
            <span className={element.met === true ? 'mark mark-removed' : 'mark mark-waiting'}>
              <Shape meaning={element.met === true ? 'removed' : 'plain'} />
            </span>
            <span>
              {element.label[language]}
              <span className="hidden-label">
                : {t(element.met === undefined ? 'filing.onServer' : element.met ? 'filing.met' : 'filing.unmet')}
              </span>
              <span className="quiet small" style={{ display: 'block' }}>
                {element.met === true ? element.hook : `${element.remedy[language]} (${element.hook})`}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
