import { describe, expect, it } from '@jest/globals';

import { Fault } from '#libs/domain';

import { readSettings } from './environment-reader.js';

const filesUrl = (given: string): string | undefined => readSettings({ REDRESS_FILES_URL: given }).REDRESS_FILES_URL;

/** What is said of an address that is refused. */
function refusal(given: string): unknown {
  try {
    readSettings({ REDRESS_FILES_URL: given });
  } catch (error) {
    if (error instanceof Fault) return [error.code, error.fields, error.message.split('\n').slice(1)];
    throw error;
  }
  return 'taken';
}

describe('REDRESS_FILES_URL', () => {
  it('is unset where nobody sets it, or sets it to nothing: then files lie below REDRESS_DATA_DIR', () => {
    expect(readSettings({}).REDRESS_FILES_URL).toBeUndefined();
    expect(filesUrl('')).toBeUndefined();
    expect(filesUrl('  ')).toBeUndefined();
  });

  it.each([
    's3://evidence',
    's3://evidence.of-redress.example',
    's3://evidence/of/redress',
    's3://evidence/of/redress/?region=eu-central-1',
    's3://evidence?endpoint=http://minio:9000&region=us-east-1',
    's3://evidence/p?region=eu-central-1&endpoint=https%3A%2F%2Fs3.example',
  ])('takes a bucket as it is written: %s', (given) => {
    expect(filesUrl(given)).toBe(given);
    expect(filesUrl(` ${given} `)).toBe(given);
  });

  it.each([
    ['a folder', '/var/lib/redress/files'],
    ['a folder of this one', './files'],
    ['a folder as an address', 'file:///var/lib/redress/files'],
    ['another scheme', 'https://evidence.s3.amazonaws.com/'],
    ['a scheme in capitals', 'S3://evidence'],
    ['no bucket', 's3://'],
    ['no bucket before the prefix', 's3:///of/redress'],
    ['a bucket in capitals', 's3://Evidence'],
    ['a bucket of one letter', 's3://e'],
    ['a password, which has no place in it', 's3://key:secret@evidence/p'],
    ['a blank in the prefix', 's3://evidence/of redress'],
    ['a fragment', 's3://evidence/p#x'],
    ['an endpoint without a scheme', 's3://evidence?region=r&endpoint=minio:9000'],
    ['nonsense', 'bucket'],
  ])('is refused by its name with what it must be: %s', (_what, given) => {
    const detail = 'must be an address like s3://bucket/prefix?region=eu-central-1&endpoint=https://s3.example';
    expect(refusal(given)).toEqual([
      'settings-invalid',
      [{ pointer: '/REDRESS_FILES_URL', code: 'setting-invalid', detail }],
      [`  REDRESS_FILES_URL ${detail}`],
    ]);
  });
});
