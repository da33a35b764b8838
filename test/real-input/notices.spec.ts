import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import type { Ledger } from '../../apps/sandbox/src/ledger.js';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { expectStatus } from '../support/http.js';
import { describeIf } from '../support/require.js';
import { countsTable } from './counts-table.js';
import type { Counted } from './counts-table.js';
import { importNotices, confirmSuggestedDecisions, submitEach, untilAnswered, untilDelivered } from './journey.js';
import { complainantOf, readNotices, rowsOf, spreadOverYears } from './notices-to-csv.js';
import type { Notice } from './notices-to-csv.js';
import { sorted, standingOf, tally } from './standing.js';
import type { ItemStanding } from './standing.js';

const file = new URL('../../../shared/data/dmca-notices.jsonl', import.meta.url);
const NOTICES = 500;
const SECONDS_PER_DAY = 0.4;
/** Days after which an item's outcome counts in a rate. */
const LATER = 40;

const suite = describeIf(
  existsSync(file),
  '../shared/data/dmca-notices.jsonl',
  'it lies beside the project and is no part of it',
);

describe('complaints.csv of a notice', () => {
  const notice: Notice = {
    id: '2020/11/2020-11-10-Some-Company-6.md',
    date: '2020-11-10',
    kind: 'notice',
    role: 'owner',
    work: '\nA shop, with a "name"\nMore',
    scope: 'specific-files',
    tpm_claimed: 'yes',
    infringing_urls: ['https://github.com/someone/repo', 'https://someone.github.io/'],
    original_urls: ['https://a.test/x', 'see our site'],
    statements: {},
  };

  it('has a row for each address, with what the notice tells and nothing more', () => {
    const of = (url: string): string[] => [
      notice.id,
      'sandbox-code',
      'Some Company',
      'A shop, with a "name"',
      'circumvention',
      url,
      '',
      'someone',
      '',
      '',
      'A shop, with a "name"\nMore\n\nSpecific files in the repository are infringing.',
      'https://a.test/x',
    ];
    expect(rowsOf(notice)).toEqual(notice.infringing_urls.map(of));
  });

  it('names the complainant as the file does', () => {
    expect(
      ['2011/2011-01-27-sony.markdown', '2021/03/2021-03-17-adp-4.md', '2021/03/2021-03-17-.md'].map((id) =>
        complainantOf({ id }),
      ),
    ).toEqual(['sony', 'adp', '2021/03/2021-03-17-.md']);
  });

  it('takes one notice of each year in turn', () => {
    const of = (...years: number[]): Notice[] =>
      years.map((year, at) => ({ ...notice, id: String(at), date: `${year}-01-01` }));
    expect(spreadOverYears(of(2011, 2011, 2011, 2012, 2013), 4).map(({ id }) => id)).toEqual(['0', '1', '3', '4']);
  });
});

suite(`${NOTICES} real notices, filed with a simulated code host`, () => {
  let app: TestApp | undefined;
  let counted: Counted;

  const running = (): TestApp => {
    if (app === undefined) throw new Error('the product did not start');
    return app;
  };
  const ledger = (): Ledger => {
    const sandbox = running().sandbox;
    if (sandbox === null) throw new Error('the sandbox did not start');
    return sandbox.ledger;
  };
  const truthOf = (item: ItemStanding): string | undefined => truthIn(ledger(), item);

  beforeAll(async () => {
    const notices = spreadOverYears(readNotices(readFileSync(file, 'utf8')), NOTICES);
    const started = await startApp({ worker: true, secondsPerDay: SECONDS_PER_DAY });
    app = started;
    counted = await travel(started, notices);
  }, 300_000);

  it('account for every row, and for every draft', () => {
    const { rows, accepted, rejected, duplicates, drafts, faults } = counted.imported;
    expect(rows).toBe(counted.notices.flatMap(rowsOf).length);
    expect(accepted + rejected + duplicates).toBe(rows);
    expect(faults).toHaveLength(rejected);
    expect(faults.filter((codes) => codes.length === 0)).toEqual([]);
    expect(counted.standing.items).toHaveLength(accepted);
    expect(counted.standing.complaints.map(({ id }) => id).sort()).toEqual(drafts.map(({ id }) => id).sort());
  });

  it('put no listing under two complaints of one right', async () => {
    const twice = await running().sql(`select right_id, url from item group by 1, 2 having count(*) > 1`);
    expect(twice).toEqual([]);
  });

  it('are submitted where they are complete, and refused by the name of what they lack where they are not', () => {
    expect(counted.submissions).toHaveLength(counted.imported.drafts.length);
    const missingOf = new Map(counted.submissions.map(({ complaintId, missing }) => [complaintId, missing]));
    for (const { id, status, attempts } of counted.standing.complaints) {
      const isComplete = missingOf.get(id)?.length === 0;
      expect([id, status === 'draft', attempts]).toEqual([id, !isComplete, isComplete ? 1 : 0]);
    }
    for (const { notice, status, missing, hooks } of counted.submissions) {
      expect([notice.id, status]).toEqual([notice.id, missing.length === 0 ? 200 : 422]);
      expect([notice.id, missing.filter((element) => element !== 'listing-located')]).toEqual([
        notice.id,
        lacking(notice),
      ]);
      for (const hook of hooks) expect(hook).toMatch(/^17 USC 512\(c\)\(3\)\(A\)\([iv]+\)$/);
    }
  });

  it('leave one copy of each submitted notice with the platform, to the byte as it is kept', () => {
    const entries = new Map(ledger().accepted.map((entry) => [entry.reference, entry]));
    const submitted = counted.standing.complaints.filter(({ status }) => status !== 'draft');
    expect(ledger().accepted).toHaveLength(sorted(counted.standing).delivered.length);
    expect(entries.size).toBe(ledger().accepted.length);
    for (const { reference, attempt, keptSha256, sentSha256, messageId } of submitted) {
      const entry = entries.get(reference);
      expect([reference, ['delivered', 'prevented', 'unknown'].includes(attempt ?? '')]).toEqual([reference, true]);
      expect([reference, entry !== undefined]).toEqual([reference, attempt === 'delivered']);
      expect([keptSha256, sentSha256, messageId]).toEqual([entry?.sha256, entry?.sha256, entry?.messageId]);
      const urls = counted.standing.items.filter((item) => item.reference === reference).map(({ url }) => url);
      // One notice of the five hundred writes Https://, which a reader of mail does not take for a link.
      if (urls.every((url) => /^https?:/.test(url))) expect(entry?.urls).toEqual(urls);
    }
  });

  it('are decided, waiting for a person, or met with silence: each delivered one is exactly one of these', () => {
    for (const standing of [counted.byItself, counted.standing]) {
      const { delivered, decided, waiting, silent } = sorted(standing);
      expect(decided.length + waiting.length + silent.length).toBe(delivered.length);
      for (const { reference, status } of decided) expect([reference, status]).toEqual([reference, 'decided']);
    }
    const spoke = (reference: string): boolean =>
      counted.standing.items.some((item) => item.reference === reference && truthOf(item) !== undefined);
    expect(sorted(counted.standing).silent.filter(({ reference }) => spoke(reference))).toEqual([]);
    expect(sorted(counted.standing).decided.filter(({ reference }) => !spoke(reference))).toEqual([]);
  });

  it('have every answer of the platform stored once, matched, and read as what it was', async () => {
    const sent = ledger().accepted.flatMap(({ answers }) => answers);
    expect(sent.filter(({ state }) => state !== 'sent')).toEqual([]);
    const [stored] = await running().sql(
      `select count(*)::int as replies, count(distinct sha256)::int as messages, count(complaint_id)::int as matched from reply`,
    );
    expect(stored).toEqual({ replies: sent.length, messages: sent.length, matched: sent.length });
    const read = counted.standing.replies.flatMap(({ kind, count }) => new Array<string>(count).fill(kind));
    expect(new Map(tally(read.map(needsNobody)))).toEqual(new Map(tally(sent.map(({ kind }) => needsNobody(kind)))));
  });

  it('have the outcome the platform decided: always where it said so by machine, nearly always where a letter was confirmed', () => {
    const decided = counted.standing.items.filter(({ outcome }) => outcome !== 'pending');
    const byMachine = decided.filter(({ source }) => source === 'structured');
    const byLetter = decided.filter(({ source }) => source === 'person');
    expect(byMachine.length + byLetter.length).toBe(decided.length);
    expect(byMachine.filter((item) => isMisread(running(), item))).toEqual([]);
    expect(byLetter.filter((item) => isMisread(running(), item)).length).toBeLessThan(0.1 * byLetter.length);
  });

  it('give measures whose denominators are what the database holds', async () => {
    const asOf = new Date(Date.now() + LATER * 86_400_000).toISOString();
    const answer = await running().main.http.get<{ items: number; measures: Figures }>(
      `/platforms/sandbox-code/measures?asOf=${asOf}`,
    );
    const { items, measures } = expectStatus(answer, 200);
    const [held] = await running().sql<Record<string, number>>(
      `select count(*) filter (where i.ready_at is not null)::int as ready, count(*) filter (where i.delivered_at is not null)::int as delivered,
              count(*) filter (where i.outcome in ('removed', 'refused', 'partial'))::int as ruled, count(*) filter (where i.outcome = 'refused')::int as refused,
              count(*) filter (where i.outcome = 'removed')::int as removed, count(*) filter (where i.stalled)::int as stalled,
              count(*) filter (where i.outcome = 'refused' and d.coded)::int as coded
         from item i left join decision d on d.item_id = i.id and not d.superseded`,
    );
    const fraction = ({ numerator, denominator }: Fraction): [number, number] => [numerator, denominator];
    expect(items).toBe(held?.['ready']);
    expect(fraction(measures.preventedFilingRate)).toEqual([0, held?.['ready']]);
    expect(fraction(measures.stalledFilingRate)).toEqual([held?.['stalled'], held?.['delivered']]);
    expect(fraction(measures.refusalRate)).toEqual([held?.['refused'], held?.['ruled']]);
    expect(measures.unjustifiedRefusalShare.denominator).toBe(held?.['coded']);
    expect(fraction(measures.outcomeByDay['30'].removed)).toEqual([held?.['removed'], held?.['delivered']]);
    expect(fraction(measures.outcomeByDay['30'].refused)).toEqual([held?.['refused'], held?.['delivered']]);
  }, 30_000);

  it('are known again: imported a second time, no row makes another draft', async () => {
    const { rows, accepted, rejected, duplicates } = counted.imported;
    const again = await importNotices(running(), counted.notices);
    expect(again).toMatchObject({ rows, accepted: 0, rejected, duplicates: accepted + duplicates, drafts: [] });
  }, 60_000);

  it('are told of in one table', () => {
    const table = countsTable(counted);
    process.stdout.write(table);
    expect(table).toContain('notices read');
  });

  afterAll(async () => app?.close(), 30_000);
});

/** What the platform truly decided on the item; undefined where it decided nothing. */
function truthIn(ledger: Ledger, { reference, url }: ItemStanding): string | undefined {
  const entry = ledger.accepted.find((each) => each.reference === reference);
  return entry?.answers.flatMap(({ truth }) => truth).find((each) => each.url === url)?.outcome;
}

const isMisread = ({ sandbox }: TestApp, item: ItemStanding): boolean =>
  sandbox !== null && item.outcome !== 'pending' && item.outcome !== truthIn(sandbox.ledger, item);

/** A confirmation of receipt that calls itself automatic may be read as either: neither waits for a person. */
const needsNobody = (kind: string): string => (['acknowledgement', 'auto-reply'].includes(kind) ? 'automatic' : kind);

interface Fraction {
  numerator: number;
  denominator: number;
}
type Figures = Record<
  'preventedFilingRate' | 'stalledFilingRate' | 'refusalRate' | 'unjustifiedRefusalShare',
  Fraction
> & {
  outcomeByDay: Record<'30', Record<'removed' | 'refused', Fraction>>;
};

/** Elements of 17 USC 512(c)(3)(A) the notice itself does not hold, in the order of the statute. */
function lacking({ statements }: Notice): string[] {
  const { signature = false, good_faith: goodFaith = false, accuracy_perjury: underPerjury = false } = statements;
  return [
    ...(signature ? [] : ['signature']),
    ...(goodFaith ? [] : ['good-faith']),
    ...(underPerjury ? [] : ['accuracy', 'authority']),
  ];
}

async function travel(app: TestApp, notices: Notice[]): Promise<Counted> {
  const took: Record<string, number> = {};
  const timed = async <T>(step: string, work: Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work;
    took[step] = (performance.now() - start) / 1000;
    return result;
  };
  const imported = await timed('import', importNotices(app, notices));
  const submissions = await timed('submit', submitEach(app, notices, imported.drafts));
  await timed('deliver', untilDelivered(app));
  await timed('answer', untilAnswered(app));
  const byItself = await standingOf(app);
  const confirmed = await timed('confirm', confirmSuggestedDecisions(app));
  const standing = await standingOf(app);
  return {
    notices,
    imported,
    submissions,
    byItself,
    confirmed,
    standing,
    misread: standing.items.filter((item) => isMisread(app, item)).length,
    took,
  };
}
