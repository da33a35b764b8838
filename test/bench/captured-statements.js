import { readFileSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/**
 * @typedef {object} Statement
 * @property {string} session process number of the server process
 * @property {string} sql
 * @property {(string | null)[]} parameters
 */

/**
 * What the server is asked while `work` runs, in the order in which it was asked, one session after the other.
 * @param {{ adminUrl: string, log: string }} postgres
 * @param {() => Promise<void>} work
 * @returns {Promise<Statement[]>}
 */
export async function captured({ adminUrl, log }, work) {
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  const set = async (...statements) => {
    for (const sql of [...statements, 'select pg_reload_conf()']) await admin.query(sql);
    await pause(300);
  };
  try {
    await set(`alter system set log_line_prefix = '@%p '`, `alter system set log_statement = 'all'`);
    const from = statSync(log).size;
    await work();
    await pause(300);
    const written = readFileSync(log).subarray(from).toString();
    await set('alter system reset log_statement', 'alter system reset log_line_prefix');
    return statementsIn(written);
  } finally {
    await admin.end();
  }
}

/**
 * Statements of a server log with `log_statement = all` and the line prefix `@PID `.
 * @param {string} log
 * @returns {Statement[]}
 */
export function statementsIn(log) {
  const statements = [];
  const last = new Map();
  for (const entry of log.split(/^(?=@\d+ )/m)) {
    const [, session = '', kind = '', rest = ''] = /^@(\d+) (LOG|DETAIL): {2}([^]*)$/.exec(entry) ?? [];
    const text = rest.replaceAll('\n\t', '\n').trimEnd();
    const asked = /^(?:statement|execute [^:]+): ([^]*)$/.exec(text);
    if (kind === 'LOG' && asked !== null) {
      const statement = { session, sql: asked[1] ?? '', parameters: [] };
      statements.push(statement);
      last.set(session, statement);
    }
    if (kind === 'DETAIL' && /^Parameters: /i.test(text)) last.get(session).parameters = parametersIn(text);
  }
  return statements;
}

/** `Parameters: $1 = 'it''s', $2 = NULL` */
function parametersIn(text) {
  return [...text.matchAll(/\$\d+ = (?:NULL|'((?:[^']|'')*)')/g)].map(
    ([, quoted]) => quoted?.replaceAll("''", "'") ?? null,
  );
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The same statements for pgbench, with `:r` for a number drawn for each run: every id that is new in the request becomes an
 * id of the same shape (the time first, as in UUIDv7, so that indexes are met in the same way), and the complaint's
 * reference becomes one of its own. Everything else is said as the product said it.
 * @param {readonly Statement[]} statements
 * @param {readonly string[]} known ids that are there before the request
 * @returns {string[]}
 */
export function replayable(statements, known) {
  const fresh = new Map();
  const expression = (value) => {
    if (value === null) return 'NULL';
    if (UUID.test(value) && !known.includes(value)) {
      if (!fresh.has(value)) fresh.set(value, fresh.size);
      return newId(fresh.get(value));
    }
    if (/^RD-\d{4}-\d+$/.test(value)) return `('RD-' || (:r)::bigint::text)`;
    return literal(value);
  };
  return statements.map(({ sql, parameters }) =>
    sql.replace(/\$(\d+)/g, (_, number) => expression(parameters[Number(number) - 1] ?? null)).replace(/\s+/g, ' '),
  );
}

/** now() stands still within a transaction, and so does :r. */
const newId = (number) =>
  `(lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0') || '70008' || lpad(to_hex((:r)::bigint + ${number}), 15, '0'))::uuid`;

/** A colon in a literal would be taken for a variable of pgbench. */
const literal = (value) =>
  /[\\:]/.test(value)
    ? `E'${value.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\x3a').replaceAll('\n', '\\n')}'`
    : `'${value.replaceAll("'", "''")}'`;
