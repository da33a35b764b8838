import type { NoticeWords } from './notice-words.js';

function period(from: string | null, to: string | null): string | null {
  if (from !== null && to !== null) return `from ${from} to ${to}`;
  if (from !== null) return `since ${from}`;
  return to === null ? null : `until ${to}`;
}

export const english: NoticeWords = {
  tag: 'en',
  locale: 'en-GB',
  dateFormat: () => 'd LLLL yyyy',
  registerDateFormat: () => 'yyyy-MM-dd',
  instant: (date, time) => `${date}, ${time} UTC`,
  indent: '   ',
  colon: ': ',
  comma: ', ',
  heading: (position, title) => `${position}. ${title}`,
  section: {
    rightsHolder: 'Rights Holder',
    rights: 'Rights relied on',
    listings: 'Listings',
    infringement: 'Why they infringe',
    evidence: 'Evidence',
    request: 'What we ask you to do',
    answer: 'What we ask you to tell us',
    statements: 'Statements',
    signature: 'Signature and contact',
  },
  label: {
    to: 'To',
    date: 'Date',
    reference: 'Our reference',
    name: 'Name',
    address: 'Address',
    country: 'Country',
    representedBy: 'Represented by',
    powerOfAttorney: 'Power of attorney',
    registration: 'Registration',
    number: 'Registration number',
    applicationNumber: 'Application number',
    office: 'Office',
    niceClasses: 'Nice classes',
    locarnoClasses: 'Locarno classes',
    covers: 'Covers',
    territories: 'Territories',
    inForce: 'In force',
    registrant: 'Registered in the name of',
    laterOwner: 'Later owner',
    translation: 'Translation',
    listingTitle: 'Title',
    seller: 'Seller or account',
    file: 'File',
    mediaType: 'Media type',
    size: 'Size',
    capturedAt: 'Captured',
    contact: 'Contact',
    phone: 'Telephone',
    email: 'E-mail',
  },
  absent: {
    rights: 'No right has been named.',
    listings: 'No listing has been named.',
    evidence: 'This notice rests on the listings themselves and on the rights in section 2.',
    statements: 'No statement has been confirmed.',
    statementsUnasked: 'The rules under which this notice is given ask for no statement.',
    signature: 'Not signed.',
  },
  quoted: (reference) => `${reference} (please quote it in every answer)`,
  title: (matter) => `Notice of ${matter}`,
  salutation: (platform) => `To the team handling intellectual property complaints at ${platform}:`,
  opening: ({ rightsHolder, listings, basis }) =>
    `For ${rightsHolder} (the "Rights Holder"), we give notice that the rights identified in section 2 are infringed by the ${listings} identified in section 3. This notice is given under ${basis}.`,
  listings: (count) => (count === 1 ? '1 listing' : `${count} listings`),
  subject: ({ matter, listings, rightsHolder, reference }) =>
    `Notice of ${matter}: ${listings}, ${rightsHolder} [${reference}]`,
  matter: {
    counterfeit: 'counterfeit goods',
    'trademark-use': 'trademark infringement',
    'copyright-copy': 'copyright infringement',
    design: 'design infringement',
    patent: 'patent infringement',
    circumvention: 'circumvention of technological measures',
  },
  allegation: {
    counterfeit:
      "The goods offered are counterfeit. They bear, without authorisation, a sign identical to the trademark identified in section 2, or one that cannot be distinguished from it in its essential aspects, and they come neither from the Rights Holder nor from anyone acting with the Rights Holder's consent.",
    'trademark-use':
      "The listings use in the course of trade, without the Rights Holder's consent, the trademark identified in section 2 or a sign so similar to it that buyers are likely to be confused about where the goods come from.",
    'copyright-copy':
      'The material reproduces or makes available the work identified in section 2, in whole or in substantial part, without authorisation by the copyright owner, its agent or the law.',
    design:
      "The products offered embody the design identified in section 2, or one that does not differ from it in its overall impression, without the Rights Holder's consent.",
    patent:
      "The products offered make use of the invention protected by the patent identified in section 2 without the Rights Holder's consent.",
    circumvention:
      'The material circumvents, or is made or offered to circumvent, the technological measures that protect the work identified in section 2, without authorisation by the copyright owner.',
  },
  rightKind: { trademark: 'Trademark', copyright: 'Copyright work', design: 'Design', patent: 'Patent' },
  registration: {
    pending: 'applied for, not yet registered',
    unregistered: 'not registered; an unregistered right is relied on',
  },
  classes: (numbers) => numbers.join(', '),
  goods: (classes) => `The goods offered fall within these Nice classes: ${classes}.`,
  union: { BX: 'Benelux', OA: 'member states of OAPI' },
  period,
  power: ({ period: valid, rights }) => (rights === null ? valid : `${valid}, for the rights ${rights}`),
  owner: ({ owner, since, recordedAs }) =>
    `${owner}${since === null ? '' : `, since ${since}`}${recordedAs === null ? '' : `, recorded under ${recordedAs}`}`,
  translated: (title, language) => (language === null ? title : `${title} (in ${language})`),
  inDetail: 'In detail:',
  request: {
    remove: 'Please remove each listing identified in section 3, or disable access to it, without undue delay.',
    disable: 'Please remove the material at each address in section 3, or disable access to it, without undue delay.',
    delist: 'Please remove each address in section 3 from your index and results without undue delay.',
    investigate:
      'Please confirm receipt of this report, investigate it promptly, and take the steps which the law and your agreement with the registrant allow. We address you under the duty to receive and investigate reports of abuse. We do not contend that the domain names are used for DNS Abuse in the sense of your accreditation agreement.',
    forward:
      'Please pass this notice on to the hosting provider and to your customer, and tell us which provider hosts the material at each address in section 3.',
  },
  forwarding:
    'Where the law that applies to you provides for it, please pass this notice on to the seller or account holder.',
  asked: (reference) => `Please answer to the address this notice came from, quoting ${reference}, and tell us`,
  questions: [
    '(a) that you have received this notice, and your own case number;',
    '(b) your decision on each listing, by its number in section 3;',
    '(c) for each listing you leave in place, the facts and the law or rule on which your decision rests;',
    '(d) what we would have to change or add for the notice to succeed;',
    '(e) how your decision can be reviewed, by whom, and by when we must ask for it.',
  ],
  signature: ({ name, capacity, date }) => [`/s/ ${name}`, capacity === null ? name : `${name}, ${capacity}`, date],
  basis: (name, citation) => `${name} (${citation})`,
};
