import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, newKey } from '../../api/client.js';
import { ApiFault } from '../../api/fault.js';
import type { ComplaintStatus, ComplaintView, DraftComplaintInput } from '../../api/types.js';
import type { FieldError } from '../../forms/error-summary.js';
import { faultWords } from '../../frame/fault-words.js';
import { useNotify } from '../../frame/notices.js';
import { isSignField, serverErrors } from './answer-errors.js';

interface SendProps {
  /** the unsent complaint that is changed; null for a new one */
  complaint: ComplaintView | null;
  forget: () => Promise<unknown>;
  backToFill: () => void;
}

interface Filed {
  id: string;
  reference: string;
  status: ComplaintStatus;
}

/** Sends the complaint, or keeps it as one or several drafts that somebody signs later. */
export function useSend({ complaint, forget, backToFill }: SendProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const notify = useNotify();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [pending, setPending] = useState(false);
  /** how many of the drafts to be made are made, of how many */
  const [progress, setProgress] = useState<{ made: number; of: number } | null>(null);
  const post = usePost();

  const change = async (id: string, input: DraftComplaintInput, submit: boolean): Promise<Filed> => {
    const params = { path: { id } };
    const changed = await body(api.PUT('/api/v1/complaints/{id}', { params, body: input }));
    if (!submit) return changed;
    const { statements, signature, renewedBecause } = input;
    const signed = {
      ...(statements === undefined ? {} : { statements }),
      ...(signature === undefined ? {} : { signature }),
      ...(renewedBecause === undefined ? {} : { renewedBecause }),
    };
    return body(api.POST('/api/v1/complaints/{id}/submit', { params, body: signed }));
  };

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setPending(true);
    try {
      await work();
    } catch (fault) {
      object(fault);
    } finally {
      setPending(false);
    }
  };

  const send = async (input: DraftComplaintInput, submit: boolean): Promise<void> =>
    attempt(async () => {
      const filed = await (complaint === null ? post({ ...input, submit }) : change(complaint.id, input, submit));
      await forget();
      await queries.invalidateQueries();
      await navigate({ to: '/complaints/$id', params: { id: filed.id } });
      notify(doneWords(filed));
    });

  /** Listings beyond the platform's limit are spread evenly over as many drafts as they need. */
  const saveDrafts = async (input: DraftComplaintInput, filings: number): Promise<void> => {
    if (filings <= 1) return send({ ...input, statements: {} }, false);
    return attempt(async () => {
      const most = Math.ceil(input.items.length / filings);
      for (let made = 0; made < filings; made += 1) {
        setProgress({ made, of: filings });
        const items = input.items.slice(made * most, (made + 1) * most);
        const one = { ...input, statements: {}, items };
        await (complaint !== null && made === 0 ? change(complaint.id, one, false) : post({ ...one, submit: false }));
      }
      await forget();
      await queries.invalidateQueries();
      await navigate({ to: '/complaints', search: { status: 'draft' } });
      notify(t('filing.savedSeveral', { count: filings }));
    });
  };

  return { errors, setErrors, pending, progress, send, saveDrafts };

  function doneWords({ reference, status }: Filed): string {
    if (status === 'draft') return t('filing.saved', { reference });
    return t(status === 'awaiting-approval' ? 'filing.asked' : 'filing.sent', { reference });
  }

  /** Shows what the server objects to, on the step where it can be mended. */
  function object(fault: unknown): void {
    const found = fault instanceof ApiFault ? serverErrors(fault) : [];
    const shown = found.length > 0 ? found : [{ field: null, text: faultWords(t, fault) }];
    if (shown.some(({ field }) => field !== null && !isSignField(field))) backToFill();
    setErrors(shown);
  }
}

/**
 * Files a complaint. Where no answer came (the connection broke), the same body is sent again with the same key, so that
 * a notice is never filed twice.
 */
function usePost() {
  const keys = useRef(new Map<string, string>());
  return async (input: DraftComplaintInput & { submit: boolean }): Promise<Filed> => {
    const text = JSON.stringify(input);
    const key = keys.current.get(text) ?? newKey();
    keys.current.set(text, key);
    try {
      return await body(api.POST('/api/v1/complaints', { headers: { 'idempotency-key': key }, body: input }));
    } catch (fault) {
      if (fault instanceof ApiFault && fault.status > 0) keys.current.delete(text);
      throw fault;
    }
  };
}
