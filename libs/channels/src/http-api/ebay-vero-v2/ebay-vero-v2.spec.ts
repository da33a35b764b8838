import { describe, expect, it } from '@jest/globals';
import { aChannel, aLine, answer, someValues, stub } from '../an-interface.spec-data.js';
import type { Behave } from '../an-interface.spec-data.js';
import type { Answer } from '../exchange.js';
import { sealReport } from '../report.js';
import { ebayVeroV2 } from './ebay-vero-v2.js';

const dialect = ebayVeroV2({ adapter: 'ebay-vero-v2' });

const items = (count: number, site = 'www.ebay.com') =>
  Array.from({ length: count }, (_, index) => {
    const id = String(275_000_067_000 + index);
    return { url: `https://${site}/itm/${id}`, id, title: '', seller: '' };
  });

const patent = {
  kind: 'patent',
  title: 'Hinge',
  number: 'EP 1 234 567 B1',
  office: 'EPO',
  validFrom: '',
  validTo: '',
  classes: '',
} as const;

const anAnswer = (body: unknown, status = 200): Answer => ({
  status,
  line: `HTTP/1.1 ${status}`,
  headers: {},
  body: Buffer.from(JSON.stringify(body)),
  whole: true,
});

describe('a report to eBay', () => {
  it('has the documented fields: item, code, message, brand, and the copy for the owner', () => {
    const composed = dialect.compose(someValues({ items: items(1), ground: 'trademark-use' }));
    expect(composed).toEqual([
      {
        method: 'POST',
        path: '/vero_report',
        headers: { 'X-EBAY-C-MARKETPLACE-ID': 'EBAY_US' },
        body: {
          reportItems: [
            {
              itemId: '275000067000',
              veroReasonCodeId: '9052',
              copyEmailToRightsOwner: true,
              brand: 'VELORA',
              detailedMessage: someValues().explanation,
            },
          ],
        },
        listings: ['https://www.ebay.com/itm/275000067000'],
      },
    ]);
  });

  it('gives the number of a patent with its code, without the spaces', () => {
    const values = someValues({ items: items(1), ground: 'patent', right: patent, rights: [patent], explanation: '' });
    expect(dialect.compose(values)).toMatchObject([
      { body: { reportItems: [{ veroReasonCodeId: '9048', patent: 'EP1234567B1' }] } },
    ]);
  });

  it("goes by the member's own list of codes, and names the country where 9037 asks for it", () => {
    const own = ebayVeroV2({ adapter: 'ebay-vero-v2', reasonCodes: { 'trademark-use': '9037' } });
    expect(own.compose(someValues({ items: items(1, 'www.ebay.co.uk') }))).toMatchObject([
      {
        headers: { 'X-EBAY-C-MARKETPLACE-ID': 'EBAY_GB' },
        body: { reportItems: [{ veroReasonCodeId: '9037', countries: ['GB'] }] },
      },
    ]);
  });

  it('says something where the code needs a message and nobody wrote one', () => {
    expect(dialect.compose(someValues({ items: items(1), explanation: '' }))).toMatchObject([
      { body: { reportItems: [{ detailedMessage: 'Notice of trademark infringement' }] } },
    ]);
  });

  it('holds 150 items at most, each once, of one site', () => {
    const all = [...items(151), ...items(1), ...items(2, 'www.ebay.de')];
    const composed = dialect.compose(
      someValues({ items: all.map((item, index) => (index > 151 ? { ...item, id: `9${item.id}` } : item)) }),
    );
    const sizes =
      'unfit' in composed ? [] : composed.map(({ headers, listings }) => [Object.values(headers)[0], listings.length]);
    expect(sizes).toEqual([
      ['EBAY_US', 150],
      ['EBAY_US', 1],
      ['EBAY_DE', 2],
    ]);
  });

  it.each([
    [
      'an address without an item number',
      { items: [{ url: 'https://www.ebay.com/str/x', id: '', title: '', seller: '' }] },
      'item number',
    ],
    ['an explanation of 1,001 characters', { items: items(1), explanation: 'x'.repeat(1001) }, '1000 characters'],
    [
      'a patent number of 16 characters',
      { items: items(1), ground: 'patent' as const, rights: [{ ...patent, number: '1234567890123456' }] },
      '15 characters',
    ],
    ['a patent without a number', { items: items(1), ground: 'patent' as const, rights: [] }, 'number of the patent'],
  ])('with %s is not sent', async (_name, over, words) => {
    const { raw } = sealReport(dialect, 'ebay', someValues(over));
    const outcome = await aChannel(null).deliver(raw, aLine(dialect), null);
    expect(outcome).toMatchObject({ kind: 'prevented', code: 'ER-31', retry: false });
    expect('message' in outcome ? outcome.message : '').toContain(words);
  });
});

describe('an answer of eBay', () => {
  const words = (status: string, reason?: string) =>
    dialect.status?.read(
      anAnswer({
        veroReportId: '5000134567',
        veroReportStatus: 'PROCESSED',
        reportedItemDetails: [
          { itemId: '275000067000', status, ...(reason === undefined ? {} : { reasonForFailure: reason }) },
        ],
      }),
    );

  it.each([
    ['NONE', 'pending'],
    ['RECEIVED', 'pending'],
    ['SUBMITTED', 'pending'],
    ['SUBMISSION_FAILED', 'refused'],
    ['CLARIFICATION_REQUIRED', 'needs-info'],
    ['A_WORD_OF_TOMORROW', 'pending'],
  ])('that an item is %s means %s', (status, standing) => {
    expect(words(status, 'Why')).toEqual([
      { listing: '275000067000', standing, word: status, reason: 'Why', decidedAt: null },
    ]);
  });

  it('that an item is REMOVED decides nothing: eBay documents that word in two ways', () => {
    expect(words('REMOVED')).toMatchObject([{ standing: 'look-again', word: 'REMOVED' }]);
  });

  it('is asked for by the number of the report, with the items', () => {
    expect(dialect.status?.request('5000134567').path).toBe('/vero_report/5000134567?includeItemDetails=true');
    expect(dialect.auth).toEqual({
      kind: 'oauth2-client-credentials',
      tokenUrl: 'https://api.ebay.com/identity/v1/oauth2/token',
      scope: 'https://api.ebay.com/oauth/api_scope/commerce.vero',
    });
  });

  const filed = async (behave: Behave) => {
    const server = await stub(({ url, ...request }, response) => {
      if (url === '/identity/v1/oauth2/token') answer(response, 200, { access_token: 'v^1.1#token', expires_in: 7200 });
      else behave({ url, ...request }, response);
    });
    const here = ebayVeroV2({ adapter: 'ebay-vero-v2', baseUrl: 'http://api.ebay.test/commerce/vero/v2' });
    const { raw } = sealReport(here, 'ebay', someValues({ items: items(2) }));
    const secrets = { clientId: 'app', clientSecret: 'cert' };
    const outcome = await aChannel(server.port).deliver(raw, aLine(here, { secrets }), null);
    await server.close();
    return { outcome, received: server.received.slice(1) };
  };
  const anError = (errorId: number, category: string) => ({
    errors: [{ errorId, domain: 'API_VERO', category, message: 'short', longMessage: 'A longer explanation.' }],
  });

  it('201 with its number is a delivery', async () => {
    const { outcome, received } = await filed((_request, response) => {
      answer(response, 201, { veroReportId: '5000134567', veroReportStatus: 'RECEIVED' });
    });
    expect(outcome).toMatchObject({ kind: 'delivered', reference: '5000134567' });
    expect(received.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /commerce/vero/v2/vero_report']);
  });

  it.each([
    [400, 235012, 'ER-34'],
    [400, 235014, 'ER-30'],
    [400, 235023, 'ER-30'],
    [400, 235016, 'ER-31'],
    // documented with the status 500, though the request alone is at fault
    [500, 235018, 'ER-30'],
  ])('%i with errorId %i is %s, and our own doing', async (status, errorId, code) => {
    const { outcome } = await filed((_request, response) => {
      answer(response, status, anError(errorId, 'REQUEST'));
    });
    expect(outcome).toMatchObject({
      kind: 'prevented',
      code,
      attribution: 'us',
      retry: false,
      message: `eBay refused the report (${errorId}): A longer explanation.`,
    });
  });

  it('500 with an internal error is unknown: nothing of ours finds the report again', async () => {
    const { outcome, received } = await filed((_request, response) => {
      answer(response, 500, anError(235000, 'APPLICATION'));
    });
    expect(outcome).toMatchObject({ kind: 'unknown', code: 'ER-43' });
    expect(received).toHaveLength(1);
    expect(dialect.find).toBeNull();
  });
});
