import { replyAddress } from '#libs/answers';
import { readSealedForm, sealForm } from '#libs/channels';
import type { BrowserForm, FormAccount } from '#libs/channels';
import { waysOf } from '#libs/domain';
import type { Attempt, Complaint, FormRecipe, Id, Platform } from '#libs/domain';
import type { FileStore } from '#libs/files';
import type { NoticeFacts } from '#libs/notices';
import { formValues } from './form-values.js';
import type { MailSettings } from './mail-room.js';
import type { Rulebook } from './rulebook.js';
import type { HandedOver, SealedNotice, WayOut } from './ways-out.js';

/** The account a workspace has with a platform; null where none is on record. */
export type AccountOf = (workspaceId: Id, platform: string) => Promise<FormAccount | null>;

/** Where notices are typed into platforms' own web forms. */
export class FormRoom implements WayOut {
  constructor(
    private readonly channel: BrowserForm,
    private readonly rulebook: Rulebook,
    private readonly files: FileStore,
    private readonly account: AccountOf,
    private readonly mail: Pick<MailSettings, 'domain' | 'secret'>,
  ) {}

  /** The values the form will be given, and the hashes of its files: the same at every try. */
  async seal(attempt: Attempt, complaint: Complaint, facts: NoticeFacts): Promise<SealedNotice> {
    const platform = this.rulebook.platform(complaint.platform);
    const recipe = waysOf(platform, complaint.ground).find(({ kind }) => kind === 'browser-form')?.form;
    if (recipe === undefined)
      throw new Error(`config/platforms no longer says how ${platform.name}'s form is filled in.`);
    const { domain, secret } = this.mail;
    const { id: attemptId, workspaceId } = attempt;
    const reply = { address: replyAddress({ secret, workspaceId, attemptId, domain }) };
    const sealed = sealForm(recipe, formValues(this.rulebook, attempt, facts), { reply });
    return Promise.resolve({ ...sealed, mediaType: 'application/json', messageId: `<${attemptId}@${domain}>` });
  }

  async send({ raw, sha256 }: SealedNotice, attempt: Attempt, signal: AbortSignal): Promise<HandedOver> {
    const sealed = readSealedForm(raw);
    const platform = this.rulebook.platform(sealed.platform);
    const { workspaceId } = attempt;
    const delivery = {
      recipe: recipeAt(platform, sealed.start),
      simulated: platform.simulated,
      raw,
      sha256,
      account: await this.account(workspaceId, platform.slug),
      file: async (hash: string) => this.files.bytes(workspaceId, hash),
    };
    return this.channel.deliver(delivery, { signal });
  }

  /** Every browser is closed with its filing. */
  async close(): Promise<void> {
    await Promise.resolve();
  }
}

/** The signs of the form as its profile describes them now; what is entered was sealed. */
function recipeAt({ name, channels }: Platform, start: string): FormRecipe {
  const forms = channels.flatMap(({ form }) => form ?? []);
  const recipe = forms.find((form) => form.start === start);
  if (recipe === undefined) throw new Error(`config/platforms no longer describes the form of ${name} at ${start}.`);
  return recipe;
}
