import type { ChannelHealth } from '#libs/domain';
import type { WorkspaceTransaction } from '../workspace-transaction.js';
import { healthColumns } from './delivery-control.js';

/** What is known of a platform's channels; a channel that was never in trouble is not among them. */
export async function channelStates(
  tx: WorkspaceTransaction,
  platform: string,
): Promise<(ChannelHealth & { channel: string })[]> {
  return tx.query(
    `select h.channel, ${healthColumns} from delivery.channel_health h where h.platform = $1 order by h.channel`,
    [platform],
  );
}
