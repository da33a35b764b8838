import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../../forms/error-summary.js';
import { CheckStep } from './check-step.js';
import { Checklist } from './checklist.js';
import { DraftLine, Unfinished } from './draft-line.js';
import { FillStep } from './fill-step.js';
import type { FilingProps } from './use-filing.js';
import { useFiling } from './use-filing.js';
import { useLeave } from './use-leave.js';

/** Both steps of the form, with what the notice must contain beside them. */
export function FilingForm(props: FilingProps) {
  const { t } = useTranslation();
  const { draftId, platforms, holders, beginning } = props;
  const form = useFiling(props);
  const leave = useLeave(draftId, beginning, form.answers);
  const { checking, draft, platform, ground, holder, rights } = form;
  if (platforms.length === 0) return <p className="empty">{t('filing.noPlatforms')}</p>;
  const isWhole = platform !== undefined && ground !== undefined && holder !== undefined;
  return (
    <>
      <DraftLine keeping={draft.keeping} {...leave} />
      {draft.keeping.state === 'blank' && <Unfinished draft={draftId} complaint={beginning.complaint?.id ?? null} />}
      <ol className="steps">
        <li aria-current={checking ? undefined : 'step'}>{t('filing.stepFill')}</li>
        <li aria-current={checking ? 'step' : undefined}>{t('filing.stepCheck')}</li>
      </ol>
      <div className="with-aside">
        <div className="form">
          <ErrorSummary errors={form.errors} tried={form.tried} />
          {checking && isWhole ? (
            <CheckStep
              {...form}
              {...{ platform, ground, holder }}
              rights={rights.filter(({ id }) => form.answers.rightIds.includes(id))}
            />
          ) : (
            <FillStep
              {...form}
              {...{ platforms, holders }}
              goOn={() => void form.goOn()}
              finishLater={() => {
                draft.saveNow();
                leave.toDrafts();
              }}
              startOver={() => void leave.startOver(draft.forget)}
            />
          )}
        </div>
        <Checklist ground={ground} check={form.check} />
      </div>
    </>
  );
}
