import type { FormValues } from '#libs/domain';

const right = {
  kind: 'trademark',
  title: 'VELORA',
  number: 'DE 1',
  office: '',
  validFrom: '',
  validTo: '',
  classes: '',
} as const;
const listing = { title: 'Bag', seller: 'seller-1' };

/** What a filing knows, with a few things it does not. */
export const someValues: FormValues = {
  reference: 'RD-1',
  attemptId: '0197f1e2-0000-7000-8000-000000000001',
  platform: 'market',
  ground: 'counterfeit',
  language: 'en',
  day: '2026-03-29',
  subject: 'Notice RD-1',
  notice: 'The notice.\n',
  explanation: 'They are fake',
  signature: { name: 'Vera Velora', capacity: 'owner' },
  contact: { name: 'Vera Velora', address: '', phone: '', email: 'vera@velora.example' },
  rightsHolder: { name: 'Velora GmbH', country: 'DE', address: '', email: '', phone: '', website: '' },
  right,
  rights: [right, { ...right, title: 'VELORA PRO', number: 'DE 2' }],
  items: [
    { ...listing, url: 'https://a.example/1', id: '1' },
    { ...listing, url: 'https://a.example/2', id: '2', title: '=cmd()', seller: 'a "good", one' },
    { ...listing, url: 'https://a.example/three', id: '' },
  ],
  urls: 'https://a.example/1\nhttps://a.example/2\nhttps://a.example/three',
  statements: [
    { kind: 'goodFaith', wording: 'I believe it.' },
    { kind: 'accuracy', wording: 'It is true.' },
  ],
  evidence: [
    { name: 'shot.png', mediaType: 'image/png', sha256: 'aa', size: 1 },
    { name: 'shot.png', mediaType: 'image/png', sha256: 'bb', size: 1 },
  ],
  evidenceUrls: [],
};
