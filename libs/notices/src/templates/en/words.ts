import type { NoticeWords } from '../notice-words.js';
import { englishNotice } from './notice.js';

function validity(from: string | null, to: string | null): string | null {
  if (from !== null && to !== null) return `from ${from} to ${to}`;
  if (from !== null) return `since ${from}`;
  return to === null ? null : `until ${to}`;
}

export const english: NoticeWords = {
  template: englishNotice,
  locale: 'en-GB',
  dateFormat: 'd LLLL yyyy',
  indent: '   ',
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
  request: {
    remove: 'Please remove each listing identified in section 3, or disable access to it, without undue delay.',
    disable: 'Please remove the material at each address in section 3, or disable access to it, without undue delay.',
    delist: 'Please remove each address in section 3 from your index and results without undue delay.',
    investigate:
      'Please confirm receipt of this report, investigate it promptly, and take the steps which the law and your agreement with the registrant allow. We address you under the duty to receive and investigate reports of abuse. We do not contend that the domain names are used for DNS Abuse in the sense of your accreditation agreement.',
    forward:
      'Please pass this notice on to the hosting provider and to your customer, and tell us which provider hosts the material at each address in section 3.',
  },
  classes: (numbers) => numbers.join(', '),
  validity,
  basis: (name, citation) => `${name} (${citation})`,
};
