import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { importColumns } from '#libs/domain';
import { headingWords } from './heading-words.js';
import { looseKey } from './loose-key.js';
import { suggestMapping } from './suggest-mapping.js';

/** Which heading each column is read from. */
const headingsOf = (mapping: ReturnType<typeof suggestMapping>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(mapping).map(([column, source]) => [
      column,
      'heading' in source ? source.heading : `=${source.value}`,
    ]),
  );

describe('suggestMapping', () => {
  it('finds the columns of complaints.csv by their names', () => {
    const headings = importColumns.map((column) => column.toUpperCase().replace('_', ' '));
    expect(Object.values(headingsOf(suggestMapping(headings)))).toEqual(headings);
  });

  it.each([
    [['平台', '权利人', '注册号', '侵权类型', '商品链接'], 'Chinese'],
    [['Nền tảng', 'Chủ sở hữu', 'Số văn bằng', 'Loại vi phạm', 'ĐƯỜNG DẪN'], 'Vietnamese'],
    [['nen tang', 'chu so huu', 'so van bang', 'loai vi pham', 'duong dan'], 'Vietnamese without accents'],
    [['Plateforme', 'Titulaire', 'N° de marque', "Type d'atteinte", "Lien de l'annonce"], 'French'],
    [['Plattform', 'Rechteinhaber', 'Registernummer', 'Verstoß', 'Angebots-URL'], 'German'],
    [['Plataforma', 'Titular', 'N.º de registro', 'Tipo de infracción', 'Enlace'], 'Spanish'],
    [['Marketplace', 'Brand owner', 'TM No.', 'Infringement type', 'Listing URL'], 'English'],
  ])('knows the words of %j (%s)', (headings) => {
    expect(headingsOf(suggestMapping(headings))).toEqual(
      Object.fromEntries(
        ['platform', 'rights_holder', 'right_number', 'ground', 'url'].map((key, at) => [key, headings[at]]),
      ),
    );
  });

  it('takes the best name where several fit, and leaves out what names nothing', () => {
    expect(headingsOf(suggestMapping(['Link', 'Product URL', 'Notes', 'Brand', 'Rights holder']))).toEqual({
      url: 'Product URL',
      rights_holder: 'Rights holder',
    });
  });

  it('takes no heading that is empty, stands there twice, or tells what is wrong', () => {
    expect(suggestMapping(['', 'url', 'url', 'Error', 'error', ' '])).toEqual({});
  });

  it('takes what is remembered before everything else, and leaves out what it leaves out', () => {
    const remembered = {
      url: { heading: 'Where found' },
      ground: { value: 'counterfeit' },
      platform: { heading: 'gone' },
    };
    expect(headingsOf(suggestMapping(['URL', 'where-found', 'Title', 'Platform'], remembered))).toEqual({
      url: 'where-found',
      ground: '=counterfeit',
      platform: 'Platform',
    });
  });

  it('does not use the heading of a remembered column for another', () => {
    const remembered = { title: { heading: 'url' }, url: { heading: 'lost' } };
    expect(headingsOf(suggestMapping(['url', 'Link'], remembered))).toEqual({ title: 'url', url: 'Link' });
  });

  it('uses no heading twice, whatever the headings are', () => {
    const names = [...importColumns, ...Object.values(headingWords).flat(), 'error', '', 'x'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { maxLength: 20 }), (headings) => {
        const used = Object.values(headingsOf(suggestMapping(headings)));
        expect(new Set(used).size).toBe(used.length);
        for (const heading of used) expect(headings.filter((each) => each === heading)).toHaveLength(1);
      }),
    );
  });
});

describe('the words for columns', () => {
  it('name one column each', () => {
    const keys = importColumns.flatMap((column) => [...new Set([column, ...headingWords[column]].map(looseKey))]);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    expect(keys).not.toContain('');
  });
});
