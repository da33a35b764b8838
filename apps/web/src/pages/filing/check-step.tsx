import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, PlatformGround, PlatformView, RightView, RightsHolderView } from '../../api/types.js';
import type { FieldError } from '../../forms/error-summary.js';
import { SignatureFields, Statements } from '../../forms/statements-and-signature.js';
import type { Answers } from './answers.js';
import { linesOf } from './answers.js';
import { readListings } from './listing-text.js';
import { rightWords } from './right-words.js';

interface CheckStepProps {
  answers: Answers;
  change: (part: Partial<Answers>) => void;
  platform: PlatformView;
  ground: PlatformGround;
  holder: RightsHolderView;
  rights: readonly RightView[];
  language: Language;
  errors: readonly FieldError[];
  pending: boolean;
  back: () => void;
  submit: () => void;
  saveDraft: () => void;
}

/** The second step: everything the platform will be told, the statements, the signature, and only then the sending. */
export function CheckStep(props: CheckStepProps) {
  const { t } = useTranslation();
  const { answers, change, platform, ground, language, errors, pending, back, submit, saveDraft } = props;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
  }, []);
  return (
    <div className="stack" style={{ gap: 32 }}>
      <section>
        <h2 tabIndex={-1} ref={title}>
          {t('filing.check')}
        </h2>
        <p>{t('filing.checkText')}</p>
        <Told {...props} />
      </section>
      <Statements
        statements={ground.statements}
        language={language}
        confirmed={answers.statements}
        errors={errors}
        confirm={(kind, value) => {
          change({ statements: { ...answers.statements, [kind]: value } });
        }}
      />
      <SignatureFields
        signature={answers.signature}
        errors={errors}
        sign={(signature) => {
          change({ signature });
        }}
      />
      <div className="row">
        <Button size="md" loading={pending} onClick={submit}>
          {t('filing.send', { platform: platform.name })}
        </Button>
        <Button size="md" variant="default" disabled={pending} onClick={saveDraft}>
          {t('filing.draft')}
        </Button>
        <Button size="md" variant="subtle" disabled={pending} onClick={back}>
          {t('filing.back')}
        </Button>
      </div>
    </div>
  );
}

function Told({ answers, platform, ground, holder, rights, language, back }: CheckStepProps) {
  const { t } = useTranslation();
  const evidence = linesOf(answers.evidence);
  const contact = [holder.name, holder.address, holder.email, holder.phone, holder.country];
  const rows: [field: string, what: string, told: ReactNode][] = [
    ['platform', t('complaints.platform'), platform.name],
    ['ground', t('complaints.ground'), t(`words.ground.${ground.ground}`)],
    ['rightsHolderId', t('filing.holder'), <Lines key="holder" lines={contact.filter((part) => part !== null)} />],
    ['rights', t('filing.rights'), <Lines key="rights" lines={rights.map((right) => rightWords(t, right))} />],
    [
      'listings',
      t('filing.listings'),
      <Lines key="listings" lines={readListings(answers.listings).listings.map(({ url }) => url)} />,
    ],
    [
      'explanation',
      t('filing.explanation'),
      <span key="why" style={{ whiteSpace: 'pre-wrap' }}>
        {answers.explanation}
      </span>,
    ],
    [
      'evidence',
      t('filing.evidence'),
      evidence.length === 0 ? t('filing.noEvidence') : <Lines key="evidence" lines={evidence} />,
    ],
    ['language', t('filing.language'), t(`words.language.${language}`)],
  ];
  const changeField = (field: string): void => {
    back();
    // The field exists again once the first step is drawn.
    requestAnimationFrame(() => document.getElementById(field)?.focus());
  };
  return (
    <table className="table stackable">
      <tbody>
        {rows.map(([field, what, told]) => (
          <tr key={field}>
            <th scope="row" className="top" style={{ width: 180 }}>
              {what}
            </th>
            <td className="top break across">{told}</td>
            <td className="top number">
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => {
                  changeField(field);
                }}
                aria-label={t('filing.changeWhat', { what })}
              >
                {t('filing.change')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="plain-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
