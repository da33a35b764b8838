import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import type { Platform } from '#libs/domain';
import { aPlatform } from './a-platform.spec-data.js';

const folder = new URL('../../../config/platforms/', import.meta.url);

/** The profiles as shipped, so that what is tested here holds for what an operator runs; settings checks their shape. */
export const shippedPlatforms: readonly Platform[] = readdirSync(folder).map((file) =>
  // the parser's result has no type of its own
  aPlatform({ listingHosts: [], ...(parse(readFileSync(new URL(file, folder), 'utf8')) as Partial<Platform>) }),
);

/** An address of each kind that the profiles describe. */
export const exampleAddresses: readonly string[] = shippedPlatforms.flatMap(({ addresses }) =>
  addresses.map(({ example }) => example),
);
