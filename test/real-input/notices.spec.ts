import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { describeIf } from '../support/require.js';
import { countsTable } from './counts-table.js';
import type { Counted } from './counts-table.js';
import { importNotices, confirmSuggestedDecisions, submitEach, untilAnswered, untilDelivered } from './journey.js';
import { complainantOf, readNotices, rowsOf, spreadOverYears } from './notices-to-csv.js';
import type { Notice } from './notices-to-csv.js';
import { sorted, standingOf } from './standing.js';

const file = new URL('../../../shared/data/dmca-notices.jsonl', import.meta.url);
const NOTICES = 500;
const SECONDS_PER_DAY = 0.4;
/** Days after which an item's outcome counts in a rate. */
const LATER = 40;

const suite = describeIf(existsSync(file), '../shared/data/dmca-notices.jsonl', 'it lies beside the project and is no part of it');

describe('complaints.csv of a notice', () => {
  const notice: Notice = {
    id: '2020/11/2020-11-10-Some-Company-6.md', date: '2020-11-10', kind: 'notice', role: 'owner', work: '\nA shop, with a "name"\nMore', scope: 'specific-files',
    tpm_claimed: 'yes', infringing_urls: ['https://github.com/someone/repo', 'https://someone.github.io/'], original_urls: ['https://a.test/x', 'see our site'],
    statements: {},
  };

  it('has a row for each address, with what the notice tells and nothing more', () => {
    const of = (url: string): string[] => [
      notice.id, 'sandbox-code', 'Some Company', 'A shop, with a "name"', 'circumvention', url, '', 'someone', '', '',
      'A shop, with a "name"\nMore\n\nSpecific files in the repository are infringing.', 'https://a.test/x',
    ];
    expect(rowsOf(notice)).toEqual(notice.infringing_urls.map(of));
  });

  it('names the complainant as the file does', () => {
    expect(['2011/2011-01-27-sony.markdown', '2021/03/2021-03-17-adp-4.md', '2021/03/2021-03-17-.md'].map((id) => complainantOf({ id }))).toEqual([
      'sony', 'adp', '2021/03/2021-03-17-.md',
    ]);
  });

  it('takes one notice of each year in turn', () => {
    const of = (...years: number[]): Notice[] => years.map((year, at) => ({ ...notice, id: String(at), date: `${year}-01-01` }));
    expect(spreadOverYears(of(2011, 2011, 2011, 2012, 2013), 4).map(({ id }) => id)).toEqual(['0', '1', '3', '4']);
  });
});

suite(`${NOTICES} real notices, filed with a simulated code host`, () => {
  let app: TestApp | undefined;
  let counted: Counted;

  beforeAll(async () => {
    const notices = spreadOverYears(readNotices(readFileSync(file, 'utf8')), NOTICES);
    const running = await startApp({ worker: true, secondsPerDay: SECONDS_PER_DAY });
    app = running;
    counted = await travel(running, notices);
  }, 300_000);

  it('counts every row once', () => {
    const { rows, accepted, rejected, duplicates } = counted.imported;
    expect(accepted + rejected + duplicates).toBe(rows);
  });

  afterAll(async () => {
    if (counted !== undefined) process.stdout.write(countsTable(counted));
    await app?.close();
  }, 30_000);
});

async function travel(app: TestApp, notices: Notice[]): Promise<Counted> {
  const took: Record<string, number> = {};
  const timed = async <T>(step: string, work: Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work;
    took[step] = (performance.now() - start) / 1000;
    return result;
  };
  const imported = await timed('import', importNotices(app, notices));
  const submissions = await timed('submit', submitEach(app, notices, imported.complaints));
  await timed('deliver', untilDelivered(app));
  await timed('answer', untilAnswered(app));
  const byItself = await standingOf(app);
  const confirmed = await timed('confirm', confirmSuggestedDecisions(app));
  return { notices, imported, submissions, byItself, confirmed, standing: await standingOf(app), took };
}
