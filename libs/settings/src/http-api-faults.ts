import { formValueNames, listedValues } from '#libs/domain';
import { faultAt } from './operator-files.js';
import type { OperatorDocument, OperatorFault, ValuePath } from './operator-files.js';

/** What a recipe may name beyond the values of a filing: fields of a list's entry. */
const FURTHER = ['url', 'id', 'title', 'seller', 'value'];
const FIELDS = [
  'kind',
  'number',
  'office',
  'validFrom',
  'validTo',
  'classes',
  'wording',
  'name',
  'mediaType',
  'sha256',
];
const ofFiling = new Set<string>([...formValueNames, ...FURTHER, ...FIELDS, 'size']);

/** A question about a report knows its number or its key alone. */
const ofQuestions: Readonly<Record<string, ReadonlySet<string>>> = {
  status: new Set(['report']),
  find: new Set(['key']),
  signIn: new Set(),
};

const NEEDED = ['baseUrl', 'auth', 'request', 'response'] as const;

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

/** What is wrong with a description of an interface, beyond the shape of its parts. */
export function httpApiFaults(
  document: OperatorDocument,
  channel: { kind?: unknown; api?: unknown },
  at: ValuePath,
  simulated: boolean,
): OperatorFault[] {
  if (channel.api === undefined) return [];
  const fault = (path: ValuePath, detail: string) => faultAt(document, [...at, 'api', ...path], detail);
  if (channel.kind !== undefined && channel.kind !== 'http-api')
    return [fault([], 'only an http-api channel has one, remove it')];
  const api = fieldsOf(channel.api);
  if ('adapter' in api) {
    const others = Object.keys(api).filter((key) => !['adapter', 'baseUrl', 'reasonCodes'].includes(key));
    const known = others.map((key) => fault([key], 'an adapter knows this itself, remove it'));
    return [...known, ...addressFaults(api, simulated, fault)];
  }
  const coded = 'reasonCodes' in api ? [fault(['reasonCodes'], 'only an adapter has them, remove it')] : [];
  return [
    ...coded,
    ...NEEDED.filter((key) => !(key in api)).map((key) => fault([key], `missing, add "${key}", or name an adapter`)),
    ...addressFaults(api, simulated, fault),
    ...authFaults(fieldsOf(api['auth']), fault),
    ...Object.entries(api).flatMap(([key, value]) => templateFaults(value, [key], fault, ofQuestions[key] ?? ofFiling)),
  ];
}

type Faulty = (path: ValuePath, detail: string) => OperatorFault;

/** Real interfaces are spoken to over TLS; simulated ones lie below .test, which leads nowhere outside (RFC 6761). */
function addressFaults(api: Fields, simulated: boolean, fault: Faulty): OperatorFault[] {
  const addresses: [ValuePath, unknown][] = [
    [['baseUrl'], api['baseUrl']],
    [['auth', 'tokenUrl'], fieldsOf(api['auth'])['tokenUrl']],
  ];
  return addresses.flatMap(([path, address]) => {
    if (typeof address !== 'string' || !URL.canParse(address)) return [];
    const { protocol, hostname, username } = new URL(address);
    if (username !== '') return [fault(path, 'an address holds no name and no password, remove them')];
    if (simulated && !hostname.endsWith('.test'))
      return [fault(path, 'a simulated platform must not be real, use a domain below .test')];
    return !simulated && protocol !== 'https:' ? [fault(path, 'not encrypted, use https://')] : [];
  });
}

const FITTING: Readonly<Record<string, readonly string[]>> = {
  'api-key': ['header'],
  'oauth2-client-credentials': ['tokenUrl', 'scope'],
};

function authFaults(auth: Fields, fault: Faulty): OperatorFault[] {
  const { kind } = auth;
  if (typeof kind !== 'string') return [];
  const fitting = FITTING[kind] ?? [];
  const needed = fitting.filter((key) => key !== 'scope' && !(key in auth));
  const foreign = Object.keys(auth).filter((key) => key !== 'kind' && !fitting.includes(key));
  return [
    ...needed.map((key) => fault(['auth', key], `missing, add "${key}"`)),
    ...foreign.map((key) => fault(['auth', key], `${kind} has none, remove it`)),
  ];
}

/** A misspelt name would be filled with nothing, and nobody would see it. */
function templateFaults(value: unknown, path: ValuePath, fault: Faulty, known: ReadonlySet<string>): OperatorFault[] {
  if (typeof value === 'string') {
    const names = [...value.matchAll(/\{\{\s*[#^/&]?\s*([\w.]+)\s*\}\}/g)].map(([, name]) => name ?? '');
    const unknown = names.filter((name) => name !== '.' && !known.has(name.split('.')[0] ?? ''));
    const usable = known === ofFiling ? formValueNames : [...known];
    return unknown.map((name) => fault(path, `no value named ${name}, use one of: ${usable.join(', ')}`));
  }
  if (Array.isArray(value)) return value.flatMap((each, at) => templateFaults(each, [...path, at], fault, known));
  const fields = fieldsOf(value);
  const inside = Object.entries(fields).flatMap(([key, each]) => templateFaults(each, [...path, key], fault, known));
  const { each } = fields;
  if (!('of' in fields) || each === undefined || listedValues.some((name) => name === each)) return inside;
  return [...inside, fault([...path, 'each'], `no list of this name, use one of: ${listedValues.join(', ')}`)];
}
