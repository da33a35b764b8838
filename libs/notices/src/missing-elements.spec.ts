import { describe, expect, it } from '@jest/globals';
import { elementIds } from '#libs/domain';
import type { ElementId, RightDocument, RightDocumentKind } from '#libs/domain';
import {
  aFile,
  aNotice,
  aPlatform,
  aPower,
  aRight,
  aRightsHolder,
  shippedRegime,
  shippedRegimes,
} from './a-notice.spec-data.js';
import { elementTests } from './elements/element-tests.js';
import { missingElements } from './missing-elements.js';
import type { NoticeFacts } from './notice-facts.js';

const complete = aNotice();

const aPaper = (kind: RightDocumentKind): RightDocument => ({ kind, title: 'A paper', fileId: null, language: null });

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
  'prima-facie-evidence': { evidenceUrls: [], rights: [aRight({ number: null, documents: [aPaper('certificate')] })] },
  'postal-address': { contact: { ...complete.contact, address: null } },
  'right-documented': { rights: [aRight({ number: null })] },
  'classes-identified': { rights: [aRight({ classes: [] })] },
  comparison: { rights: [aRight({ kind: 'design' })], evidenceUrls: [] },
  'evaluation-report': { rights: [aRight({ kind: 'patent' })] },
  'power-of-attorney': { rightsHolder: aRightsHolder({ representedByAgent: true }) },
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
  'postal-address': '/rightsHolderId',
  'right-documented': '/rightIds/0',
  'classes-identified': '/rightIds/0',
  comparison: '/evidence',
  'evaluation-report': '/rightIds/0',
  'power-of-attorney': '/rightIds/0',
};

const spc = 'SPC Guiding Opinions on E-Commerce Platforms, Fa Fa [2020] No. 32';
const dsa = 'Regulation (EU) 2022/2065, Art. 16(2)';
const raa = 'ICANN RAA 3.18.1';
const custom = (what: string): string => `customary: ${what} (GitHub Trademark Policy)`;
const customForms = (what: string): string => `customary: ${what} (eBay VeRO, Alibaba IPP)`;
const vero = (what: string): string => `customary: ${what} (eBay VeRO)`;
const anAgentFiles = 'customary: power of attorney where an agent files (Alibaba IPP)';
const inForce = 'customary: status and expiry of the registration (Alibaba IPP)';
const decree17 = 'Decree 17/2023/ND-CP, Art. 114';
const decree52 = 'Decree 52/2013/ND-CP as amended by Decree 85/2021/ND-CP, Art. 36';
const uk = 'SI 2002/2013, reg. 22';
const idpa = 'Act No. 137 of 2001 (Japan), Art. 3(2)(ii)';

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
    ['classes-identified', custom('class of the registration')],
    ['right-in-force', inForce],
    ['listing-located', custom('address of each listing or account')],
    ['contact-name', custom('company and contact')],
    ['contact-address', custom('contact details')],
    ['explanation', custom('how the use confuses or infringes')],
    ['good-faith', custom('good-faith statement')],
    ['accuracy', custom('statement of truth')],
    ['authority', custom('statement of authority')],
    ['power-of-attorney', anAgentFiles],
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
    ['right-documented', `${spc} (proof of the right)`],
    ['right-in-force', 'E-Commerce Law of the PRC, Art. 42'],
    ['listing-located', `${spc} (precise location)`],
    ['explanation', 'E-Commerce Law of the PRC, Art. 42'],
    ['prima-facie-evidence', 'E-Commerce Law of the PRC, Art. 42; Civil Code of the PRC, Art. 1195'],
    ['comparison', `${spc} (patents, comparison or evaluation report)`],
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
  'us-patent-design-customary': [
    ['right-identified', customForms('the design or patent relied on')],
    ['right-registered', vero('patent or registration number and office')],
    ['right-in-force', inForce],
    ['listing-located', customForms('address of each listing')],
    ['contact-name', customForms('company and contact')],
    ['contact-address', customForms('contact details')],
    ['explanation', customForms('how the product infringes')],
    ['comparison', customForms('claim chart or comparison of views')],
    ['good-faith', vero('good-faith statement')],
    ['accuracy', vero('statement of truth')],
    ['authority', vero('statement of authority')],
    ['power-of-attorney', anAgentFiles],
    ['signature', vero('signature')],
  ],
  'vn-decree-17-2023': [
    ['right-identified', `${decree17} (request of the right holder)`],
    ['right-documented', `${decree17} (papers that show the right)`],
    ['listing-located', `${decree17} (the content to be removed)`],
    ['prima-facie-evidence', `${decree17} (evidence of the infringement)`],
  ],
  'vn-trademark-decree-85-2021': [
    ['right-identified', `${decree52} (report of infringing goods)`],
    ['listing-located', `${decree52} (information to be removed)`],
    ['prima-facie-evidence', `${decree52} (authentic grounds)`],
  ],
  'uk-ecommerce-regs-22': [
    ['contact-name', `${uk}(b)(i)`],
    ['postal-address', `${uk}(b)(i)`],
    ['listing-located', `${uk}(b)(ii)`],
    ['right-identified', `${uk}(b)(iii)`],
    ['explanation', `${uk}(b)(iii)`],
  ],
  'jp-idpa-2025': [
    ['listing-located', `${idpa} (the infringing information)`],
    ['right-identified', `${idpa} (the right infringed)`],
    ['explanation', `${idpa} (the reason why it is infringed)`],
  ],
  'platform-policy': [
    ['right-identified', 'platform forms: the right relied on'],
    ['right-registered', 'platform forms: registration number and office'],
    ['listing-located', 'platform forms: address of each listing'],
    ['contact-name', 'platform forms: name of the complaining party'],
    ['contact-email', 'platform forms: e-mail address of the complaining party'],
    ['explanation', 'platform forms: why the listings infringe'],
    ['good-faith', 'platform forms: good-faith statement'],
    ['accuracy', 'platform forms: statement of accuracy'],
    ['authority', 'platform forms: statement of authority'],
    ['signature', 'platform forms: signature'],
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

  it('says what to do in Chinese and in Vietnamese too', () => {
    for (const [element] of golden) {
      const facts = { ...notice, ...without[element] };
      expect(missingElements(facts, 'zh')[0]?.detail).toMatch(/\p{Script=Han}{4}/u);
      expect(missingElements(facts, 'vi')[0]?.detail).toMatch(/[àáảãạăâđèéẻẽẹêìíỉĩịòóỏõọôơùúủũụưỳýỷỹỵ]/u);
    }
  });

  it('names everything at once on an empty notice', () => {
    const empty = Object.assign({}, notice, ...Object.values(without).reverse(), {
      rights: [],
      statements: { goodFaith: false, accuracy: false, authority: false },
      contact: { name: null, address: null, phone: null, email: null },
    }) as NoticeFacts;
    const aboutRights: readonly string[] = [
      'right-registered',
      'right-in-force',
      'prima-facie-evidence',
      'right-documented',
      'classes-identified',
      'comparison',
      'power-of-attorney',
    ];
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
    const documents = [aPaper('certificate')];
    expect(missingOf(aNotice({ regime, rights: [aRight({ number: null, documents })] }))).toEqual([]);
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

describe('an element a platform adds', () => {
  /** Nothing but the element: a platform may ask for it where no regime does. */
  const asking = (element: ElementId, overrides: Partial<NoticeFacts>): boolean => {
    const platform = aPlatform({ grounds: { counterfeit: { regime: 'jp-idpa-2025', requires: [element] } } });
    const facts = aNotice({ regime: shippedRegime('jp-idpa-2025'), platform, ...overrides });
    return missingElements(facts).some((missing) => missing.element === element);
  };
  const withoutEvidence = { evidenceUrls: [' '] };

  it.each(elementIds)('is asked for, and met by a complete notice: %s', (element) => {
    expect(asking(element, {})).toBe(false);
    expect(asking(element, without[element])).toBe(true);
  });

  it('takes evidence files as it takes links', () => {
    const bare = { ...withoutEvidence, rights: [aRight({ number: null })] };
    expect(asking('prima-facie-evidence', bare)).toBe(true);
    expect(asking('prima-facie-evidence', { ...bare, evidenceFiles: [aFile()] })).toBe(false);
    const design = { ...withoutEvidence, rights: [aRight({ kind: 'design' })] };
    expect(asking('comparison', design)).toBe(true);
    expect(asking('comparison', { ...design, evidenceFiles: [aFile()] })).toBe(false);
  });

  it.each<[string, Partial<NoticeFacts>, boolean]>([
    ['a trademark, which has no features', { rights: [aRight()] }, true],
    ['an evaluation report', { rights: [aRight({ kind: 'patent', documents: [aPaper('evaluation-report')] })] }, true],
    ['a judgment alone', { rights: [aRight({ kind: 'patent', documents: [aPaper('judgment')] })] }, false],
    ['a long explanation with the title', { explanation: `${'Feature by feature. '.repeat(6)}See Alpenglühen.` }, true],
    ['a long explanation with the number', { explanation: `${'特征一致。'.repeat(8)}第018123456号` }, true],
    ['a long explanation that names nothing', { explanation: 'Feature by feature the same. '.repeat(6) }, false],
    ['a short explanation with the title', { explanation: 'Claim 1 of ALPENGLÜHEN is copied.' }, false],
  ])('is content with %s as a comparison: %#', (_, overrides, met) => {
    const patent = { ...withoutEvidence, rights: [aRight({ kind: 'patent' })] };
    expect(asking('comparison', { ...patent, ...overrides })).toBe(!met);
  });

  it('asks for a comparison with every design and patent', () => {
    const rights = [
      aRight({ kind: 'design', title: 'First' }),
      aRight({ kind: 'patent', title: 'Second', number: '2' }),
    ];
    const explanation = `${'Feature by feature. '.repeat(6)}See First.`;
    const regime = shippedRegime('us-patent-design-customary');
    expect(missingElements(aNotice({ ...withoutEvidence, regime, rights, explanation }))).toEqual([
      expect.objectContaining({
        element: 'comparison',
        pointer: '/evidence',
        detail: expect.stringMatching(/ \(Second\)$/),
      }),
    ]);
  });

  it.each<[RightDocumentKind, boolean, boolean]>([
    ['certificate', true, true],
    ['assignment', false, true],
    ['judgment', false, true],
    ['other', false, true],
    ['licence', false, false],
    ['translation', false, false],
    ['evaluation-report', false, false],
  ])('takes a %s as proof of a registered right: %p, of an unregistered one: %p', (kind, registered, unregistered) => {
    const right = { number: null, documents: [aPaper(kind)] };
    expect(asking('right-documented', { rights: [aRight(right)] })).toBe(!registered);
    expect(asking('right-documented', { rights: [aRight({ ...right, registration: 'unregistered' })] })).toBe(
      !unregistered,
    );
  });

  it('takes a registration number for proof', () => {
    expect(asking('right-documented', { rights: [aRight({ documents: [] })] })).toBe(false);
  });

  it.each(['copyright', 'design', 'patent'] as const)(
    'asks no Nice classes and no number of a %s more than it has',
    (kind) => {
      expect(asking('classes-identified', { rights: [aRight({ kind, classes: [] })] })).toBe(false);
      const unregistered = aRight({ kind, registration: 'unregistered' });
      expect(asking('right-registered', { rights: [unregistered] })).toBe(kind !== 'copyright');
    },
  );

  it('takes an application for no right in force, but for a work', () => {
    expect(asking('right-in-force', { rights: [aRight({ registration: 'pending' })] })).toBe(true);
    expect(asking('right-in-force', { rights: [aRight({ registration: 'unregistered' })] })).toBe(false);
    expect(asking('right-in-force', { rights: [aRight({ kind: 'copyright', registration: 'pending' })] })).toBe(false);
    expect(asking('right-registered', { rights: [aRight({ registration: 'pending' })] })).toBe(true);
  });

  it('asks an agent for a power that covers each right, on the day, at the platform', () => {
    const rightsHolder = aRightsHolder({ representedByAgent: true });
    const rights = [aRight({ id: 'a' }), aRight({ id: 'b' })];
    const missing = (...powers: NoticeFacts['powers']): boolean =>
      asking('power-of-attorney', { rightsHolder, rights, powers });
    expect(missing(aPower())).toBe(false);
    expect(missing(aPower({ rightIds: ['a'] }), aPower({ rightIds: ['b'] }))).toBe(false);
    expect(missing(aPower({ rightIds: ['a'] }))).toBe(true);
    expect(missing(aPower({ platforms: ['other'] }))).toBe(true);
    expect(missing(aPower({ validTo: '2026-03-15' }))).toBe(true);
    expect(missing(aPower({ validFrom: '2026-03-17' }))).toBe(true);
    expect(missing(aPower({ revokedAt: new Date('2026-03-01') }))).toBe(true);
  });

  it('takes the day of a power where the platform is', () => {
    const at = new Date('2026-03-16T20:00:00Z');
    const facts = {
      at,
      rightsHolder: aRightsHolder({ representedByAgent: true }),
      powers: [aPower({ validTo: '2026-03-16' })],
    };
    const regime = shippedRegime('us-trademark-customary');
    const missingAt = (timeZone: string) =>
      missingElements(aNotice({ ...facts, regime, platform: aPlatform({ timeZone }) })).map(({ element }) => element);
    expect(missingAt('UTC')).toEqual([]);
    expect(missingAt('Asia/Shanghai')).toEqual(['power-of-attorney']);
  });
});

describe('what no statute asks for', () => {
  it.each(['us-dmca-512c3', 'eu-dsa-16-2', 'uk-ecommerce-regs-22', 'jp-idpa-2025'])(
    'is not demanded by %s: registration, proof, classes, power of attorney, evidence',
    (id) => {
      const facts = aNotice({
        regime: shippedRegime(id),
        rights: [aRight({ registration: 'unregistered', number: null, office: null, classes: [] })],
        rightsHolder: aRightsHolder({ representedByAgent: true }),
        evidenceUrls: [],
      });
      expect(missingElements(facts)).toEqual([]);
    },
  );
});
