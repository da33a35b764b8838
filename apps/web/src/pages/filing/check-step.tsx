import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  CheckView,
  ComplaintView,
  Language,
  PlatformGround,
  PlatformView,
  RightView,
  RightsHolderView,
} from '../../api/types.js';
import type { FieldError } from '../../forms/error-summary.js';
import { SignatureFields, Statements } from '../../forms/statements-and-signature.js';
import { Mark } from '../../words/mark.js';
import type { Answers } from './answers.js';
import { linesOf } from './answers.js';
import { Findings } from './findings.js';
import { rightWords } from './right-words.js';
import { wayOf } from './way.js';
import { useFiles } from './why.js';

interface CheckStepProps {
  answers: Answers;
  change: (part: Partial<Answers>) => void;
  platform: PlatformView;
  ground: PlatformGround;
  holder: RightsHolderView;
  rights: readonly RightView[];
  language: Language;
  urls: readonly string[];
  check: CheckView | undefined;
  complaint: ComplaintView | null;
  errors: readonly FieldError[];
  pending: boolean;
  progress: { made: number; of: number } | null;
  back: () => void;
  submit: () => void;
  saveDrafts: () => void;
}

/** The second step: everything the platform will be told, the statements, the signature, and only then the sending. */
export function CheckStep(props: CheckStepProps) {
  const { t } = useTranslation();
  const { platform, ground, check } = props;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
  }, []);
  const filings = check?.filings ?? 1;
  const isByHand = wayOf(platform, ground.ground)?.kind === 'guided-form';
  return (
    <div className="stack" style={{ gap: 32 }}>
      <section>
        <h2 tabIndex={-1} ref={title}>
          {t('filing.check')}
        </h2>
        <p>{t(isByHand ? 'filing.checkTextByHand' : 'filing.checkText')}</p>
        <Told {...props} />
      </section>
      {check !== undefined && check.findings.length > 0 && (
        <section>
          <h2>{t('filing.beforeSending')}</h2>
          <Findings findings={check.findings} />
        </section>
      )}
      {filings > 1 ? <Several {...props} filings={filings} /> : <Sign {...props} isByHand={isByHand} />}
    </div>
  );
}

/** More listings than the platform takes at once: each of the drafts is read and signed on its own. */
function Several({
  urls,
  platform,
  pending,
  progress,
  saveDrafts,
  back,
  filings,
}: CheckStepProps & { filings: number }) {
  const { t } = useTranslation();
  const values = { listings: urls.length, count: filings, platform: platform.name };
  return (
    <section className="stack">
      <h2>{t('filing.severalTitle', values)}</h2>
      <p>{t('filing.severalText', values)}</p>
      {progress !== null && <p role="status">{t('filing.severalMade', progress)}</p>}
      <div className="row">
        <Button size="md" loading={pending} onClick={saveDrafts}>
          {t('filing.saveSeveral', values)}
        </Button>
        <Button size="md" variant="subtle" disabled={pending} onClick={back}>
          {t('filing.back')}
        </Button>
      </div>
    </section>
  );
}

function Sign(props: CheckStepProps & { isByHand: boolean }) {
  const { t } = useTranslation();
  const { answers, change, platform, ground, language, check, errors, pending, submit, saveDrafts, back, isByHand } =
    props;
  const needsApproval = check?.needsApproval === true;
  return (
    <>
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
      {needsApproval && <Mark meaning="plain" word={t('filing.approvalNeeded')} />}
      <div className="row">
        <Button size="md" loading={pending} onClick={submit}>
          {t(sendWords(needsApproval, isByHand), { platform: platform.name })}
        </Button>
        <Button size="md" variant="default" disabled={pending} onClick={saveDrafts}>
          {t('filing.draft')}
        </Button>
        <Button size="md" variant="subtle" disabled={pending} onClick={back}>
          {t('filing.back')}
        </Button>
      </div>
    </>
  );
}

function sendWords(needsApproval: boolean, isByHand: boolean) {
  if (needsApproval) return 'filing.askApproval';
  return isByHand ? 'filing.sendByHand' : 'filing.send';
}

function Told({ answers, platform, ground, holder, rights, language, urls, back }: CheckStepProps) {
  const { t } = useTranslation();
  const evidence = linesOf(answers.evidence);
  const files = useFiles(answers.evidenceFileIds).map(({ name }) => name);
  const contact = [holder.name, holder.address, holder.email, holder.phone, holder.country];
  const long = (text: string): ReactNode => <span style={{ whiteSpace: 'pre-wrap' }}>{text}</span>;
  const lines = (all: readonly (string | null)[]): ReactNode => <Lines lines={all.flatMap((part) => part ?? [])} />;
  const rows: [field: string, what: string, told: ReactNode, shown?: boolean][] = [
    ['platform', t('complaints.platform'), platform.name],
    ['ground', t('complaints.ground'), t(`words.ground.${ground.ground}`)],
    ['rightsHolderId', t('filing.holder'), lines(contact)],
    ['rights', t('filing.rights'), lines(rights.map((right) => rightWords(t, right)))],
    ['listings', t('filing.toldListings', { count: urls.length }), <Many key="listings" lines={urls} />],
    ['renewedBecause', t('filing.renewed'), long(answers.renewedBecause), answers.renewedBecause.trim() !== ''],
    ['explanation', t('filing.explanation'), long(answers.explanation)],
    ['goodsClasses', t('filing.goods'), answers.goodsClasses, answers.goodsClasses.trim() !== ''],
    ['evidence', t('filing.evidence'), evidence.length === 0 ? t('filing.noEvidence') : lines(evidence)],
    ['files', t('filing.files'), files.length === 0 ? t('filing.noFiles') : lines(files)],
    ['language', t('filing.language'), t(`words.language.${language}`)],
  ];
  const changeField = (field: string): void => {
    back();
    // The field exists again once the first step is drawn.
    requestAnimationFrame(() => document.getElementById(field)?.focus());
  };
  return (
    <table className="table stackable">
      <caption className="hidden-label">{t('filing.check')}</caption>
      <tbody>
        {rows
          .filter(([, , , shown = true]) => shown)
          .map(([field, what, told]) => (
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

const SHOWN = 10;

function Many({ lines }: { lines: readonly string[] }) {
  const { t } = useTranslation();
  if (lines.length <= SHOWN) return <Lines lines={lines} />;
  return (
    <>
      <Lines lines={lines.slice(0, SHOWN)} />
      <details className="reveal">
        <summary>{t('filing.moreListings', { count: lines.length - SHOWN })}</summary>
        <Lines lines={lines.slice(SHOWN)} />
      </details>
    </>
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
