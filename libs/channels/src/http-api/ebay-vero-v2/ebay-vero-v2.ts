import type { AdaptedApi, FormValues, ListingValues } from '#libs/domain';
import type { Dialect, ReportRequest, Unfit } from '../dialect.js';
import type { Json } from '../json.js';
import { parsedJson, textAt } from '../json.js';
import { ebayProblem } from './errors.js';
import { codesWithMessage, documentedCodes, reasonCodeOf } from './reason-codes.js';
import { siteOf } from './sites.js';
import { itemStatuses } from './statuses.js';

/** Limits of createVeroReport (api-docs/commerce/vero/resources/vero_report/methods/createVeroReport, types/ReportItemDetails). */
const MOST_ITEMS = 150;
const MESSAGE_LENGTH = 1000;
const PATENT_LENGTH = 15;
const BRAND_LENGTH = 50;

/**
 * The base path of version 2 stands on no public page we could read; version 1 was /commerce/vero/v1, and eBay's paths end in
 * their version. Where it proves wrong, an operator enters the right one (`api.baseUrl`).
 */
const BASE_URL = 'https://api.ebay.com/commerce/vero/v2';

/**
 * eBay's VeRO API. A report can't be looked for by anything of ours: "there is no programmatic way to retrieve" the number
 * of a report (VeroReportItemsResponse), and no header makes a repeated one count once; so one whose answer is lost waits
 * for a person.
 */
export const ebayVeroV2 = ({ baseUrl = BASE_URL, reasonCodes = {} }: AdaptedApi): Dialect => ({
  baseUrl,
  auth: {
    kind: 'oauth2-client-credentials',
    tokenUrl: `${new URL(baseUrl).origin}/identity/v1/oauth2/token`,
    scope: 'https://api.ebay.com/oauth/api_scope/commerce.vero',
  },
  idempotencyHeader: null,
  referenceOptional: false,
  compose: (values) => compose(values, reasonCodeOf(values.ground, reasonCodes)),
  took: ({ status }) => status === 201 || status === 200,
  reference: ({ body }) => textAt(parsedJson(body), '/veroReportId'),
  problem: ebayProblem,
  status: {
    request: (report) => asked(`/vero_report/${encodeURIComponent(report)}?includeItemDetails=true`),
    read: itemStatuses,
  },
  find: null,
  signIn: asked('/vero_reason_code'),
});

const asked = (path: string) => ({ method: 'GET' as const, path, headers: {}, body: null });

/** Listings of one site go together, since reason codes belong to a site. */
function compose(values: FormValues, code: string): ReportRequest[] | Unfit {
  const unfit = unfitness(values, code);
  if (unfit !== null) return { unfit };
  const bySite = new Map<string, ListingValues[]>();
  for (const item of distinct(values.items)) {
    const { marketplace } = siteOf(item.url);
    bySite.set(marketplace, [...(bySite.get(marketplace) ?? []), item]);
  }
  return [...bySite].flatMap(([marketplace, items]) =>
    chunks(items, MOST_ITEMS).map((some) => ({
      method: 'POST' as const,
      path: '/vero_report',
      headers: { 'X-EBAY-C-MARKETPLACE-ID': marketplace },
      body: { reportItems: some.map((item) => reportItem(item, values, code)) },
      listings: some.map(({ url }) => url),
    })),
  );
}

function unfitness(values: FormValues, code: string): string | null {
  const nameless = values.items.find(({ id }) => id === '');
  if (nameless !== undefined)
    return `eBay's interface needs the item number, which the address ${nameless.url} does not hold.`;
  const { length } = values.explanation;
  if (length > MESSAGE_LENGTH)
    return `eBay's interface takes ${MESSAGE_LENGTH} characters of explanation, and this one has ${length}.`;
  if (code !== documentedCodes.patent) return null;
  const number = patentNumber(values);
  if (number === '') return "eBay's interface needs the number of the patent.";
  return number.length > PATENT_LENGTH
    ? `eBay's interface takes ${PATENT_LENGTH} characters of a patent's number, and "${number}" has more.`
    : null;
}

function reportItem(item: ListingValues, values: FormValues, code: string): Json {
  const { right, explanation, subject } = values;
  const message =
    explanation === '' && codesWithMessage.includes(code) ? subject.slice(0, MESSAGE_LENGTH) : explanation;
  return {
    itemId: item.id,
    veroReasonCodeId: code,
    copyEmailToRightsOwner: true,
    ...(right.kind === 'trademark' && right.title !== '' ? { brand: right.title.slice(0, BRAND_LENGTH) } : {}),
    ...(message === '' ? {} : { detailedMessage: message }),
    ...(code === documentedCodes.importation ? { countries: [siteOf(item.url).country] } : {}),
    ...(code === documentedCodes.patent ? { patent: patentNumber(values) } : {}),
  };
}

/** Spaces in a patent's number are for the eye. */
const patentNumber = ({ rights }: FormValues): string =>
  (rights.find(({ kind }) => kind === 'patent')?.number ?? '').replace(/\s/g, '');

/** The same item and code twice in one report is refused (235023). */
const distinct = (items: readonly ListingValues[]): ListingValues[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
];

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));
