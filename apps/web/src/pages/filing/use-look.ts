import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkQuery, recogniseQuery } from '../../api/queries.js';
import type { PlatformView } from '../../api/types.js';
import type { FieldError } from '../../forms/error-summary.js';
import { faultWords } from '../../frame/fault-words.js';
import { checkErrors, fillErrors } from './answer-errors.js';
import type { Answers, Content } from './answers.js';
import { toInput } from './answers.js';
import { reportedUrls } from './use-listings.js';

interface Look {
  answers: Answers;
  content: Content | null;
  platform: PlatformView | undefined;
  /** the unsent complaint that is changed */
  changed: { complaintId?: string };
}

/** Looks at everything as it stands now, not as it stood when last looked over. */
export function useLook({ answers, content, platform, changed }: Look) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [looking, setLooking] = useState(false);

  const errorsNow = async (): Promise<FieldError[]> => {
    const text = answers.listings;
    const read = text.trim() === '' ? undefined : await queries.query(recogniseQuery(text, answers.platform));
    const found = fillErrors(t, answers, platform, read);
    if (found.length > 0 || content === null) return found;
    const input = { ...toInput(content, reportedUrls(read, answers.platform)), ...changed };
    return checkErrors(t, await queries.query({ ...checkQuery(input), staleTime: 0 }));
  };

  /** What keeps the form from its second step; a look that failed is such a thing too. */
  const look = async (): Promise<FieldError[]> => {
    setLooking(true);
    try {
      return await errorsNow();
    } catch (fault) {
      return [{ field: null, text: faultWords(t, fault) }];
    } finally {
      setLooking(false);
    }
  };
  return { look, looking };
}
