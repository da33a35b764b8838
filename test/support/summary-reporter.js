import { writeFileSync, writeSync } from 'node:fs';

/**
 * What this needs of the results that jest hands to its reporters.
 * @typedef {{ status: string, ancestorTitles: string[], title: string }} TestResult
 * @typedef {{ testResults: TestResult[], testExecError?: unknown }} FileResult
 * @typedef {{ testResults: FileResult[], numPassedTests: number, numFailedTests: number }} AggregatedResult
 */

/** The name of what was skipped: the outermost suite whose name gives the reason, else the test's own name. */
function skippedName(/** @type {TestResult} */ test) {
  const names = [...test.ancestorTitles, test.title];
  const reasoned = names.findIndex((name) => name.includes('[skipped'));
  return (reasoned === -1 ? names : names.slice(0, reasoned + 1)).join(' › ');
}

/**
 * Jest's last word, for people and scripts: a line for each thing skipped (how to enable it stands in its name), and as
 * the very last line `N passed, N failed, N skipped`. With TEST_SUMMARY_FILE set, the numbers go there as JSON as well.
 */
// Jest finds a reporter only in a default export.
export default class SummaryReporter {
  /** @param {ReadonlySet<unknown>} _contexts @param {AggregatedResult} results */
  onRunComplete(_contexts, results) {
    const tests = results.testResults.flatMap((file) => file.testResults);
    const skipped = tests.filter(({ status }) => status === 'pending' || status === 'todo' || status === 'disabled');
    // A file that does not load holds no test that could fail: it counts as one failure.
    const broken = results.testResults.filter(
      ({ testExecError, testResults }) => testExecError && testResults.length === 0,
    );
    const counts = {
      passed: results.numPassedTests,
      failed: results.numFailedTests + broken.length,
      skipped: skipped.length,
    };
    if (process.env.TEST_SUMMARY_FILE) writeFileSync(process.env.TEST_SUMMARY_FILE, JSON.stringify(counts));
    const lines = [...new Set(skipped.map(skippedName))].map((name) => `skipped: ${name}`);
    lines.push(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
    // Jest still prints a summary of its own after this; at the process's end nobody does.
    process.once('exit', () => writeSync(1, `${lines.join('\n')}\n`));
  }
}
