import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Fault } from '#libs/domain';
import { Identity } from '#libs/persistence';
import type { Person, Workspace } from '#libs/persistence';
import { ApiKeys } from './api-keys.js';
import { Journal } from './journal.js';
import { hashPassword } from './password.js';

export interface FirstAdministrator {
  email: string;
  /** drawn at random and returned once where absent */
  password?: string;
  /** a full-scope key of workspace `main` */
  apiKey?: string;
}

export interface Bootstrapped {
  person: Person;
  /** set only where it was just drawn at random */
  password: string | null;
}

/** Makes sure there is a first administrator and a workspace `main`. Doing it again changes nothing. */
@Injectable()
export class Bootstrap {
  constructor(
    private readonly identity: Identity,
    private readonly apiKeys: ApiKeys,
    private readonly journal: Journal,
  ) {}

  async run(administrator: FirstAdministrator): Promise<Bootstrapped> {
    const main = await this.workspace({ name: 'Main', slug: 'main', simulated: false });
    const known = await this.identity.personByEmail(administrator.email);
    const password =
      known === null && administrator.password === undefined ? randomBytes(12).toString('base64url') : null;
    const person = known ?? (await this.person(administrator.email, administrator.password ?? password ?? ''));
    await this.join(main, person);
    if (administrator.apiKey !== undefined) {
      await this.apiKeys.create(main.id, {
        name: 'bootstrap',
        scopes: ['*'],
        secret: administrator.apiKey,
        owner: person.email,
      });
    }
    return { person, password };
  }

  /** The workspace with this slug, made where there is none. */
  async workspace(wanted: Omit<Workspace, 'id'>): Promise<Workspace> {
    const known = await this.identity.workspaceBySlug(wanted.slug);
    if (known !== null) return known;
    const workspace = { ...wanted, id: this.journal.newId() };
    await this.identity.addWorkspace(workspace);
    return workspace;
  }

  async join(workspace: Workspace, person: Person): Promise<void> {
    await this.identity.addMember({
      id: this.journal.newId(),
      workspaceId: workspace.id,
      personId: person.id,
      role: 'owner',
    });
  }

  /** A new workspace; its slug is made of its name. */
  async createWorkspace(name: string): Promise<Workspace> {
    const slug = name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '');
    if (slug === '')
      throw new Fault(
        'invalid',
        'workspace-name',
        'Give the workspace a name with at least one letter or digit of the Latin script.',
      );
    if ((await this.identity.workspaceBySlug(slug)) !== null)
      throw new Fault('conflict', 'workspace-exists', `There is a workspace "${slug}" already.`);
    return this.workspace({ name, slug, simulated: false });
  }

  private async person(email: string, password: string): Promise<Person> {
    const person = { id: this.journal.newId(), name: email.split('@')[0] ?? email, email: email.toLowerCase() };
    await this.identity.addPerson({
      ...person,
      accountId: this.journal.newId(),
      passwordHash: await hashPassword(password),
    });
    return person;
  }
}
