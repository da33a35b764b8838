import { describe, expect, it } from '@jest/globals';
import { cellsOf, codesOf, csv, fileOf, readFile } from './csv-files.spec-data.js';
import { csvEncodings } from './decoding.js';
import { encoded } from './encoders.spec-data.js';

const read = async (text: Buffer) => readFile(fileOf(text));

describe('bytes that are not valid in the encoding of the file', () => {
  it.each([
    ['gb18030', 'utf-8', '女士手提包'],
    ['windows-1252', 'utf-8', 'Größe'],
    ['utf-8', 'gb18030', '女士手提包'],
    ['utf-8', 'windows-1258', 'Túi xách nữ'],
    ['utf-8', 'windows-1252', 'Größe'],
    ['utf-8', 'windows-1251', 'Сумка'],
  ] as const)('%s in a file of %s cost their rows alone', async (strayed, encoding, word) => {
    const lines = [`title,n`, `${word},1`, `${word},2`, `${word},3`];
    const bytes = lines.map((line, at) => encoded(`${line}\n`, at === 2 ? strayed : encoding));
    const file = await readFile(fileOf(Buffer.concat(bytes)), csv({ encoding }));
    expect(file.rows.map(({ line }) => line)).toEqual([2, 3, 4]);
    expect([file.rows[0]?.cells, file.rows[2]?.cells]).toEqual([
      [word, '1'],
      [word, '3'],
    ]);
    expect(codesOf(file)).toEqual([[], ['encoding'], []]);
    expect(file.rows[1]?.faults[0]).toMatchObject({ spoilt: 'row' });
  });

  it('name the cell they stand in', async () => {
    const { rows } = await read(Buffer.from('x,y\n1,Gr\xf6\xdfe\n', 'latin1'));
    expect(rows[0]).toMatchObject({ cells: ['1', 'Gr\uFFFD\uFFFDe'], faults: [{ code: 'encoding', cell: 1 }] });
  });

  it('are half characters and halves of pairs in UTF-16', async () => {
    const text = encoded('x,y\n1,a\ud83d\n2,b\n', 'utf-16le');
    const file = await readFile(fileOf(Buffer.concat([text, Buffer.from('3')])), csv({ encoding: 'utf-16le' }));
    expect(codesOf(file)).toEqual([['encoding'], [], ['cell-count', 'encoding']]);
  });

  it('do not hide what else is wrong with the row', async () => {
    const file = await read(Buffer.from('x,y\n1,\xf6"\0\n', 'latin1'));
    expect(codesOf(file)).toEqual([['quote-misplaced', 'encoding', 'not-text']]);
    expect(file.rows[0]?.cells).toEqual(['1,\uFFFD"\uFFFD']);
  });
});

describe('characters of each encoding', () => {
  const words: Partial<Record<(typeof csvEncodings)[number], string>> = {
    gb18030: '女士真皮，包～｜',
    big5: '功能蓋許育',
    shift_jis: 'ソース能表予ポ',
    'euc-jp': '本革ハンド',
    'euc-kr': '여성 가죽',
    'windows-1258': 'Đường dẫn ữệấỹ ₫',
    'windows-1252': '“Größe” – 5 €',
    'windows-874': 'กระเป๋า',
    'koi8-r': 'Сумка',
    'iso-8859-2': 'Skórzana żółć',
    'iso-8859-5': 'Сумка',
    'iso-8859-6': 'حقيبة',
    'iso-8859-7': 'τσάντα',
    'windows-1250': 'Skórzana „żółć”',
    'windows-1251': 'Сумка «№»',
    'windows-1253': 'τσάντα',
    'windows-1254': 'çanta ğış',
    'windows-1255': 'תיק',
    'windows-1256': 'حقيبة',
    'windows-1257': 'ąžuolas',
  };

  it.each(csvEncodings)('are read: %s', async (encoding) => {
    const word = words[encoding] ?? '店 é 😀';
    const text = `x|y\r\n"${word}\r\n${word}"|1\r\n${word}|2`;
    for (const piece of [3, 65_536]) {
      const file = await readFile(fileOf(encoded(text, encoding), piece), csv({ encoding, delimiter: '|' }));
      expect(cellsOf(file)).toEqual([
        [`${word}\r\n${word}`, '1'],
        [word, '2'],
      ]);
      expect(codesOf(file).flat()).toEqual([]);
    }
  });
});
