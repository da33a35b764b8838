import { describe, expect, it } from '@jest/globals';
import { languages } from '#libs/domain';
import type { Language } from '#libs/domain';
import { aFullNotice } from './a-notice.spec-data.js';
import { renderNotice } from './render-notice.js';

const english = `Notice of counterfeit goods: 2 listings, Alpenglühen Textil GmbH [RD-2026-00012]

To: Marketville
Date: 2 April 2026
Our reference: RD-2026-00012 (please quote it in every answer)

Notice of counterfeit goods

To the team handling intellectual property complaints at Marketville:

For Alpenglühen Textil GmbH (the "Rights Holder"), we give notice that the rights identified in section 2 are infringed by the 2 listings identified in section 3. This notice is given under the customary requirements for trademark, design and patent notices (customary elements of US platform policies).


1. Rights Holder

   Name: Alpenglühen Textil GmbH
   Address: Getreidegasse 9, 5020 Salzburg
   Country: Austria
   Represented by: Kanzlei Berger & Partner
   Power of attorney: from 2026-01-01 to 2026-12-31, for the rights 2.1, 2.2


2. Rights relied on

   2.1 Trademark: ALPENGLÜHEN
       Registration number: 018123456
       Office: EUIPO
       Nice classes: 18, 25
       Covers: jackets, bags
       Territories: Austria, Switzerland
       In force: from 2019-05-02 to 2029-05-02
       Registered in the name of: Wollhaus KG, since 2019-05-02
       Later owner: Alpenglühen Textil GmbH, since 2022-01-01, recorded under T 0123
       Translation: Urkunde (in Chinese)

   2.2 Design: Gipfel
       Registration: applied for, not yet registered
       Application number: D 77
       Office: EUIPO
       Locarno classes: 02-02, 02-04
       Territories: Benelux

   2.3 Trademark: ALPI
       Registration: not registered; an unregistered right is relied on


3. Listings

   3.1 https://www.marketville.test/item/1001
       Title: Jacket ALPENGLÜHEN new
       Seller or account: cheapgoods88

   3.2 https://www.marketville.test/item/1002?colour=red


4. Why they infringe

   The goods offered are counterfeit. They bear, without authorisation, a sign identical to the trademark identified in section 2, or one that cannot be distinguished from it in its essential aspects, and they come neither from the Rights Holder nor from anyone acting with the Rights Holder's consent.

   The goods offered fall within these Nice classes: 25.

   In detail:

   The jackets bear our mark on the collar; we never made this model and the label shows a false code.


5. Evidence

   5.1 https://evidence.redress.test/f/1
   5.2 File: label.jpg
       Media type: image/jpeg
       Size: 123,456 bytes
       SHA-256: b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2
       Captured: 1 March 2026, 09:30:05 UTC


6. What we ask you to do

   Please remove each listing identified in section 3, or disable access to it, without undue delay.

   Where the law that applies to you provides for it, please pass this notice on to the seller or account holder.


7. What we ask you to tell us

   Please answer to the address this notice came from, quoting RD-2026-00012, and tell us
   (a) that you have received this notice, and your own case number;
   (b) your decision on each listing, by its number in section 3;
   (c) for each listing you leave in place, the facts and the law or rule on which your decision rests;
   (d) what we would have to change or add for the notice to succeed;
   (e) how your decision can be reviewed, by whom, and by when we must ask for it.


8. Statements

   8.1 I have a good faith belief that the use described above is not authorized by the owner of the right, its agent, or the law. I have considered whether it is a nominative or other fair use.
   8.2 The information in this notice is true and accurate.
   8.3 Under penalty of perjury, I am the owner of the right described above, or authorized to act on behalf of its owner.


9. Signature and contact

   /s/ Eva Berger
   Eva Berger, Head of Legal
   2 April 2026

   Contact: Eva Berger
   Address: Getreidegasse 9, 5020 Salzburg
   Telephone: +43 662 000000
   E-mail: marken@alpengluehen.test

Our reference: RD-2026-00012
`;

const chinese = `关于销售假冒注册商标商品的通知:2个链接,Alpenglühen Textil GmbH [RD-2026-00012]

致:Marketville
日期:2026年4月2日
我方编号:RD-2026-00012(回复时请务必注明)

关于销售假冒注册商标商品的通知

Marketville知识产权投诉处理部门:

我方现代表Alpenglühen Textil GmbH(以下简称“权利人”)通知贵方:本通知第三部分所列2个链接侵犯了第二部分所列权利。本通知依据商标、外观设计及专利侵权通知的惯常要求发出。


一、权利人

    名称:Alpenglühen Textil GmbH
    地址:Getreidegasse 9, 5020 Salzburg
    国家或地区:奥地利
    代理人:Kanzlei Berger & Partner
    授权委托书:2026-01-01至2026-12-31,仅涉及权利2.1、2.2


二、所依据的权利

    2.1 商标:ALPENGLÜHEN
        注册号/登记号:018123456
        登记机关:EUIPO
        尼斯分类:第18、25类
        保护范围:jackets, bags
        有效地域:奥地利、瑞士
        有效期:2019-05-02至2029-05-02
        登记权利人:Wollhaus KG,自2019-05-02起
        后续权利人:Alpenglühen Textil GmbH,自2022-01-01起,变更登记号T 0123
        译文:Urkunde(中文)

    2.2 外观设计:Gipfel
        注册情况:已提出申请,尚未注册
        申请号:D 77
        登记机关:EUIPO
        洛迦诺分类:02-02、02-04
        有效地域:比荷卢经济联盟

    2.3 商标:ALPI
        注册情况:未注册;本通知以未注册的权利为依据


三、被投诉链接

    3.1 https://www.marketville.test/item/1001
        标题:Jacket ALPENGLÜHEN new
        卖家或账号:cheapgoods88

    3.2 https://www.marketville.test/item/1002?colour=red


四、侵权理由

    所售商品为假冒商品:未经许可使用与第二部分所列注册商标相同或在实质上无法区分的标识,且并非由权利人或经其同意的主体生产或投放市场。

    所售商品属于尼斯分类第25类。

    具体说明:

    The jackets bear our mark on the collar; we never made this model and the label shows a false code.


五、证据

    5.1 https://evidence.redress.test/f/1
    5.2 文件:label.jpg
        文件类型:image/jpeg
        大小:123,456字节
        SHA-256:b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2
        取证时间:2026年3月1日 09:30:05(协调世界时)


六、请求事项

    请及时删除、屏蔽第三部分所列各链接,或断开其链接。

    依照应适用的法律须转送通知的,请将本通知转送相关卖家或账号持有人。


七、请贵方答复的内容

    请回复至本通知的发出地址,注明我方编号RD-2026-00012,并告知:
    (一)贵方已收到本通知,以及贵方的案件编号;
    (二)对第三部分各链接的处理决定,请按编号逐一列明;
    (三)对未予处理的链接,说明所依据的事实以及法律或平台规则;
    (四)我方需要修改或补充哪些内容,通知方可获得支持;
    (五)对处理决定不服的救济途径、受理主体及期限。


八、声明

    8.1 本人善意确信,上述使用未经权利人、其代理人或法律授权。本人已考虑指示性使用及其他正当使用的可能。
    8.2 本通知所载信息真实、准确。
    8.3 本人系上述权利的权利人,或有权代表权利人行事;如有不实,愿承担伪证的法律责任。


九、签署及联系方式

    签署(电子签名):Eva Berger
    身份:Head of Legal
    日期:2026年4月2日

    联系人:Eva Berger
    地址:Getreidegasse 9, 5020 Salzburg
    电话:+43 662 000000
    电子邮箱:marken@alpengluehen.test

我方编号:RD-2026-00012
`;

const vietnamese = `Thông báo về hàng hóa giả mạo nhãn hiệu: 2 tin đăng, Alpenglühen Textil GmbH [RD-2026-00012]

Kính gửi: Marketville
Ngày: 2 tháng 4 năm 2026
Số tham chiếu của chúng tôi: RD-2026-00012 (vui lòng ghi rõ trong mọi phúc đáp)

Thông báo về hàng hóa giả mạo nhãn hiệu

Kính gửi bộ phận xử lý khiếu nại về sở hữu trí tuệ của Marketville:

Thay mặt Alpenglühen Textil GmbH (sau đây gọi là “Chủ thể quyền”), chúng tôi thông báo rằng các quyền nêu tại Mục 2 bị xâm phạm bởi 2 tin đăng nêu tại Mục 3. Căn cứ của thông báo này: các yêu cầu theo thông lệ đối với thông báo về nhãn hiệu, kiểu dáng và sáng chế.


1. Chủ thể quyền

   Tên: Alpenglühen Textil GmbH
   Địa chỉ: Getreidegasse 9, 5020 Salzburg
   Quốc gia hoặc vùng lãnh thổ: Áo
   Người đại diện: Kanzlei Berger & Partner
   Giấy ủy quyền: từ ngày 1 tháng 1 năm 2026 đến ngày 31 tháng 12 năm 2026, đối với các quyền 2.1, 2.2


2. Các quyền làm căn cứ

   2.1 Nhãn hiệu: ALPENGLÜHEN
       Số đăng ký: 018123456
       Cơ quan đăng ký: EUIPO
       Phân nhóm Ni-xơ: 18, 25
       Phạm vi bảo hộ: jackets, bags
       Lãnh thổ bảo hộ: Áo, Thụy Sĩ
       Hiệu lực: từ ngày 2 tháng 5 năm 2019 đến ngày 2 tháng 5 năm 2029
       Người đứng tên đăng ký: Wollhaus KG, từ ngày 2 tháng 5 năm 2019
       Chủ sở hữu kế tiếp: Alpenglühen Textil GmbH, từ ngày 1 tháng 1 năm 2022, số ghi nhận T 0123
       Bản dịch: Urkunde (Tiếng Trung)

   2.2 Kiểu dáng công nghiệp: Gipfel
       Tình trạng đăng ký: đã nộp đơn, chưa được đăng ký
       Số đơn: D 77
       Cơ quan đăng ký: EUIPO
       Phân loại Lô-các-nô: 02-02, 02-04
       Lãnh thổ bảo hộ: Benelux

   2.3 Nhãn hiệu: ALPI
       Tình trạng đăng ký: chưa đăng ký; thông báo dựa trên quyền không đăng ký


3. Các tin đăng

   3.1 https://www.marketville.test/item/1001
       Tiêu đề: Jacket ALPENGLÜHEN new
       Người bán hoặc tài khoản: cheapgoods88

   3.2 https://www.marketville.test/item/1002?colour=red


4. Lý do xâm phạm

   Hàng hóa được chào bán là hàng hóa giả mạo nhãn hiệu. Không được phép, hàng hóa mang dấu hiệu trùng với nhãn hiệu nêu tại Mục 2, hoặc dấu hiệu không thể phân biệt với nhãn hiệu đó về các đặc điểm cơ bản; hàng hóa không có nguồn gốc từ Chủ thể quyền, cũng không từ bất kỳ người nào hành động với sự đồng ý của Chủ thể quyền.

   Hàng hóa được chào bán thuộc các nhóm Ni-xơ sau: 25.

   Cụ thể:

   The jackets bear our mark on the collar; we never made this model and the label shows a false code.


5. Chứng cứ

   5.1 https://evidence.redress.test/f/1
   5.2 Tệp: label.jpg
       Định dạng: image/jpeg
       Dung lượng: 123.456 byte
       SHA-256: b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2
       Thời điểm ghi nhận: 09:30:05 UTC, ngày 1 tháng 3 năm 2026


6. Đề nghị của chúng tôi

   Kính đề nghị Quý đơn vị gỡ bỏ từng tin đăng nêu tại Mục 3, hoặc ngăn chặn việc truy cập tin đăng đó, không chậm trễ.

   Trường hợp pháp luật áp dụng đối với Quý đơn vị có quy định, kính đề nghị Quý đơn vị chuyển thông báo này đến người bán hoặc chủ tài khoản.


7. Nội dung đề nghị phúc đáp

   Kính đề nghị Quý đơn vị phúc đáp về địa chỉ đã gửi thông báo này, ghi rõ RD-2026-00012, và cho chúng tôi biết:
   (a) việc Quý đơn vị đã nhận được thông báo này, và số hồ sơ của Quý đơn vị;
   (b) quyết định của Quý đơn vị đối với từng tin đăng, theo số thứ tự tại Mục 3;
   (c) đối với mỗi tin đăng được giữ lại, các tình tiết và quy định pháp luật hoặc quy tắc làm căn cứ cho quyết định;
   (d) những nội dung chúng tôi phải sửa đổi hoặc bổ sung để thông báo được chấp nhận;
   (đ) quyết định được xem xét lại theo cách nào, bởi ai, và chúng tôi phải yêu cầu trong thời hạn nào.


8. Tuyên bố

   8.1 Tôi tin tưởng một cách thiện chí rằng việc sử dụng nêu trên không được chủ sở hữu quyền, người đại diện của chủ sở hữu hoặc pháp luật cho phép. Tôi đã cân nhắc việc đó có phải là sử dụng mang tính chỉ dẫn (nominative use) hoặc sử dụng hợp lý khác hay không.
   8.2 Thông tin trong thông báo này là đúng sự thật và chính xác.
   8.3 Tôi cam đoan, và chịu trách nhiệm về tội khai man (under penalty of perjury), rằng tôi là chủ sở hữu quyền nêu trên, hoặc được ủy quyền hành động thay mặt chủ sở hữu quyền đó.


9. Chữ ký và thông tin liên hệ

   (đã ký) Eva Berger
   Eva Berger, Head of Legal
   Ngày 2 tháng 4 năm 2026

   Người liên hệ: Eva Berger
   Địa chỉ: Getreidegasse 9, 5020 Salzburg
   Điện thoại: +43 662 000000
   Thư điện tử: marken@alpengluehen.test

Số tham chiếu của chúng tôi: RD-2026-00012
`;

const french = `Notification pour offre de produits contrefaisants\u00a0: 2 annonces, Alpenglühen Textil GmbH [RD-2026-00012]

Destinataire\u00a0: Marketville
Date\u00a0: 2 avril 2026
Notre référence\u00a0: RD-2026-00012 (à rappeler dans toute réponse)

Notification pour offre de produits contrefaisants

Marketville, à l’attention du service chargé des réclamations en matière de propriété intellectuelle\u00a0:

Agissant pour Alpenglühen Textil GmbH (ci-après le «\u00a0Titulaire\u00a0»), nous vous notifions qu’il est porté atteinte aux droits désignés à la section 2 par les annonces désignées à la section 3 (2 annonces au total). La présente notification se fonde sur les exigences usuelles applicables aux notifications en matière de marques, de dessins ou modèles et de brevets.


1. Titulaire des droits

   Nom\u00a0: Alpenglühen Textil GmbH
   Adresse\u00a0: Getreidegasse 9, 5020 Salzburg
   Pays\u00a0: Autriche
   Représenté par\u00a0: Kanzlei Berger & Partner
   Pouvoir\u00a0: du 1er janvier 2026 au 31 décembre 2026, pour les droits 2.1, 2.2


2. Droits invoqués

   2.1 Marque\u00a0: ALPENGLÜHEN
       Numéro d’enregistrement\u00a0: 018123456
       Office\u00a0: EUIPO
       Classes de Nice\u00a0: 18, 25
       Objet couvert\u00a0: jackets, bags
       Territoires\u00a0: Autriche, Suisse
       En vigueur\u00a0: du 2 mai 2019 au 2 mai 2029
       Enregistré au nom de\u00a0: Wollhaus KG, depuis le 2 mai 2019
       Titulaire ultérieur\u00a0: Alpenglühen Textil GmbH, depuis le 1er janvier 2022, inscription T 0123
       Traduction\u00a0: Urkunde (chinois)

   2.2 Dessin ou modèle\u00a0: Gipfel
       Enregistrement\u00a0: demandé, pas encore enregistré
       Numéro de dépôt\u00a0: D 77
       Office\u00a0: EUIPO
       Classes de Locarno\u00a0: 02-02, 02-04
       Territoires\u00a0: Benelux

   2.3 Marque\u00a0: ALPI
       Enregistrement\u00a0: non enregistré\u202f; un droit non enregistré est invoqué


3. Annonces

   3.1 https://www.marketville.test/item/1001
       Titre\u00a0: Jacket ALPENGLÜHEN new
       Vendeur ou compte\u00a0: cheapgoods88

   3.2 https://www.marketville.test/item/1002?colour=red


4. Motifs de l’atteinte

   Les produits offerts sont contrefaisants. Ils portent, sans autorisation, un signe identique à la marque désignée à la section 2, ou qui ne peut en être distingué dans ses aspects essentiels, et ne proviennent ni du Titulaire ni d’une personne agissant avec son consentement.

   Les produits offerts relèvent des classes de Nice suivantes\u00a0: 25.

   En détail\u00a0:

   The jackets bear our mark on the collar; we never made this model and the label shows a false code.


5. Preuves

   5.1 https://evidence.redress.test/f/1
   5.2 Fichier\u00a0: label.jpg
       Type de fichier\u00a0: image/jpeg
       Taille\u00a0: 123\u202f456\u00a0octets
       SHA-256\u00a0: b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2
       Capture\u00a0: 1er mars 2026 à 09:30:05 UTC


6. Ce que nous vous demandons

   Nous vous prions de retirer sans retard injustifié chacune des annonces désignées à la section 3, ou d’en rendre l’accès impossible.

   Lorsque le droit qui vous est applicable le prévoit, nous vous prions de transmettre la présente notification au vendeur ou au titulaire du compte.


7. Ce que nous vous prions de nous communiquer

   Nous vous prions de répondre à l’adresse d’où provient la présente notification, en rappelant RD-2026-00012, et de nous communiquer\u00a0:
   (a) la réception de la présente notification et votre propre numéro de dossier\u202f;
   (b) votre décision sur chaque annonce, selon son numéro à la section 3\u202f;
   (c) pour chaque annonce que vous maintenez, les faits et la loi ou la règle sur lesquels repose votre décision\u202f;
   (d) ce que nous devrions modifier ou ajouter pour que la notification aboutisse\u202f;
   (e) comment et par qui votre décision peut être réexaminée, et dans quel délai nous devons le demander.


8. Déclarations

   8.1 Je crois de bonne foi que l’usage décrit ci-dessus n’est autorisé ni par le titulaire du droit, ni par son mandataire, ni par la loi. J’ai examiné s’il s’agit d’un usage nominatif ou d’un autre usage loyal.
   8.2 Les informations contenues dans la présente notification sont véridiques et exactes.
   8.3 Je déclare, sous peine de parjure (under penalty of perjury), être le titulaire du droit décrit ci-dessus, ou être habilité à agir au nom de son titulaire.


9. Signature et coordonnées

   Signé\u00a0: Eva Berger
   Eva Berger, Head of Legal
   Le 2 avril 2026

   Contact\u00a0: Eva Berger
   Adresse\u00a0: Getreidegasse 9, 5020 Salzburg
   Téléphone\u00a0: +43 662 000000
   Adresse électronique\u00a0: marken@alpengluehen.test

Notre référence\u00a0: RD-2026-00012
`;

const german = `Meldung gefälschter Waren: 2 Angebote, Alpenglühen Textil GmbH [RD-2026-00012]

An: Marketville
Datum: 2. April 2026
Unser Zeichen: RD-2026-00012 (bitte in jeder Antwort angeben)

Meldung gefälschter Waren

An die für Beschwerden über die Verletzung geistigen Eigentums zuständige Stelle bei Marketville:

Für Alpenglühen Textil GmbH (im Folgenden „Rechteinhaber“) zeigen wir Ihnen an, dass die in Abschnitt 2 bezeichneten Rechte durch die in Abschnitt 3 bezeichneten Angebote (insgesamt 2 Angebote) verletzt werden. Grundlage dieser Meldung: die üblichen Anforderungen an Meldungen zu Marken, Designs und Patenten.


1. Rechteinhaber

   Name: Alpenglühen Textil GmbH
   Anschrift: Getreidegasse 9, 5020 Salzburg
   Land: Österreich
   Vertreten durch: Kanzlei Berger & Partner
   Vollmacht: vom 1. Januar 2026 bis zum 31. Dezember 2026, für die Rechte 2.1, 2.2


2. Geltend gemachte Rechte

   2.1 Marke: ALPENGLÜHEN
       Registernummer: 018123456
       Amt: EUIPO
       Nizza-Klassen: 18, 25
       Umfasst: jackets, bags
       Schutzgebiete: Österreich, Schweiz
       In Kraft: vom 2. Mai 2019 bis zum 2. Mai 2029
       Eingetragen für: Wollhaus KG, seit dem 2. Mai 2019
       Späterer Inhaber: Alpenglühen Textil GmbH, seit dem 1. Januar 2022, vermerkt unter T 0123
       Übersetzung: Urkunde (Chinesisch)

   2.2 Design: Gipfel
       Eintragung: angemeldet, noch nicht eingetragen
       Anmeldenummer: D 77
       Amt: EUIPO
       Locarno-Klassen: 02-02, 02-04
       Schutzgebiete: Benelux

   2.3 Marke: ALPI
       Eintragung: nicht eingetragen; geltend gemacht wird ein nicht eingetragenes Recht


3. Angebote

   3.1 https://www.marketville.test/item/1001
       Titel: Jacket ALPENGLÜHEN new
       Verkäufer oder Konto: cheapgoods88

   3.2 https://www.marketville.test/item/1002?colour=red


4. Worin die Verletzung liegt

   Die angebotenen Waren sind Fälschungen. Sie tragen ohne Erlaubnis ein Zeichen, das mit der in Abschnitt 2 bezeichneten Marke identisch oder in seinen wesentlichen Merkmalen nicht von ihr zu unterscheiden ist, und stammen weder vom Rechteinhaber noch von jemandem, der mit dessen Zustimmung handelt.

   Die angebotenen Waren fallen in folgende Nizza-Klassen: 25.

   Im Einzelnen:

   The jackets bear our mark on the collar; we never made this model and the label shows a false code.


5. Nachweise

   5.1 https://evidence.redress.test/f/1
   5.2 Datei: label.jpg
       Dateityp: image/jpeg
       Größe: 123.456 Byte
       SHA-256: b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2
       Aufgenommen: 1. März 2026, 09:30:05 Uhr UTC


6. Worum wir Sie bitten

   Bitte entfernen Sie unverzüglich jedes in Abschnitt 3 bezeichnete Angebot oder sperren Sie den Zugang zu ihm.

   Soweit das für Sie geltende Recht dies vorsieht, leiten Sie diese Meldung bitte an den Verkäufer oder Kontoinhaber weiter.


7. Worüber wir Auskunft erbitten

   Bitte antworten Sie unter Angabe von RD-2026-00012 an die Adresse, von der diese Meldung kommt, und teilen Sie uns mit:
   (a) dass Sie diese Meldung erhalten haben, und Ihr eigenes Aktenzeichen;
   (b) Ihre Entscheidung über jedes Angebot, unter seiner Nummer in Abschnitt 3;
   (c) zu jedem Angebot, das Sie bestehen lassen, die Tatsachen und das Gesetz oder die Regel, auf denen Ihre Entscheidung beruht;
   (d) was wir ändern oder ergänzen müssten, damit die Meldung Erfolg hat;
   (e) wie und durch wen Ihre Entscheidung überprüft werden kann, und bis wann wir dies beantragen müssen.


8. Erklärungen

   8.1 Ich bin in gutem Glauben davon überzeugt, dass die oben beschriebene Nutzung weder vom Inhaber des Rechts noch von dessen Vertreter noch durch das Gesetz gestattet ist. Ich habe geprüft, ob es sich um eine nominative oder sonst zulässige Nutzung (fair use) handelt.
   8.2 Die Angaben in dieser Meldung sind wahr und richtig.
   8.3 Ich erkläre unter Strafandrohung wegen Meineids (under penalty of perjury), dass ich Inhaber des oben beschriebenen Rechts bin oder befugt bin, im Namen seines Inhabers zu handeln.


9. Unterschrift und Kontakt

   gez. Eva Berger
   Eva Berger, Head of Legal
   2. April 2026

   Kontakt: Eva Berger
   Anschrift: Getreidegasse 9, 5020 Salzburg
   Telefon: +43 662 000000
   E-Mail: marken@alpengluehen.test

Unser Zeichen: RD-2026-00012
`;

const spanish = `Notificación por oferta de productos falsificados: 2 anuncios, Alpenglühen Textil GmbH [RD-2026-00012]

Destinatario: Marketville
Fecha: 2 de abril de 2026
Nuestra referencia: RD-2026-00012 (les rogamos que la citen en toda respuesta)

Notificación por oferta de productos falsificados

A la atención del equipo encargado de las reclamaciones de propiedad intelectual e industrial en Marketville:

En nombre de Alpenglühen Textil GmbH (en adelante, el «Titular»), les notificamos que los derechos identificados en la sección 2 resultan infringidos por los anuncios identificados en la sección 3 (2 anuncios en total). Esta notificación se basa en los requisitos habituales de las notificaciones en materia de marcas, diseños y patentes.


1. Titular de los derechos

   Nombre: Alpenglühen Textil GmbH
   Dirección: Getreidegasse 9, 5020 Salzburg
   País: Austria
   Representado por: Kanzlei Berger & Partner
   Poder: del 1 de enero de 2026 al 31 de diciembre de 2026, para los derechos 2.1, 2.2


2. Derechos invocados

   2.1 Marca: ALPENGLÜHEN
       Número de registro: 018123456
       Oficina: EUIPO
       Clases de Niza: 18, 25
       Objeto cubierto: jackets, bags
       Territorios: Austria, Suiza
       En vigor: del 2 de mayo de 2019 al 2 de mayo de 2029
       Registrado a nombre de: Wollhaus KG, desde el 2 de mayo de 2019
       Titular posterior: Alpenglühen Textil GmbH, desde el 1 de enero de 2022, inscripción T 0123
       Traducción: Urkunde (chino)

   2.2 Diseño: Gipfel
       Registro: solicitado, aún no registrado
       Número de solicitud: D 77
       Oficina: EUIPO
       Clases de Locarno: 02-02, 02-04
       Territorios: Benelux

   2.3 Marca: ALPI
       Registro: no registrado; se invoca un derecho no registrado


3. Anuncios

   3.1 https://www.marketville.test/item/1001
       Título: Jacket ALPENGLÜHEN new
       Vendedor o cuenta: cheapgoods88

   3.2 https://www.marketville.test/item/1002?colour=red


4. Motivos de la infracción

   Los productos ofrecidos son falsificaciones. Llevan, sin autorización, un signo idéntico a la marca identificada en la sección 2, o que no puede distinguirse de ella en sus aspectos esenciales, y no proceden del Titular ni de nadie que actúe con su consentimiento.

   Los productos ofrecidos pertenecen a las siguientes clases de Niza: 25.

   En detalle:

   The jackets bear our mark on the collar; we never made this model and the label shows a false code.


5. Pruebas

   5.1 https://evidence.redress.test/f/1
   5.2 Archivo: label.jpg
       Tipo de archivo: image/jpeg
       Tamaño: 123.456 bytes
       SHA-256: b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2
       Captura: 1 de marzo de 2026, 09:30:05 UTC


6. Lo que les solicitamos

   Les rogamos que retiren sin dilación indebida cada uno de los anuncios identificados en la sección 3, o que impidan el acceso a ellos.

   Cuando la ley que les sea aplicable lo prevea, les rogamos que trasladen esta notificación al vendedor o titular de la cuenta.


7. Lo que les rogamos que nos comuniquen

   Les rogamos que respondan a la dirección de la que procede esta notificación, citando RD-2026-00012, y que nos comuniquen:
   (a) que han recibido esta notificación, y su propio número de expediente;
   (b) su decisión sobre cada anuncio, según su número en la sección 3;
   (c) respecto de cada anuncio que mantengan, los hechos y la ley o norma en que se basa su decisión;
   (d) qué tendríamos que modificar o añadir para que la notificación prospere;
   (e) cómo y por quién puede revisarse su decisión, y en qué plazo debemos solicitarlo.


8. Declaraciones

   8.1 Creo de buena fe que el uso descrito anteriormente no está autorizado por el titular del derecho, por su representante ni por la ley. He examinado si se trata de un uso nominativo u otro uso legítimo.
   8.2 La información contenida en esta notificación es veraz y exacta.
   8.3 Declaro, bajo pena de perjurio (under penalty of perjury), que soy el titular del derecho descrito anteriormente o que estoy autorizado para actuar en nombre de su titular.


9. Firma y contacto

   Fdo.: Eva Berger
   Eva Berger, Head of Legal
   2 de abril de 2026

   Contacto: Eva Berger
   Dirección: Getreidegasse 9, 5020 Salzburg
   Teléfono: +43 662 000000
   Correo electrónico: marken@alpengluehen.test

Nuestra referencia: RD-2026-00012
`;

const expected: Readonly<Record<Language, string>> = {
  en: english,
  zh: chinese,
  vi: vietnamese,
  fr: french,
  de: german,
  es: spanish,
};

describe('a notice that holds every fact', () => {
  it.each(languages)('in %s reads like this, byte for byte, beneath its subject', (language) => {
    const { subject, text } = renderNotice(aFullNotice({ language }));
    expect(`${subject}\n\n${text}`).toBe(expected[language]);
  });
});
