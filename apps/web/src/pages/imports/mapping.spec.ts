import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createInstance } from 'i18next';
import { words } from '../../i18n/en/index.js';
import { columns } from './columns.js';
import { choicesOf, isUsable, mappingErrors, mappingOf, valuesFor } from './mapping.js';

const language = createInstance();
await language.init({ lng: 'en', resources: { en: { translation: words } }, interpolation: { escapeValue: false } });
const { t } = language;

const headings = ['Case', 'Site', 'Owner', 'Why', 'Link'];
const complete = {
  platform: { value: 'sandbox' },
  rights_holder: { heading: 'Owner' },
  ground: { heading: 'Why' },
  url: { heading: 'Link' },
};

describe('the choices of where columns are read from', () => {
  it('say what the mapping said', () => {
    const source = fc.oneof(
      fc.constantFrom(...headings).map((heading) => ({ heading })),
      fc.string({ minLength: 1 }).map((value) => ({ value: value.trim() })),
    );
    const mappings = fc.dictionary(fc.constantFrom(...columns), source);
    fc.assert(
      fc.property(mappings, (mapping) => {
        expect(mappingOf(choicesOf(mapping, headings), headings)).toEqual({ ...mapping });
      }),
    );
  });

  it('keep their values for every row where the headings are others, for the columns still open', () => {
    const choices = choicesOf({ ...complete, ground: { value: ' counterfeit ' } }, headings);
    expect(valuesFor(['ground', 'url'], choices)).toEqual({ ground: { value: 'counterfeit' } });
  });

  it('mean the heading at the same place when its letters are read anew', () => {
    const choices = choicesOf(complete, headings);
    const anew = ['案件', '平台', '权利人', '理由', '链接'];
    expect(mappingOf(choices, anew)).toEqual({
      platform: { value: 'sandbox' },
      rights_holder: { heading: '权利人' },
      ground: { heading: '理由' },
      url: { heading: '链接' },
    });
  });

  it('leave a column open whose heading the file does not have', () => {
    expect(choicesOf({ url: { heading: 'Address' } }, headings).url.from).toBe('nothing');
  });
});

describe('what keeps the choices from being used', () => {
  const errors = (mapping: Parameters<typeof choicesOf>[0]) => mappingErrors(t, choicesOf(mapping, headings), headings);

  it('is nothing where every required column has a source', () => {
    expect(errors(complete)).toEqual([]);
  });

  it('names each required column without one, at its field', () => {
    expect(errors({ url: { heading: 'Link' } }).map(({ field }) => field)).toEqual([
      'source-platform',
      'source-rights_holder',
      'source-ground',
    ]);
  });

  it('is a value for every row that is blank', () => {
    expect(errors({ ...complete, platform: { value: '  ' } }).map(({ field }) => field)).toEqual(['value-platform']);
  });

  it('is a heading that is read twice: said at the second column, with the name of the first', () => {
    const [error, ...others] = errors({ ...complete, title: { heading: 'Link' } });
    expect(others).toEqual([]);
    expect(error).toEqual({
      field: 'source-title',
      text: 'Title: “Link” is already read as Address of the listing; choose another heading',
    });
  });
});

it('takes no heading that is empty or stands there twice', () => {
  const given = ['Link', '', 'Seller', 'Link'];
  expect(given.map((heading) => isUsable(heading, given))).toEqual([false, false, true, false]);
});
