import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, body } from './client.js';
import type { ComplaintQuery, ComplaintStatus, ComplaintView, TriageTab } from './types.js';

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

export const platformMeasuresQuery = (slug: string) =>
  queryOptions({
    queryKey: ['measures', 'platform', slug],
    queryFn: () => body(api.GET('/api/v1/platforms/{slug}/measures', { params: { path: { slug } } })),
  });

export const comparisonQuery = queryOptions({
  queryKey: ['measures', 'by-platform'],
  queryFn: () => body(api.GET('/api/v1/measures', { params: { query: { groupBy: 'platform' } } })),
});

export const rightsHoldersQuery = queryOptions({
  queryKey: ['rights-holders'],
  queryFn: async () => (await body(api.GET('/api/v1/rights-holders', { params: { query: { limit: 200 } } }))).data,
});

export const rightsQuery = (rightsHolderId: string) =>
  queryOptions({
    queryKey: ['rights', rightsHolderId],
    queryFn: async () =>
      (await body(api.GET('/api/v1/rights', { params: { query: { rightsHolderId, limit: 200 } } }))).data,
    enabled: rightsHolderId !== '',
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

/** How soon to look again, milliseconds: at once after filing, rarely once the platform is taking its days. */
function nextLook({ status, simulated, submittedAt }: ComplaintView): number | false {
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
