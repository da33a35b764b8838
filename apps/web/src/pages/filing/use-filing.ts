import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rightsQuery } from '../../api/queries.js';
import type { PlatformView, RightsHolderView } from '../../api/types.js';
import { signErrors } from './answer-errors.js';
import type { Answers, Change } from './answers.js';
import { contentOf, takenBy, toInput, useAnswers } from './answers.js';
import type { Beginning } from './beginnings.js';
import { useMended } from './mended.js';
import { useSend } from './send.js';
import { useCheck } from './use-check.js';
import { useDraft } from './use-draft.js';
import { useListings, reportedUrls } from './use-listings.js';
import { useLook } from './use-look.js';

export interface FilingProps {
  draftId: string;
  platforms: readonly PlatformView[];
  holders: readonly RightsHolderView[];
  beginning: Beginning;
}

/** What the identifiers in the answers stand for. */
function useChosen(answers: Answers, { platforms, holders }: FilingProps) {
  const { data: rights = [] } = useQuery(rightsQuery(answers.rightsHolderId));
  const platform = platforms.find(({ slug }) => slug === answers.platform);
  const preferred = platform?.languages[0] ?? 'en';
  const language = answers.language === '' ? preferred : answers.language;
  const { ground, forbids } = takenBy(platform, answers);
  return {
    platform,
    ground,
    holder: holders.find(({ id }) => id === answers.rightsHolderId),
    rights,
    language,
    content: contentOf({ ...answers, language }, forbids),
  };
}

/** The form of one complaint: its answers, what the server says of them, and its two steps. */
export function useFiling(props: FilingProps) {
  const { t } = useTranslation();
  const { draftId, beginning } = props;
  const { complaint } = beginning;
  const { answers, change: enter } = useAnswers(beginning.answers);
  const draft = useDraft(draftId, beginning, answers);
  const chosen = useChosen(answers, props);
  const { content, ground } = chosen;
  const changed = complaint === null ? {} : { complaintId: complaint.id };
  const listings = useListings(answers.listings, answers.platform);
  const urls = reportedUrls(listings.read, answers.platform);
  const input = content === null ? null : toInput(content, urls);
  const check = useCheck(input === null ? null : { ...input, ...changed });
  const { look, looking } = useLook({ answers, content, platform: chosen.platform, changed });

  const [checking, setChecking] = useState(false);
  const back = (): void => {
    setChecking(false);
  };
  const sending = useSend({ complaint, forget: draft.forget, backToFill: back });
  const mended = useMended(sending.errors);

  return {
    answers,
    change: (asked: Change): void => {
      enter(asked);
      mended.note(typeof asked === 'function' ? asked(answers) : asked);
    },
    ...chosen,
    complaint,
    draft,
    listings,
    urls,
    check,
    checking,
    back,
    errors: mended.left,
    tried: sending.errors,
    pending: looking || sending.pending,
    progress: sending.progress,
    goOn: async (): Promise<void> => {
      const found = await look();
      sending.setErrors(found);
      if (found.length > 0) return;
      draft.saveNow();
      setChecking(true);
      window.scrollTo({ top: 0 });
    },
    submit: (): void => {
      if (ground === undefined || input === null) return;
      const found = signErrors(t, answers, ground);
      sending.setErrors(found);
      if (found.length === 0) void sending.send(input, true);
    },
    saveDrafts: (): void => {
      if (input !== null) void sending.saveDrafts(input, check?.filings ?? 1);
    },
  };
}
