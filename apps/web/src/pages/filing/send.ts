import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, newKey } from '../../api/client.js';
import { ApiFault } from '../../api/fault.js';
import type { ComplaintCreated, ComplaintInput } from '../../api/types.js';
import type { FieldError } from '../../forms/error-summary.js';
import { faultWords } from '../../frame/fault-words.js';
import { useNotify } from '../../frame/notices.js';
import { isSignField, serverErrors } from './answer-errors.js';
import type { Answers } from './answers.js';
import { toInput } from './answers.js';
import { readListings } from './listing-text.js';

interface SendProps {
  answers: Answers;
  forget: () => void;
  backToFill: () => void;
}

/**
 * Sends the complaint or keeps it as a draft. Where no answer came (the connection broke), the same body is sent again
 * with the same key, so that a notice is never filed twice.
 */
export function useSend({ answers, forget, backToFill }: SendProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const notify = useNotify();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const unanswered = useRef<{ text: string; key: string } | null>(null);
  const post = useMutation({
    mutationFn: (input: ComplaintInput) => {
      const text = JSON.stringify(input);
      const key = unanswered.current?.text === text ? unanswered.current.key : newKey();
      unanswered.current = { text, key };
      return body(api.POST('/api/v1/complaints', { headers: { 'idempotency-key': key }, body: input }));
    },
    onSuccess: () => {
      unanswered.current = null;
    },
    onError: (fault) => {
      if (fault instanceof ApiFault && fault.status > 0) unanswered.current = null;
    },
  });

  const send = async (given: Answers, submit: boolean): Promise<void> => {
    const needed = draftErrors();
    if (needed.length > 0 || given.ground === '') {
      setErrors(needed);
      return;
    }
    try {
      const created = await post.mutateAsync(toInput(given, given.ground, submit));
      forget();
      await queries.invalidateQueries();
      await navigate({ to: '/complaints/$id', params: { id: created.id } });
      notify(doneWords(created, submit));
    } catch (fault) {
      object(fault);
    }
  };

  return { errors, setErrors, pending: post.isPending, send };

  /** Even a draft names its platform, ground, rights holder, right and a listing. */
  function draftErrors(): FieldError[] {
    return [
      ...(answers.platform === '' ? [{ field: 'platform', text: t('filing.error.platform') }] : []),
      ...(answers.ground === '' ? [{ field: 'ground', text: t('filing.error.ground') }] : []),
      ...(answers.rightsHolderId === '' ? [{ field: 'rightsHolderId', text: t('filing.error.holder') }] : []),
      ...(answers.rightIds.length === 0 ? [{ field: 'rights', text: t('filing.error.rights') }] : []),
      ...(readListings(answers.listings).listings.length === 0
        ? [{ field: 'listings', text: t('filing.error.listings') }]
        : []),
    ];
  }

  function doneWords({ reference, missing }: ComplaintCreated, submitted: boolean): string {
    if (submitted) return t('filing.sent', { reference });
    if (missing.length === 0) return t('filing.saved', { reference });
    return t('filing.savedMissing', { reference, count: missing.length });
  }

  /** Shows what the server objects to, on the step where it can be mended. */
  function object(fault: unknown): void {
    const found = fault instanceof ApiFault ? serverErrors(fault) : [];
    const shown = found.length > 0 ? found : [{ field: null, text: faultWords(t, fault) }];
    if (shown.some(({ field }) => field !== null && !isSignField(field))) backToFill();
    setErrors(shown);
  }
}
