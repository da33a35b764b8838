import type { Command } from 'commander';
import { Fault } from '#libs/domain';
import { Database, Identity, migrate } from '#libs/persistence';
import {
  ApiKeys,
  Bootstrap,
  browserForms,
  browserFormsInWords,
  databaseUrl,
  openJobQueues,
  openRulebook,
  scopes,
} from '#libs/workflow';
import type { Scope } from '#libs/workflow';
import { signatureInWords } from './mail-signature.js';
import { settingsOfCommand, withOffice, workspaceNamed } from './office.js';

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Commands for whoever runs the server. */
export function addAdministration(program: Command): void {
  program
    .command('migrate')
    .description('bring the database to the newest schema, and make the first administrator')
    .action(runMigrate);
  program.command('doctor').description('check settings, operator files, database and queue').action(runDoctor);
  const workspace = program.command('workspace').description('workspaces');
  workspace
    .command('create')
    .argument('<name>')
    .description('make a workspace; the first administrator joins it')
    .action(createWorkspace);
  const key = program.command('api-key').description('keys for programs');
  key
    .command('create')
    .description('make a key and print it, once')
    .requiredOption('--workspace <slug>', 'workspace the key opens')
    .requiredOption('--scopes <list>', `comma-separated: ${scopes.join(', ')}`)
    .option('--name <name>', 'what the key is for', 'api key')
    .action(createApiKey);
}

async function runMigrate(): Promise<void> {
  const settings = settingsOfCommand();
  const ran = await migrate(databaseUrl(settings));
  print(ran.length === 0 ? 'The database is up to date.' : `Ran ${ran.join(', ')}.`);
  await withOffice(async (office) => {
    const { person, password } = await office.get(Bootstrap).run({
      email: settings.REDRESS_BOOTSTRAP_EMAIL,
      ...(settings.REDRESS_BOOTSTRAP_PASSWORD === undefined ? {} : { password: settings.REDRESS_BOOTSTRAP_PASSWORD }),
      ...(settings.REDRESS_BOOTSTRAP_API_KEY === undefined ? {} : { apiKey: settings.REDRESS_BOOTSTRAP_API_KEY }),
    });
    if (password !== null) print(`Sign in as ${person.email} with the password ${password} (shown this once).`);
  });
}

/** Every check is made, and every fault named, before the command ends. */
async function runDoctor(): Promise<void> {
  const checks: [string, () => Promise<string>][] = [
    ['settings', async () => Promise.resolve(`${Object.keys(settingsOfCommand()).length} read`)],
    ['config', async () => Promise.resolve(rulesInWords())],
    [
      'database',
      async () =>
        withOffice(async (office) =>
          office
            .get(Database)
            .ping()
            .then(() => 'answers'),
        ),
    ],
    ['queue', queueInWords],
    ['web forms', async () => Promise.resolve(browserFormsInWords(browserForms(settingsOfCommand())))],
    ['mail signature', async () => signatureInWords(settingsOfCommand())],
  ];
  let faults = 0;
  for (const [name, check] of checks) {
    const said = await check().then(
      (words) => `ok     ${name}: ${words}`,
      (error: unknown) => {
        faults += 1;
        return `FAULT  ${name}: ${error instanceof Error ? error.message : String(error)}`;
      },
    );
    print(said);
  }
  if (faults > 0) process.exitCode = 1;
}

function rulesInWords(): string {
  const { platforms, regimes } = openRulebook(settingsOfCommand());
  return `${platforms.length} platforms, ${regimes.length} versions of regimes`;
}

async function queueInWords(): Promise<string> {
  const queues = openJobQueues(settingsOfCommand());
  try {
    const { backend, reachable, warnings } = await queues.health();
    if (!reachable) throw new Error(warnings.join(' '));
    return [`on ${backend}`, ...warnings].join('; ');
  } finally {
    await queues.close();
  }
}

async function createWorkspace(name: string): Promise<void> {
  await withOffice(async (office) => {
    const bootstrap = office.get(Bootstrap);
    const workspace = await bootstrap.createWorkspace(name);
    const administrator = await office.get(Identity).personByEmail(settingsOfCommand().REDRESS_BOOTSTRAP_EMAIL);
    if (administrator !== null) await bootstrap.join(workspace, administrator);
    print(workspace.slug);
  });
}

async function createApiKey(options: { workspace: string; scopes: string; name: string }): Promise<void> {
  const wanted = options.scopes.split(',').map((scope) => scope.trim());
  const unknown = wanted.filter((scope) => !(scopes as readonly string[]).includes(scope));
  if (unknown.length > 0)
    throw new Fault(
      'invalid',
      'scope-unknown',
      `There is no scope ${unknown.join(', ')}. Scopes: ${scopes.join(', ')}.`,
    );
  await withOffice(async (office) => {
    const workspace = await workspaceNamed(office, options.workspace);
    const owner = settingsOfCommand().REDRESS_BOOTSTRAP_EMAIL;
    print(await office.get(ApiKeys).create(workspace.id, { name: options.name, scopes: wanted as Scope[], owner }));
  });
}
