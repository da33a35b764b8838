import { stringify } from 'csv-stringify/sync';
import { importColumns } from '#libs/domain';
import type { ImportColumn } from '#libs/domain';
import { eventually } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { bearer, expectStatus } from '../support/http.js';
import type { Answer, Client } from '../support/http.js';

/** What the tests read of an import's page. */
export interface ImportPage {
  id: string;
  fileName: string;
  sha256: string;
  format: { kind: string; encoding: string | null; delimiter: string | null; sheet: string | null };
  headings: string[];
  mapping: Record<string, { heading?: string; value?: string }>;
  unmapped: string[];
  state: string;
  paused: boolean;
  failure: { code: string; detail: string } | null;
  rows: number;
  accepted: number;
  rejected: number;
  duplicates: number;
  committed: number;
  complaints: number;
}

export interface RowPage {
  row: number;
  line: number;
  state: 'accepted' | 'rejected' | 'duplicate';
  cells: string[];
  faults: { column: string | null; code: string; detail: string }[];
  repeats: { line: number | null; complaintId: string | null; reference: string | null } | null;
}

/** A row of complaints.csv, by column; what is left out is empty. */
export type Row = Partial<Record<ImportColumn, string>>;

let serial = 0;

/** A row that can be filed, once its rights holder and right are in the register. */
export const aRow = (given: Row = {}): Row => {
  serial += 1;
  return {
    platform: 'sandbox',
    rights_holder: 'Velora GmbH',
    right_number: 'DE 307',
    ground: 'counterfeit',
    url: `https://sandbox.redress.test/item/${10_000 + serial}`,
    title: `VELORA bag no. ${serial}`,
    seller: `seller-${serial}`,
    explanation: 'The bags bear the sign VELORA and are not ours.',
    ...given,
  };
};

export const complaintsCsv = (rows: readonly Row[]): string =>
  stringify([...rows], { header: true, columns: [...importColumns] });

export interface Upload {
  name?: string;
  register?: boolean;
  headers?: Record<string, string>;
}

/** Sends a file as a browser's form does. */
export async function post(
  http: Client,
  content: string | Buffer,
  { name = 'listings.csv', register = false, headers = {} }: Upload = {},
): Promise<Answer<ImportPage>> {
  const form = new FormData();
  form.set('register', String(register));
  form.set('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name);
  const sent = new Response(form);
  const type = { 'content-type': sent.headers.get('content-type') ?? '' };
  return http.send('POST', '/imports', Buffer.from(await sent.arrayBuffer()), { ...type, ...headers });
}

export const upload = async (http: Client, content: string | Buffer, how: Upload = {}): Promise<ImportPage> =>
  expectStatus(await post(http, content, how), 202);

export const readImport = async (http: Client, id: string): Promise<ImportPage> =>
  expectStatus(await http.get<ImportPage>(`/imports/${id}`), 200);

/** The import, once it is in this state. */
export async function importIn(http: Client, id: string, state: string, ms = 60_000): Promise<ImportPage> {
  let seen: ImportPage | null = null;
  return eventually(
    `import ${id} to be ${state}`,
    async () => {
      seen = await readImport(http, id);
      return seen.state === state ? seen : null;
    },
    ms,
  ).catch((problem: unknown) => {
    throw new Error(`${String(problem)}; last seen: ${JSON.stringify(seen)}`);
  });
}

/** A file taken in and read: its dry run. */
export async function dryRun(http: Client, content: string | Buffer, how: Upload = {}): Promise<ImportPage> {
  const { id } = await upload(http, content, how);
  return importIn(http, id, 'ready');
}

export async function committed(http: Client, id: string): Promise<ImportPage> {
  expectStatus(await http.post(`/imports/${id}/commit`), 202);
  return importIn(http, id, 'committed');
}

/** Every row of the import, or of one state, page by page. */
export async function rowsOf(http: Client, id: string, state?: RowPage['state']): Promise<RowPage[]> {
  const all: RowPage[] = [];
  const only = state === undefined ? '' : `&state=${state}`;
  for (let after: string | null = '0'; after !== null;) {
    const path = `/imports/${id}/rows?limit=200&after=${after}${only}`;
    const answer: Answer<{ data: RowPage[]; nextCursor: string | null }> = await http.get(path);
    const page = expectStatus(answer, 200);
    all.push(...page.data);
    after = page.nextCursor;
  }
  return all;
}

/** Where a row stands, in one line: row, line, state, and what is wrong by column and code. */
export const standing = ({ row, line, state, faults }: RowPage): unknown[] => [
  row,
  line,
  state,
  ...faults.map(({ column, code }) => `${column ?? 'row'}: ${code}`),
];

export const summary = ({ rows, accepted, rejected, duplicates }: ImportPage): object => ({
  rows,
  accepted,
  rejected,
  duplicates,
});

/** Puts other cells in the place of a row's. */
export const fixRow = async (
  http: Client,
  id: string,
  row: number,
  cells: readonly string[],
): Promise<Answer<RowPage>> =>
  http.send('PUT', `/imports/${id}/rows/${row}`, JSON.stringify({ cells }), { 'content-type': 'application/json' });

/** Has the file read with another mapping. */
export const mapColumns = async (http: Client, id: string, reading: object): Promise<Answer<ImportPage>> =>
  http.send('PUT', `/imports/${id}/mapping`, JSON.stringify(reading), { 'content-type': 'application/json' });

export const undo = async (http: Client, id: string): Promise<Answer<ImportPage>> =>
  http.send('DELETE', `/imports/${id}`);

/** The rejected rows as a file, as a browser downloads it. */
export async function rejectedFile({ url, main }: TestApp, id: string): Promise<{ name: string; bytes: Buffer }> {
  const response = await fetch(`${url}/api/v1/imports/${id}/rejected`, { headers: bearer(main.key) });
  if (response.status !== 200) throw new Error(`No file of rejected rows: ${response.status} ${await response.text()}`);
  const [, name = ''] = /filename\*=UTF-8''(.+)$/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  return { name: decodeURIComponent(name), bytes: Buffer.from(await response.arrayBuffer()) };
}

/** A complaint an import made, with where it came from. */
export interface ImportedDraft {
  id: string;
  reference: string;
  status: string;
  platform: string;
  ground: string;
  explanation: string;
  rightsHolder: string;
  right: string;
  items: number;
  /** its first row, and the reference the file gives it */
  row: number;
  says: string | null;
}

/** In the order of their first rows. */
export const draftsOf = async (app: TestApp, importId: string): Promise<ImportedDraft[]> =>
  app.sql<ImportedDraft>(
    `select c.id, c.reference, c.status, c.platform, c.ground, c.explanation, h.name as "rightsHolder", r.title as right,
            (select count(*)::int from item i where i.complaint_id = c.id) as items,
            (t.data ->> 'row')::int as row, t.data ->> 'reference' as says
       from complaint c join timeline_event t on t.complaint_id = c.id and t.kind = 'imported'
       join rights_holder h on h.id = c.rights_holder_id join ip_right r on r.id = c.right_ids[1]
      where c.import_id = $1 order by row, c.reference`,
    [importId],
  );
