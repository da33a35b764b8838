import { openLookout } from '#libs/liveness';
import { Obligations, Workplace } from '#libs/persistence';
import { Journal, ObserveListing, ObserveListings, Rulebook } from '#libs/workflow';
import type { TestApp } from '../support/app.js';
import { file } from '../support/builders.js';
import type { Parties } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import type { Client } from '../support/http.js';
import type { ListingServer } from './listing-server.js';

/** What the page of a complaint says of one listing. */
export interface SeenPage {
  lastSeenUp: string | null;
  firstSeenDown: string | null;
  relistedAt: string | null;
  claimedButUp: boolean;
  lookedAt: string | null;
  nextLookAt: string | null;
  lookAsked: boolean;
}

export interface ObservationPage {
  state: string;
  ground: string;
  at: string;
  source: string;
  recordedBy: string;
  finalUrl: string | null;
  status: number | null;
  sha256: string | null;
  note: string | null;
  documentId: string | null;
  fileId: string | null;
}

export interface FiledListing {
  id: string;
  itemId: string;
  /** path of the item below the API */
  path: string;
}

const HOUR = 3_600_000;

/** The looks of an app, made at times a test chooses, at pages of this machine. */
export function lookingAt(app: TestApp, begin: Date) {
  let now = begin.getTime();
  const journal = new Journal({ now: () => new Date(now) });
  const pace = { now: () => now, pause: async () => Promise.resolve() };
  const lookout = openLookout({ version: '0', contact: app.url, allowLoopback: true, pace });
  const workplace = app.api.get(Workplace);
  const observe = new ObserveListing(workplace, journal, app.api.get(Rulebook), lookout);
  const schedule = new ObserveListings(workplace, app.api.get(Obligations), journal);
  return {
    now: () => new Date(now),
    pass: (hours: number) => {
      now += hours * HOUR;
    },
    /** one look, now */
    look: async ({ itemId }: FiledListing) => observe.run(app.main.id, itemId, new AbortController().signal),
    /** the items whose looks are owed by the schedule, now */
    owed: async (): Promise<string[]> => {
      await app.sql(`delete from outbox where job = 'observe-listing'`);
      await schedule.run();
      const rows = await app.sql<{ id: string }>(
        `select payload ->> 'itemId' as id from outbox where job = 'observe-listing' order by id`,
      );
      return rows.map(({ id }) => id);
    },
  };
}

export type Looking = ReturnType<typeof lookingAt>;

/** A complaint on a real platform about one listing, which the platform had at that time. Its page stands on the server. */
export async function filedAbout(
  app: TestApp,
  parties: Parties,
  server: ListingServer,
  at: Date,
): Promise<FiledListing> {
  const url = 'https://bags.example.com/item/7';
  const { id, items } = await file(app.main.http, parties, {
    platform: 'generic-host',
    items: [{ url, title: 'VELORA bag no. 7' }],
    renewedBecause: 'Another test reported the same address.',
  });
  const itemId = items[0]?.id ?? '';
  const delivered = { channel: 'guided-form', outcome: 'delivered', at: at.toISOString() };
  expectStatus(await app.main.http.post(`/complaints/${id}/attempts`, delivered), 201);
  await app.sql('update complaint set submitted_at = $2 where id = $1', [id, at]);
  // no platform takes a listing of this machine, where the test's page stands
  await app.sql('update item set url = $2, listing_key = $3 where id = $1', [itemId, server.url, server.key]);
  return { id, itemId, path: `/complaints/${id}/items/${itemId}` };
}

export const seenOf = async (http: Client, { id }: FiledListing): Promise<SeenPage & { outcome: string }> => {
  const { items } = expectStatus(
    await http.get<{ items: { outcome: string; seen: SeenPage }[] }>(`/complaints/${id}`),
    200,
  );
  const [item] = items;
  if (item === undefined) throw new Error('The complaint has no item');
  return { ...item.seen, outcome: item.outcome };
};

export const observationsOf = async (http: Client, { path }: FiledListing): Promise<ObservationPage[]> =>
  expectStatus(await http.get<{ data: ObservationPage[] }>(`${path}/observations`), 200).data;
