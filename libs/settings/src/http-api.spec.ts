import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { loadOperatorSettings } from './platform-profiles.js';

const folder = mkdtempSync(join(tmpdir(), 'redress-config-'));
cpSync('config/regimes', join(folder, 'regimes'), { recursive: true });
cpSync('config/platforms/sandbox-api.yaml', join(folder, 'platforms/sandbox-api.yaml'), { recursive: true });
const file = join(folder, 'platforms/sandbox-api.yaml');
const shipped = readFileSync(file, 'utf8');
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What is said about the profile with one part of it written otherwise, and the line it is said of. */
function faultOf(written: string, otherwise: string): string {
  expect(shipped).toContain(written);
  writeFileSync(file, shipped.replace(written, otherwise));
  const line = shipped.slice(0, shipped.indexOf(written)).split('\n').length;
  try {
    loadOperatorSettings(folder);
    return 'nothing';
  } catch (problem) {
    const [, rest = ''] = String(problem).split('sandbox-api.yaml:');
    return rest.replace(new RegExp(`^${line}: `), '');
  }
}

describe('the description of an interface', () => {
  it('is read as it ships', () => {
    writeFileSync(file, shipped);
    const [platform] = loadOperatorSettings(folder).platforms;
    expect(platform?.channels).toMatchObject([{ kind: 'http-api', api: { idempotencyHeader: 'Idempotency-Key' } }]);
  });

  const api = 'channels[0].api';
  it.each([
    [
      'http://api.sandbox.redress.test/api/sandbox-api\n',
      'https://api.real.example\n',
      `${api}.baseUrl: a simulated platform must not be real, use a domain below .test`,
    ],
    [
      "explanation: '{{explanation}}'",
      "explanation: '{{explanatoin}}'",
      `${api}.request.body.explanation: no value named explanatoin, use one of: reference`,
    ],
    ['each: items', 'each: listings', `${api}.request.body.listings.each: no list of this name, use one of: items`],
    ['code: ER-40', 'code: ER-4', `${api}.response.errors[1].code: "ER-4" is not known, use one of: ER-10`],
    ['removed: removed', 'removed: gone', `${api}.status.standings.words.removed: "gone" is not known, use one of`],
    [
      'reference: /report/id',
      'reference: report.id',
      `${api}.response.reference: "report.id" does not fit, give a JSON pointer`,
    ],
    [
      'idempotencyHeader: Idempotency-Key',
      'idempotencyHeader: "A: b"',
      `${api}.idempotencyHeader: "A: b" does not fit`,
    ],
    ['itemsPerRequest: 50', 'itemsAtOnce: 50', `${api}.itemsAtOnce: unknown key`],
    ['itemsPerRequest: 50', 'reasonCodes: { patent: "1" }', `${api}.reasonCodes: only an adapter has them, remove it`],
    ['itemsPerRequest: 50', 'adapter: ebay-vero-v2', `an adapter knows this itself, remove it`],
    [
      "path: '/reports/{{report}}'",
      "path: '/reports/{{explanation}}'",
      `no value named explanation, use one of: report`,
    ],
  ])('with "%s" as "%s" is refused by file and line', (written, otherwise, words) => {
    expect(faultOf(written, otherwise)).toContain(words);
  });

  it('of a real platform is encrypted, and lacks nothing', () => {
    const real = shipped.replace('simulated: true', 'simulated: false').replace('kind: sandbox', 'kind: marketplace');
    writeFileSync(file, real.replace('      signIn:', '      x:').replace(/ {6}request:\n( {8}.*\n| {10,}.*\n)+/, ''));
    expect(() => loadOperatorSettings(folder)).toThrow(/baseUrl: not encrypted, use https:\/\//);
    expect(() => loadOperatorSettings(folder)).toThrow(/auth\.tokenUrl: not encrypted, use https:\/\//);
    expect(() => loadOperatorSettings(folder)).toThrow(/api\.request: missing, add "request", or name an adapter/);
  });

  it('of a sign-in has what that way asks for, and nothing else', () => {
    const auth = /auth:\n.*\n.*\n/;
    writeFileSync(file, shipped.replace(auth, 'auth: { kind: api-key, scope: x }\n'));
    expect(() => loadOperatorSettings(folder)).toThrow(/auth\.header: missing, add "header"/);
    expect(() => loadOperatorSettings(folder)).toThrow(/auth\.scope: api-key has none, remove it/);
  });
});
