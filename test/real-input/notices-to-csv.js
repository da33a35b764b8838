/**
 * Turns public DMCA notices (`dmca-notices.jsonl`, one JSON object a line) into `complaints.csv`, the import format.
 *
 *     node test/real-input/notices-to-csv.js ../shared/data/dmca-notices.jsonl 500 > complaints.csv
 *     npx redress import complaints.csv --workspace main --register
 *
 * The second argument takes that many notices, spread over the years (see {@link spreadOverYears}); without it, all. Only
 * documents of kind `notice` are read: counter-notices, retractions and reversals are no complaints. How many were read,
 * how many gave no address and how many rows came out goes to standard error.
 *
 * | column | comes from |
 * | --- | --- |
 * | reference | the notice's id, its path in the repository |
 * | platform | `sandbox-code`, the simulated code host: nothing is ever sent to the real one |
 * | rights_holder | the complainant in the file's name; names inside the notices are redacted |
 * | right_number | the first words of the work, its title: a copyright work needs no registration. Empty where the notice is free text |
 * | ground | `circumvention` where the form's question about technical measures was answered yes, else `copyright-copy` |
 * | url | one row for each address claimed to infringe, as it was written |
 * | seller | the repository's owner |
 * | explanation | the work as described, and whether all of the repository or some files are meant |
 * | evidence_url | web addresses of the original work, separated by blanks |
 * | title, price, currency | empty: a repository has none |
 */
import { readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stringify } from 'csv-stringify/sync';

/**
 * @typedef {object} Notice the fields that are read here
 * @property {string} id
 * @property {string} date ISO 8601 day
 * @property {string} kind
 * @property {'owner' | 'agent' | 'other' | null} role
 * @property {string | null} work
 * @property {string | null} scope
 * @property {string | null} tpm_claimed
 * @property {string[]} infringing_urls
 * @property {string[]} original_urls
 * @property {Record<string, boolean>} statements
 */

const columns = [
  'reference',
  'platform',
  'rights_holder',
  'right_number',
  'ground',
  'url',
  'title',
  'seller',
  'price',
  'currency',
  'explanation',
  'evidence_url',
];

/** A title is a line; what is longer is a description. */
const TITLE_LENGTH = 120;

const scopes = {
  'entire-repository': 'The entire repository is infringing.',
  'specific-files': 'Specific files in the repository are infringing.',
};

/**
 * The notices of the file, in its order.
 * @param {string} jsonl
 * @returns {Notice[]}
 */
export function readNotices(jsonl) {
  return jsonl
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .filter((document) => document.kind === 'notice');
}

/**
 * The first `count` notices when one is taken from each year in turn, oldest year first, so that every year's form is
 * among them. The same file and count give the same notices, in the order of the file.
 * @param {readonly Notice[]} notices
 * @param {number} count
 * @returns {Notice[]}
 */
export function spreadOverYears(notices, count) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  return notices
    .map((notice, at) => {
      const year = notice.date.slice(0, 4);
      const round = seen.get(year) ?? 0;
      seen.set(year, round + 1);
      return { notice, at, round, year };
    })
    .sort((a, b) => a.round - b.round || a.year.localeCompare(b.year))
    .slice(0, count)
    .sort((a, b) => a.at - b.at)
    .map(({ notice }) => notice);
}

/**
 * The complainant as the file is named after it: `2019/05/2019-05-28-foo-bar-2.md` is "foo bar".
 * @param {Notice} notice
 * @returns {string}
 */
export function complainantOf({ id }) {
  const name = id
    .replace(/^.*\//, '')
    .replace(/\.\w+$/, '')
    .replace(/^\d{4}-\d{2}-\d{2}-?/, '');
  const words = name.replace(/-\d+$/, '').replace(/[-_]+/g, ' ').trim();
  return words === '' ? id : words;
}

/**
 * The address's owner on github.com: `https://github.com/OWNER/repo`, or `https://OWNER.github.io/`; empty elsewhere.
 * @param {string} url
 */
function ownerOf(url) {
  if (!URL.canParse(url)) return '';
  const { hostname, pathname } = new URL(url);
  if (hostname.endsWith('.github.io')) return hostname.slice(0, -'.github.io'.length);
  const isHost = ['github.com', 'www.github.com', 'gist.github.com', 'raw.githubusercontent.com'].includes(hostname);
  return isHost ? (pathname.split('/')[1] ?? '') : '';
}

/** @param {Notice} notice */
function titleOf({ work }) {
  const line =
    (work ?? '')
      .split('\n')
      .map((each) => each.replace(/\s+/g, ' ').trim())
      .find((each) => each !== '') ?? '';
  if (line.length <= TITLE_LENGTH) return line;
  const cut = line.slice(0, TITLE_LENGTH);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), TITLE_LENGTH / 2)).trimEnd();
}

/** @param {Notice} notice */
function explanationOf({ work, scope }) {
  const meant = scope === null ? '' : (scopes[scope] ?? scope);
  return [work ?? '', meant]
    .map((words) => words.trim())
    .filter((words) => words !== '')
    .join('\n\n');
}

/** @param {string} text */
function isWebAddress(text) {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol) && !/\s/.test(text);
}

/**
 * The rows of one notice, cells in the order of the columns; none where it names no address.
 * @param {Notice} notice
 * @returns {string[][]}
 */
export function rowsOf(notice) {
  const ground = notice.tpm_claimed === 'yes' ? 'circumvention' : 'copyright-copy';
  const evidence = [...new Set(notice.original_urls.filter(isWebAddress))].join(' ');
  const ofNotice = [complainantOf(notice), titleOf(notice), ground];
  return notice.infringing_urls.map((url) => [
    notice.id,
    'sandbox-code',
    ...ofNotice,
    url,
    '',
    ownerOf(url),
    '',
    '',
    explanationOf(notice),
    evidence,
  ]);
}

/**
 * complaints.csv of these notices: UTF-8, RFC 4180, with header.
 * @param {readonly Notice[]} notices
 * @returns {string}
 */
export const noticesToCsv = (notices) => stringify([columns, ...notices.flatMap(rowsOf)]);

function main([file, count]) {
  if (file === undefined || (count !== undefined && !/^[1-9]\d*$/.test(count))) {
    process.stderr.write(
      'usage: node test/real-input/notices-to-csv.js NOTICES.jsonl [NUMBER OF NOTICES] > complaints.csv\n',
    );
    return 2;
  }
  const all = readNotices(readFileSync(file, 'utf8'));
  const taken = count === undefined ? all : spreadOverYears(all, Number(count));
  const rows = taken.reduce((sum, notice) => sum + notice.infringing_urls.length, 0);
  const without = taken.filter((notice) => notice.infringing_urls.length === 0).length;
  process.stderr.write(
    `${taken.length} of ${all.length} notices read; ${without} give no address; ${rows} rows written\n`,
  );
  process.stdout.write(noticesToCsv(taken));
  return 0;
}

const started = process.argv[1];
if (started !== undefined && realpathSync(started) === fileURLToPath(import.meta.url))
  process.exitCode = main(process.argv.slice(2));
