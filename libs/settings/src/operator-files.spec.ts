import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { addressesOf, grounds } from '#libs/domain';
import { OperatorFileError } from './operator-files.js';
import { loadOperatorSettings, loadPlatformProfiles } from './platform-profiles.js';
import { loadRegimes } from './regime-files.js';

const shipped = new URL('../../../config', import.meta.url).pathname;

const regime = `id: plain-rule
effectiveFrom: 2020-01-01
name: { en: Plain rule, zh: 简单规则, vi: Quy tắc, fr: Règle simple, de: Einfache Regel, es: Regla simple }
citation: Rule 1
elements:
  - id: accuracy
    hook: Rule 1(a)
    label: { en: Accuracy, zh: 准确, vi: Chính xác }
    remedy: { en: Confirm it., zh: 请确认。, vi: Hãy xác nhận. }
statements:
  - kind: accuracy
    wording: { en: It is accurate., zh: 准确无误。, vi: Đúng., fr: C’est exact., de: Es stimmt., es: Es exacto. }
`;

const platform = `slug: market
name: Market
kind: marketplace
simulated: false
timeZone: Europe/Vienna
languages: [en]
rightKinds: [trademark]
grounds:
  counterfeit: { regime: plain-rule }
channels:
  - kind: email
    address: ip@market.example
sources:
  - { title: Its help page, date: 2026-01 }
`;

let config: string;

beforeEach(() => {
  config = mkdtempSync(join(tmpdir(), 'redress-config-'));
  mkdirSync(join(config, 'platforms'));
  mkdirSync(join(config, 'regimes'));
  write('regimes/plain.yaml', regime);
  write('platforms/market.yaml', platform);
});

afterEach(() => {
  rmSync(config, { recursive: true });
});

const write = (file: string, text: string): void => {
  writeFileSync(join(config, file), text);
};

/** The lines of the error, without the folder in front. */
function faultsOf(load: () => unknown): string[] {
  try {
    load();
  } catch (error) {
    if (!(error instanceof OperatorFileError)) throw error;
    expect(error.message.split('\n')).toHaveLength(error.faults.length);
    return error.message.replaceAll(`${config}/`, '').split('\n');
  }
  return [];
}

const platformFaults = (text: string): string[] => {
  write('platforms/market.yaml', text);
  return faultsOf(() => loadPlatformProfiles(join(config, 'platforms')));
};

const regimeFaults = (text: string): string[] => {
  write('regimes/plain.yaml', text);
  return faultsOf(() => loadRegimes(join(config, 'regimes')));
};

describe('the shipped configuration', () => {
  const { platforms, regimes } = loadOperatorSettings(shipped);

  it('has these platforms and regimes', () => {
    const simulated = platforms.filter((platform) => platform.simulated);
    expect(simulated.map(({ slug, name, kind }) => [slug, name, kind])).toEqual([
      ['sandbox-api', 'Interlink Exchange (simulated)', 'sandbox'],
      ['sandbox-broken', 'Brokenbridge Mall (simulated)', 'sandbox'],
      ['sandbox-clear', 'Clearwater Market (simulated)', 'sandbox'],
      ['sandbox-code', 'Codeharbour (simulated)', 'sandbox'],
      ['sandbox-mute', 'Mutewood Bazaar (simulated)', 'sandbox'],
      ['sandbox-portal', 'Portside Trading Post (simulated)', 'sandbox'],
      ['sandbox', 'Sandbox platform', 'sandbox'],
    ]);
    expect(platforms).toHaveLength(simulated.length + 23);
    expect(regimes.map(({ id, effectiveFrom }) => `${id} ${effectiveFrom}`)).toEqual([
      'cn-ecommerce-42 2019-01-01',
      'cn-ecommerce-42 2021-01-01',
      'eu-dsa-16-2 2024-02-17',
      'icann-raa-3-18 2024-04-05',
      'jp-idpa-2025 2025-04-01',
      'platform-policy 2000-01-01',
      'uk-ecommerce-regs-22 2002-08-21',
      'us-dmca-512c3 1998-10-28',
      'us-patent-design-customary 2000-01-01',
      'us-trademark-customary 2000-01-01',
      'vn-decree-17-2023 2023-04-26',
      'vn-trademark-decree-85-2021 2022-01-01',
      'vn-trademark-decree-85-2021 2026-07-01',
    ]);
  });

  const of = (slug: string) => platforms.find((one) => one.slug === slug);

  it('takes every ground at the sandbox, copyright under the DMCA and the rest by custom', () => {
    const regimeOf = Object.fromEntries(grounds.map((ground) => [ground, of('sandbox')?.grounds[ground]?.regime]));
    expect(regimeOf).toEqual({
      counterfeit: 'us-trademark-customary',
      'trademark-use': 'us-trademark-customary',
      'copyright-copy': 'us-dmca-512c3',
      design: 'us-trademark-customary',
      patent: 'us-trademark-customary',
      circumvention: 'us-dmca-512c3',
    });
  });

  it('writes to these addresses', () => {
    const addresses = platforms.flatMap(({ channels }) => channels.flatMap(({ address }) => address ?? []));
    expect([...new Set(addresses)]).toEqual([
      'ipr@alibaba-inc.com',
      'vero@ebay.com',
      'copyright@github.com',
      'ProtectIP@care.lazada.com',
      'notices@broken.sandbox.redress.test',
      'notices@clear.sandbox.redress.test',
      'notices@code.sandbox.redress.test',
      'notices@mute.sandbox.redress.test',
      'notices@sandbox.redress.test',
    ]);
  });

  it('states of the real platforms only what is known', () => {
    expect(of('taobao')?.limits).toEqual({ itemsPerComplaint: 300, rightsPerComplaint: 1 });
    expect(of('github')?.limits).toEqual({});
    for (const slug of ['taobao', 'github']) expect(Object.keys(of(slug)?.clocks ?? {})).toEqual(['complainant']);
    for (const slug of ['muaban', 'generic-registrar']) expect(of(slug)?.clocks).toEqual({});
    expect(of('generic-registrar')).toMatchObject({ country: null, senderDomains: [], listingHosts: [] });
    expect(of('sandbox-code')?.listingHosts).toEqual(['github.com', 'code.sandbox.redress.test']);
  });
});

describe('a platform profile', () => {
  it('may leave out what is not known', () => {
    expect(loadPlatformProfiles(join(config, 'platforms'))).toEqual([
      {
        slug: 'market',
        name: 'Market',
        kind: 'marketplace',
        country: null,
        timeZone: 'Europe/Vienna',
        simulated: false,
        languages: ['en'],
        grounds: { counterfeit: { regime: 'plain-rule' } },
        rightKinds: ['trademark'],
        channels: [{ kind: 'email', address: 'ip@market.example' }],
        gate: {},
        programme: null,
        senderDomains: [],
        listingHosts: [],
        addresses: [],
        markets: {},
        limits: {},
        clocks: {},
        sources: [{ title: 'Its help page', date: '2026-01' }],
      },
    ]);
  });

  it('takes one address or several for an e-mail channel', () => {
    write('platforms/market.yaml', platform.replace('ip@market.example', '[ip@market.example, legal@market.example]'));
    const [market] = loadPlatformProfiles(join(config, 'platforms'));
    expect(market?.channels.map(addressesOf)).toEqual([['ip@market.example', 'legal@market.example']]);
    write('platforms/market.yaml', platform);
    expect(loadPlatformProfiles(join(config, 'platforms'))[0]?.channels.map(addressesOf)).toEqual([
      ['ip@market.example'],
    ]);
  });

  it('names every fault of every file at once, each with its line', () => {
    write('platforms/second.yaml', platform.replace('kind: marketplace', 'kind: bazaar').replace('name: Market\n', ''));
    expect(
      platformFaults(
        platform
          .replace('slug: market', 'slug: Market Place')
          .replace('Europe/Vienna', 'Europe/Atlantis')
          .replace('    address: ip@market.example', '    adress: ip@market.example')
          .concat(
            'limits: { itemsPerComplaint: 0, rightsPerComplaint: many }\nlistingHosts: ["https://market.example"]\n',
          ),
      ),
    ).toEqual([
      'platforms/market.yaml:1: slug: "Market Place" does not fit, give lower-case letters and digits joined by hyphens',
      'platforms/market.yaml:5: timeZone: "Europe/Atlantis" does not fit, give an IANA time zone such as Asia/Shanghai',
      'platforms/market.yaml:11: channels[0].address: missing, add the e-mail address',
      'platforms/market.yaml:12: channels[0].adress: unknown key, remove it or use one of: kind, address, url, api, form, fields, grounds, account, limits, pace',
      'platforms/market.yaml:15: limits.itemsPerComplaint: must be >= 1, correct it',
      'platforms/market.yaml:15: limits.rightsPerComplaint: "many" has the wrong type, write integer',
      'platforms/market.yaml:16: listingHosts[0]: "https://market.example" does not fit, give a host name in lower case, without https:// and without a path',
      'platforms/second.yaml:1: name: missing, add "name"',
      'platforms/second.yaml:2: kind: "bazaar" is not known, use one of: marketplace, b2b, e-commerce, social, registrar, host, file-sharing, torrent-index, search, proxy, sandbox',
    ]);
  });

  it.each([
    [
      'an unknown regime',
      (text: string) => text.replace('regime: plain-rule', 'regime: no-such-rule'),
      'platforms/market.yaml:9: grounds.counterfeit.regime: no regime "no-such-rule", use one of: plain-rule',
    ],
    [
      'an unknown ground',
      (text: string) => text.replace('counterfeit:', 'forgery:'),
      'platforms/market.yaml:9: grounds.forgery: unknown key, remove it or use one of: counterfeit, trademark-use, copyright-copy, design, patent, circumvention',
    ],
    [
      'an unknown element id',
      (text: string) => text.replace('{ regime: plain-rule }', '{ regime: plain-rule, requires: [seal] }'),
      'platforms/market.yaml:9: grounds.counterfeit.requires[0]: "seal" is not known, use one of: signature, right-identified, right-registered, right-in-force, listing-located, contact-address, contact-email, contact-name, explanation, good-faith, accuracy, authority, identity-proof, prima-facie-evidence, postal-address, right-documented, classes-identified, comparison, evaluation-report, power-of-attorney',
    ],
    [
      'a ground no right can carry',
      (text: string) => text.replace('rightKinds: [trademark]', 'rightKinds: [copyright]'),
      'platforms/market.yaml:9: grounds.counterfeit: rests on a right not in rightKinds, add: trademark',
    ],
    [
      'an e-mail channel without address',
      (text: string) => text.replace('    address: ip@market.example\n', ''),
      'platforms/market.yaml:11: channels[0].address: missing, add the e-mail address',
    ],
    [
      'two addresses in one',
      (text: string) => text.replace('ip@market.example', '"ip@market.example, x@y.example"'),
      'platforms/market.yaml:12: channels[0].address: "ip@market.example, x@y.example" does not fit, give one e-mail address',
    ],
    [
      'a wrong address among several',
      (text: string) => text.replace('ip@market.example', '[ip@market.example, "x@y.example;z@y.example"]'),
      'platforms/market.yaml:12: channels[0].address[1]: "x@y.example;z@y.example" does not fit, give one e-mail address',
    ],
    [
      'an address twice',
      (text: string) => text.replace('ip@market.example', '[ip@market.example, ip@market.example]'),
      'platforms/market.yaml:12: channels[0].address: a value stands twice, remove one',
    ],
    [
      'a list without addresses',
      (text: string) => text.replace('ip@market.example', '[]'),
      'platforms/market.yaml:12: channels[0].address: the list is too short, add at least 1',
    ],
    [
      'a real address among those of a simulated platform',
      (text: string) =>
        text
          .replace('simulated: false', 'simulated: true')
          .replace('ip@market.example', '[a@market.test, b@market.example]'),
      'platforms/market.yaml:12: channels[0].address: a simulated platform must not be real, use a domain below .test',
    ],
    [
      'mails too small for any notice',
      (text: string) => `${text}limits: { mailBytes: 1000 }\n`,
      'platforms/market.yaml:15: limits.mailBytes: must be >= 65536, correct it',
    ],
    [
      'a simulated platform with a real address',
      (text: string) => text.replace('simulated: false', 'simulated: true'),
      'platforms/market.yaml:12: channels[0].address: a simulated platform must not be real, use a domain below .test',
    ],
    [
      'a sandbox that claims to be real',
      (text: string) => text.replace('kind: marketplace', 'kind: sandbox'),
      'platforms/market.yaml:4: simulated: a sandbox is always simulated, write true',
    ],
    [
      'a key written twice',
      (text: string) => `${text}name: Other\n`,
      'platforms/market.yaml:15: not valid YAML (Map keys must be unique), correct it',
    ],
    [
      'an address that is not of the web',
      (text: string) => text.replace('date: 2026-01 }', 'date: 2026-01, url: "javascript:alert(1)" }'),
      'platforms/market.yaml:14: sources[0].url: "javascript:alert(1)" does not fit, give a web address that starts with https://',
    ],
    ['a list instead of a profile', () => '- a\n', 'platforms/market.yaml:1: ["a"] has the wrong type, write object'],
    ['nothing', () => '# empty\n', 'platforms/market.yaml:1: the file is empty, describe something in it or remove it'],
  ])('with %s is one fault', (_, change, expected) => {
    expect(platformFaults(change(platform))).toEqual([expected]);
  });

  it('misshapen in one place is still checked in the others', () => {
    const text = platform
      .replace('name: Market', 'name: [Market]')
      .replace('{ regime: plain-rule }', '{ regime: no-such-rule, requires: [seal] }')
      .replace('  - kind: email\n', '  - 7\n  - kind: email\n');
    expect(platformFaults(text).map((line) => line.split(': ').slice(0, 2).join(' '))).toEqual([
      'platforms/market.yaml:2 name',
      'platforms/market.yaml:9 grounds.counterfeit.requires[0]',
      'platforms/market.yaml:9 grounds.counterfeit.regime',
      'platforms/market.yaml:11 channels[0]',
    ]);
  });

  it('has a slug of its own', () => {
    write('platforms/other.yaml', `# another file\n${platform}`);
    expect(faultsOf(() => loadPlatformProfiles(join(config, 'platforms')))).toEqual([
      'platforms/other.yaml:2: slug: "market" stands already in ' + 'platforms/market.yaml:1, change one',
    ]);
  });

  it('is not blamed for a regime file that is at fault', () => {
    write('regimes/plain.yaml', regime.replace('citation: Rule 1\n', ''));
    const expected = ['regimes/plain.yaml:1: citation: missing, add "citation"'];
    expect(faultsOf(() => loadOperatorSettings(config))).toEqual(expected);
    expect(faultsOf(() => loadPlatformProfiles(join(config, 'platforms')))).toEqual(expected);
  });
});

describe('a regime file', () => {
  it('may hold several versions', () => {
    write('regimes/plain.yaml', `${regime}---\n${regime.replace('2020-01-01', '2024-01-01')}`);
    expect(loadRegimes(join(config, 'regimes')).map(({ effectiveFrom }) => effectiveFrom)).toEqual([
      '2020-01-01',
      '2024-01-01',
    ]);
  });

  it.each([
    [
      'the same version twice',
      (text: string) => `${text}---\n${text}`,
      [
        'regimes/plain.yaml:15: effectiveFrom: "plain-rule of 2020-01-01" stands already in regimes/plain.yaml:1, change one',
      ],
    ],
    [
      'a date that does not exist',
      (text: string) => text.replace('2020-01-01', '2020-02-30'),
      ['regimes/plain.yaml:2: effectiveFrom: "2020-02-30" does not fit, give a calendar date, YYYY-MM-DD'],
    ],
    [
      'a label without Chinese',
      (text: string) => text.replace('Accuracy, zh: 准确', 'Accuracy'),
      ['regimes/plain.yaml:8: elements[0].label.zh: missing, add "zh"'],
    ],
    [
      'a name and a wording that lack a language of notices',
      (text: string) => text.replace(', fr: Règle simple', '').replace(', de: Es stimmt.', ''),
      [
        'regimes/plain.yaml:3: name.fr: missing, add "fr"',
        'regimes/plain.yaml:12: statements[0].wording.de: missing, add "de"',
      ],
    ],
    [
      'a label in a language people who file do not read',
      (text: string) => text.replace('vi: Chính xác', 'vi: Chính xác, fr: Exactitude'),
      ['regimes/plain.yaml:8: elements[0].label.fr: unknown key, remove it or use one of: en, zh, vi'],
    ],
    [
      'an element without the words to confirm, and words nobody asks for',
      (text: string) => text.replace('kind: accuracy', 'kind: authority'),
      [
        'regimes/plain.yaml:6: elements[0].id: no wording for "accuracy", add it to statements',
        'regimes/plain.yaml:11: statements[0].kind: no element asks for "authority", add the element or remove it',
      ],
    ],
    [
      'a blank citation and an unknown key',
      (text: string) => text.replace('citation: Rule 1', 'citation: " "\nnote: x'),
      [
        'regimes/plain.yaml:4: citation: " " does not fit, give some text',
        'regimes/plain.yaml:5: note: unknown key, remove it or use one of: id, effectiveFrom, name, citation, elements, statements',
      ],
    ],
  ])('with %s names it', (_, change, expected) => {
    expect(regimeFaults(change(regime))).toEqual(expected);
  });

  it('with an element and a statement twice names both', () => {
    const element = regime.slice(regime.indexOf('  - id: accuracy'), regime.indexOf('statements:'));
    const statement = regime.slice(regime.indexOf('  - kind: accuracy'));
    const doubled = regime.replace('statements:', `${element}statements:`).concat(statement);
    expect(regimeFaults(doubled)).toEqual([
      'regimes/plain.yaml:10: elements[1].id: the element stands twice, remove one',
      'regimes/plain.yaml:17: statements[1].kind: the statement stands twice, remove one',
    ]);
  });

  it('with broken YAML or an alias bomb is a fault, not a crash', () => {
    const [broken] = regimeFaults('id: plain-rule\n  name: [a\n');
    expect(broken).toMatch(/^regimes\/plain\.yaml:\d: not valid YAML \(.+\), correct it$/);
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x,x]'];
    for (const [name, of] of ['b a', 'c b', 'd c', 'e d', 'f e'].map((pair) => pair.split(' '))) {
      bomb.push(
        `${String(name)}: &${String(name)} [${Array(10)
          .fill(`*${String(of)}`)
          .join(',')}]`,
      );
    }
    expect(regimeFaults(`${bomb.join('\n')}\n`)).toEqual([
      'regimes/plain.yaml:1: cannot be read (Excessive alias count indicates a resource exhaustion attack), correct the file or its permissions',
    ]);
  });
});

describe('a folder', () => {
  it('that is missing or holds no YAML is a fault that names it', () => {
    rmSync(join(config, 'regimes'), { recursive: true });
    expect(faultsOf(() => loadRegimes(join(config, 'regimes')))[0]).toMatch(
      /^regimes:1: the folder cannot be read \((?:Error: )?ENOENT.*\), create it or correct the path$/,
    );
    mkdirSync(join(config, 'regimes'));
    write('regimes/README.md', 'not YAML');
    expect(faultsOf(() => loadRegimes(join(config, 'regimes')))).toEqual([
      'regimes:1: no .yaml file in the folder, add one or correct the path',
    ]);
  });
});
