import { createReadStream } from 'node:fs';
import type { Command } from 'commander';
import { ImportComplaints } from '#libs/workflow';
import type { ImportResult } from '#libs/workflow';
import { settingsOfCommand, withOffice, workspaceNamed } from './office.js';

export function addImport(program: Command): void {
  program
    .command('import')
    .argument('<file>', 'complaints.csv')
    .description('turn a file of listings into drafts; rejected rows are named on standard error')
    .requiredOption('--workspace <slug>', 'workspace the drafts belong to')
    .option('--register', 'enter rights holders and rights that the register does not hold yet', false)
    .action(runImport);
}

async function runImport(file: string, options: { workspace: string; register: boolean }): Promise<void> {
  await withOffice(async (office) => {
    const workspace = await workspaceNamed(office, options.workspace);
    const actor = { kind: 'system' as const, id: 'cli', name: 'command line' };
    const caller = { workspaceId: workspace.id, actor, email: settingsOfCommand().REDRESS_BOOTSTRAP_EMAIL };
    const result = await office
      .get(ImportComplaints)
      .run(caller, createReadStream(file), { register: options.register, onProgress: progress });
    report(result);
  });
}

function progress(rows: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${rows} rows`);
}

/** The counts on standard output, as JSON; each rejected row on standard error. */
function report({ rows, accepted, rejected, duplicates, complaints, faults }: ImportResult): void {
  for (const fault of faults) {
    process.stderr.write(
      `line ${fault.line}${fault.column === null ? '' : `, ${fault.column}`}: ${fault.code}: ${fault.detail}\n`,
    );
  }
  process.stdout.write(`${JSON.stringify({ rows, accepted, rejected, duplicates, complaints: complaints.length })}\n`);
  if (rejected > 0) process.exitCode = 3;
}
