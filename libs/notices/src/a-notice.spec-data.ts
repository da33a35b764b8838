import { readdirSync, readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import type { Platform, PowerOfAttorney, Regime, Right, RightsHolder } from '#libs/domain';
import type { NoticeFacts, NoticeFile } from './notice-facts.js';
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
  gate: {},
  programme: null,
  senderDomains: ['marketville.test'],
  listingHosts: ['marketville.test'],
  addresses: [],
  markets: {},
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
  registration: 'registered',
  number: '018123456',
  office: 'EUIPO',
  classes: [18, 25],
  locarno: [],
  covers: null,
  territories: [],
  validFrom: '2019-05-02',
  validTo: '2029-05-02',
  owners: [],
  documents: [],
  createdAt: noon,
  updatedAt: noon,
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
  website: 'https://alpengluehen.test/',
  programmes: [],
  representedByAgent: false,
  createdAt: noon,
  updatedAt: noon,
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
  evidenceFiles: [],
  goodsClasses: [],
  powers: [],
  ...overrides,
});

export const aPower = (overrides: Partial<PowerOfAttorney> = {}): PowerOfAttorney => ({
  workspaceId: 'w',
  id: 'p',
  rightsHolderId: 'h',
  agent: 'Kanzlei Berger & Partner',
  rightIds: [],
  platforms: [],
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  revokedAt: null,
  fileId: null,
  createdAt: noon,
  ...overrides,
});

export const aFile = (overrides: Partial<NoticeFile> = {}): NoticeFile => ({
  name: 'label.jpg',
  sha256: 'b2'.repeat(32),
  mediaType: 'image/jpeg',
  size: 123_456,
  capturedAt: new Date('2026-03-01T09:30:05Z'),
  ...overrides,
});

/** A notice that holds every fact a notice can hold. */
export const aFullNotice = (overrides: Partial<NoticeFacts> = {}): NoticeFacts =>
  aNotice({
    at: new Date('2026-04-01T20:00:00Z'),
    platform: aPlatform({ timeZone: 'Asia/Ho_Chi_Minh' }),
    rightsHolder: aRightsHolder({ representedByAgent: true }),
    rights: [
      aRight({
        covers: 'jackets, bags',
        territories: ['AT', 'CH'],
        owners: [
          { owner: 'Wollhaus KG', since: '2019-05-02', recordedAs: null },
          { owner: 'Alpenglühen Textil GmbH', since: '2022-01-01', recordedAs: 'T 0123' },
        ],
        documents: [{ kind: 'translation', title: 'Urkunde', fileId: null, language: 'zh' }],
      }),
      aRight({
        id: 'application',
        kind: 'design',
        title: 'Gipfel',
        registration: 'pending',
        number: 'D 77',
        classes: [],
        locarno: ['02-02', '02-04'],
        territories: ['BX'],
        validFrom: null,
        validTo: null,
      }),
      aRight({
        id: 'unregistered',
        title: 'ALPI',
        registration: 'unregistered',
        number: null,
        office: null,
        classes: [],
        validFrom: null,
        validTo: null,
      }),
    ],
    goodsClasses: [25],
    powers: [aPower({ rightIds: ['r', 'application'] })],
    evidenceFiles: [aFile()],
    ...overrides,
  });
