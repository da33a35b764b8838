import { createReadStream } from 'node:fs';
import type { Command } from 'commander';
import { Fault } from '#libs/domain';
import type { ItemFact } from '#libs/domain';
import { readItemsCsv } from '#libs/reports';
import { measuresBy } from '#libs/statistics';

export function addMeasures(program: Command): void {
  program
    .command('measures')
    .description('compute every figure from an analysis table, without a database')
    .requiredOption('--from <items.csv>', 'the analysis table')
    .option('--as-of <date>', 'data cut: later facts are not known to the figures (default: now)')
    .option('--platform <slug>', 'only this platform')
    .action(runMeasures);
}

async function runMeasures(options: { from: string; asOf?: string; platform?: string }): Promise<void> {
  const asOf = options.asOf === undefined ? new Date() : new Date(options.asOf);
  if (Number.isNaN(asOf.getTime()))
    throw new Fault('invalid', 'as-of', `--as-of "${options.asOf ?? ''}" is no date. Write it like 2026-11-01.`);
  const facts: ItemFact[] = [];
  for await (const fact of readItemsCsv(createReadStream(options.from))) {
    if (options.platform === undefined || fact.platform === options.platform) facts.push(fact);
  }
  const platforms = Object.fromEntries(measuresBy(facts, (fact) => fact.platform, { asOf }));
  process.stdout.write(`${JSON.stringify({ asOf: asOf.toISOString(), platforms }, null, 2)}\n`);
}
