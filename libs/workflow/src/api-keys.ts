import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Fault } from '#libs/domain';
import type { Actor, Id } from '#libs/domain';
import { Database } from '#libs/persistence';
import type { ApiKey } from '#libs/persistence';
import { Journal, system } from './journal.js';
import { sha256 } from './store-document.js';

/** What a key may do; `*` is everything. */
export const scopes = [
  '*',
  'complaints:read',
  'complaints:write',
  'complaints:approve',
  'replies:write',
  'measures:read',
  'rules:write',
  'webhooks:write',
] as const;
export type Scope = (typeof scopes)[number];

/** Keys of programs. The secret is shown once; only its hash is kept. */
@Injectable()
export class ApiKeys {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /** A new key. `secret` may be given by an operator (bootstrap); it must have at least 16 characters. */
  async create(
    workspaceId: Id,
    key: { name: string; scopes: readonly Scope[]; secret?: string; actor?: Actor; owner?: string },
  ): Promise<string> {
    const secret = key.secret ?? `rdk_${randomBytes(32).toString('base64url')}`;
    if (secret.length < 16)
      throw new Fault('invalid', 'api-key-short', 'An API key needs at least 16 characters, drawn at random.');
    const actor = key.actor ?? system;
    const row: ApiKey = {
      workspaceId,
      id: this.journal.newId(),
      name: key.name,
      hash: sha256(secret),
      scopes: [...key.scopes],
      createdBy: key.owner ?? actor.name,
      createdAt: this.journal.now(),
      expiresAt: null,
      revokedAt: null,
    };
    await this.database.inWorkspace(workspaceId, async (tx) => {
      const [known] = await tx.apiKeys.where({ hash: row.hash });
      if (known !== undefined) return;
      tx.apiKeys.add(row);
      this.journal.audit(tx, actor, 'api-key.create', row.id, { name: key.name, scopes: row.scopes });
    });
    return secret;
  }

  /** The key behind a secret, or null where there is none, or it has expired or was revoked. */
  async verify(
    secret: string,
  ): Promise<{ workspaceId: Id; id: Id; name: string; scopes: string[]; createdBy: string } | null> {
    const key = await this.database.apiKeyByHash(sha256(secret));
    if (key === null || key.revokedAt !== null) return null;
    return key.expiresAt !== null && key.expiresAt <= this.journal.now() ? null : key;
  }
}
