import 'reflect-metadata';
import { Command } from 'commander';
import { Fault } from '#libs/domain';
import { addAdministration } from './administration.js';
import { addDemo } from './demo.js';
import { addImport } from './import.js';
import { addMeasures } from './measures.js';
import { addPausing } from './pausing.js';

const program = new Command('redress')
  .description('File IP takedown complaints, follow each to its end, and measure how platforms answer.')
  .showHelpAfterError();
for (const add of [addAdministration, addDemo, addImport, addMeasures, addPausing]) add(program);

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`redress: ${wordsOf(error)}\n`);
  process.exitCode = error instanceof Fault && error.kind === 'invalid' ? 2 : 1;
}

function wordsOf(error: unknown): string {
  if (error instanceof Fault)
    return [error.message, ...error.fields.map((field) => `  ${field.pointer}: ${field.detail}`)].join('\n');
  return error instanceof Error ? error.message : String(error);
}
