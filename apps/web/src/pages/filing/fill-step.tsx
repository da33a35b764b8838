import { Button, NativeSelect, Radio } from '@mantine/core';
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
import { errorOf } from '../../forms/error-summary.js';
import { useUploading } from '../../forms/use-uploads.js';
import { languageOf } from '../../i18n/language.js';
import { noticeLanguages, oneOf } from '../../words/known.js';
import type { Answers, Change } from './answers.js';
import { Findings } from './findings.js';
import { HolderAndRights } from './holder-and-rights.js';
import { ListingsField } from './listings-field.js';
import { SaveTemplate, StartFromTemplate } from './templates.js';
import type { useListings } from './use-listings.js';
import { wayOf } from './way.js';
import { Why } from './why.js';

export interface FillStepProps {
  answers: Answers;
  change: (part: Change) => void;
  platforms: readonly PlatformView[];
  platform: PlatformView | undefined;
  ground: PlatformGround | undefined;
  holders: readonly RightsHolderView[];
  rights: readonly RightView[];
  language: Language;
  listings: ReturnType<typeof useListings>;
  check: CheckView | undefined;
  /** the unsent complaint that is changed */
  complaint: ComplaintView | null;
  errors: readonly FieldError[];
  pending: boolean;
  goOn: () => void;
  finishLater: () => void;
  startOver: () => void;
}

/** The first step, drawn from the platform's profile. */
export function FillStep(props: FillStepProps) {
  const { t } = useTranslation();
  const { answers, change, complaint, goOn, finishLater, startOver, pending } = props;
  const uploading = useUploading();
  return (
    <div className="stack" style={{ gap: 32 }}>
      {complaint === null && <StartFromTemplate answers={answers} change={change} />}
      <PlatformAndGround {...props} />
      <HolderAndRights {...props} />
      <ListingsField {...props} />
      <Why {...props} />
      <NoticeLanguage {...props} />
      <div className="row">
        <Button size="md" loading={pending || uploading} onClick={goOn}>
          {t('filing.continue')}
        </Button>
        <Button size="md" variant="default" onClick={finishLater}>
          {t('filing.finishLater')}
        </Button>
        <SaveTemplate answers={answers} />
        <Button size="md" variant="subtle" onClick={startOver}>
          {t(complaint === null ? 'filing.startOver' : 'filing.dropChanges')}
        </Button>
      </div>
    </div>
  );
}

function PlatformAndGround({ answers, change, platforms, platform, ground, check, errors }: FillStepProps) {
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
      {ground !== undefined && platform !== undefined && (
        <>
          <p className="quiet">
            {t('filing.regime', { name: ground.regime.name[language], citation: ground.regime.citation })}{' '}
            {t(`filing.way.${wayOf(platform, ground.ground)?.kind ?? 'none'}`)}
          </p>
          <Findings findings={check?.findings ?? []} at="/platform" />
        </>
      )}
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
          change({ language: oneOf(noticeLanguages, event.currentTarget.value) ?? '' });
        }}
        data={platform.languages.map((known) => ({ value: known, label: t(`words.language.${known}`) }))}
      />
    </section>
  );
}
