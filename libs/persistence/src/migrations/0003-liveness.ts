import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Liveness of listings: observations with their evidence, when each listing is looked at next, and the workspace's switch. */
export class Liveness1764200300000 implements MigrationInterface {
  readonly name = 'Liveness1764200300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(evidence);
    await runner.query(schedule);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Liveness is not taken back: restore a backup instead.'));
  }
}

const evidence = `
alter table observation
  add ground text not null default 'seen-by-person',
  add recorded_at timestamptz,
  add recorded_by text not null default 'Redress',
  add final_url text,
  add status integer,
  add etag text,
  add last_modified text,
  add sha256 text,
  add fingerprint jsonb,
  add note text,
  add document_id uuid,
  add file_id uuid,
  add foreign key (workspace_id, document_id) references document deferrable initially deferred,
  add foreign key (workspace_id, file_id) references evidence_file deferrable initially deferred;
update observation set recorded_at = at;
alter table observation
  alter recorded_at set not null, alter ground drop default, alter recorded_by drop default;

-- Evidence only grows.
revoke update, delete on observation from redress_app;
`;

const schedule = `
alter table item
  add looked_at timestamptz,
  add next_look_at timestamptz,
  add look_asked_at timestamptz;
create index item_look_due on item (workspace_id, next_look_at) where next_look_at is not null;
-- Delivered, and nobody decided yet when to look; decided since the last look.
create index item_unwatched on item (workspace_id, delivered_at) where delivered_at is not null and next_look_at is null and looked_at is null;
create index item_decided_since on item (workspace_id, decided_at) where decided_at > looked_at;
create index item_look_asked on item (workspace_id, look_asked_at) where look_asked_at is not null;

alter table workspace_rules add observing boolean not null default false;
-- Whose listings are to be looked at: nothing else of the rules is for the relay.
create policy relay_reads on workspace_rules for select to redress_relay using (true);
grant select (workspace_id, observing) on workspace_rules to redress_relay;
`;
