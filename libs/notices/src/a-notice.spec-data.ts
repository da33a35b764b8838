import { readdirSync, readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import type { Platform, Regime, Right, RightsHolder } from '#libs/domain';
import type { NoticeFacts } from './notice-facts.js';
import { regimeInForce } from './regime-in-force.js';

const folder = new URL('../../../config/regimes/', import.meta.url);

/** The regimes as shipped, so that the goldens hold for what an operator runs. */
export const shippedRegimes: readonly Regime[] = readdirSync(folder).flatMap((file) => {
  const documents = parseAllDocuments(readFileSync(new URL(file, folder), 'utf8'));
  return 'empty' in documents ? [] : documents.map((document) => document.toJS() as Regime);
});

export const noon = new Date('2026-03-16T12:00:00Z');

export const shippedRegime = (id: string, on: Date = noon): Regime => regimeInForce(shippedRegimes, id, on);

export const aPlatform = (overrides: Partial<Platform> = {}): Platform => ({
  slug: 'marketville',
  name: 'Marketville',
  kind: 'marketplace',
  country: null,
  timeZone: 'UTC',
  simulated: false,
  languages: ['en', 'zh'],
  grounds: {
    counterfeit: { regime: 'us-trademark-customary' },
    'copyright-copy': { regime: 'us-dmca-512c3' },
  },
  rightKinds: ['trademark', 'copyright'],
  channels: [{ kind: 'email', address: 'notices@marketville.test' }],
  senderDomains: ['marketville.test'],
  listingHosts: ['marketville.test'],
  limits: {},
  clocks: {},
  sources: [],
  ...overrides,
});

export const aRight = (overrides: Partial<Right> = {}): Right => ({
  workspaceId: 'w',
  id: 'r',
  rightsHolderId: 'h',
  kind: 'trademark',
  title: 'ALPENGLÜHEN',
  number: '018123456',
  office: 'EUIPO',
  classes: [18, 25],
  validFrom: '2019-05-02',
  validTo: '2029-05-02',
  documents: [],
  createdAt: noon,
  ...overrides,
});

export const aRightsHolder = (overrides: Partial<RightsHolder> = {}): RightsHolder => ({
  workspaceId: 'w',
  id: 'h',
  name: 'Alpenglühen Textil GmbH',
  country: 'AT',
  address: 'Getreidegasse 9, 5020 Salzburg',
  email: 'marken@alpengluehen.test',
  phone: '+43 662 000000',
  programmes: [],
  createdAt: noon,
  ...overrides,
});

/** A complete notice under the given regime. */
export const aNotice = (overrides: Partial<NoticeFacts> = {}): NoticeFacts => ({
  reference: 'RD-2026-00012',
  at: noon,
  platform: aPlatform(),
  regime: shippedRegime('us-trademark-customary'),
  ground: 'counterfeit',
  language: 'en',
  explanation: 'The jackets bear our mark on the collar; we never made this model and the label shows a false code.',
  rightsHolder: aRightsHolder(),
  rights: [aRight()],
  items: [
    { url: 'https://www.marketville.test/item/1001', title: 'Jacket ALPENGLÜHEN new', seller: 'cheapgoods88' },
    { url: 'https://www.marketville.test/item/1002?colour=red', title: null, seller: null },
  ],
  statements: { goodFaith: true, accuracy: true, authority: true },
  signature: { name: 'Eva Berger', capacity: 'Head of Legal' },
  contact: {
    name: 'Eva Berger',
    address: 'Getreidegasse 9, 5020 Salzburg',
    phone: '+43 662 000000',
    email: 'marken@alpengluehen.test',
  },
  evidenceUrls: ['https://evidence.redress.test/f/1'],
  ...overrides,
});
