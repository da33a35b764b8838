import { importColumns } from '#libs/domain';
import type { ImportColumn } from '#libs/domain';
import { looseKey } from './loose-key.js';
import { words } from './words.js';

/**
 * How people call the columns of a file of listings in English, Chinese, Vietnamese, French, German and Spanish, the
 * best name first. Compared by `looseKey`, so that case, accents and punctuation do not matter; no name stands for two
 * columns. The name of a column itself always comes first and is not repeated here. Names of columns in which people
 * write for themselves (notes, remarks, comments) are left out: nobody means to send those to a platform.
 */
export const headingWords: Readonly<Record<ImportColumn, readonly string[]>> = {
  reference: words(`
    our reference, complaint reference, case reference, reference number, reference no, ref, ref no
    case, case number, case no, case id
    编号, 案件编号, 案号, 参考编号, 参考号, 編號, 案件編號
    mã tham chiếu, tham chiếu, mã hồ sơ, số hồ sơ, mã vụ việc
    référence, notre référence, dossier, numéro de dossier, n° de dossier
    Referenz, Aktenzeichen, Unser Zeichen, Vorgang, Vorgangsnummer, Fallnummer
    referencia, nuestra referencia, expediente, número de expediente, caso
  `),
  platform: words(`
    marketplace, market place, online platform, platform name, site, website
    平台, 平台名称, 电商平台, 网站, 站点, 平臺, 平台名稱, 電商平台, 網站
    nền tảng, sàn, sàn TMĐT, sàn thương mại điện tử, tên sàn, trang web
    plateforme, place de marché, site internet, Plattform, Marktplatz, Webseite, Handelsplattform
    plataforma, sitio, sitio web, tienda en línea
  `),
  rights_holder: words(`
    right holder, rightsholder, right owner, rights owner, IP owner, owner, proprietor, trademark owner
    brand owner, brand, brand name, client, complainant
    权利人, 权利人名称, 知识产权人, 商标权人, 著作权人, 专利权人, 品牌方, 品牌, 品牌名称, 投诉方, 投诉人
    權利人, 商標權人, 著作權人
    chủ sở hữu, chủ thể quyền, chủ sở hữu quyền, chủ nhãn hiệu, nhãn hàng, thương hiệu
    titulaire, titulaire du droit, titulaire des droits, ayant droit, marque
    Rechteinhaber, Rechtsinhaber, Schutzrechtsinhaber, Markeninhaber, Inhaber, Marke, Mandant
    titular, titular del derecho, titular de los derechos, propietario, marca, cliente
  `),
  right_number: words(`
    right, right no, registration number, registration no, reg no, reg number, IP number, IPR number
    IP registration number, trademark number, trademark no, TM number, TM no, patent number, patent no
    design number, copyright number, certificate number, certificate no, work, work title, title of work
    注册号, 商标号, 商标注册号, 权利编号, 权利号, 专利号, 登记号, 著作权登记号, 证书号, 知识产权编号, 作品名称
    註冊號, 商標號, 商標註冊號, 專利號, 登記號
    số đăng ký, số văn bằng, số bằng, số bảo hộ, số giấy chứng nhận, số đơn, tên tác phẩm
    numéro d'enregistrement, numéro du droit, numéro de marque, n° d'enregistrement, n° de marque, droit
    Registernummer, Registriernummer, Eintragungsnummer, Markennummer, Schutzrecht, Schutzrechtsnummer
    número de registro, n.º de registro, nº de registro, número de marca, número de derecho, derecho
  `),
  ground: words(`
    grounds, reason, complaint reason, reason code, infringement type, type of infringement, infringement
    violation, violation type, complaint type, claim type, type of claim
    理由, 投诉理由, 侵权类型, 侵权理由, 侵权原因, 投诉类型, 投诉原因, 违规类型, 侵權類型, 投訴理由, 侵權理由
    lý do, lý do khiếu nại, loại vi phạm, hành vi vi phạm, căn cứ, loại xâm phạm
    motif, motif de la plainte, fondement, type d'atteinte, type de violation, type d'infraction
    Grund, Beschwerdegrund, Verletzungsart, Art der Verletzung, Verstoß, Rechtsverletzung
    motivo, motivo de la denuncia, tipo de infracción, infracción, fundamento, causa
  `),
  url: words(`
    listing url, url of listing, product url, item url, infringing url, reported url, listing link
    product link, item link, listing address, web address, link, links, urls, listing
    链接, 商品链接, 链接地址, 侵权链接, 产品链接, 网址, 宝贝链接, 商品网址, 投诉链接, 链接网址
    連結, 商品連結, 鏈接, 商品鏈接, 網址, 侵權連結
    đường dẫn, liên kết, link sản phẩm, đường link, link vi phạm, đường dẫn sản phẩm
    lien, liens, lien de l'annonce, lien du produit, adresse de l'annonce, url de l'annonce
    Angebot, Angebots-URL, Angebot/URL, Angebotslink, Artikel-URL, Produktlink, Verknüpfung
    enlace, enlaces, enlace del anuncio, enlace del producto, dirección web, url del anuncio, vínculo
  `),
  title: words(`
    listing title, product title, item title, product name, item name, product, item, headline
    标题, 商品标题, 商品名称, 产品名称, 商品名, 宝贝标题, 產品名稱, 商品名稱, 標題, 商品標題
    tiêu đề, tên sản phẩm, tên hàng, sản phẩm, tiêu đề sản phẩm
    titre, titre de l'annonce, produit, nom du produit, désignation, annonce
    Titel, Angebotstitel, Artikel, Artikelname, Artikelbezeichnung, Produkt, Produktname, Bezeichnung
    título, título del anuncio, producto, nombre del producto, artículo, anuncio
  `),
  seller: words(`
    seller name, seller id, vendor, vendor name, merchant, merchant name, shop, shop name, store
    store name, storefront, account, infringer, trader
    店铺, 卖家, 店铺名称, 店铺名, 卖家名称, 卖家ID, 商家, 商家名称, 掌柜, 卖家昵称, 旺旺, 被投诉方
    店鋪, 賣家, 店鋪名稱, 賣家名稱, 賣場
    người bán, cửa hàng, tên shop, tên cửa hàng, gian hàng, tên gian hàng, nhà bán hàng, tên người bán
    vendeur, nom du vendeur, boutique, magasin, commerçant
    Verkäufer, Verkäufername, Händler, Händlername, Anbieter, Verkaeufer, Haendler, Laden
    vendedor, nombre del vendedor, tienda, comerciante, nombre de la tienda
  `),
  price: words(`
    unit price, item price, listing price, offer price, sale price, amount
    价格, 单价, 售价, 商品价格, 金额, 價格, 單價, 售價
    giá, giá bán, đơn giá, giá tiền, prix, prix unitaire, montant, Preis, Stückpreis, Betrag
    precio, precio unitario, importe
  `),
  currency: words(`
    currency code, ccy, 币种, 货币, 货币单位, 幣種, 貨幣, tiền tệ, đơn vị tiền tệ, loại tiền
    devise, monnaie, Währung, Waehrung, moneda, divisa
  `),
  explanation: words(`
    description of infringement
    statement, additional information, explanation of infringement, why it infringes
    说明, 侵权说明, 投诉说明, 情况说明, 侵权描述, 補充說明, 說明, 补充说明
    giải thích, diễn giải, mô tả vi phạm
    explication, description de l'atteinte, motivation
    Erläuterung, Erklärung, Begründung
    explicación
  `),
  evidence_url: words(`
    evidence, evidence link, evidence urls, evidence links, proof, proof url, proof link, screenshot
    screenshot url, screenshot link, attachment, attachments, test purchase
    证据, 证据链接, 证明链接, 截图, 截图链接, 凭证, 附件, 證據, 證據連結, 截圖
    bằng chứng, link bằng chứng, đường dẫn bằng chứng, ảnh chụp màn hình, chứng cứ
    preuve, preuves, lien de la preuve, capture d'écran, pièce jointe
    Beweis, Beweise, Nachweis, Beleg, Beleg-URL, Beweislink, Bildschirmfoto, Anlage
    prueba, pruebas, evidencia, enlace de la prueba, captura de pantalla, anexo
  `),
};

/** For each loose key, the column it names and how good a name it is (0 is best). */
export const columnsByKey: ReadonlyMap<string, { column: ImportColumn; rank: number }> = new Map(
  importColumns.flatMap((column) =>
    [column, ...headingWords[column]].map((word, rank) => [looseKey(word), { column, rank }] as const),
  ),
);
