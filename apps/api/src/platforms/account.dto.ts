import { ApiProperty } from '@nestjs/swagger';
import { accountSecretsOf, channelKinds } from '#libs/domain';
import type { AccountSecret, ChannelKind } from '#libs/domain';
import type { KnownAccount } from '#libs/workflow';
import { OneOf, Part, Text } from '../http/field.js';

const secretNames = [...new Set(Object.values(accountSecretsOf).flat())];

/** Secrets go in, and no answer holds any. */
export class AccountSecretsBody implements Partial<Record<AccountSecret, string>> {
  @Text({ max: 1000, optional: true, min: 1 })
  user?: string;
  @Text({ max: 1000, optional: true, min: 1 })
  password?: string;
  @Text({ max: 8000, optional: true, min: 1 })
  token?: string;
  @Text({ max: 8000, optional: true, min: 1 })
  key?: string;
  @Text({ max: 1000, optional: true, min: 1 })
  clientId?: string;
  @Text({ max: 1000, optional: true, min: 1 })
  clientSecret?: string;
}

export class AccountQuery {
  @OneOf(channelKinds, { optional: true, description: 'the way of filing; left out, the first that takes an account' })
  channel?: ChannelKind;
}

export class AccountBody {
  @Text({ min: 1, max: 200, description: 'what people call the account' })
  name!: string;
  @Part(() => AccountSecretsBody, { description: 'what the platform asks for (`asks`), all of it' })
  secrets!: AccountSecretsBody;
}

export class AccountView {
  @ApiProperty({ type: 'string' })
  platform!: string;
  @ApiProperty({ enum: channelKinds })
  channel!: ChannelKind;
  @ApiProperty({ type: 'array', items: { type: 'string', enum: secretNames }, description: 'secrets it asks for' })
  asks!: AccountSecret[];
  @ApiProperty({ type: 'boolean', description: 'whether the workspace has entered an account' })
  entered!: boolean;
  @ApiProperty({ type: 'string', nullable: true })
  name!: string | null;
  @ApiProperty({ type: 'string', nullable: true, description: 'who entered it' })
  setBy!: string | null;
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  setAt!: Date | null;
}

export class SignInView {
  @ApiProperty({ type: 'boolean' })
  works!: boolean;
  @ApiProperty({ type: 'string', nullable: true, description: 'what went wrong' })
  detail!: string | null;
}

export const accountView = ({ platform, channel, asks, account }: KnownAccount): AccountView => ({
  platform,
  channel,
  asks: [...asks],
  entered: account !== null,
  name: account?.name ?? null,
  setBy: account?.setBy ?? null,
  setAt: account?.updatedAt ?? null,
});

/** The secrets that were given; a field that was left out is none. */
export const given = (secrets: AccountSecretsBody): Partial<Record<AccountSecret, string>> =>
  Object.fromEntries(Object.entries({ ...secrets }).filter(([, value]) => typeof value === 'string'));
