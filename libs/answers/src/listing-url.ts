/**
 * What two spellings of a listing's address have in common: no scheme, no `www.`, no fragment, no tracking parameters,
 * no slash at the end, host in lower case. Null where the text is no http address.
 */
export function listingKey(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) return null;
  for (const name of [...url.searchParams.keys()])
    if (/^(?:utm_|spm$|gclid$|fbclid$|ref$|ref_$)/.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  const query = url.searchParams.toString();
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/+$/, '')}${query === '' ? '' : `?${query}`}`;
}

/** Numbers of at least six digits in an address: the platform's own number of the listing. */
export const listingNumbers = (address: string): string[] => address.match(/(?<!\d)\d{6,20}(?!\d)/g) ?? [];
