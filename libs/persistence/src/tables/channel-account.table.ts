import type { ChannelAccount } from '#libs/domain';
import { EntitySchema } from 'typeorm';
import { id, instant, text } from './columns.js';

export const channelAccountTable = new EntitySchema<ChannelAccount>({
  name: 'channel_account',
  columns: {
    workspaceId: id(),
    id: id(),
    platform: text(),
    channel: text(),
    name: text(),
    sealed: text(),
    setBy: text(),
    createdAt: instant(),
    updatedAt: instant(),
  },
});
