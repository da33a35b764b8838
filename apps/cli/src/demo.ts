import type { Command } from 'commander';
import { Identity } from '#libs/persistence';
import { Bootstrap, Simulate, WatchDeadlines } from '#libs/workflow';
import type { SimulationResult } from '#libs/workflow';
import { settingsOfCommand, withOffice } from './office.js';
import { liveInParts } from './simulate-parts.js';
import { worldOptions } from './simulated-world.js';

interface Wanted {
  workspace: string;
  name: string;
  seed: number;
  complaints: number;
}

export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('fill the workspace "Demo" with a simulated year, unless it is there already')
    .option('--seed <n>', 'the same seed gives the same year', wholeNumber, 1)
    .option('--complaints <n>', 'how many', wholeNumber, 2000)
    .action(async (options: { seed: number; complaints: number }) =>
      simulate({ workspace: 'demo', name: 'Demo', ...options }),
    );
  program
    .command('simulate')
    .description('fill a new workspace with a simulated year of the sandbox platforms')
    .requiredOption('--seed <n>', 'the same seed gives the same year', wholeNumber)
    .requiredOption('--complaints <n>', 'how many', wholeNumber)
    .action(async ({ seed, complaints }: { seed: number; complaints: number }) =>
      simulate({
        workspace: `simulation-${seed}-${complaints}`,
        name: `Simulation ${seed} (${complaints})`,
        seed,
        complaints,
      }),
    );
}

function wholeNumber(text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new Error(`"${text}" is no whole number`);
  return Number(text);
}

async function simulate(wanted: Wanted): Promise<void> {
  await withOffice(async (office) => {
    const identity = office.get(Identity);
    if ((await identity.workspaceBySlug(wanted.workspace)) !== null) {
      process.stdout.write(`The workspace "${wanted.name}" is there already; nothing was changed.\n`);
      return;
    }
    const bootstrap = office.get(Bootstrap);
    // Under its own name only once it is whole: an interrupted simulation is begun again, and nobody is shown half a year.
    const workspace = await bootstrap.workspace({
      name: wanted.name,
      slug: `unfinished-${String(Date.now())}`,
      simulated: true,
    });
    const world = { workspaceId: workspace.id, seed: wanted.seed, complaints: wanted.complaints, to: new Date() };
    const began = Date.now();
    const simulate = office.get(Simulate);
    await simulate.prepare(worldOptions(world));
    const result = await liveInParts(
      world,
      async (part, onProgress) => simulate.live({ ...worldOptions(world), onProgress }, part),
      progress,
    );
    await office.get(WatchDeadlines).run();
    await identity.renameWorkspace(workspace.id, wanted.workspace);
    const administrator = await identity.personByEmail(settingsOfCommand().REDRESS_BOOTSTRAP_EMAIL);
    if (administrator !== null) await bootstrap.join(workspace, administrator);
    process.stdout.write(summary(wanted.name, result, (Date.now() - began) / 1000));
  });
}

/** A line on standard error that overwrites itself; nothing where nobody watches. */
function progress(done: number, of: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${of} complaints${done === of ? '\n' : ''}`);
}

const summary = (name: string, result: SimulationResult, seconds: number): string =>
  `${name}: ${result.complaints} simulated complaints, ${result.delivered} delivered, ${result.prevented} prevented, ` +
  `${result.replies} replies, in ${seconds.toFixed(1)} s\n`;
