import type { Command } from 'commander';
import { EVERY_PLATFORM } from '#libs/persistence';
import { PauseDeliveries } from '#libs/workflow';
import { withOffice } from './office.js';

const ALL = 'all';
const named = (platform: string): string => (platform === ALL ? EVERY_PLATFORM : platform);

/** The kill switch of the whole installation; a workspace has its own on the platform's page. */
export function addPausing(program: Command): void {
  program
    .command('pause')
    .argument('<platform>', `slug of a platform, or ${ALL}`)
    .requiredOption('--reason <words>', 'told to the people of every workspace')
    .description('let nothing leave for a platform, in any workspace')
    .action(async (platform: string, { reason }: { reason: string }) => {
      await withOffice(async (office) => office.get(PauseDeliveries).pauseEverywhere(named(platform), reason));
    });
  program
    .command('resume')
    .argument('<platform>', `slug of a platform, or ${ALL}`)
    .description('let what waits for a paused platform go on')
    .action(async (platform: string) => {
      await withOffice(async (office) => office.get(PauseDeliveries).resumeEverywhere(named(platform)));
    });
}
