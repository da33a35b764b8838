/** eBay's sites by host: what `X-EBAY-C-MARKETPLACE-ID` calls them, and the country each sells in. */
const sites: Readonly<Record<string, { marketplace: string; country: string }>> = {
  'ebay.com': { marketplace: 'EBAY_US', country: 'US' },
  'ebay.co.uk': { marketplace: 'EBAY_GB', country: 'GB' },
  'ebay.de': { marketplace: 'EBAY_DE', country: 'DE' },
  'ebay.fr': { marketplace: 'EBAY_FR', country: 'FR' },
  'ebay.es': { marketplace: 'EBAY_ES', country: 'ES' },
  'ebay.it': { marketplace: 'EBAY_IT', country: 'IT' },
  'ebay.ca': { marketplace: 'EBAY_CA', country: 'CA' },
  'ebay.com.au': { marketplace: 'EBAY_AU', country: 'AU' },
  'ebay.at': { marketplace: 'EBAY_AT', country: 'AT' },
  'ebay.ch': { marketplace: 'EBAY_CH', country: 'CH' },
  'ebay.be': { marketplace: 'EBAY_BE', country: 'BE' },
  'ebay.nl': { marketplace: 'EBAY_NL', country: 'NL' },
  'ebay.ie': { marketplace: 'EBAY_IE', country: 'IE' },
  'ebay.pl': { marketplace: 'EBAY_PL', country: 'PL' },
  'ebay.com.hk': { marketplace: 'EBAY_HK', country: 'HK' },
  'ebay.com.sg': { marketplace: 'EBAY_SG', country: 'SG' },
  'ebay.com.my': { marketplace: 'EBAY_MY', country: 'MY' },
  'ebay.ph': { marketplace: 'EBAY_PH', country: 'PH' },
};

const usual = { marketplace: 'EBAY_US', country: 'US' };

/** The site a listing was seen on; ebay.com where its address doesn't tell. */
export function siteOf(url: string): { marketplace: string; country: string } {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  const known = Object.entries(sites).find(([site]) => host === site || host.endsWith(`.${site}`));
  return known?.[1] ?? usual;
}
