import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Complaint, Id, Item, Right, RightsHolder, TimelineEvent } from '#libs/domain';
import { anId, openTestDatabase } from './a-database.spec-data.js';
import type { TestDatabase } from './a-database.spec-data.js';
import { reserveReferences } from './queries/find-complaint.js';
import type { WorkspaceTransaction } from './workspace-transaction.js';

let db: TestDatabase;
beforeAll(async () => (db = await openTestDatabase()), 60_000);
afterAll(async () => db.close(), 30_000);

const at = new Date('2026-03-01T12:00:00.123Z');

const aHolder = (given: Partial<RightsHolder> = {}): RightsHolder => ({
  workspaceId: db.one,
  id: anId(),
  name: 'Velora',
  country: 'DE',
  address: null,
  email: null,
  phone: null,
  website: null,
  programmes: ['taobao'],
  representedByAgent: false,
  createdAt: at,
  updatedAt: at,
  ...given,
});

const aRight = (rightsHolderId: Id, given: Partial<Right> = {}): Right => ({
  workspaceId: db.one,
  id: anId(),
  rightsHolderId,
  kind: 'trademark',
  title: 'VELORA',
  registration: 'registered',
  number: '1',
  office: 'DPMA',
  classes: [9, 25],
  locarno: [],
  covers: null,
  territories: ['DE'],
  validFrom: '2015-01-01',
  validTo: null,
  owners: [],
  documents: [],
  createdAt: at,
  updatedAt: at,
  ...given,
});

const aComplaint = (holder: Id, right: Id, given: Partial<Complaint> = {}): Complaint => ({
  workspaceId: db.one,
  id: anId(),
  reference: `RD-${anId()}`,
  platform: 'sandbox',
  rightsHolderId: holder,
  rightIds: [right],
  ground: 'trademark-use',
  regime: null,
  regimeVersion: null,
  language: 'zh',
  explanation: '假货 \u{1F45C}',
  status: 'draft',
  statements: [],
  signature: { name: '王', capacity: '' },
  evidenceUrls: [],
  evidenceFileIds: [],
  goodsClasses: [],
  renewedBecause: null,
  payloadHash: null,
  programmeMember: false,
  resubmissionOf: null,
  materialChange: null,
  simulated: false,
  createdBy: 'test',
  importId: null,
  submitter: null,
  approver: null,
  approvedAt: null,
  filerEmail: null,
  createdAt: at,
  submittedAt: null,
  caseNumber: null,
  ...given,
});

const anItem = (complaintId: Id, rightId: Id, position: number): Item => ({
  workspaceId: db.one,
  id: anId(),
  complaintId,
  rightId,
  position,
  url: `https://sandbox.redress.test/${position}`,
  listingKey: `sandbox.redress.test/${position}`,
  title: null,
  seller: null,
  price: null,
  status: 'draft',
  outcome: 'pending',
  equivalenceGroup: null,
  readyAt: null,
  deliveredAt: null,
  prevented: false,
  stalled: false,
  errorAttribution: null,
  decidedAt: null,
  withdrawnAt: null,
  lastSeenUp: null,
  firstSeenDown: null,
  relistedAt: null,
  lookedAt: null,
  nextLookAt: null,
  lookAskedAt: null,
});

const anEvent = (complaintId: Id, kind: TimelineEvent['kind'] = 'created'): TimelineEvent => ({
  workspaceId: db.one,
  id: anId(),
  complaintId,
  at,
  recordedAt: at,
  actor: { kind: 'system', id: 'x', name: 'x' },
  kind,
  data: { items: 1 },
});

/** A complaint with two items, stored. */
async function stored(): Promise<{ complaint: Complaint; items: Item[]; right: Right }> {
  const holder = aHolder();
  const right = aRight(holder.id);
  const complaint = aComplaint(holder.id, right.id);
  const items = [anItem(complaint.id, right.id, 0), anItem(complaint.id, right.id, 1)];
  await db.database.inWorkspace(db.one, async (tx) => {
    tx.rightsHolders.add(holder);
    tx.rights.add(right);
    tx.complaints.add(complaint);
    tx.items.add(...items);
  });
  return { complaint, items, right };
}

const inOne = async <T>(work: (tx: WorkspaceTransaction) => Promise<T>): Promise<T> =>
  db.database.inWorkspace(db.one, work);

describe('rows', () => {
  it('come back as they were stored, dates to the millisecond, calendar dates untouched by time zones', async () => {
    const { complaint, items, right } = await stored();
    expect(await inOne(async (tx) => tx.complaints.get(complaint.id))).toEqual(complaint);
    expect(
      await inOne(async (tx) => tx.items.where({ complaintId: complaint.id }, { order: { position: 'desc' } })),
    ).toEqual(items.toReversed());
    expect(await inOne(async (tx) => tx.rights.get(right.id))).toEqual(right);
    expect(
      await inOne(async (tx) =>
        tx.items.where({ complaintId: complaint.id }, { order: { position: 'asc' }, limit: 1 }),
      ),
    ).toEqual(items.slice(0, 1));
  });

  it('come back the same when many are written at once, whatever is in them', async () => {
    const holder = aHolder({ programmes: ['a"b', 'c\\d', 'e,{f}', 'NULL', ''] });
    const rights = Array.from({ length: 120 }, (_, n) =>
      aRight(holder.id, {
        title: `"VELORA" \\ {${n}}, 'a'\n包`,
        number: n % 2 === 0 ? null : `DE ${n}`,
        classes: n % 3 === 0 ? [] : [n % 45, 25],
        territories: ['DE', 'a "b"'],
        owners: [{ owner: 'A "B" \\', since: null, recordedAs: null }],
        documents: [{ kind: 'certificate', title: '证书 {1}', fileId: null, language: 'zh' }],
        validTo: n % 2 === 0 ? '2031-12-31' : null,
      }),
    );
    await db.database.inWorkspace(db.one, async (tx) => {
      tx.rightsHolders.add(holder);
      tx.rights.add(...rights);
      return Promise.resolve();
    });
    const read = await db.database.inWorkspace(db.one, async (tx) => tx.rights.where({ rightsHolderId: holder.id }));
    const byId = new Map(read.map((right) => [right.id, right]));
    expect(rights.map(({ id }) => byId.get(id))).toEqual(rights);
  });

  it('of another workspace are not found, by any way of looking', async () => {
    const { complaint, items } = await stored();
    await db.database.inWorkspace(db.two, async (tx) => {
      expect(await tx.complaints.find(complaint.id)).toBeNull();
      await expect(tx.complaints.get(complaint.id)).rejects.toMatchObject({
        kind: 'not-found',
        code: 'complaint-not-found',
        message: `There is no complaint ${complaint.id} in this workspace.`,
      });
      await expect(tx.complaints.lock(complaint.id)).rejects.toMatchObject({ kind: 'not-found' });
      expect(await tx.items.where({ complaintId: complaint.id })).toEqual([]);
      expect(await tx.items.where({ complaintId: complaint.id, workspaceId: db.one })).toEqual([]);
      await tx.items.change(items[0]?.id ?? '', { title: 'stolen' });
      expect(await tx.query('select id from item where id = $1', [items[0]?.id])).toEqual([]);
    });
    expect(await inOne(async (tx) => tx.items.get(items[0]?.id ?? ''))).toMatchObject({ title: null });
  });

  it('that were changed are seen changed in the transaction, and by others after it', async () => {
    const { complaint } = await stored();
    await inOne(async (tx) => {
      const held = await tx.complaints.lock(complaint.id);
      await tx.complaints.change(complaint.id, { status: 'queued', caseNumber: 'C-1' });
      expect(held).toMatchObject({ status: 'queued', caseNumber: 'C-1' });
      expect(await tx.complaints.get(complaint.id)).toMatchObject({ status: 'queued' });
    });
    expect(await inOne(async (tx) => tx.complaints.get(complaint.id))).toMatchObject({
      status: 'queued',
      caseNumber: 'C-1',
    });
  });

  it('that are held are read again after a statement of one’s own has changed them', async () => {
    const { complaint, items } = await stored();
    await inOne(async (tx) => {
      const [first] = items;
      await tx.items.lock(first?.id ?? '');
      await tx.query(`update item set title = 'new' where workspace_id = $1 and complaint_id = $2`, [
        tx.workspaceId,
        complaint.id,
      ]);
      expect((await tx.items.get(first?.id ?? '')).title).toBe('new');
    });
  });

  it('that are locked wait for nobody else’s change, and nobody else’s change for less than the end', async () => {
    const { complaint } = await stored();
    const order: string[] = [];
    let locked: () => void = () => undefined;
    const hasLock = new Promise<void>((resolve) => (locked = resolve));
    const first = inOne(async (tx) => {
      await tx.complaints.lock(complaint.id);
      locked();
      await new Promise((resolve) => setTimeout(resolve, 150));
      await tx.complaints.change(complaint.id, { caseNumber: 'first' });
      order.push('first');
    });
    await hasLock;
    await inOne(async (tx) => {
      const seen = await tx.complaints.lock(complaint.id);
      order.push(`second sees ${seen.caseNumber ?? 'nothing'}`);
    });
    await first;
    expect(order).toEqual(['first', 'second sees first']);
  });

  it('of a transaction that fails are gone, all of them', async () => {
    const holder = aHolder();
    await expect(
      inOne(async (tx) => {
        tx.rightsHolders.add(holder);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await inOne(async (tx) => tx.rightsHolders.find(holder.id))).toBeNull();
  });
});

describe('added rows', () => {
  it('are written together, before a statement that names their table', async () => {
    const { complaint } = await stored();
    const events = [
      anEvent(complaint.id, 'created'),
      anEvent(complaint.id, 'submitted'),
      anEvent(complaint.id, 'queued'),
    ];
    await inOne(async (tx) => {
      for (const event of events) tx.timeline.add(event);
      expect(await tx.query('select id from timeline_event where complaint_id = $1', [complaint.id])).toHaveLength(3);
    });
    expect(
      await inOne(async (tx) => tx.timeline.where({ complaintId: complaint.id }, { order: { id: 'asc' } })),
    ).toHaveLength(3);
  });

  it('are seen by whoever looks for them before the end', async () => {
    const { complaint } = await stored();
    const event = anEvent(complaint.id);
    await inOne(async (tx) => {
      tx.timeline.add(event);
      expect(await tx.timeline.find(event.id)).toEqual(event);
      expect(await tx.timeline.where({ complaintId: complaint.id })).toEqual([event]);
    });
    expect(await inOne(async (tx) => tx.timeline.where({ complaintId: complaint.id }))).toEqual([event]);
  });

  it('are not written where the transaction fails', async () => {
    const { complaint } = await stored();
    await expect(
      inOne(async (tx) => {
        tx.timeline.add(anEvent(complaint.id));
        await Promise.reject(new Error('no'));
      }),
    ).rejects.toThrow('no');
    expect(await inOne(async (tx) => tx.timeline.where({ complaintId: complaint.id }))).toEqual([]);
  });
});

describe('several verbs together', () => {
  it('see each other’s work, and are written as one', async () => {
    const [one, two] = [aHolder(), aHolder()];
    await db.database.together(db.one, async (workplace) => {
      await workplace.inWorkspace(db.one, async (tx) => {
        tx.rightsHolders.add(one);
      });
      await workplace.inWorkspace(db.one, async (tx) => {
        expect(await tx.rightsHolders.find(one.id)).toEqual(one);
      });
      await workplace.inWorkspace(db.one, async (tx) => {
        tx.rightsHolders.add(two);
      });
      expect(await inOne(async (tx) => tx.rightsHolders.find(one.id))).toBeNull();
    });
    expect(await inOne(async (tx) => tx.rightsHolders.find(two.id))).toEqual(two);
  });

  it('are undone together', async () => {
    const holder = aHolder();
    const failing = db.database.together(db.one, async (workplace) => {
      await workplace.inWorkspace(db.one, async (tx) => {
        tx.rightsHolders.add(holder);
      });
      await workplace.inWorkspace(db.one, async () => Promise.reject(new Error('no')));
    });
    await expect(failing).rejects.toThrow('no');
    expect(await inOne(async (tx) => tx.rightsHolders.find(holder.id))).toBeNull();
  });

  it('can’t step into another workspace', async () => {
    const failing = db.database.together(db.one, async (workplace) =>
      workplace.inWorkspace(db.two, async () => Promise.resolve()),
    );
    await expect(failing).rejects.toThrow(`this transaction belongs to workspace ${db.one}, not ${db.two}`);
  });
});

describe('a workspace', () => {
  it('that is no identifier is not found, whatever it says', async () => {
    for (const name of ['', "' or 1=1", 'x', db.one.toUpperCase()]) {
      await expect(db.database.inWorkspace(name, async () => Promise.resolve())).rejects.toMatchObject({
        code: 'workspace-not-found',
      });
    }
  });

  it('does not leak from one transaction of a connection into the next', async () => {
    const { complaint } = await stored();
    const looks = Array.from({ length: 40 }, async (_, n) =>
      db.database.inWorkspace(n % 2 === 0 ? db.one : db.two, async (tx) => [
        n % 2 === 0,
        (await tx.complaints.find(complaint.id)) !== null,
      ]),
    );
    for (const [own, found] of await Promise.all(looks)) expect(found).toBe(own);
    expect(await db.database.identity('select id from complaint')).toEqual([]);
  });
});

describe('references', () => {
  it('are given out once each, however many ask at the same time', async () => {
    const given = await Promise.all(
      Array.from({ length: 20 }, async () => inOne(async (tx) => reserveReferences(tx, 2031, 3))),
    );
    const all = given.flat().sort();
    expect(all).toHaveLength(60);
    expect([all[0], all[59], new Set(all).size]).toEqual(['RD-2031-00001', 'RD-2031-00060', 60]);
    expect(await db.database.inWorkspace(db.two, async (tx) => reserveReferences(tx, 2031, 1))).toEqual([
      'RD-2031-00001',
    ]);
  });
});
