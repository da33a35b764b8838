import { Button, NativeSelect, Radio, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Language, PlatformGround, PlatformView, RightView, RightsHolderView } from '../../api/types.js';
import type { FieldError } from '../../forms/error-summary.js';
import { errorOf } from '../../forms/error-summary.js';
import { languageOf } from '../../i18n/language.js';
import type { Answers } from './answers.js';
import { HolderAndRights } from './holder-and-rights.js';
import { ListingsField } from './listings-field.js';

export interface FillStepProps {
  answers: Answers;
  change: (part: Partial<Answers>) => void;
  platforms: readonly PlatformView[];
  platform: PlatformView | undefined;
  ground: PlatformGround | undefined;
  holders: readonly RightsHolderView[];
  rights: readonly RightView[];
  language: Language;
  errors: readonly FieldError[];
  pending: boolean;
  goOn: () => void;
  saveDraft: () => void;
  forget: () => void;
}

/** The first step, drawn from the platform's profile. */
export function FillStep(props: FillStepProps) {
  const { t } = useTranslation();
  const { goOn, saveDraft, forget, pending } = props;
  return (
    <div className="stack" style={{ gap: 32 }}>
      <PlatformAndGround {...props} />
      <HolderAndRights {...props} />
      <ListingsField {...props} />
      <Why {...props} />
      <NoticeLanguage {...props} />
      <div className="row">
        <Button size="md" onClick={goOn}>
          {t('filing.continue')}
        </Button>
        <Button size="md" variant="default" loading={pending} onClick={saveDraft}>
          {t('filing.draft')}
        </Button>
        <Button size="md" variant="subtle" onClick={forget}>
          {t('filing.startOver')}
        </Button>
      </div>
    </div>
  );
}

function PlatformAndGround({ answers, change, platforms, platform, ground, errors }: FillStepProps) {
  const { t, i18n } = useTranslation();
  const language = languageOf(i18n.language);
  return (
    <section className="stack">
      <h2>{t('filing.platformTitle')}</h2>
      <NativeSelect
        id="platform"
        size="md"
        label={t('filing.platform')}
        error={errorOf(errors, 'platform')}
        value={answers.platform}
        onChange={(event) => {
          change({ platform: event.currentTarget.value, ground: '', rightIds: [], language: '' });
        }}
        data={[
          { value: '', label: t('filing.choosePlatform') },
          ...platforms.map(({ slug, name }) => ({ value: slug, label: name })),
        ]}
      />
      {platform !== undefined && (
        <Radio.Group
          label={t('filing.ground')}
          size="md"
          error={errorOf(errors, 'ground')}
          value={answers.ground}
          onChange={(value) => {
            const chosen = platform.grounds.find((known) => known.ground === value);
            if (chosen !== undefined) change({ ground: chosen.ground, rightIds: [] });
          }}
        >
          <div className="stack-tight" id="ground" tabIndex={-1}>
            {platform.grounds.map((known) => (
              <Radio key={known.ground} value={known.ground} size="md" label={t(`words.ground.${known.ground}`)} />
            ))}
          </div>
        </Radio.Group>
      )}
      {ground !== undefined && (
        <p className="quiet">
          {t('filing.regime', { name: ground.regime.name[language], citation: ground.regime.citation })}
        </p>
      )}
    </section>
  );
}

function Why({ answers, change, platform, errors }: FillStepProps) {
  const { t } = useTranslation();
  const max = platform?.limits.explanationLength;
  return (
    <section className="stack">
      <h2>{t('filing.whyTitle')}</h2>
      <Textarea
        id="explanation"
        size="md"
        label={t('filing.explanation')}
        description={t('filing.explanationHint')}
        error={errorOf(errors, 'explanation')}
        autosize
        minRows={5}
        value={answers.explanation}
        onChange={(event) => {
          change({ explanation: event.currentTarget.value });
        }}
      />
      {max !== undefined && (
        <p className={answers.explanation.length > max ? 'mark-refused' : 'quiet'}>
          {t('filing.length', { count: answers.explanation.length, max })}
        </p>
      )}
      <Textarea
        id="evidence"
        size="md"
        label={t('filing.evidence')}
        description={t('filing.evidenceHint')}
        error={errorOf(errors, 'evidence')}
        autosize
        minRows={2}
        value={answers.evidence}
        onChange={(event) => {
          change({ evidence: event.currentTarget.value });
        }}
      />
    </section>
  );
}

function NoticeLanguage({ change, platform, language, errors }: FillStepProps) {
  const { t } = useTranslation();
  if (platform === undefined) return null;
  return (
    <section className="stack">
      <h2>{t('filing.languageTitle')}</h2>
      <NativeSelect
        id="language"
        size="md"
        w={280}
        label={t('filing.language')}
        error={errorOf(errors, 'language')}
        value={language}
        onChange={(event) => {
          change({ language: languageOf(event.currentTarget.value) });
        }}
        data={platform.languages.map((known) => ({ value: known, label: t(`words.language.${known}`) }))}
      />
    </section>
  );
}
