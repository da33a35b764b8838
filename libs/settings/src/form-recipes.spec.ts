import { cpSync, mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OperatorFileError } from './operator-files.js';
import { loadPlatformProfiles } from './platform-profiles.js';

const regimes = new URL('../../../config/regimes', import.meta.url).pathname;

const form = `    form:
      start: https://market.example/report
      hosts: [cdn.market.example]
      signIn:
        - fill: { label: User }
          value: '{{account.user}}'
        - fill: { label: Password }
          value: '{{account.password}}'
        - press: { button: Sign in }
        - expect: { text: Welcome }
      steps:
        - goto: /report/new
        - fill: { name: why }
          value: '{{explanation}}'
          onlyIf: '{{#items}}{{title}}{{/items}}'
        - choose: { selector: '#kind' }
          option: '{{right.kind}}'
          words: { trademark: Trade mark }
        - check: { label: Good faith }
          states: goodFaith
        - upload: { label: Files }
          files: evidence
        - press: { button: Send }
          submits: true
      captcha: [{ selector: '#captcha' }]
      login: [{ url: '/login$' }]
      errors:
        - { sign: { text: Busy }, code: ER-44, retry: true, nothingFiled: true }
      submitted: { text: Thank you }
      reference: { regex: 'No\\. (\\d+)' }
`;

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
  - kind: browser-form
${form}  - kind: guided-form
    url: https://market.example/report
sources:
  - { title: Its help page, date: 2026-01 }
`;

let config: string;

beforeEach(() => {
  config = mkdtempSync(join(tmpdir(), 'redress-forms-'));
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

describe('the recipe of a form', () => {
  it('is read as it was written', () => {
    const [channel] = read(profile)[0]?.channels ?? [];
    expect(channel?.form?.steps.slice(1, 3)).toEqual([
      { fill: { name: 'why' }, value: '{{explanation}}', onlyIf: '{{#items}}{{title}}{{/items}}' },
      { choose: { selector: '#kind' }, option: '{{right.kind}}', words: { trademark: 'Trade mark' } },
    ]);
    expect(channel?.form?.errors).toEqual([{ sign: { text: 'Busy' }, code: 'ER-44', retry: true, nothingFiled: true }]);
    expect(channel?.form?.reference).toEqual({ regex: 'No\\. (\\d+)' });
  });

  it.each([
    [
      'a form without a recipe',
      (text: string) => text.replace(form, '    account: required\n'),
      ['market.yaml:11: channels[0].form: missing, describe how the form is filled in'],
    ],
    [
      'a recipe on a way that is none',
      (text: string) => text.replace('kind: browser-form', 'kind: guided-form'),
      ['market.yaml:12: channels[0].form: only a browser-form has one, remove it'],
    ],
    [
      'no way for people beside it',
      (text: string) => text.replace('kind: guided-form\n', 'kind: guided-form\n    grounds: [counterfeit]\n'),
      ['market.yaml:11: channels[0]: no guided-form stands beside it for what a machine must not do, add one'],
    ],
    [
      'an address that is not encrypted',
      (text: string) => text.replace('start: https', 'start: http'),
      ['market.yaml:13: channels[0].form.start: not encrypted, write https://'],
    ],
    [
      'a simulated platform with a real form',
      (text: string) => text.replace('simulated: false', 'simulated: true'),
      ['market.yaml:13: channels[0].form.start: a simulated platform must not be real, use hosts below .test'],
    ],
    [
      'a step to a host it does not name',
      (text: string) => text.replace('/report/new', 'https://other.example/new'),
      ['market.yaml:23: channels[0].form.steps[0].goto: leads to another host, add it to hosts'],
    ],
    [
      'a step that does two things',
      (text: string) => text.replace('goto: /report/new', 'goto: /report/new\n          check: { label: Yes }'),
      [
        'market.yaml:23: channels[0].form.steps[0]: a step does one thing, write one of: goto, fill, choose, check, upload, press, expect',
      ],
    ],
    [
      'a field without a value',
      (text: string) => text.replace("          value: '{{explanation}}'\n", ''),
      ['market.yaml:24: channels[0].form.steps[1].value: missing, add "value"'],
    ],
    [
      'a key that belongs to another step',
      (text: string) => text.replace('files: evidence', 'files: evidence\n          option: a'),
      ['market.yaml:34: channels[0].form.steps[4].option: no part of "upload", remove it'],
    ],
    [
      'a value there is none of',
      (text: string) => text.replace('{{explanation}}', '{{explanaton}}'),
      [
        'market.yaml:25: channels[0].form.steps[1].value: no value named explanaton, see libs/domain/src/form-values.ts',
      ],
    ],
    [
      'the password in the notice',
      (text: string) => text.replace('{{explanation}}', '{{account.password}}'),
      [
        'market.yaml:25: channels[0].form.steps[1].value: the account is for signIn alone and the notice for steps alone, move it',
      ],
    ],
    [
      'a press that nothing is expected of',
      (text: string) => text.replace('        - expect: { text: Welcome }\n', ''),
      ['market.yaml:20: channels[0].form.signIn[2].press: a press shows another page, write an expect after it'],
    ],
    [
      'no point of no return',
      (text: string) => text.replace('          submits: true\n', '        - expect: { text: Done }\n'),
      ['market.yaml:22: channels[0].form.steps: the last step, and no other, must be a press with submits: true'],
    ],
    [
      'an error code that does not exist',
      (text: string) => text.replace('code: ER-44', 'code: ER-99'),
      [
        expect.stringMatching(
          /^market\.yaml:\d+: channels\[0\]\.form\.errors\[0\]\.code: "ER-99" is not known, use one of: ER-10, /,
        ),
      ],
    ],
    [
      'an expression that is none',
      (text: string) => text.replace("'/login$'", "'('"),
      [
        'market.yaml:37: channels[0].form.login[0].url: "(" does not fit, give a regular expression without look-behinds',
      ],
    ],
    [
      'no sign that it was submitted',
      (text: string) => text.replace('      submitted: { text: Thank you }\n', ''),
      ['market.yaml:12: channels[0].form.submitted: missing, add "submitted"'],
    ],
  ])('with %s is refused by file and line', (_, change, expected) => {
    expect(faults(change(profile))).toEqual(expected);
  });

  it('has every fault named at once', () => {
    const text = profile.replace('{{account.user}}', '{{user}}').replace('          submits: true\n', '');
    expect(faults(text).map((line) => line.split(': ').slice(0, 2).join(' '))).toEqual([
      'market.yaml:17 channels[0].form.signIn[0].value',
      'market.yaml:22 channels[0].form.steps',
      'market.yaml:34 channels[0].form.steps[5].press',
    ]);
  });
});
