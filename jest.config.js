import { availableParallelism } from 'node:os';

/** Jest runs the sources as native ESM (NODE_OPTIONS=--experimental-vm-modules); swc strips the types. */
export default {
  testEnvironment: 'node',
  // No test is about speed: a machine that has other things to do fails none.
  testTimeout: 20_000,
  // Modules that were linked are never let go of: a process that runs every file runs out of memory, a worker is replaced in time.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  workerIdleMemoryLimit: '1GB',
  reporters: ['default', '<rootDir>/test/support/summary-reporter.js'],
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/apps/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/', '<rootDir>/.redress/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.redress/'],
};
