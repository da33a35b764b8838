import { Injectable } from '@nestjs/common';
import type { AccountSecrets } from '#libs/channels';
import { Fault } from '#libs/domain';
import type { AccountSecret, ChannelAccount, ChannelKind, FieldFault, PlatformChannel } from '#libs/domain';
import { Workplace } from '#libs/persistence';
import type { Caller } from '../caller.js';
import { Journal } from '../journal.js';
import { oneAtATime } from '../one-at-a-time.js';
import { Rulebook } from '../rulebook.js';
import { AccountVault, accountFor, interfaceOf, secretsAsked } from './accounts.js';
import { ApiRoom } from './api-room.js';

/** What may be known of an account: never its secrets. */
export interface KnownAccount {
  platform: string;
  /** the way of filing it is for */
  channel: ChannelKind;
  /** the secrets it asks for */
  asks: readonly AccountSecret[];
  /** null where the workspace has none */
  account: Pick<ChannelAccount, 'name' | 'setBy' | 'updatedAt'> | null;
}

/** Whom the workspace is to a platform's interface. Secrets go in and never come out. */
@Injectable()
export class KeepAccount {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
    private readonly rulebook: Rulebook,
    private readonly vault: AccountVault,
    private readonly room: ApiRoom,
  ) {}

  /** Every way of every platform that takes an account. */
  async list({ workspaceId }: Caller): Promise<KnownAccount[]> {
    const ways = this.rulebook.platforms.flatMap(({ slug, channels }) =>
      channels.filter((way) => secretsAsked(way).length > 0).map((way) => ({ slug, way })),
    );
    return this.workplace.inWorkspace(workspaceId, async (tx) => {
      const accounts = await tx.accounts.where({});
      return ways.map(({ slug, way }) => ({
        platform: slug,
        channel: way.kind,
        asks: secretsAsked(way),
        account: accounts.find(({ platform, channel }) => platform === slug && channel === way.kind) ?? null,
      }));
    });
  }

  /** @param channel null = the first way of the platform that takes an account */
  async read(caller: Caller, platform: string, channel: ChannelKind | null = null): Promise<KnownAccount> {
    const way = this.way(platform, channel);
    return this.workplace.inWorkspace(caller.workspaceId, async (tx) => ({
      platform,
      channel: way.kind,
      asks: secretsAsked(way),
      account: await accountFor(tx, platform, way.kind),
    }));
  }

  async set(
    caller: Caller,
    platform: string,
    channel: ChannelKind | null,
    entered: { name: string; secrets: AccountSecrets },
  ): Promise<KnownAccount> {
    const way = this.way(platform, channel);
    const asks = secretsAsked(way);
    const faults = faultsOf(entered.secrets, asks);
    if (faults.length > 0)
      throw new Fault(
        'invalid',
        'account-invalid',
        `The account needs ${asks.join(' and ')}, and nothing else.`,
        faults,
      );
    const { workspaceId, actor } = caller;
    await this.workplace.inWorkspace(workspaceId, async (tx) => {
      await oneAtATime(tx, 'accounts');
      const before = await accountFor(tx, platform, way.kind);
      const now = this.journal.now();
      const id = before?.id ?? this.journal.newId();
      const sealed = this.vault.seal({ workspaceId, id }, entered.secrets);
      const saved = { name: entered.name, sealed, setBy: actor.name, updatedAt: now };
      if (before === null) tx.accounts.add({ workspaceId, id, platform, channel: way.kind, createdAt: now, ...saved });
      else await tx.accounts.change(id, saved);
      this.journal.audit(tx, actor, 'account.set', id, { platform, channel: way.kind, name: entered.name });
    });
    return this.read(caller, platform, way.kind);
  }

  async remove(caller: Caller, platform: string, channel: ChannelKind | null): Promise<void> {
    const { kind } = this.way(platform, channel);
    await this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const account = await accountFor(tx, platform, kind);
      if (account === null) return;
      await tx.accounts.remove(account.id);
      this.journal.audit(tx, caller.actor, 'account.remove', account.id, {
        platform,
        channel: kind,
        name: account.name,
      });
    });
  }

  /** Signs in without filing anything; null where it went well, or what went wrong. */
  async try(caller: Caller, platform: string, signal: AbortSignal): Promise<string | null> {
    if (interfaceOf(this.rulebook.platform(platform)) === null)
      throw new Fault(
        'conflict',
        'sign-in-not-tried',
        'A sign-in is tried on an interface only; a form is tried by filing.',
      );
    return this.room.channel.trySignIn(await this.room.line(caller.workspaceId, platform, signal));
  }

  private way(slug: string, channel: ChannelKind | null): PlatformChannel {
    const { channels } = this.rulebook.platform(slug);
    const ways = channels.filter((each) => secretsAsked(each).length > 0);
    const way = channel === null ? ways[0] : ways.find(({ kind }) => kind === channel);
    if (way !== undefined) return way;
    const detail = `Redress signs in with ${slug} nowhere${channel === null ? '' : ` by ${channel}`}, so that it takes no account.`;
    throw new Fault('not-found', 'no-account-taken', detail);
  }
}

function faultsOf(secrets: AccountSecrets, asks: readonly AccountSecret[]): FieldFault[] {
  const missing = asks.filter((name) => (secrets[name] ?? '').trim() === '');
  const foreign = Object.keys(secrets).filter((name) => !asks.some((asked) => asked === name));
  return [
    ...missing.map((name) => ({ pointer: `/secrets/${name}`, code: 'missing', detail: `${name} is missing.` })),
    ...foreign.map((name) => ({ pointer: `/secrets/${name}`, code: 'unknown', detail: `${name} is not asked for.` })),
  ];
}
