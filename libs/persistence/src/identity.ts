import { Pool } from 'pg';
import type { Id } from '#libs/domain';
import type { Database } from './database.js';

export interface Person {
  id: Id;
  name: string;
  email: string;
}

export interface Workspace {
  id: Id;
  name: string;
  slug: string;
  /** everything in it was made by a simulation */
  simulated: boolean;
}

const workspaceColumns = `o.id, o.name, o.slug, coalesce((nullif(o.metadata, '')::jsonb ->> 'simulated')::boolean, false) as simulated`;

/** People and workspaces: the rows better-auth signs people in with. */
export class Identity {
  constructor(private readonly database: Database) {}

  async personByEmail(email: string): Promise<Person | null> {
    const [row] = await this.database.identity<Person>(
      `select id, name, email from auth."user" where email = lower($1)`,
      [email],
    );
    return row ?? null;
  }

  async personById(id: Id): Promise<Person | null> {
    const [row] = await this.database.identity<Person>(`select id, name, email from auth."user" where id = $1`, [id]);
    return row ?? null;
  }

  /** A person who signs in with a password. `passwordHash` is an argon2id string. */
  async addPerson(person: Person & { accountId: Id; passwordHash: string }): Promise<void> {
    await this.database.identity(
      `with person as (
         insert into auth."user" (id, name, email, "emailVerified") values ($1, $2, lower($3), true) returning id)
       insert into auth.account (id, "accountId", "providerId", "userId", password)
       select $4, id::text, 'credential', id, $5 from person`,
      [person.id, person.name, person.email, person.accountId, person.passwordHash],
    );
  }

  async workspaceBySlug(slug: string): Promise<Workspace | null> {
    const [row] = await this.database.identity<Workspace>(
      `select ${workspaceColumns} from auth.organization o where slug = $1`,
      [slug],
    );
    return row ?? null;
  }

  async workspaceById(id: Id): Promise<Workspace | null> {
    const [row] = await this.database.identity<Workspace>(
      `select ${workspaceColumns} from auth.organization o where id = $1`,
      [id],
    );
    return row ?? null;
  }

  async addWorkspace(workspace: Workspace): Promise<void> {
    await this.database.identity(`insert into auth.organization (id, name, slug, metadata) values ($1, $2, $3, $4)`, [
      workspace.id,
      workspace.name,
      workspace.slug,
      JSON.stringify({ simulated: workspace.simulated }),
    ]);
  }

  async renameWorkspace(id: Id, slug: string): Promise<void> {
    await this.database.identity(`update auth.organization set slug = $2 where id = $1`, [id, slug]);
  }

  async addMember(member: { id: Id; workspaceId: Id; personId: Id; role: string }): Promise<void> {
    await this.database.identity(
      `insert into auth.member (id, "organizationId", "userId", role) values ($1, $2, $3, $4) on conflict do nothing`,
      [member.id, member.workspaceId, member.personId, member.role],
    );
  }

  /** Remembers in which workspace a signed-in person works. */
  async setActiveWorkspace(sessionId: Id, workspaceId: Id): Promise<void> {
    await this.database.identity(`update auth.session set "activeOrganizationId" = $2 where id = $1`, [
      sessionId,
      workspaceId,
    ]);
  }

  /** The workspaces a person belongs to, real ones first, oldest first. */
  async workspacesOf(personId: Id): Promise<(Workspace & { role: string })[]> {
    return this.database.identity(
      `select ${workspaceColumns}, m.role from auth.member m join auth.organization o on o.id = m."organizationId"
        where m."userId" = $1 order by simulated, o."createdAt", o.id`,
      [personId],
    );
  }
}

/**
 * The connection pool better-auth works on: the identity tables, with the rights of the application. A connection lost while
 * nobody uses it (PostgreSQL was restarted) is replaced at the next use; unheard, its error would end the process.
 */
export const identityPool = (url: string, size = 5): Pool =>
  new Pool({ connectionString: url, max: size, options: '-c role=redress_app -c search_path=auth' }).on(
    'error',
    () => undefined,
  );
