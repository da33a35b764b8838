import { Checkbox } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileView, GuidedStep } from '../../api/types.js';
import { languageOf } from '../../i18n/language.js';
import { FileFacts } from '../../words/file-facts.js';
import { Mark } from '../../words/mark.js';
import { CopyButton } from './copy-button.js';
import { Listings } from './listings.js';

interface FieldProps {
  step: GuidedStep;
  files: readonly FileView[];
  done: boolean;
  tick: (done: boolean) => void;
}

/** One field of the platform's form: what it is called there, what goes into it, and whether that was done. */
export function Field({ step, files, done, tick }: FieldProps) {
  const { t, i18n } = useTranslation();
  const language = languageOf(i18n.language);
  const label = step.label[language] ?? step.label.en;
  return (
    <li className="sheet stack-tight">
      <div className="field-head">
        <h3>{label}</h3>
        <Checkbox
          label={t('guided.done')}
          aria-label={t('guided.doneWith', { field: label })}
          checked={done}
          onChange={(event) => {
            tick(event.currentTarget.checked);
          }}
        />
      </div>
      {step.help !== undefined && <p className="quiet small">{step.help[language] ?? step.help.en}</p>}
      {step.kind === 'text' && <Text step={step} field={label} />}
      {step.kind === 'listings' && <Listings step={step} field={label} />}
      {step.kind === 'files' && <Files files={files} />}
      <Length step={step} />
    </li>
  );
}

function Text({ step, field }: { step: GuidedStep; field: string }) {
  const { t } = useTranslation();
  const shown = useRef<HTMLDivElement>(null);
  const [text = ''] = step.values;
  if (text === '') return <p className="quiet">{t('guided.leaveEmpty')}</p>;
  return (
    <div className="field-value">
      <div ref={shown} className="said">
        {text}
      </div>
      <div className="row">
        <CopyButton text={text} words={t('guided.copy')} field={field} shownIn={shown} />
      </div>
    </div>
  );
}

function Files({ files }: { files: readonly FileView[] }) {
  const { t } = useTranslation();
  if (files.length === 0) return <p className="quiet">{t('guided.noFiles')}</p>;
  return (
    <>
      {files.map((file) => (
        <FileFacts key={file.id} file={file} />
      ))}
    </>
  );
}

/** How long the text is, where the portal takes only so much. */
function Length({ step: { kind, values, groups, maxLength, over } }: { step: GuidedStep }) {
  const { t } = useTranslation();
  if (maxLength === null) return null;
  const texts = kind === 'listings' ? groups.map((group) => group.join('\n')) : values;
  const count = Math.max(0, ...texts.map(({ length }) => length));
  return (
    <div className="row small">
      <span className="quiet">{t('filing.length', { count, max: maxLength })}</span>
      {over > 0 && <Mark meaning="warn" word={t('guided.over', { count: over })} />}
    </div>
  );
}
