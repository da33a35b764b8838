import { describe, expect, it } from '@jest/globals';
import { elementIds } from '#libs/domain';
import type { ElementId } from '#libs/domain';
import { aNotice, aPlatform, aRight, aRightsHolder, shippedRegime, shippedRegimes } from './a-notice.spec-data.js';
import { elementTests } from './element-tests.js';
import { missingElements } from './missing-elements.js';
import type { NoticeFacts } from './notice-facts.js';

const complete = aNotice();

/** The smallest change that takes one element, and only that one, out of a complete notice. */
const without: Record<ElementId, Partial<NoticeFacts>> = {
  signature: { signature: null },
  'right-identified': { rights: [] },
  'right-registered': { rights: [aRight({ office: null })] },
  'right-in-force': { rights: [aRight({ validTo: '2026-03-15' })] },
  'listing-located': { items: [] },
  'contact-address': { contact: { ...complete.contact, address: null, phone: null, email: null } },
  'contact-email': { contact: { ...complete.contact, email: null } },
  'contact-name': { contact: { ...complete.contact, name: ' ' } },
  explanation: { explanation: 'Fake!' },
  'good-faith': { statements: { goodFaith: false, accuracy: true, authority: true } },
  accuracy: { statements: { goodFaith: true, accuracy: false, authority: true } },
  authority: { statements: { goodFaith: true, accuracy: true, authority: false } },
  'identity-proof': { rightsHolder: aRightsHolder({ address: null }) },
  'prima-facie-evidence': { evidenceUrls: [], rights: [aRight({ number: null })] },
};

const pointers: Record<ElementId, string> = {
  signature: '/signature',
  'right-identified': '/rightIds',
  'right-registered': '/rightIds/0',
  'right-in-force': '/rightIds/0',
  'listing-located': '/items',
  'contact-address': '/rightsHolderId',
  'contact-email': '/rightsHolderId',
  'contact-name': '/rightsHolderId',
  explanation: '/explanation',
  'good-faith': '/statements/goodFaith',
  accuracy: '/statements/accuracy',
  authority: '/statements/authority',
  'identity-proof': '/rightsHolderId',
  'prima-facie-evidence': '/evidence',
};

const spc = 'SPC Guiding Opinions on E-Commerce Platforms, Fa Fa [2020] No. 32';
const dsa = 'Regulation (EU) 2022/2065, Art. 16(2)';
const raa = 'ICANN RAA 3.18.1';
const custom = (what: string): string => `customary: ${what} (GitHub Trademark Policy)`;

/** The checklists of the shipped regimes, element by element, with the provision that asks for each. */
const goldens: Record<string, [ElementId, string][]> = {
  'us-dmca-512c3': [
    ['signature', '17 USC 512(c)(3)(A)(i)'],
    ['right-identified', '17 USC 512(c)(3)(A)(ii)'],
    ['listing-located', '17 USC 512(c)(3)(A)(iii)'],
    ['contact-address', '17 USC 512(c)(3)(A)(iv)'],
    ['good-faith', '17 USC 512(c)(3)(A)(v)'],
    ['accuracy', '17 USC 512(c)(3)(A)(vi)'],
    ['authority', '17 USC 512(c)(3)(A)(vi)'],
  ],
  'us-trademark-customary': [
    ['right-identified', custom('the mark, design or patent relied on')],
    ['right-registered', custom('registration number and office')],
    ['right-in-force', 'customary: status and expiry of the registration (Alibaba IPP)'],
    ['listing-located', custom('address of each listing or account')],
    ['contact-name', custom('company and contact')],
    ['contact-address', custom('contact details')],
    ['explanation', custom('how the use confuses or infringes')],
    ['good-faith', custom('good-faith statement')],
    ['accuracy', custom('statement of truth')],
    ['authority', custom('statement of authority')],
    ['signature', custom('signature')],
  ],
  'eu-dsa-16-2': [
    ['right-identified', `${dsa}(a)`],
    ['explanation', `${dsa}(a)`],
    ['listing-located', `${dsa}(b)`],
    ['contact-name', `${dsa}(c)`],
    ['contact-email', `${dsa}(c)`],
    ['good-faith', `${dsa}(d)`],
  ],
  'cn-ecommerce-42': [
    ['identity-proof', 'Civil Code of the PRC, Art. 1195'],
    ['right-identified', 'E-Commerce Law of the PRC, Art. 42'],
    ['right-in-force', 'E-Commerce Law of the PRC, Art. 42'],
    ['listing-located', `${spc} (precise location)`],
    ['explanation', 'E-Commerce Law of the PRC, Art. 42'],
    ['prima-facie-evidence', 'E-Commerce Law of the PRC, Art. 42; Civil Code of the PRC, Art. 1195'],
    ['accuracy', `${spc} (written guarantee of truth)`],
    ['authority', 'E-Commerce Law of the PRC, Art. 42 (notice by the right holder)'],
    ['signature', `${spc} (written guarantee of truth)`],
  ],
  'icann-raa-3-18': [
    ['right-identified', `${raa} (report of abuse, investigation)`],
    ['listing-located', `${raa} (report of abuse, investigation)`],
    ['explanation', `${raa} (report of abuse, investigation)`],
    ['prima-facie-evidence', `${raa} (report of abuse, investigation)`],
    ['contact-email', `${raa} (confirmation of receipt)`],
    ['accuracy', `${raa} (report of abuse, investigation)`],
  ],
};

it('covers every shipped regime and every element with a test', () => {
  expect(Object.keys(goldens).sort()).toEqual([...new Set(shippedRegimes.map(({ id }) => id))].sort());
  expect(Object.keys(elementTests).sort()).toEqual([...elementIds].sort());
});

describe.each(Object.entries(goldens))('the checklist of %s', (id, golden) => {
  const notice = aNotice({ regime: shippedRegime(id) });

  it('asks for these elements and no others, each by its provision', () => {
    expect(notice.regime.elements.map((element) => [element.id, element.hook])).toEqual(golden);
  });

  it('finds nothing missing in a complete notice', () => {
    expect(missingElements(notice)).toEqual([]);
  });

  it.each(golden)('misses exactly %s once it is taken away', (element, hook) => {
    const missing = missingElements({ ...notice, ...without[element] });
    expect(missing.map((one) => [one.element, one.hook, one.pointer])).toEqual([[element, hook, pointers[element]]]);
    expect(missing[0]?.detail.length).toBeGreaterThan(15);
  });

  it('says what to do in Chinese too', () => {
    for (const [element] of golden) {
      const [one] = missingElements({ ...notice, ...without[element] }, 'zh');
      expect(one?.detail).toMatch(/\p{Script=Han}{4}/u);
    }
  });

  it('names everything at once on an empty notice', () => {
    const empty = Object.assign({}, notice, ...Object.values(without).reverse(), {
      rights: [],
      statements: { goodFaith: false, accuracy: false, authority: false },
      contact: { name: null, address: null, phone: null, email: null },
    }) as NoticeFacts;
    const aboutRights = ['right-registered', 'right-in-force', 'prima-facie-evidence'];
    expect(missingElements(empty).map(({ element }) => element)).toEqual(
      golden.map(([element]) => element).filter((element) => !aboutRights.includes(element)),
    );
  });
});

describe('single elements', () => {
  const dmca = aNotice({ regime: shippedRegime('us-dmca-512c3'), ground: 'copyright-copy' });
  const missingOf = (facts: NoticeFacts) => missingElements(facts).map(({ element }) => element);

  it.each(['address', 'phone', 'email'] as const)('is content with %s alone as contact', (way) => {
    const contact = { name: null, address: null, phone: null, email: null, [way]: complete.contact[way] };
    expect(missingOf({ ...dmca, contact })).toEqual([]);
  });

  it.each([
    ['https://shop.test/item/5', true],
    ['http://shop.test/item.htm?id=5', true],
    ['https://shop.test/?product=5', true],
    ['https://shop.test/', false],
    ['https://shop.test', false],
    ['https://shop.test/?', false],
    ['ftp://shop.test/item/5', false],
    ['javascript:alert(1)//x/y', false],
    ['shop.test/item/5', false],
    ['', false],
  ])('judges the address %p as item-level: %p', (url, located) => {
    expect(missingOf({ ...dmca, items: [{ url, title: null, seller: null }] })).toEqual(
      located ? [] : ['listing-located'],
    );
  });

  it('points at the listing that cannot be found and quotes it', () => {
    const items = [...dmca.items, { url: 'https://shop.test/', title: null, seller: null }];
    expect(missingElements({ ...dmca, items })).toEqual([
      {
        element: 'listing-located',
        hook: '17 USC 512(c)(3)(A)(iii)',
        detail: 'Give the full address (URL) of each item, not of the whole site. (https://shop.test/)',
        pointer: '/items/2/url',
      },
    ]);
  });

  it.each([
    ['https://fake-brand.example/', true],
    ['fake-brand.example', true],
    ['假冒.公司', true],
    ['not a domain', false],
    ['localhost', false],
  ])('lets a domain suffice at a registrar: %p %p', (url, located) => {
    const registrar = { ...dmca, platform: aPlatform({ kind: 'registrar' }) };
    expect(missingOf({ ...registrar, items: [{ url, title: null, seller: null }] })).toEqual(
      located ? [] : ['listing-located'],
    );
  });

  it.each([
    ['This is counterfeit.', true],
    ['Counterfeit goods.', false],
    ['这是假冒商品请删除', true],
    ['假冒商品', false],
    ['........................', false],
    ['fake\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n', false],
    ['\u200b'.repeat(40), false],
  ])('judges the explanation %j as saying something: %p', (explanation, enough) => {
    expect(missingOf({ ...aNotice(), explanation })).toEqual(enough ? [] : ['explanation']);
  });

  it.each([
    ['2019-05-02', '2026-03-16', true],
    [null, null, true],
    ['2019-05-02', '2026-03-15', false],
    ['2026-03-17', null, false],
  ])('takes a right valid from %p to %p on 2026-03-16 as in force: %p', (validFrom, validTo, inForce) => {
    expect(missingOf(aNotice({ rights: [aRight({ validFrom, validTo })] }))).toEqual(inForce ? [] : ['right-in-force']);
  });

  it('takes the day where the platform is', () => {
    const right = aRight({ validTo: '2026-03-16' });
    const at = new Date('2026-03-16T20:00:00Z');
    expect(missingOf(aNotice({ at, rights: [right] }))).toEqual([]);
    const platform = aPlatform({ timeZone: 'Asia/Shanghai' });
    expect(missingOf(aNotice({ at, platform, rights: [right] }))).toEqual(['right-in-force']);
  });

  it('asks no registration of a copyright work', () => {
    const work = aRight({ kind: 'copyright', number: null, office: null });
    expect(missingOf(aNotice({ rights: [work] }))).toEqual([]);
  });

  it('takes evidence in place of a registration number in China', () => {
    const regime = shippedRegime('cn-ecommerce-42');
    expect(missingOf(aNotice({ regime, rights: [aRight({ number: null })] }))).toEqual([]);
    expect(missingOf(aNotice({ regime, evidenceUrls: [] }))).toEqual([]);
  });

  it("adds what the platform's own rules ask for, once", () => {
    const platform = aPlatform({
      grounds: { 'copyright-copy': { regime: 'us-dmca-512c3', requires: ['explanation', 'signature'] } },
    });
    expect(missingElements({ ...dmca, platform, explanation: '', signature: null })).toEqual([
      expect.objectContaining({ element: 'signature', hook: '17 USC 512(c)(3)(A)(i)' }),
      {
        element: 'explanation',
        hook: 'platform rule: Marketville',
        detail: 'Explain in a sentence or more why the listings infringe.',
        pointer: '/explanation',
      },
    ]);
  });
});
