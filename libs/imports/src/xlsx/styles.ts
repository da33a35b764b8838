import { builtInFormat, numberFormat, plain } from './number-format.js';
import type { NumberFormat } from './number-format.js';
import type { Workbook } from './workbook.js';
import { readWholeXml } from './xml.js';

/** How numbers are shown, by the style of their cell. */
export async function readNumberFormats({
  archive,
  styles,
  since1904,
}: Workbook): Promise<(style: number) => NumberFormat> {
  const codes = new Map<number, string>();
  const formatIds: number[] = [];
  let inCellFormats = false;
  if (styles !== null) {
    await readWholeXml(archive, styles, (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs' || name === 'cellStyleXfs' || name === 'cellStyles') inCellFormats = name === 'cellXfs';
      if (name === 'xf' && inCellFormats) formatIds.push(Number(attributes['numFmtId'] ?? 0));
    });
  }
  const formats = formatIds.map((id) => numberFormat(codes.get(id) ?? builtInFormat(id), since1904));
  return (style) => formats[style] ?? plain;
}
