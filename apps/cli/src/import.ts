import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';
import { Fault } from '#libs/domain';
import type { Id, ListingImport } from '#libs/domain';
import { Database, listImportRows } from '#libs/persistence';
import { ChangeImport, ImportAtOnce, RejectedRows } from '#libs/workflow';
import type { Caller } from '#libs/workflow';
import { settingsOfCommand, withOffice, workspaceNamed } from './office.js';

interface Options {
  workspace: string;
  register: boolean;
  dryRun: boolean;
  rejected?: string;
  resume?: Id;
}

export function addImport(program: Command): void {
  program
    .command('import')
    .argument('[file]', 'complaints.csv or a workbook (.xlsx)')
    .description('turn a file of listings into drafts; rejected rows are named on standard error')
    .requiredOption('--workspace <slug>', 'workspace the drafts belong to')
    .option('--register', 'enter rights holders and rights that the register does not hold yet', false)
    .option('--dry-run', 'say of each row whether it can be filed, and make no draft', false)
    .option('--rejected <file>', 'write the rejected rows to a file of the same kind, with a column error')
    .option('--resume <id>', 'go on with an import that was stopped')
    .action(runImport);
}

async function runImport(file: string | undefined, options: Options): Promise<void> {
  if ((file === undefined) === (options.resume === undefined))
    throw new Fault('invalid', 'import-what', 'Name a file to import, or --resume with the id of an import.');
  await withOffice(async (office) => {
    const workspace = await workspaceNamed(office, options.workspace);
    const actor = { kind: 'system' as const, id: 'cli', name: 'command line' };
    const caller = { workspaceId: workspace.id, actor, email: settingsOfCommand().REDRESS_BOOTSTRAP_EMAIL };
    const ended = await carriedOut(office, caller, file, options);
    await report(office, caller, ended, options);
  });
}

/** Ctrl-C stops the import where it is; what was done is kept, and it can be resumed. */
async function carriedOut(
  office: INestApplicationContext,
  caller: Caller,
  file: string | undefined,
  { register, dryRun, resume }: Options,
): Promise<ListingImport> {
  const stop = new AbortController();
  const onSignal = (): void => {
    stop.abort();
  };
  process.once('SIGINT', onSignal);
  try {
    const how = { dryRun, signal: stop.signal, onProgress: progress };
    const atOnce = office.get(ImportAtOnce);
    const ended =
      file === undefined
        ? await atOnce.resume(caller, resume ?? '', how)
        : await atOnce.run(caller, { name: basename(file), content: await contentOf(file), register }, how);
    return stop.signal.aborted && isUnderWay(ended) ? await office.get(ChangeImport).pause(caller, ended.id) : ended;
  } finally {
    process.off('SIGINT', onSignal);
  }
}

/** Opened before it is handed on: a file that is not there is told, and not an event that nobody listens for yet. */
const contentOf = async (file: string): Promise<Readable> => (await open(file)).createReadStream();

const isUnderWay = ({ state }: ListingImport): boolean => state === 'reading' || state === 'committing';

/** A line on standard error that overwrites itself; nothing where nobody watches. */
function progress(step: 'read' | 'committed', rows: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${rows} rows ${step}   `);
}

/** The counts on standard output, as JSON; each rejected row on standard error. */
async function report(
  office: INestApplicationContext,
  caller: Caller,
  ended: ListingImport,
  options: Options,
): Promise<void> {
  if (process.stderr.isTTY) process.stderr.write('\n');
  if (ended.failure !== null) throw new Fault('invalid', ended.failure.code, ended.failure.detail);
  if (ended.rejected > 0) await tellRejected(office, caller, ended, options);
  if (ended.paused)
    process.stderr.write(`Stopped. Go on with: redress import --workspace ${options.workspace} --resume ${ended.id}\n`);
  const { id, state, rows, accepted, rejected, duplicates, complaints } = ended;
  process.stdout.write(`${JSON.stringify({ id, state, rows, accepted, rejected, duplicates, complaints })}\n`);
  if (rejected > 0) process.exitCode = 3;
}

async function tellRejected(
  office: INestApplicationContext,
  caller: Caller,
  { id }: ListingImport,
  options: Options,
): Promise<void> {
  if (options.rejected !== undefined) {
    const { content } = await office.get(RejectedRows).run(caller, id);
    await pipeline(content, createWriteStream(options.rejected));
  }
  for await (const { line, faults } of rejectedRows(office, caller, id))
    for (const { column, code, detail } of faults)
      process.stderr.write(`line ${line}${column === null ? '' : `, ${column}`}: ${code}: ${detail}\n`);
}

async function* rejectedRows(office: INestApplicationContext, caller: Caller, id: Id) {
  const database = office.get(Database);
  for (let after = 0; ;) {
    const page = await database.inWorkspace(caller.workspaceId, async (tx) =>
      listImportRows(tx, id, { state: 'rejected', after, limit: 1000 }),
    );
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.row;
  }
}
