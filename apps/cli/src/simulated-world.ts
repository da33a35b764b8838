import { join } from 'node:path';
import { addDays } from '#libs/domain';
import { projectRoot, readYamlFolder } from '#libs/settings';
import { parseBehaviour } from '#libs/simulation';
import type { SimulationOptions } from '#libs/workflow';

/** One consistent and explaining, one inconsistent and silent about reasons, one whose filing breaks. */
const platforms = ['sandbox-clear', 'sandbox-mute', 'sandbox-broken'];

/** What a simulated year is made of. The same values give the same year. */
export interface World {
  workspaceId: string;
  seed: number;
  complaints: number;
  /** end of the year */
  to: Date;
}

export function worldOptions({ workspaceId, seed, complaints, to }: World): SimulationOptions {
  const all = readYamlFolder(join(projectRoot(), 'config', 'sandbox'), parseBehaviour);
  const behaviours = all.filter(({ slug }) => platforms.includes(slug));
  return { workspaceId, seed, complaints, rightsHolders: 12, behaviours, from: addDays(to, -365), to };
}
