import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuidedStep } from '../../api/types.js';
import { CopyButton } from './copy-button.js';

/** The listings: all at once, in groups of as many as the portal takes, and one by one. */
export function Listings({ step: { values, groups }, field }: { step: GuidedStep; field: string }) {
  const { t } = useTranslation();
  const all = useRef<HTMLDivElement>(null);
  return (
    <>
      {groups.length > 1 && <p>{t('guided.groups', { groups: groups.length, count: groups[0]?.length ?? 0 })}</p>}
      <div className="row">
        <CopyButton text={values.join('\n')} words={t('guided.copyAll')} field={field} shownIn={all} />
      </div>
      <div ref={all} className="stack-tight">
        {groups.map((group, index) => (
          // groups have no identity but their place, and never change it
          <Group key={index} group={group} number={index + 1} of={groups.length} field={field} />
        ))}
      </div>
    </>
  );
}

interface GroupProps {
  group: readonly string[];
  number: number;
  of: number;
  field: string;
}

function Group({ group, number, of, field }: GroupProps) {
  const { t } = useTranslation();
  const shown = useRef<HTMLPreElement>(null);
  const name = of === 1 ? field : t('guided.group', { number, of });
  return (
    <>
      {of > 1 && (
        <div className="row">
          <strong>{name}</strong>
          <CopyButton text={group.join('\n')} words={t('guided.copyGroup')} field={name} shownIn={shown} />
        </div>
      )}
      <pre ref={shown} className="raw" tabIndex={0} role="region" aria-label={name}>
        {group.join('\n')}
      </pre>
      <details className="reveal">
        <summary>{t('guided.oneByOne')}</summary>
        <ul className="plain-list stack-tight">
          {group.map((listing) => (
            <One key={listing} listing={listing} />
          ))}
        </ul>
      </details>
    </>
  );
}

function One({ listing }: { listing: string }) {
  const { t } = useTranslation();
  const shown = useRef<HTMLSpanElement>(null);
  return (
    <li className="row">
      <CopyButton text={listing} words={t('guided.copy')} field={listing} shownIn={shown} />
      <span ref={shown} className="break small">
        {listing}
      </span>
    </li>
  );
}
