import type { ImportedNotices, Submission } from './journey.js';
import type { Notice } from './notices-to-csv.js';
import { sorted, tally } from './standing.js';
import type { Standing } from './standing.js';

export interface Counted {
  notices: readonly Notice[];
  imported: ImportedNotices;
  submissions: readonly Submission[];
  /** when the platform had said all, before anybody looked at the triage */
  byItself: Standing;
  /** after a person confirmed what the letters say */
  standing: Standing;
  confirmed: number;
  /** items decided otherwise than the platform truly did, because the suggestion that was confirmed misread its letter */
  misread: number;
  /** seconds each step took */
  took: Readonly<Record<string, number>>;
}

type Row = [what: string, count: number | string, detail: string];

/** One table of what became of the notices, step by step. */
export function countsTable(counted: Counted): string {
  const rows: Row[] = [...importRows(counted), ...filingRows(counted), ...answerRows(counted)];
  const width = Math.max(...rows.map(([what]) => what.length));
  const lines = rows.map(([what, count, detail]) =>
    `  ${what.padEnd(width)}  ${String(count).padStart(6)}  ${detail}`.trimEnd(),
  );
  return ['', 'Real notices, step by step', ...lines, ''].join('\n');
}

const words = (counts: readonly (readonly [string, number])[]): string =>
  counts.map(([word, count]) => `${word} ${count}`).join(', ');

const seconds = ({ took }: Counted, step: string): string => `${(took[step] ?? 0).toFixed(1)} s`;

function importRows(counted: Counted): Row[] {
  const { notices, imported } = counted;
  const years = notices.map(({ date }) => date.slice(0, 4)).sort();
  const empty = notices.filter(({ infringing_urls: urls }) => urls.length === 0).length;
  return [
    ['notices read', notices.length, `${years[0] ?? ''} to ${years.at(-1) ?? ''}; ${empty} of them name no address`],
    ['rows', imported.rows, `imported in ${seconds(counted, 'import')}`],
    ['rows accepted', imported.accepted, ''],
    ['rows rejected', imported.rejected, words(tally(imported.faults.flat()))],
    ['rows duplicate', imported.duplicates, 'the listing stands under a complaint of the same right already'],
    ['drafts', imported.drafts.length, ''],
  ];
}

function filingRows(counted: Counted): Row[] {
  const { submissions, byItself } = counted;
  const refused = submissions.filter(({ status }) => status === 422);
  const state = (name: string): number => byItself.complaints.filter(({ attempt }) => attempt === name).length;
  const putOff = byItself.complaints.filter(({ tries }) => tries > 1).length;
  return [
    [
      'complaints submitted',
      submissions.filter(({ status }) => status === 200).length,
      `in ${seconds(counted, 'submit')}`,
    ],
    ['refused as incomplete', refused.length, words(tally(refused.flatMap(({ missing }) => missing)))],
    [
      'delivered',
      state('delivered'),
      `${putOff} of them put off at first; the last ${seconds(counted, 'deliver')} after the last submission`,
    ],
    ['prevented', state('prevented'), ''],
    ['unknown', state('unknown'), ''],
  ];
}

function answerRows(counted: Counted): Row[] {
  const { byItself, standing, confirmed, misread } = counted;
  const before = sorted(byItself);
  const after = sorted(standing);
  const total = standing.replies.reduce((sum, { count }) => sum + count, 0);
  const kinds = tally(standing.replies.flatMap(({ kind, count }) => new Array<string>(count).fill(kind)));
  const outcomes = tally(standing.items.filter(({ status }) => status === 'filed').map(({ outcome }) => outcome));
  return [
    [
      'complaints answered',
      after.delivered.filter(({ replies }) => replies > 0).length,
      `${total} messages: ${words(kinds)}`,
    ],
    ['decided by themselves', before.decided.length, 'structured answers, applied'],
    [
      'decided in the end',
      after.decided.length,
      `a person confirmed ${confirmed} letters in ${seconds(counted, 'confirm')}`,
    ],
    ['waiting in triage', after.waiting.length, `${before.waiting.length} before the confirmation`],
    ['silent', after.silent.length, 'nothing that waits, nothing decided'],
    ['items misread', misread, 'decided otherwise than the platform did: the suggestion confirmed was wrong'],
    ['items of delivered', outcomes.reduce((sum, [, count]) => sum + count, 0), words(outcomes)],
  ];
}
