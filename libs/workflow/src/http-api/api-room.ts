import { dialectOf, readReport, sealReport } from '#libs/channels';
import type { AccountSecrets, ApiChannel, Dialect, Line } from '#libs/channels';
import type { Attempt, Complaint, Id, Platform } from '#libs/domain';
import type { NoticeFacts } from '#libs/notices';
import type { Workplace } from '#libs/persistence';
import { formValues } from '../form-values.js';
import type { Rulebook } from '../rulebook.js';
import type { HandedOver, SealedNotice, WayOut } from '../ways-out.js';
import { accountFor, interfaceOf } from './accounts.js';
import type { AccountVault } from './accounts.js';

/** Where notices become requests, and platforms are asked what became of them. */
export class ApiRoom implements WayOut {
  constructor(
    readonly channel: ApiChannel,
    private readonly workplace: Workplace,
    private readonly rulebook: Rulebook,
    private readonly vault: AccountVault,
  ) {}

  seal(attempt: Attempt, complaint: Complaint, facts: NoticeFacts): Promise<SealedNotice> {
    const dialect = this.dialect(this.rulebook.platform(complaint.platform));
    return Promise.resolve(sealReport(dialect, complaint.platform, formValues(this.rulebook, attempt, facts)));
  }

  async send({ raw }: SealedNotice, attempt: Attempt, signal: AbortSignal): Promise<HandedOver> {
    const line = await this.line(attempt.workspaceId, readReport(raw).platform, signal);
    return this.channel.deliver(raw, line, attempt.proof);
  }

  async close(): Promise<void> {
    await Promise.resolve();
  }

  /** Whom one speaks to, as whom; with the secrets as they are now, or those just entered. */
  async line(workspaceId: Id, slug: string, signal: AbortSignal, entered: AccountSecrets | null = null): Promise<Line> {
    const platform = this.rulebook.platform(slug);
    const secrets = entered ?? (await this.secrets(workspaceId, slug));
    return { dialect: this.dialect(platform), simulated: platform.simulated, secrets, signal };
  }

  private async secrets(workspaceId: Id, slug: string): Promise<AccountSecrets> {
    return this.workplace.inWorkspace(workspaceId, async (tx) => {
      const account = await accountFor(tx, slug, 'http-api');
      return account === null ? {} : this.vault.open(account);
    });
  }

  private dialect(platform: Platform): Dialect {
    const api = interfaceOf(platform)?.api;
    if (api === undefined) throw new Error(`config/platforms no longer says how ${platform.name}'s interface is used.`);
    return dialectOf(api);
  }
}
