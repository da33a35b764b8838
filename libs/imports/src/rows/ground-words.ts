import { grounds } from '#libs/domain';
import type { Ground } from '#libs/domain';
import { looseKey } from '../mapping/loose-key.js';
import { words } from '../mapping/words.js';

/**
 * Words that mean one ground and no other, in English, Chinese, Vietnamese, French, German and Spanish; compared by
 * `looseKey`. "Trademark" alone means the use of the sign: a counterfeit is called one. Words that fit several grounds
 * ("infringement", "IP", "piracy") are not here: a person has to say which is meant.
 */
export const groundWords: Readonly<Record<Ground, readonly string[]>> = {
  counterfeit: words(`
    counterfeits, counterfeiting, counterfeit goods, counterfeit product, fake, fakes, fake product
    假冒, 假货, 售假, 假冒商品, 假冒产品, 假貨, 仿冒品, 假冒注册商标
    hàng giả, giả mạo nhãn hiệu, hàng giả mạo
    contrefaçon de produit, produit contrefaisant, produit contrefait, faux
    Fälschung, Fälschungen, Produktfälschung, gefälscht
    falsificación, producto falsificado, falsificado
  `),
  'trademark-use': words(`
    trademark, trademarks, trade mark, trademark infringement, trade mark infringement, use of trademark
    trademark misuse, unauthorised use of trademark, unauthorized use of trademark, TM
    商标, 商标侵权, 商标权, 商标使用, 商标滥用, 侵犯商标权, 商標, 商標侵權, 商標權
    nhãn hiệu, xâm phạm nhãn hiệu, vi phạm nhãn hiệu, sử dụng nhãn hiệu
    usage de marque, atteinte à la marque, marque, droit des marques, contrefaçon de marque
    Marke, Markenverletzung, Markenrecht, Markenrechtsverletzung, Markennutzung
    uso de marca, marca, infracción de marca, derecho de marca, marca registrada
  `),
  'copyright-copy': words(`
    copyright, copyrights, copyright infringement, copied images, copied photos, image theft, stolen images
    著作权, 版权, 版权侵权, 著作权侵权, 侵犯著作权, 盗图, 盗版, 著作權, 版權, 盜圖, 盜版
    bản quyền, quyền tác giả, vi phạm bản quyền, xâm phạm quyền tác giả
    droit d'auteur, droits d'auteur, atteinte au droit d'auteur
    Urheberrecht, Urheberrechtsverletzung, Bilderdiebstahl, Bilderklau
    derechos de autor, derecho de autor, infracción de derechos de autor
  `),
  design: words(`
    designs, design right, design infringement, registered design, design patent, industrial design
    外观设计, 外观专利, 外观设计专利, 外观侵权, 外觀設計, 外觀專利, 設計專利
    kiểu dáng công nghiệp, kiểu dáng, xâm phạm kiểu dáng, xâm phạm kiểu dáng công nghiệp
    dessin ou modèle, dessins et modèles, modèle déposé, atteinte au dessin ou modèle
    Geschmacksmuster, Designrecht, Designverletzung, eingetragenes Design, Design/Geschmacksmuster
    diseño, diseño industrial, infracción de diseño, dibujo o modelo
  `),
  patent: words(`
    patents, patent infringement, utility patent, invention patent, utility model
    发明专利, 实用新型, 实用新型专利, 發明專利, 實用新型, 新型專利
    sáng chế, bằng sáng chế, xâm phạm sáng chế, giải pháp hữu ích
    brevet, contrefaçon de brevet, atteinte au brevet, brevet d'invention, modèle d'utilité
    Patentverletzung, Patentrecht, Gebrauchsmuster
    patente, infracción de patente, modelo de utilidad
  `),
  circumvention: words(`
    anti-circumvention, TPM circumvention, circumvention device, circumvention of technical measures
    DRM circumvention, 规避技术措施, 破解, 规避, 破解技术措施, 規避技術措施
    vô hiệu hóa biện pháp công nghệ, bẻ khóa, contournement, contournement de mesures techniques
    Umgehung, Umgehung technischer Schutzmaßnahmen, elusión, elusión de medidas tecnológicas
  `),
};

const groundsByKey: ReadonlyMap<string, Ground> = new Map(
  grounds.flatMap((ground) => [ground, ...groundWords[ground]].map((word) => [looseKey(word), ground] as const)),
);

/**
 * Texts looked up and remembered: the rows of a file have few, and a key takes as long as the rest of a row. Each may keep
 * the line it was cut from in memory.
 */
const remembered = new Map<string, Ground | null>();
const MOST_REMEMBERED = 60;
const LONGEST_REMEMBERED = 60;

/** The ground a cell means: its code, or words for it; null where they mean none or several. */
export function groundOf(text: string): Ground | null {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const found = groundsByKey.get(looseKey(text)) ?? null;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  if (text.length <= LONGEST_REMEMBERED) remembered.set(text, found);
  return found;
}
