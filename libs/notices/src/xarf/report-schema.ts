import { readFileSync } from 'node:fs';
import type { AnySchemaObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { XarfContact, XarfReport } from './report.js';

const CORE = 'xarf-core';
const TYPES = [
  'content-base',
  'content-brand_infringement',
  'copyright-copyright',
  'copyright-cyberlocker',
  'copyright-link-site',
  'copyright-ugc-platform',
];

const schemaNameOf: Readonly<Record<XarfReport['type'], string>> = {
  brand_infringement: 'content-brand_infringement',
  copyright: 'copyright-copyright',
  cyberlocker: 'copyright-cyberlocker',
  link_site: 'copyright-link-site',
  ugc_platform: 'copyright-ugc-platform',
};

// what JSON.parse gives has no type; that these files are schemas is for ajv to find
const schemaCalled = (name: string): AnySchemaObject =>
  JSON.parse(readFileSync(new URL(`./schemas/${name}.json`, import.meta.url), 'utf8')) as AnySchemaObject;

let loaded: Ajv2020 | null = null;

/** The published schemas in standard mode: required fields and formats; unknown fields pass. Loaded at the first report. */
function schemas(): Ajv2020 {
  if (loaded !== null) return loaded;
  const ajv = new Ajv2020({ allErrors: true });
  addFormats.default(ajv);
  ajv.addKeyword({ keyword: 'x-recommended', schemaType: 'boolean' });
  ajv.addSchema([CORE, ...TYPES].map(schemaCalled));
  return (loaded = ajv);
}

function validatorOf(path: string): ValidateFunction {
  const validate = schemas().getSchema(`https://xarf.org/schemas/v4/${path}`);
  if (validate === undefined)
    throw new Error(`There is no XARF schema ${path}: copy it into libs/notices/src/xarf/schemas.`);
  return validate;
}

function faultsBy(path: string, value: unknown): string[] {
  const validate = validatorOf(path);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath || '/'} ${message ?? 'is not valid'}`,
  );
}

/** What the published schema of its type finds wrong with a report; empty where it is valid. */
export const reportFaults = (report: XarfReport): string[] =>
  faultsBy(`types/${schemaNameOf[report.type]}.json`, report);

/** Whether a party can stand in a report at all. */
export const isContact = (party: XarfContact): boolean =>
  faultsBy('xarf-core.json#/$defs/contact_info', party).length === 0;
