import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, body } from './client.js';
import type {
  CheckInput,
  ComplaintQuery,
  ComplaintStatus,
  ComplaintView,
  EpisodesQuery,
  ImportRowState,
  ImportView,
  RightsQuery,
  TriageTab,
} from './types.js';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => body(api.GET('/api/v1/session')),
  staleTime: 30_000,
  refetchInterval: 60_000,
});

export const platformsQuery = queryOptions({
  queryKey: ['platforms'],
  queryFn: async () => (await body(api.GET('/api/v1/platforms'))).data,
  staleTime: 300_000,
});

export const platformQuery = (slug: string) =>
  queryOptions({
    queryKey: ['platforms', slug],
    queryFn: () => body(api.GET('/api/v1/platforms/{slug}', { params: { path: { slug } } })),
    staleTime: 300_000,
  });

export const accountsQuery = queryOptions({
  queryKey: ['platform-accounts'],
  queryFn: async () => (await body(api.GET('/api/v1/platform-accounts'))).data,
});

export const errorsTodayQuery = queryOptions({
  queryKey: ['filing-errors', 'today'],
  queryFn: async () => (await body(api.GET('/api/v1/filing-errors/today'))).data,
});

/** Errors met with a platform, one row an episode. */
export const episodesQuery = (slug: string, query: EpisodesQuery) =>
  queryOptions({
    queryKey: ['platforms', slug, 'errors', query],
    queryFn: () => body(api.GET('/api/v1/platforms/{slug}/errors', { params: { path: { slug }, query } })),
  });

/** Whether notices leave for a platform; read again while one looks, since outages come and go by themselves. */
export const deliveryQuery = (slug: string) =>
  queryOptions({
    queryKey: ['delivery', slug],
    queryFn: () => body(api.GET('/api/v1/platforms/{slug}/delivery', { params: { path: { slug } } })),
    refetchInterval: 15_000,
  });

export const everyDeliveryQuery = queryOptions({
  queryKey: ['delivery'],
  queryFn: () => body(api.GET('/api/v1/delivery')),
});

export const byHandQuery = infiniteQueryOptions({
  queryKey: ['complaints', 'by-hand'],
  queryFn: ({ pageParam }) =>
    body(
      api.GET('/api/v1/needs-human', {
        params: { query: pageParam === '' ? { limit: 50 } : { limit: 50, cursor: pageParam } },
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (last) => last.nextCursor,
});

export const platformMeasuresQuery = (slug: string) =>
  queryOptions({
    queryKey: ['measures', 'platform', slug],
    queryFn: () => body(api.GET('/api/v1/platforms/{slug}/measures', { params: { path: { slug } } })),
  });

export const comparisonQuery = queryOptions({
  queryKey: ['measures', 'by-platform'],
  queryFn: () => body(api.GET('/api/v1/measures', { params: { query: { groupBy: 'platform' } } })),
});

interface Paged<Row> {
  data: Row[];
  nextCursor: string | null;
}

/** Every row of a list, page after page: what is chosen from must not lack the two-hundred-and-first. */
async function everyRow<Row>(read: (page: { limit: number; cursor?: string }) => Promise<Paged<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    const page: Paged<Row> = await read(cursor === null ? { limit: 200 } : { limit: 200, cursor });
    rows.push(...page.data);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rows;
}

export const rightsHoldersQuery = queryOptions({
  queryKey: ['rights-holders'],
  queryFn: () => everyRow((page) => body(api.GET('/api/v1/rights-holders', { params: { query: page } }))),
});

export const rightsHolderQuery = (id: string) =>
  queryOptions({
    queryKey: ['rights-holders', id],
    queryFn: () => body(api.GET('/api/v1/rights-holders/{id}', { params: { path: { id } } })),
  });

export const powersQuery = (id: string) =>
  queryOptions({
    queryKey: ['rights-holders', id, 'powers'],
    queryFn: async () =>
      (await body(api.GET('/api/v1/rights-holders/{id}/powers-of-attorney', { params: { path: { id } } }))).data,
  });

/** Every right of one rights holder. */
export const rightsQuery = (rightsHolderId: string) =>
  queryOptions({
    queryKey: ['rights', rightsHolderId],
    queryFn: () =>
      everyRow((page) => body(api.GET('/api/v1/rights', { params: { query: { ...page, rightsHolderId } } }))),
    enabled: rightsHolderId !== '',
  });

export const rightsListQuery = (filters: RightsQuery) =>
  infiniteQueryOptions({
    queryKey: ['rights', 'list', filters],
    queryFn: ({ pageParam }) => {
      const query = pageParam === '' ? filters : { ...filters, cursor: pageParam };
      return body(api.GET('/api/v1/rights', { params: { query: { ...query, limit: 50 } } }));
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });

export const rightQuery = (id: string) =>
  queryOptions({
    queryKey: ['rights', 'one', id],
    queryFn: () => body(api.GET('/api/v1/rights/{id}', { params: { path: { id } } })),
  });

export const verificationsQuery = (id: string) =>
  queryOptions({
    queryKey: ['rights', 'one', id, 'verifications'],
    queryFn: async () => (await body(api.GET('/api/v1/rights/{id}/verifications', { params: { path: { id } } }))).data,
  });

export const expiriesQuery = queryOptions({
  queryKey: ['expiries'],
  queryFn: async () => (await body(api.GET('/api/v1/register/expiries'))).data,
});

export const rulesQuery = queryOptions({
  queryKey: ['rules'],
  queryFn: () => body(api.GET('/api/v1/rules')),
});

export const observingQuery = queryOptions({
  queryKey: ['rules', 'observing'],
  queryFn: () => body(api.GET('/api/v1/rules/observing')),
});

/** What was seen of one listing, newest first. */
export const observationsQuery = (id: string, itemId: string) =>
  queryOptions({
    queryKey: ['complaints', id, 'items', itemId, 'observations'],
    queryFn: async () =>
      (await body(api.GET('/api/v1/complaints/{id}/items/{itemId}/observations', { params: { path: { id, itemId } } })))
        .data,
  });

export const calendarFeedQuery = queryOptions({
  queryKey: ['calendar-feed'],
  queryFn: () => body(api.GET('/api/v1/calendar-feed')),
});

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: async () => (await body(api.GET('/api/v1/webhooks'))).data,
});

export const webhookQuery = (id: string) =>
  queryOptions({
    queryKey: ['webhooks', id],
    queryFn: () => body(api.GET('/api/v1/webhooks/{id}', { params: { path: { id } } })),
    refetchInterval: 10_000,
  });

/** What was sent to a receiver; while something is on its way, it is looked at again. */
export const webhookDeliveriesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['webhooks', id, 'deliveries'],
    queryFn: ({ pageParam }) => {
      const query = pageParam === '' ? {} : { cursor: pageParam };
      return body(api.GET('/api/v1/webhooks/{id}/deliveries', { params: { path: { id }, query } }));
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ data }) => data.some((row) => row.state === 'waiting')) === true && 2_000,
  });

export const complaintsQuery = (filters: ComplaintQuery) =>
  infiniteQueryOptions({
    queryKey: ['complaints', 'list', filters],
    queryFn: ({ pageParam }) => {
      const query = pageParam === '' ? filters : { ...filters, cursor: pageParam };
      return body(api.GET('/api/v1/complaints', { params: { query: { ...query, limit: 50 } } }));
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });

/** A complaint that waits for a delivery or an answer is read again until it is decided, so that a person sees it move. */
const MOVING: ReadonlySet<ComplaintStatus> = new Set(['queued', 'filing', 'filed', 'acknowledged']);
const MINUTE = 60_000;

/** How soon to look again, milliseconds: at once after filing or while a look at a listing is on its way, rarely once the platform is taking its days. */
function nextLook({ status, simulated, submittedAt, items }: ComplaintView): number | false {
  if (items.some(({ seen }) => seen.lookAsked)) return 3_000;
  if (simulated || !MOVING.has(status)) return false;
  const age = Date.now() - new Date(submittedAt ?? 0).getTime();
  if (age < 5 * MINUTE) return 2_000;
  return age < 60 * MINUTE ? 15_000 : MINUTE;
}

export const complaintQuery = (id: string) =>
  queryOptions({
    queryKey: ['complaints', id],
    queryFn: () => body(api.GET('/api/v1/complaints/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => state.data !== undefined && nextLook(state.data),
  });

/** What goes into the fields of the platform's form; 409 where nothing waits for a person, which is no failure. */
export const guidedFormQuery = (id: string) =>
  queryOptions({
    queryKey: ['complaints', id, 'guided-form'],
    queryFn: () => body(api.GET('/api/v1/complaints/{id}/guided-form', { params: { path: { id } } })),
  });

export const triageQuery = (tab: TriageTab) =>
  infiniteQueryOptions({
    queryKey: ['triage', tab],
    queryFn: ({ pageParam }) => {
      const query = pageParam === '' ? { tab } : { tab, cursor: pageParam };
      return body(api.GET('/api/v1/triage', { params: { query: { ...query, limit: 50 } } }));
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });

export const replyQuery = (id: string) =>
  queryOptions({
    queryKey: ['replies', id],
    queryFn: () => body(api.GET('/api/v1/replies/{id}', { params: { path: { id } } })),
  });

export const mailboxQuery = infiniteQueryOptions({
  queryKey: ['dev-mailbox'],
  queryFn: ({ pageParam }) =>
    body(api.GET('/api/v1/dev-mailbox', { params: { query: pageParam === '' ? {} : { cursor: pageParam } } })),
  initialPageParam: '',
  getNextPageParam: (last) => last.nextCursor,
  refetchInterval: 10_000,
});

export const draftsQuery = queryOptions({
  queryKey: ['drafts'],
  queryFn: async () => (await body(api.GET('/api/v1/drafts'))).data,
});

export const templatesQuery = queryOptions({
  queryKey: ['templates'],
  queryFn: async () => (await body(api.GET('/api/v1/templates'))).data,
});

export const fileQuery = (id: string) =>
  queryOptions({
    queryKey: ['files', id],
    queryFn: () => body(api.GET('/api/v1/files/{id}', { params: { path: { id } } })),
    staleTime: 'static',
  });

/** The listings in a text; asked again for every text, so that what is under complaint is told as it now stands. */
export const recogniseQuery = (text: string, platform: string) =>
  queryOptions({
    queryKey: ['recognise', platform, text],
    queryFn: () =>
      body(api.POST('/api/v1/listings/recognise', { body: platform === '' ? { text } : { text, platform } })),
    staleTime: 30_000,
    gcTime: 60_000,
  });

export const checkQuery = (input: CheckInput) =>
  queryOptions({
    queryKey: ['check', input],
    queryFn: () => body(api.POST('/api/v1/complaints/check', { body: input })),
    staleTime: 30_000,
    gcTime: 60_000,
  });

/** How soon to look at an import again, milliseconds: while its rows are read or drafts are made of them. */
const lookAtImport = ({ state, paused }: ImportView): number | false =>
  !paused && (state === 'reading' || state === 'committing') && 1_000;

export const importsQuery = infiniteQueryOptions({
  queryKey: ['imports', 'list'],
  queryFn: ({ pageParam }) =>
    body(api.GET('/api/v1/imports', { params: { query: pageParam === '' ? {} : { cursor: pageParam } } })),
  initialPageParam: '',
  getNextPageParam: (last) => last.nextCursor,
  refetchInterval: ({ state }) => {
    const shown = state.data?.pages.flatMap(({ data }) => data) ?? [];
    return shown.some((row) => lookAtImport(row) !== false) && 2_000;
  },
});

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: () => body(api.GET('/api/v1/imports/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => state.data !== undefined && lookAtImport(state.data),
  });

/** The rows of one state. They are read anew by whoever opens them, not behind the back of who corrects one. */
export const importRowsQuery = (id: string, state: ImportRowState) =>
  infiniteQueryOptions({
    queryKey: ['imports', id, 'rows', state],
    queryFn: ({ pageParam }) => {
      const query = { state, after: pageParam, limit: 50 };
      return body(api.GET('/api/v1/imports/{id}/rows', { params: { path: { id }, query } }));
    },
    initialPageParam: 0,
    getNextPageParam: ({ nextCursor }) => (nextCursor === null ? undefined : Number(nextCursor)),
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** The first rows of the file, to show what stands under each heading. */
export const importSampleQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id, 'rows', 'first'],
    queryFn: async () => {
      const params = { path: { id }, query: { limit: 5 } };
      return (await body(api.GET('/api/v1/imports/{id}/rows', { params }))).data;
    },
  });
