import { describe, expect, it } from '@jest/globals';
import { Fault } from '#libs/domain';
import { encoded } from '../csv/encoders.spec-data.js';
import { fileOf } from '../csv/csv-files.spec-data.js';
import { aWorkbook, partsOf, row, textRow, zipOf } from '../xlsx/workbooks.spec-data.js';
import { sniffFile } from './sniff-file.js';

const sniff = async (bytes: Buffer | string) => sniffFile(fileOf(bytes), 'listings.xls');

/** What is said of a file that is no table. */
async function refusal(bytes: Buffer | string): Promise<string> {
  try {
    return `read as ${JSON.stringify(await sniff(bytes))}`;
  } catch (problem) {
    if (problem instanceof Fault) return `${problem.kind} ${problem.code}: ${problem.message}`;
    throw problem;
  }
}

const table = 'platform;url\ntaobao;https://item.taobao.com/item.htm?id=1\n';

describe('sniffFile', () => {
  it('tells a CSV file by its bytes and not by its name', async () => {
    expect(await sniff(table)).toEqual({ kind: 'csv', encoding: 'utf-8', delimiter: ';', sheet: null, sheets: [] });
  });

  it('tells a workbook and its sheets with rows, those a person sees first', async () => {
    const sheets = [
      { name: 'Hidden', rows: textRow('url'), state: 'hidden' },
      { name: 'Formats', rows: row('<c s="1"/>', '<c/>') },
      { name: '商品', rows: textRow('url') },
      { name: 'Empty', rows: '' },
      { name: 'Secret', rows: textRow('url'), state: 'veryHidden' },
    ];
    expect(await sniff(await aWorkbook({ sheets }))).toEqual({
      kind: 'xlsx',
      encoding: null,
      delimiter: null,
      sheet: '商品',
      sheets: ['商品', 'Hidden', 'Secret'],
    });
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \r\n\t\n'],
    ['a mark of UTF-8', '\uFEFF'],
    ['a mark of UTF-16', Buffer.from([0xff, 0xfe, 0x0a, 0])],
  ])('says that a file of %s is empty', async (_, bytes) => {
    expect(await refusal(bytes)).toMatch(/^invalid import-unreadable: "listings\.xls" is empty\. Its first row names/);
  });

  const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  const binary = Buffer.from(Array.from({ length: 500 }, (_, at) => (at * 7) % 32));
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex'), Buffer.alloc(100)]);

  it.each([
    ['a workbook of before 2007', compound, /is an Excel workbook of before 2007 \(\.xls\): save the table as \.xlsx/],
    [
      'a workbook with a password',
      Buffer.concat([compound, encoded('EncryptedPackage', 'utf-16le')]),
      /protected by a password: save it without one/,
    ],
    ['a PDF', '%PDF-1.7\n%âãÏÓ\n1 0 obj', /is a PDF document: save the table as/],
    ['Rich Text', '{\\rtf1\\ansi', /is a Rich Text document/],
    ['a web page', '\uFEFF\n<HTML><body><table>', /is a web page \(some programs call it \.xls\)/],
    ['a table of a web page', '<table border=1><tr><td>url', /is a web page/],
    ['XML of Office 2003', '<?xml version="1.0"?><Workbook/>', /is an XML document: open it in a spreadsheet program/],
    ['a picture', png, /is no table but a file of the kind image\/png/],
    ['bytes of no known kind', binary, /is no text and no workbook/],
  ])('says what to do with %s', async (_, bytes, words) => {
    expect(await refusal(bytes)).toMatch(words);
  });

  it.each([
    ['xl/workbook.bin', /a binary Excel workbook \(\.xlsb\): save the table as \.xlsx or CSV/],
    ['content.xml', /a document of LibreOffice or OpenOffice \(\.ods\)/],
    ['Index/Document.iwa', /a Numbers document: export the table as \.xlsx or CSV/],
    ['Index.zip', /a Numbers document/],
    ['word/document.xml', /a Word document/],
    ['ppt/presentation.xml', /a presentation/],
    ['photos/1.jpg', /an archive without an Excel workbook \(\.xlsx\) in it/],
  ])('says what to do with an archive that holds %s', async (part, words) => {
    expect(await refusal(await zipOf({ [part]: 'x' }))).toMatch(words);
  });

  it('says that a workbook has no rows', async () => {
    const blank = await aWorkbook({ sheets: [{ rows: row('<c/>') }] });
    expect(await refusal(blank)).toMatch(/is a workbook without rows\. The first row of a sheet names the columns/);
  });

  it('takes an archive without anything in it, and half an archive, for what they are', async () => {
    const whole = await aWorkbook({ sheets: [{ rows: textRow('url') }] });
    expect(await refusal(await zipOf({}))).toMatch(/an archive without an Excel workbook/);
    expect(await refusal(whole.subarray(0, 500))).toMatch(/is damaged \(.+\): open it, save it anew/);
  });

  it('takes a relation to a part that is not there for no workbook', async () => {
    const parts = partsOf({ sheets: [{ rows: textRow('url') }] });
    const { 'xl/workbook.xml': _lost, ...rest } = parts;
    expect(await refusal(await zipOf(rest))).toMatch(/an archive without an Excel workbook/);
  });

  it('reads text into which a control character has strayed', async () => {
    expect(await sniff(`${table}\x01taobao;https://a.example/${'1'.repeat(400)}\n`)).toMatchObject({ kind: 'csv' });
  });
});

const words = {
  english: 'platform,title\ntaobao,Leather bag\n',
  french: 'plateforme,titre\n' + 'eBay,Sac à main brodé – édition limitée à l’été, modèle déposé\n'.repeat(3),
  german: 'Plattform,Titel\n' + 'eBay,Größere Tasche für Männer, schöne Überzüge aus Österreich\n'.repeat(3),
  vietnamese: 'nền tảng,tiêu đề\n' + 'shopee,Túi xách nữ hàng hiệu giá rẻ chính hãng, đường dẫn\n'.repeat(3),
  chinese: '平台,标题\n' + '淘宝,女士真皮手提包 时尚百搭 厂家直销 包邮\n'.repeat(3),
  traditional: '平臺,標題\n' + '露天,女士真皮手提包 時尚百搭 廠家直銷 免運費\n'.repeat(3),
  japanese: 'プラットフォーム,商品名\n' + '楽天,本革ハンドバッグ レディース 送料無料 新品です\n'.repeat(3),
  korean: '플랫폼,상품명\n' + '쿠팡,여성 가죽 핸드백 명품 스타일 무료 배송 정품\n'.repeat(3),
  russian: 'Платформа,Название\n' + 'Озон,Женская кожаная сумка через плечо, новая коллекция\n'.repeat(3),
  thai: 'แพลตฟอร์ม,ชื่อสินค้า\n' + 'ลาซาด้า,กระเป๋าหนังผู้หญิงแฟชั่นราคาถูกส่งฟรี\n'.repeat(3),
  polish: 'platforma,tytuł\n' + 'Allegro,Skórzana torebka damska, wyższa jakość, żółta wstążka, właściciel\n'.repeat(3),
  greek: 'πλατφόρμα,τίτλος\n' + 'Skroutz,Γυναικεία δερμάτινη τσάντα ώμου, νέα συλλογή\n'.repeat(3),
  turkish:
    'platform,başlık\n' + 'Trendyol,Kadın deri çanta, yeni sezon, şık ve geniş tasarım, ücretsiz gönderim\n'.repeat(3),
} as const;

describe('the encoding of a CSV file', () => {
  it.each(['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const)(
    'is told by the byte order mark of %s',
    async (name) => {
      const mark = { 'utf-8': 'efbbbf', 'utf-16le': 'fffe', 'utf-16be': 'feff', gb18030: '84319533' }[name];
      const bytes = Buffer.concat([Buffer.from(mark, 'hex'), encoded(words.chinese, name)]);
      expect(await sniff(bytes)).toMatchObject({ encoding: name, delimiter: ',' });
    },
  );

  it.each([
    ['english', 'utf-8'],
    ['chinese', 'utf-8'],
    ['english', 'utf-16le'],
    ['english', 'utf-16be'],
    ['chinese', 'gb18030'],
    ['traditional', 'big5'],
    ['japanese', 'shift_jis'],
    ['japanese', 'euc-jp'],
    ['korean', 'euc-kr'],
    ['vietnamese', 'windows-1258'],
    ['french', 'windows-1252'],
    ['german', 'windows-1252'],
    ['russian', 'windows-1251'],
    ['russian', 'koi8-r'],
    ['thai', 'windows-874'],
    ['polish', 'windows-1250'],
    ['greek', 'windows-1253'],
    ['turkish', 'windows-1254'],
  ] as const)('is found out for %s text in %s', async (language, encoding) => {
    expect(await sniff(encoded(words[language], encoding))).toMatchObject({ encoding, delimiter: ',' });
  });

  it('is UTF-8 where one row of another encoding has strayed in', async () => {
    const bytes = Buffer.concat([Buffer.from(words.vietnamese), encoded('淘宝,女士真皮手提包\n', 'gb18030')]);
    expect(await sniff(bytes)).toMatchObject({ encoding: 'utf-8' });
  });

  it('is windows-1252 where nothing is to be told', async () => {
    expect(await sniff(Buffer.from('price\n1 \x80\n', 'latin1'))).toMatchObject({ encoding: 'windows-1252' });
  });

  it('does not mind a character that the end of the sample cuts in two', async () => {
    const line = '淘宝,女士真皮手提包\n';
    const long = Buffer.from(line.repeat(Math.ceil((300 * 1024) / Buffer.byteLength(line))));
    for (const shift of [0, 1, 2]) {
      expect(await sniff(Buffer.concat([Buffer.alloc(shift, 'x'), long]))).toMatchObject({ encoding: 'utf-8' });
    }
  });
});
