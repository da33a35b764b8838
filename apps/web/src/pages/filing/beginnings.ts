import { queryOptions } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { api, body } from '../../api/client.js';
import { ApiFault } from '../../api/fault.js';
import { complaintQuery, templatesQuery } from '../../api/queries.js';
import type { ComplaintView, DraftView } from '../../api/types.js';
import type { Answers } from './answers.js';
import { fromComplaint, fromDraft, noAnswers } from './answers.js';
import { takeBegun } from './begun-here.js';

/** What the address of a form names: its draft, and what it begins from where nothing was saved yet. */
export interface Named {
  draft: string;
  complaint?: string;
  template?: string;
}

/** A form as it begins. */
export interface Beginning {
  answers: Answers;
  /** as it was saved; null where it never was */
  draft: DraftView | null;
  /** the unsent complaint it changes */
  complaint: ComplaintView | null;
}

/** Null where nothing was saved under the identifier, as after a reload of a form nobody filled in. */
async function savedDraft(id: string): Promise<DraftView | null> {
  try {
    return await body(api.GET('/api/v1/drafts/{id}', { params: { path: { id } } }));
  } catch (fault) {
    if (fault instanceof ApiFault && fault.status === 404) return null;
    throw fault;
  }
}

async function begin(client: QueryClient, { draft: id, complaint: changed, template }: Named): Promise<Beginning> {
  const here = takeBegun(id);
  const draft = here === undefined ? await savedDraft(id) : null;
  const read = async (which: string) => client.query({ ...complaintQuery(which), staleTime: 0 });
  const changes = draft?.complaintId ?? changed;
  const complaint = changes === undefined ? null : await read(changes);
  const templates = template === undefined ? [] : await client.query(templatesQuery);
  const chosen = templates.find((each) => each.id === template);
  if (draft !== null) return { answers: fromDraft(draft.answers), draft, complaint };
  if (complaint !== null) return { answers: fromComplaint(complaint), draft, complaint };
  return { answers: chosen === undefined ? (here ?? noAnswers) : fromDraft(chosen.answers), draft, complaint };
}

/** Read once for each opening of the form: what is typed since is not overwritten by what the server holds. */
export const beginningQuery = (named: Named) =>
  queryOptions({
    queryKey: ['beginning', named.draft],
    queryFn: ({ client }) => begin(client, named),
    staleTime: 'static',
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
