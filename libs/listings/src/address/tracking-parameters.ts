/**
 * Parameters that say where a visitor came from and never which page is asked for. Parameters that may be part of an
 * address somewhere (`ref`, `id`, `from`, `source`, `sku`) do not belong here: where one platform uses them to follow its
 * visitors, the pattern of that platform leaves them out.
 */
const names = new Set([
  // Google
  ...['gclid', 'gclsrc', 'dclid', 'gbraid', 'wbraid', 'gad_source', 'gad_campaignid', 'srsltid', '_ga', '_gl'],
  // Meta
  ...['fbclid', 'igshid', 'igsh', 'mibextid'],
  // Microsoft, Yandex, TikTok, X, LinkedIn, Pinterest
  ...['msclkid', 'yclid', 'ymclid', '_openstat', 'ttclid', 'twclid', 'ref_src', 'ref_url', 'li_fat_id', 'epik'],
  // Alibaba
  ...['spm', 'scm'],
  // newsletters and advertising tools
  ...['mc_cid', 'mc_eid', 'ml_subscriber', 'ml_subscriber_hash', 'mkt_tok', 'oly_anon_id', 'oly_enc_id', 'rb_clickid'],
  ...['vero_conv', 'vero_id', 'wickedid', '_hsenc', '_hsmi', '__hssc', '__hstc', '__hsfp', 'hsctatracking'],
  ...['_branch_match_id', 'irclickid', 's_kwcid', 'ef_id', 'wt_zmc'],
]);

/** @param name as it stands in the address, in any case */
export function isTracking(name: string): boolean {
  const known = name.toLowerCase();
  return known.startsWith('utm_') || names.has(known);
}
