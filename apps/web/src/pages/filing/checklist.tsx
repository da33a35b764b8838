import { useTranslation } from 'react-i18next';
import type { CheckView, PlatformGround } from '../../api/types.js';
import { languageOf } from '../../i18n/language.js';
import { Shape } from '../../words/mark.js';

interface ChecklistProps {
  ground: PlatformGround | undefined;
  /** undefined until there is enough to look over */
  check: CheckView | undefined;
}

/** What the notice must contain by its regime, ticked by the server while one types, and what the profile adds. */
export function Checklist({ ground, check }: ChecklistProps) {
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
  const missing = new Set<string>(check?.missing.map(({ element }) => element));
  const elements = ground.elements.map((element) => ({
    ...element,
    met: check !== undefined && !missing.has(element.id),
  }));
  const known = new Set<string>(elements.map(({ id }) => id));
  const others = (check?.missing ?? []).filter(({ element }) => !known.has(element));
  const met = elements.filter((element) => element.met).length;
  return (
    <aside className="aside sheet" aria-labelledby="checklist">
      <h2 id="checklist">{t('filing.checklist')}</h2>
      <p aria-live="polite">
        {check === undefined ? t('filing.notChecked') : t('filing.metCount', { met, all: elements.length })}
      </p>
      <ul className="checklist">
        {elements.map(({ id, met: isMet, label, remedy, hook }) => (
          <Line
            key={id}
            met={isMet}
            words={label[language]}
            more={isMet || check === undefined ? hook : `${remedy[language]} (${hook})`}
          />
        ))}
        {others.map(({ element, pointer, detail }) => (
          <Line key={`${element} ${pointer}`} met={false} words={detail} more={t('filing.byPlatform')} />
        ))}
      </ul>
    </aside>
  );
}

function Line({ met, words, more }: { met: boolean; words: string; more: string }) {
  const { t } = useTranslation();
  return (
    <li>
      <span className={met ? 'mark mark-removed' : 'mark mark-waiting'}>
        <Shape meaning={met ? 'removed' : 'plain'} />
      </span>
      <span>
        {words}
        <span className="hidden-label">: {t(met ? 'filing.met' : 'filing.unmet')}</span>
        <span className="quiet small" style={{ display: 'block' }}>
          {more}
        </span>
      </span>
    </li>
  );
}
