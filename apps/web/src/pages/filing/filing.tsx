import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { platformsQuery, rightsHoldersQuery, rightsQuery, sessionQuery } from '../../api/queries.js';
import type { PlatformView, RightsHolderView } from '../../api/types.js';
import { ErrorSummary } from '../../forms/error-summary.js';
import { PageHead } from '../../frame/page-head.js';
import { Loaded } from '../../frame/states.js';
import { useNow } from '../../words/when.js';
import { fillErrors, signErrors } from './answer-errors.js';
import type { Answers } from './answers.js';
import { useAnswers } from './answers.js';
import { CheckStep } from './check-step.js';
import { Checklist } from './checklist.js';
import { FillStep } from './fill-step.js';
import { useMended } from './mended.js';
import { useSend } from './send.js';

/** A complaint is filled in, read through once more, then signed and sent. */
export function Filing() {
  const { t } = useTranslation();
  const platforms = useQuery(platformsQuery);
  const holders = useQuery(rightsHoldersQuery);
  return (
    <>
      <PageHead title={t('filing.title')} above={[{ to: '/complaints', title: t('complaints.title') }]} />
      <Loaded query={platforms}>
        {(known) => <Loaded query={holders}>{(read) => <Form platforms={known} holders={read} />}</Loaded>}
      </Loaded>
    </>
  );
}

/** What the identifiers in the answers stand for. */
function chosenIn(answers: Answers, platforms: readonly PlatformView[], holders: readonly RightsHolderView[]) {
  const platform = platforms.find(({ slug }) => slug === answers.platform);
  const preferred = platform?.languages[0] ?? 'en';
  return {
    platform,
    ground: platform?.grounds.find((known) => known.ground === answers.ground),
    holder: holders.find(({ id }) => id === answers.rightsHolderId),
    language: answers.language === '' ? preferred : answers.language,
  };
}

function Form({ platforms, holders }: { platforms: readonly PlatformView[]; holders: readonly RightsHolderView[] }) {
  const { t } = useTranslation();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { answers, change: enter, forget } = useAnswers(session.workspace.id);
  const { data: allRights = [] } = useQuery(rightsQuery(answers.rightsHolderId));
  const [checking, setChecking] = useState(false);
  const today = new Date(useNow()).toISOString().slice(0, 10);
  const sending = useSend({
    answers,
    forget,
    backToFill: () => {
      setChecking(false);
    },
  });

  const mended = useMended(sending.errors);
  const change = (part: Partial<Answers>): void => {
    enter(part);
    mended.note(part);
  };

  const { platform, ground, holder, language } = chosenIn(answers, platforms, holders);
  const rights = allRights.filter(({ id }) => answers.rightIds.includes(id));

  const goOn = (): void => {
    const found = fillErrors(t, answers, platform);
    sending.setErrors(found);
    if (found.length > 0) return;
    setChecking(true);
    window.scrollTo({ top: 0 });
  };
  const submit = (): void => {
    if (ground === undefined) return;
    const found = signErrors(t, answers, ground);
    sending.setErrors(found);
    if (found.length === 0) void sending.send({ ...answers, language }, true);
  };

  if (platforms.length === 0) return <p className="empty">{t('filing.noPlatforms')}</p>;
  return (
    <>
      <ol className="steps">
        <li aria-current={checking ? undefined : 'step'}>{t('filing.stepFill')}</li>
        <li aria-current={checking ? 'step' : undefined}>{t('filing.stepCheck')}</li>
      </ol>
      <div className="with-aside">
        <div className="form">
          <ErrorSummary errors={mended.left} tried={sending.errors} />
          {checking && platform !== undefined && ground !== undefined && holder !== undefined ? (
            <CheckStep
              {...{ answers, change, platform, ground, holder, rights, language, submit }}
              errors={mended.left}
              pending={sending.pending}
              back={() => {
                setChecking(false);
              }}
              saveDraft={() => void sending.send({ ...answers, language }, false)}
            />
          ) : (
            <FillStep
              {...{ answers, change, platforms, platform, ground, holders, language, goOn, forget }}
              rights={allRights}
              errors={mended.left}
              pending={sending.pending}
              saveDraft={() => void sending.send({ ...answers, language }, false)}
            />
          )}
        </div>
        <Checklist ground={ground} entered={{ answers, holder, rights, today }} />
      </div>
    </>
  );
}
