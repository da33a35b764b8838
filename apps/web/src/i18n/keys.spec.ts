import { describe, expect, it } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { errorCodes, reasonCodes, timelineKinds } from '#libs/domain';

const folder = (language: string): string => fileURLToPath(new URL(language, import.meta.url));
const areas = readdirSync(folder('en')).filter((name) => name.endsWith('.json'));

type Words = { [key: string]: string | Words };
const read = (language: string, area: string): Words =>
  JSON.parse(readFileSync(`${folder(language)}/${area}`, 'utf8')) as Words;

const leaves = (words: Words, above = ''): [key: string, words: string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${above}${key}`, value]] : leaves(value, `${above}${key}.`),
  );

/** English needs singular and plural, Chinese has one form: a key stands for all of them. */
const withoutPlural = (key: string): string => key.replace(/_(one|other)$/u, '');
const keys = (language: string, area: string): string[] =>
  [...new Set(leaves(read(language, area)).map(([key]) => withoutPlural(key)))].sort();

const gaps = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name]) => name ?? '').sort();

describe('the words of the interface', () => {
  it('has the same areas in every language', () => {
    expect(readdirSync(folder('zh')).filter((name) => name.endsWith('.json'))).toEqual(areas);
  });

  it.each(areas)('%s: Chinese has exactly the keys of English', (area) => {
    expect(keys('zh', area)).toEqual(keys('en', area));
  });

  it.each(areas)('%s: every key has the plural forms its language needs, and no empty words', (area) => {
    const english = leaves(read('en', area));
    const chinese = leaves(read('zh', area));
    const names = english.map(([key]) => key);
    const halves = names.filter((key) => key.endsWith('_one') && !names.includes(key.replace(/_one$/u, '_other')));
    const lone = names.filter((key) => key.endsWith('_other') && !names.includes(key.replace(/_other$/u, '_one')));
    const singular = chinese.filter(([key]) => key.endsWith('_one'));
    const empty = [...english, ...chinese].filter(([, words]) => words.trim() === '').map(([key]) => key);
    expect({ halves, lone, singular, empty }).toEqual({ halves: [], lone: [], singular: [], empty: [] });
  });

  it.each(areas)('%s: both languages fill the same gaps', (area) => {
    const english = new Map(leaves(read('en', area)));
    const different = leaves(read('zh', area)).filter(
      ([key, words]) => JSON.stringify(gaps(words)) !== JSON.stringify(gaps(english.get(key) ?? '')),
    );
    expect(different).toEqual([]);
  });

  it('has words for every code of the taxonomies', () => {
    const { reason, error } = read('en', 'words.json');
    expect(Object.keys(reason ?? {})).toEqual(reasonCodes);
    expect(Object.keys(error ?? {})).toEqual(errorCodes);
    expect(Object.keys(read('en', 'complaint.json')['event'] ?? {})).toEqual([...timelineKinds]);
  });
});
