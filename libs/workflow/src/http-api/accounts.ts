import { dialectOf } from '#libs/channels';
import type { AccountSecrets } from '#libs/channels';
import { accountSecretsOf } from '#libs/domain';
import type { AccountSecret, ChannelAccount, ChannelKind, Id, Platform, PlatformChannel } from '#libs/domain';
import type { Workplace, WorkspaceTransaction } from '#libs/persistence';
import { Seal } from '#libs/webhooks';

/** The account a workspace has for a platform's interface or form; null where it has none. */
export async function accountFor(
  tx: WorkspaceTransaction,
  platform: string,
  channel: ChannelKind,
): Promise<ChannelAccount | null> {
  const [account] = await tx.accounts.where({ platform, channel }, { limit: 1 });
  return account ?? null;
}

/** The interface of a platform, where its profile says how it is used. */
export const interfaceOf = (platform: Platform): PlatformChannel | null =>
  platform.channels.find(({ kind, api }) => kind === 'http-api' && api !== undefined) ?? null;

/** The secrets this way asks of an account; none where anybody may go it, or Redress can't. */
export function secretsAsked({ kind, api, form }: PlatformChannel): readonly AccountSecret[] {
  if (kind === 'http-api' && api !== undefined) return accountSecretsOf[dialectOf(api).auth.kind];
  return kind === 'browser-form' && (form?.signIn ?? []).length > 0 ? accountSecretsOf.basic : [];
}

/** The platform with the ways this workspace can go: one that asks for an account is none without it. */
export async function withUsableWays(tx: WorkspaceTransaction, platform: Platform): Promise<Platform> {
  const closed = new Set<ChannelKind>();
  for (const channel of platform.channels) {
    if (secretsAsked(channel).length === 0) continue;
    if ((await accountFor(tx, platform.slug, channel.kind)) === null) closed.add(channel.kind);
  }
  if (closed.size === 0) return platform;
  return { ...platform, channels: platform.channels.filter(({ kind }) => !closed.has(kind)) };
}

/** Seals the secrets of accounts, each bound to the account it belongs to. */
export class AccountVault {
  private readonly box: Seal;

  constructor(secret: string) {
    this.box = new Seal(secret);
  }

  seal(account: { workspaceId: Id; id: Id }, secrets: AccountSecrets): string {
    return this.box.seal(JSON.stringify(secrets), ownerOf(account));
  }

  /** Empty where they were sealed with another secret of the installation: the account has to be entered again. */
  open(account: Pick<ChannelAccount, 'workspaceId' | 'id' | 'sealed'>): AccountSecrets {
    const opened = this.box.open(account.sealed, ownerOf(account));
    return opened === null ? {} : (JSON.parse(opened) as AccountSecrets);
  }
}

const ownerOf = ({ workspaceId, id }: { workspaceId: Id; id: Id }): string => `channel-account ${workspaceId} ${id}`;

/** The name and password a workspace signs in with on a platform's form. */
export const formAccounts =
  (workplace: Workplace, vault: AccountVault) =>
  async (workspaceId: Id, platform: string): Promise<{ user: string; password: string } | null> =>
    workplace.inWorkspace(workspaceId, async (tx) => {
      const account = await accountFor(tx, platform, 'browser-form');
      if (account === null) return null;
      const { user = '', password = '' } = vault.open(account);
      return { user, password };
    });
