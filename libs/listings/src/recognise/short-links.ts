/**
 * Hosts that only forward to other addresses, of which theirs tells nothing. Short links on hosts of one platform that
 * has a profile belong into that profile; here stand those of everybody and those most met in complaints.
 */
const hosts = new Set([
  ...['bit.ly', 'tinyurl.com', 'goo.gl', 'maps.app.goo.gl', 'is.gd', 'v.gd', 'ow.ly', 'buff.ly', 'rb.gy', 'cutt.ly'],
  ...['t.ly', 'tiny.cc', 'rebrand.ly', 'shorturl.at', 's.id'],
  // X, LinkedIn, Meta, TikTok, Pinterest
  ...['t.co', 'lnkd.in', 'fb.me', 'vt.tiktok.com', 'vm.tiktok.com', 'pin.it'],
  // Amazon, eBay, GitHub
  ...['amzn.to', 'amzn.eu', 'amzn.asia', 'a.co', 'ebay.us', 'git.io'],
  // Taobao, 1688, AliExpress
  ...['m.tb.cn', 'tb.cn', 's.click.taobao.com', 'qr.1688.com', 's.click.aliexpress.com', 'a.aliexpress.com'],
  // Lazada, Shopee
  ...['s.lazada.com.my', 's.lazada.sg', 's.lazada.vn', 's.lazada.co.id', 's.lazada.co.th', 's.lazada.com.ph'],
  ...['shp.ee', 's.shopee.vn', 's.shopee.sg', 's.shopee.com.my', 's.shopee.co.id', 's.shopee.co.th', 's.shopee.ph'],
  // Sina, Tencent, Baidu, JD, Douyin, Xiaohongshu
  ...['t.cn', 'url.cn', 'dwz.cn', 'u.jd.com', '3.cn', 'v.douyin.com', 'xhslink.com'],
]);

export const isShortener = (host: string): boolean => hosts.has(host.startsWith('www.') ? host.slice(4) : host);
