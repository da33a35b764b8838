import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '#libs/domain';
import { anId, openTestDatabase } from './a-database.spec-data.js';
import type { TestDatabase } from './a-database.spec-data.js';
import { dataSource, migrate } from './data-source.js';
import { migrations, tenantTableNames } from './migrations/index.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
  await fillBoth(db);
}, 90_000);
afterAll(async () => db.close(), 30_000);

interface Column {
  table: string;
  column: string;
  nullable: boolean;
  type: string;
}

/** The columns of every table in schema public, as the catalogue has them. */
const columnsOf = async (): Promise<Column[]> =>
  db.owner<Column>(
    `select c.relname as table, a.attname as column, not a.attnotnull as nullable, format_type(a.atttypid, a.atttypmod) as type
       from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
      where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped order by c.relname, a.attnum`,
  );

/** Tables without a mapping: only statements of their own in queries/ reach them. */
const reachedByStatements = ['complaint_number', 'import_mapping', 'import_row', 'platform_pause'];

/** Tables of the migrations' own bookkeeping. */
const notOfTenants = ['migrations'];

describe('the tables of workspaces', () => {
  it('are the ones the migration names', async () => {
    const withWorkspace = (await columnsOf())
      .filter(({ column }) => column === 'workspace_id')
      .map(({ table }) => table);
    expect(withWorkspace.sort()).toEqual([...tenantTableNames].sort());
    const all = [...new Set((await columnsOf()).map(({ table }) => table))];
    expect(all.filter((table) => !withWorkspace.includes(table))).toEqual(notOfTenants);
  });

  it('have workspace_id first in the primary key', async () => {
    const keys = await db.owner<{ table: string; first: string }>(
      `select c.relname as table, a.attname as first from pg_index i join pg_class c on c.oid = i.indrelid
         join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where i.indisprimary and n.nspname = 'public'`,
    );
    const first = Object.fromEntries(keys.map((key) => [key.table, key.first]));
    expect(tenantTableNames.filter((table) => first[table] !== 'workspace_id')).toEqual([]);
  });

  it('refer to each other only within one workspace', async () => {
    const foreign = await db.owner<{ table: string; column: string; other: string }>(
      `select c.relname as table, a.attname as column, f.relname as other from pg_constraint k join pg_class c on c.oid = k.conrelid
         join pg_class f on f.oid = k.confrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
        where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and f.relnamespace = 'public'::regnamespace`,
    );
    expect(foreign.length).toBeGreaterThan(10);
    expect(foreign.filter(({ column }) => column !== 'workspace_id')).toEqual([]);
  });

  it('have row-level security enabled and forced, with a policy for the application', async () => {
    const found = await db.owner<{ table: string; enabled: boolean; forced: boolean; policy: boolean }>(
      `select c.relname as table, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
              exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'own_workspace' and p.polwithcheck is not null) as policy
         from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname = any($1)`,
      [tenantTableNames],
    );
    expect(found).toHaveLength(tenantTableNames.length);
    expect(found.filter((each) => !each.enabled || !each.forced || !each.policy)).toEqual([]);
  });

  it('have a row in each workspace for the tests below', async () => {
    for (const table of tenantTableNames) {
      const rows = await db.owner<{ workspace_id: Id }>(`select distinct workspace_id from ${table}`);
      expect([table, rows.map((row) => row.workspace_id).sort()]).toEqual([table, [db.one, db.two].sort()]);
    }
  });
});

/** What is owed stands in these, and the relay reads some of their columns. */
const readByRelay: ReadonlySet<string> = new Set([
  'outbox',
  'attempt',
  'reply',
  'deadline',
  'filing_judgement',
  'listing_import',
  'platform_pause',
  'status_query',
  'webhook_delivery',
  'workspace_rules',
]);

describe('the roles of the processes', () => {
  it('can’t bypass anything, sign in, or make anything, and own nothing', async () => {
    const roles = await db.owner(
      `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin,
              (select count(*)::int from pg_class c where c.relowner = r.oid) as owns
         from pg_roles r where rolname in ('redress_app', 'redress_relay') order by 1`,
    );
    const nothing = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolcanlogin: false,
      owns: 0,
    };
    expect(roles).toEqual([
      { rolname: 'redress_app', ...nothing },
      { rolname: 'redress_relay', ...nothing },
    ]);
  });

  it('are what connections run as', async () => {
    for (const role of ['redress_app', 'redress_relay'] as const) {
      const source = await dataSource({ url: db.url, poolSize: 1 }, role).initialize();
      try {
        expect(await source.query('select current_user::text as role')).toEqual([{ role }]);
        await expect(source.query('create table mine (id int)')).rejects.toThrow('permission denied');
      } finally {
        await source.destroy();
      }
    }
  });
});

describe.each(tenantTableNames.map((table) => [table] as const))('%s', (table) => {
  it('shows nothing without a workspace, and only the rows of the workspace that is set', async () => {
    expect(await db.as('redress_app', null, `select workspace_id from ${table}`)).toEqual([]);
    const seen = await db.as<{ workspace_id: Id }>('redress_app', db.one, `select distinct workspace_id from ${table}`);
    expect(seen).toEqual([{ workspace_id: db.one }]);
    expect(
      await db.as('redress_app', db.one, `select workspace_id from ${table} where workspace_id = $1`, [db.two]),
    ).toEqual([]);
  });

  it('takes no row into another workspace', async () => {
    const copy = `insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`;
    const [row] = await db.owner<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${table} t where workspace_id = $1 limit 1`,
      [db.two],
    );
    for (const workspace of [db.one, null]) {
      await expect(
        db.as('redress_app', workspace, copy, [JSON.stringify({ ...row?.row, id: anId() })]),
      ).rejects.toThrow(/row-level security/);
    }
  });

  it('lets no row of another workspace be changed, removed, or moved', async () => {
    const attempts = [
      `update ${table} set workspace_id = workspace_id where workspace_id = $1 returning 1`,
      `delete from ${table} where workspace_id = $1 returning 1`,
    ];
    for (const sql of attempts) {
      const done = await db.as('redress_app', db.one, sql, [db.two]).catch((error: unknown) => String(error));
      if (typeof done === 'string') expect(done).toContain('permission denied');
      else expect(done).toEqual([]);
    }
    const moved = await db
      .as('redress_app', db.one, `update ${table} set workspace_id = $1 returning 1`, [db.two])
      .catch((error: unknown) => String(error));
    expect(moved).toMatch(/row-level security|permission denied|only grows|foreign key/);
  });
});

describe('what only grows', () => {
  it.each(['audit_event', 'document', 'timeline_event', 'filing_error', 'kept_mail', 'evidence_file'])(
    '%s can’t be changed or removed by the application',
    async (table) => {
      await expect(db.as('redress_app', db.one, `update ${table} set id = id`)).rejects.toThrow('permission denied');
      await expect(db.as('redress_app', db.one, `delete from ${table}`)).rejects.toThrow('permission denied');
      await expect(db.as('redress_app', db.one, `truncate ${table}`)).rejects.toThrow('permission denied');
    },
  );

  it.each(['audit_event', 'document'])('%s can’t be changed or removed even by its owner', async (table) => {
    await expect(db.owner(`update ${table} set id = id`)).rejects.toThrow(`${table} only grows`);
    await expect(db.owner(`delete from ${table}`)).rejects.toThrow(`${table} only grows`);
  });
});

describe('the relay', () => {
  it('sees what any workspace owes, and no more of anything', async () => {
    expect(await db.as('redress_relay', null, 'select 1 from outbox')).toHaveLength(2);
    expect(await db.as('redress_relay', null, 'select id, state from attempt')).toHaveLength(2);
    await expect(db.as('redress_relay', null, 'select proof from attempt')).rejects.toThrow('permission denied');
    await expect(db.as('redress_relay', null, 'select text from reply')).rejects.toThrow('permission denied');
    await expect(db.as('redress_relay', null, 'select answer from webhook_delivery')).rejects.toThrow(
      'permission denied',
    );
    await expect(db.as('redress_relay', null, `update attempt set state = 'queued'`)).rejects.toThrow(
      'permission denied',
    );
    for (const table of tenantTableNames.filter((each) => !readByRelay.has(each))) {
      await expect(db.as('redress_relay', null, `select 1 from ${table}`)).rejects.toThrow('permission denied');
    }
  });
});

describe('an API key', () => {
  it('is seen by whoever knows its hash, and by nobody else', async () => {
    const [key] = await db.owner<{ id: Id; hash: string }>('select id, hash from api_key where workspace_id = $1', [
      db.two,
    ]);
    expect(await db.database.apiKeyByHash(key?.hash ?? '')).toMatchObject({ id: key?.id, workspaceId: db.two });
    expect(await db.database.apiKeyByHash('0'.repeat(64))).toBeNull();
    expect(await db.database.apiKeyByHash('')).toBeNull();
  });
});

describe('a calendar feed', () => {
  it('is seen by whoever knows its hash, and by nobody else', async () => {
    const [feed] = await db.owner<{ id: Id; hash: string }>(
      'select id, hash from calendar_feed where workspace_id = $1',
      [db.two],
    );
    expect(await db.database.calendarFeedByHash(feed?.hash ?? '')).toMatchObject({ id: feed?.id, workspaceId: db.two });
    expect(await db.database.calendarFeedByHash('0'.repeat(64))).toBeNull();
    expect(await db.database.calendarFeedByHash('')).toBeNull();
  });
});

describe('the description of the tables in the program', () => {
  it('has every column of the database with the same type and nullability, and no other', async () => {
    const types: Record<string, string> = { timestamptz: 'timestamp with time zone' };
    const source = await dataSource({ url: db.url, poolSize: 1 }, 'redress_app').initialize();
    try {
      const described = source.entityMetadatas.flatMap((entity) =>
        entity.columns.map((column) => {
          const type = source.driver.normalizeType(column);
          return {
            table: entity.tableName,
            column: column.databaseName,
            nullable: column.isNullable,
            type: `${types[type] ?? type}${column.isArray ? '[]' : ''}`,
          };
        }),
      );
      const real = (await columnsOf()).filter(
        ({ table }) => !reachedByStatements.includes(table) && !notOfTenants.includes(table),
      );
      const text = (columns: readonly Column[]): string[] =>
        columns.map((each) => `${each.table}.${each.column} ${each.type}${each.nullable ? ' null' : ''}`).sort();
      expect(text(described)).toEqual(text(real));
    } finally {
      await source.destroy();
    }
  });
});

describe('migrating', () => {
  it('a second time changes nothing', async () => {
    const before = await columnsOf();
    expect(await migrate(db.url)).toEqual([]);
    expect(await columnsOf()).toEqual(before);
  });

  it('from two processes at once does it once', async () => {
    const [{ name }] = (await db.owner<{ name: string }>(`select 'twice_' || pg_backend_pid() as name`)) as [
      { name: string },
    ];
    await db.owner(`create database ${name}`);
    const url = db.url.replace(/[^/]+$/, name);
    try {
      const ran = await Promise.all([migrate(url), migrate(url)]);
      expect(ran.map((names) => names.length).sort()).toEqual([0, migrations.length]);
    } finally {
      await db.owner(`drop database ${name} with (force)`);
    }
  }, 30_000);
});

/** A row in every table of both workspaces, each column with a value of its type. */
async function fillBoth(target: TestDatabase): Promise<void> {
  const parents: Record<string, [table: string, column: string]> = {
    rights_holder_id: ['rights_holder', 'id'],
    complaint_id: ['complaint', 'id'],
    right_id: ['ip_right', 'id'],
    document_id: ['document', 'id'],
    attempt_id: ['attempt', 'id'],
    item_id: ['item', 'id'],
    import_id: ['listing_import', 'id'],
    webhook_id: ['webhook', 'id'],
    message_id: ['webhook_message', 'id'],
  };
  const order = ['rights_holder', 'ip_right', 'complaint', 'item', 'document', 'listing_import', ...tenantTableNames];
  const columns = await columnsOf();
  for (const workspace of [target.one, target.two]) {
    for (const table of new Set(order)) {
      const own = columns.filter((column) => column.table === table && !column.nullable);
      const row: Record<string, unknown> = {};
      for (const { column, type } of own) {
        const parent = parents[column];
        const [found] =
          parent === undefined
            ? []
            : await target.owner<{ id: Id }>(`select ${parent[1]} as id from ${parent[0]} where workspace_id = $1`, [
                workspace,
              ]);
        row[column] = isOwnId(table, column) ? workspace : (found?.id ?? sample(type));
      }
      await target.owner(`insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`, [
        JSON.stringify(row),
      ]);
    }
  }
}

/** The rules of a workspace are one row, whose id is the workspace's own. */
const isOwnId = (table: string, column: string): boolean =>
  column === 'workspace_id' || (table === 'workspace_rules' && column === 'id');

function sample(type: string): unknown {
  const samples: Record<string, unknown> = {
    uuid: anId(),
    text: `sample ${anId()}`,
    integer: 1,
    bigint: 1,
    date: '2026-01-01',
    boolean: false,
    jsonb: {},
    bytea: '\\x00',
    'timestamp with time zone': '2026-01-01T00:00:00Z',
  };
  return type.endsWith('[]') ? [] : samples[type];
}
