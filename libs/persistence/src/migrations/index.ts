import { Foundation1764000000000, foundationTableNames } from './0001-foundation.js';
import { Filing1764100000000, filingTableNames } from './0002-filing.js';

/** In the order they run. */
export const migrations = [Foundation1764000000000, Filing1764100000000];

/** Every table of a workspace. A test compares this list with the catalogue of the database. */
export const tenantTableNames = [...foundationTableNames, ...filingTableNames] as const;
