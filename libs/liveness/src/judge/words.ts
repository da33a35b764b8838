/**
 * Words by which pages say what they are, in the languages of the platforms Redress knows. Each is a whole statement: words
 * such as "unavailable" alone stand on pages of listings that are there.
 */
const anyOf = (...expressions: readonly string[]): RegExp => new RegExp(expressions.join('|'), 'iu');

/** The listing is gone. */
export const goneWords = anyOf(
  // en
  '(?:this|the) (?:item|listing|product|page|offer|ad|auction|video|file|shop) (?:you (?:are looking|were looking|requested)[^.]{0,30} )?(?:is|was|has been|had been) (?:no longer (?:available|listed|for sale)|removed|deleted|taken down|ended|not found)',
  '(?:item|listing|product|page|file) (?:not found|no longer (?:available|exists))',
  "(?:sorry, )?(?:this|the) (?:item|listing|product|page) (?:does not|doesn[’']t) exist",
  'this content (?:is|was|has been) (?:removed|deleted|taken down)',
  // zh
  '(?:商品|宝贝|产品|页面|信息|链接|内容)(?:已经?|已被)?(?:下架|删除|失效|移除|不存在|找不到了?)',
  '(?:您|你)(?:查看|访问|浏览)的(?:商品|宝贝|产品|页面|信息)(?:已|不存在|找不到)',
  '(?:商品|產品|頁面)(?:已經?|已被)?(?:下架|刪除|失效|移除|不存在)',
  // vi
  '(?:sản phẩm|tin đăng|tin rao|trang|bài đăng)(?: này)? (?:không (?:còn )?tồn tại|không còn (?:bán|khả dụng)|đã (?:bị )?(?:xoá|xóa|gỡ|ẩn)|đã hết hạn)',
  'không tìm thấy (?:sản phẩm|trang|tin)',
  // de
  '(?:dieser|dieses|diese|der|das|die) (?:artikel|angebot|anzeige|produkt|seite) (?:ist|wurde) (?:leider )?(?:nicht mehr (?:verfügbar|vorhanden|online)|gelöscht|entfernt|beendet|nicht gefunden)',
  '(?:artikel|angebot|anzeige|seite) (?:wurde )?nicht gefunden',
  // fr
  "(?:cet|cette|ce|l[’']|la|le) ?(?:article|annonce|produit|offre|page) (?:n[’']est plus (?:disponible|en ligne)|n[’']existe (?:plus|pas)|a été (?:supprimée?|retirée?)|est introuvable)",
  '(?:annonce|page|article|produit) introuvable',
  // es
  '(?:este|esta|el|la) (?:artículo|anuncio|producto|publicación|página|oferta) (?:ya no (?:está disponible|existe)|no existe|no está disponible|fue (?:eliminad[oa]|retirad[oa])|ha sido (?:eliminad[oa]|retirad[oa]))',
  '(?:publicación|anuncio|página) (?:finalizad[oa]|no encontrad[oa])',
);

/** The listing is kept from visitors of a country. */
export const geoWords = anyOf(
  'not (?:available|accessible) (?:in|from|to|for) (?:your|this) (?:country|region|location|area)',
  '(?:blocked|restricted|unavailable) in your (?:country|region|location)',
  '(?:您|你)所在的?(?:国家|地区|國家|地區)',
  'không khả dụng (?:tại|ở) (?:quốc gia|khu vực)',
  'in (?:deinem|ihrem) land nicht verfügbar',
  'pas disponible dans votre (?:pays|région)',
  'no (?:está )?disponible en (?:tu|su) (?:país|región)',
);

/** Asks whether the visitor is a person. */
export const captchaWords = anyOf(
  'captcha',
  "(?:are you|you[’']re|you are) (?:not )?a (?:human|robot)",
  'verify (?:that )?you are (?:a )?human',
  'unusual traffic',
  'checking your browser',
  'slide to verify|drag the slider|拖动滑块|滑动验证|安全验证|人机验证|验证码|访问被拒绝',
  'xác minh bạn (?:là|không phải)',
  'kein roboter',
  'pas un robot',
  'no (?:eres|soy) un robot',
);

/** What stands in the source of pages that ask it, though scripts alone show it. */
export const captchaMarks =
  /g-recaptcha|h-captcha|hcaptcha\.com|cf-turnstile|challenge-platform|\/_____tmd_____\/|x5secdata|baxia-|px-captcha|geetest/iu;

/** An address that asks who is there. */
export const loginAddress =
  /^https?:\/\/(?:login|passport|signin|accounts?|sso)\.|\/(?:log-?in|sign-?in|passport)(?:[/?.#]|$)/iu;
