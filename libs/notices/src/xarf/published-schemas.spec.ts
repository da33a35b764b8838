import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { AnySchemaObject } from 'ajv';
import addFormats from 'ajv-formats';
import { describeIf } from '../../../../test/support/require.js';
import { aPlatform } from '../a-notice.spec-data.js';
import { aBrandNotice, aCopyNotice, aSender, reportId } from './a-report.spec-data.js';
import { reportFaults } from './report-schema.js';
import type { XarfReport } from './report.js';
import { xarfReports } from './xarf-reports.js';

const folder = new URL('../../../../../shared/data/xarf/', import.meta.url);
const ours = new URL('./schemas/', import.meta.url);
const read = (url: URL): AnySchemaObject => JSON.parse(readFileSync(url, 'utf8')) as AnySchemaObject;

const published = [
  'xarf-core',
  'content-base',
  'content-brand_infringement',
  'copyright-copyright',
  'copyright-cyberlocker',
  'copyright-link-site',
  'copyright-p2p',
  'copyright-ugc-platform',
];

const everyType: XarfReport[] = [
  aBrandNotice(),
  aCopyNotice(),
  ...(['social', 'file-sharing', 'torrent-index'] as const).map((kind) =>
    aCopyNotice({ platform: aPlatform({ kind }) }),
  ),
].flatMap((facts) => xarfReports(facts, aSender, reportId).reports.slice(0, 1));

describe('the vendored schemas', () => {
  it('come with the licence they are given under', () => {
    expect(readFileSync(new URL('LICENSE', ours), 'utf8')).toContain('Permission is hereby granted, free of charge');
  });

  it('refuse a report without a required field or with a value outside its list', () => {
    const [brand] = everyType;
    if (brand?.type !== 'brand_infringement') throw new Error('the first report is about a brand');
    expect(reportFaults(brand)).toEqual([]);
    expect(reportFaults({ ...brand, legitimate_site: 'alpengluehen' })).toEqual([
      '/legitimate_site must match format "uri"',
    ]);
    expect(reportFaults({ ...brand, report_id: 'one' })).not.toEqual([]);
    expect(reportFaults({ ...brand, description: 'x'.repeat(1001) })).not.toEqual([]);
    const withoutSite: Record<string, unknown> = { ...brand };
    delete withoutSite['legitimate_site'];
    expect(reportFaults(withoutSite as unknown as XarfReport)).toEqual([
      "/ must have required property 'legitimate_site'",
    ]);
  });
});

describeIf(
  existsSync(folder),
  '../shared/data/xarf',
  'the published schemas and samples',
)('the published schemas', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const schemaOf = (name: string): AnySchemaObject => read(new URL(`schema-v4-${name}.json`, folder));
  ajv.addSchema(published.map(schemaOf));
  const fits = (name: string, value: unknown): unknown => {
    const validate = ajv.getSchema(`https://xarf.org/schemas/v4/types/${name}.json`);
    return validate?.(value) === true ? [] : (validate?.errors ?? 'no such schema');
  };

  it.each(published.filter((name) => existsSync(new URL(`${name}.json`, ours))))(
    'are the same as our copy: %s',
    (name) => {
      expect(read(new URL(`${name}.json`, ours))).toEqual(schemaOf(name));
    },
  );

  it.each(everyType.map((report): [string, XarfReport] => [report.type, report]))('accept our %s', (type, report) => {
    const name = `${report.category}-${type.startsWith('brand') ? type : type.replace('_', '-')}`;
    expect(fits(name, JSON.parse(JSON.stringify(report)))).toEqual([]);
  });

  it.each(['copyright', 'ugc-platform'])('have a sample of %s that our copy accepts too', (name) => {
    const sample: unknown = read(new URL(`v4-copyright-${name}.sample.json`, folder));
    expect(reportFaults(sample as XarfReport)).toEqual([]);
  });

  it('have a sample of p2p, a type no notice has', () => {
    const sample = read(new URL('v4-copyright-p2p.sample.json', folder));
    expect(fits('copyright-p2p', sample)).toEqual([]);
    expect(fits('copyright-copyright', sample)).not.toEqual([]);
  });
});
