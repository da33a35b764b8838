import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { unzip } from '../../../../test/support/unzip.js';
import { guidedForm } from './guided-form.js';
import { guidedPack } from './pack.js';
import type { PackFile } from './pack.js';
import { someValues } from './some-values.spec-data.js';

const fields = [
  { label: { en: 'Owner', zh: '权利人' }, value: '{{rightsHolder.name}}' },
  { label: { en: 'URLs' }, value: '{{url}}', list: 'items' },
] as const;

const aPack = async (evidence: readonly PackFile[] = []): Promise<Buffer> =>
  guidedPack({
    steps: guidedForm({ fields, limits: { itemsPerComplaint: 2 } }, someValues),
    values: someValues,
    html: '<p>The notice.</p>',
    evidence,
  });

const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('the pack of a guided form', () => {
  it('holds the fields, the listings and the notice as files people can open', async () => {
    const files = await unzip(await aPack());
    expect([...files.keys()]).toEqual(['fields.txt', 'listings.csv', 'notice.txt', 'notice.html', 'SHA256SUMS']);
    expect(files.get('fields.txt')?.toString()).toBe(
      [
        'RD-1 · market · 2026-03-29\n',
        '1. Owner / 权利人\nVelora GmbH\n',
        '2. URLs\n(1/2)\nhttps://a.example/1\nhttps://a.example/2\n\n(2/2)\nhttps://a.example/three\n',
      ].join('\n'),
    );
    expect(files.get('listings.csv')?.toString()).toBe(
      [
        '\uFEFFurl,id,title,seller',
        'https://a.example/1,1,Bag,seller-1',
        `https://a.example/2,2,'=cmd(),"a ""good"", one"`,
        'https://a.example/three,,Bag,seller-1',
        '',
      ].join('\r\n'),
    );
    expect(files.get('notice.txt')?.toString()).toBe('The notice.\n');
    expect(files.get('notice.html')?.toString()).toBe('<p>The notice.</p>');
  });

  it('holds every evidence file under its name, none over another, and a hash of each', async () => {
    const [one, two, sums] = ['one', 'two', 'three'].map((text) => Buffer.from(text));
    const given = [
      { name: 'shot.png', bytes: one ?? Buffer.alloc(0) },
      { name: 'SHOT.png', bytes: two ?? Buffer.alloc(0) },
      { name: 'SHA256SUMS', bytes: sums ?? Buffer.alloc(0) },
      { name: 'a/b\\c', bytes: one ?? Buffer.alloc(0) },
    ];
    const files = await unzip(await aPack(given));
    const names = ['fields.txt', 'listings.csv', 'notice.txt', 'notice.html'];
    const evidence = ['shot.png', 'SHOT (2).png', 'SHA256SUMS (2)', 'a_b_c'];
    expect([...files.keys()]).toEqual([...names, ...evidence, 'SHA256SUMS']);
    expect(evidence.map((name) => files.get(name)?.toString())).toEqual(['one', 'two', 'three', 'one']);
    expect(files.get('SHA256SUMS')?.toString()).toBe(
      [...names, ...evidence].map((name) => `${hash(files.get(name) ?? Buffer.alloc(0))}  ${name}\n`).join(''),
    );
  });

  it('is the same to the byte whenever it is made, and bears the noon of its day, which no time zone shifts', async () => {
    const [first, second] = [await aPack(), await aPack()];
    expect(hash(second)).toBe(hash(first));
    const [time, day] = [first.readUInt16LE(10), first.readUInt16LE(12)];
    expect([time >> 11, (time >> 5) & 63, 1980 + (day >> 9), (day >> 5) & 15, day & 31]).toEqual([12, 0, 2026, 3, 29]);
    // no further times: those of the extra field would be in UTC
    expect(first.readUInt16LE(28)).toBe(0);
  });

  it('has the sum of each of its files, as sha256sum writes and checks it', async () => {
    const files = await unzip(await aPack([{ name: '证据 1.png', bytes: Buffer.from('picture') }]));
    const lines = (files.get('SHA256SUMS') ?? Buffer.of()).toString().trimEnd().split('\n');
    const sums = lines.map((line) => /^([0-9a-f]{64}) [ *](.+)$/.exec(line)?.slice(1) ?? [line]);
    const others = [...files].filter(([name]) => name !== 'SHA256SUMS');
    expect(others).toHaveLength(5);
    expect(new Set(sums.map(([sum, name]) => `${name ?? ''} ${sum ?? ''}`))).toEqual(
      new Set(others.map(([name, bytes]) => `${name} ${hash(bytes)}`)),
    );
  });
});
