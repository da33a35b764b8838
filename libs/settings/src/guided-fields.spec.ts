import { cpSync, mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OperatorFileError } from './operator-files.js';
import { loadPlatformProfiles } from './platform-profiles.js';

const regimes = new URL('../../../config/regimes', import.meta.url).pathname;

const profile = `slug: market
name: Market
kind: marketplace
simulated: false
timeZone: Europe/Vienna
languages: [en]
rightKinds: [trademark]
grounds:
  trademark-use: { regime: us-trademark-customary }
channels:
  - kind: guided-form
    url: https://market.example/report
    fields:
      - label: { en: Owner, zh: 权利人 }
        value: '{{rightsHolder.name}}'
        help: { en: As on the certificate }
      - label: { en: Right }
        value: '{{right.kind}}'
        words: { trademark: Trade mark }
      - label: { en: Links }
        value: '{{id}} {{url}}'
        list: items
        maxLength: 2000
      - label: { en: Files }
        file: evidence
sources:
  - { title: Its help page, date: 2026-01 }
`;

let config: string;

beforeEach(() => {
  config = mkdtempSync(join(tmpdir(), 'redress-fields-'));
  mkdirSync(join(config, 'platforms'));
  cpSync(regimes, join(config, 'regimes'), { recursive: true });
});

afterEach(() => {
  rmSync(config, { recursive: true });
});

const read = (text: string): ReturnType<typeof loadPlatformProfiles> => {
  writeFileSync(join(config, 'platforms', 'market.yaml'), text);
  return loadPlatformProfiles(join(config, 'platforms'));
};

/** What is wrong with the profile, one line each, without the file's folder. */
function faults(text: string): string[] {
  try {
    read(text);
  } catch (error) {
    if (!(error instanceof OperatorFileError)) throw error;
    return error.message.replaceAll(`${config}/platforms/`, '').split('\n');
  }
  return [];
}

describe('the fields of a guided form', () => {
  it('are read as they were written', () => {
    expect(read(profile)[0]?.channels[0]?.fields).toEqual([
      {
        label: { en: 'Owner', zh: '权利人' },
        value: '{{rightsHolder.name}}',
        help: { en: 'As on the certificate' },
      },
      { label: { en: 'Right' }, value: '{{right.kind}}', words: { trademark: 'Trade mark' } },
      { label: { en: 'Links' }, value: '{{id}} {{url}}', list: 'items', maxLength: 2000 },
      { label: { en: 'Files' }, file: 'evidence' },
    ]);
  });

  it.each([
    [
      'a misspelt value',
      ['rightsHolder.name', 'rightHolder.name'],
      'market.yaml:15: channels[0].fields[0].value: no value named rightHolder.name, see libs/domain/src/form-values.ts',
    ],
    [
      'a field without a value',
      ["        value: '{{rightsHolder.name}}'\n", ''],
      'market.yaml:14: channels[0].fields[0].value: missing, add "value", or "file" where the field takes files',
    ],
    [
      'a field for files with a text',
      ['file: evidence', 'file: evidence\n        maxLength: 9'],
      'market.yaml:26: channels[0].fields[3].maxLength: a field for files has none, remove it',
    ],
    [
      'a label without words',
      ['{ en: Links }', '{ zh: 链接 }'],
      'market.yaml:20: channels[0].fields[2].label.en: missing, add "en"',
    ],
    [
      'a list of something else',
      ['list: items', 'list: rights'],
      'market.yaml:22: channels[0].fields[2].list: "rights" is not known, use one of: items',
    ],
    [
      'fields of a way that is no form',
      ['kind: guided-form\n    url: https://market.example/report', 'kind: email\n    address: ip@market.example'],
      'market.yaml:13: channels[0].fields: only a guided-form has them, remove them',
    ],
  ] as const)('are refused for %s', (_what, [from, to], fault) => {
    expect(profile).toContain(from);
    expect(faults(profile.replace(from, to))).toEqual([fault]);
  });
});
