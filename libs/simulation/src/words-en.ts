import type { Words } from './words.js';

/** A simulated platform's English. Written for Redress; resembles the tone of real desks, quotes none. */
export const english: Words = {
  greeting: 'Hello,',
  closing: 'Regards,\nIntellectual Property Desk, {name}',
  acknowledgement: [
    'We have received your notice {reference}. Our case number is {case}. We will write again when a decision has been made.',
    'Thank you for your report {reference}. It was registered as case {case} and is waiting for review.',
    'This confirms that notice {reference} reached us. Please quote case {case} in further messages.',
  ],
  needsInfo: [
    'We are looking into case {case} ({reference}). Before we can decide, please send us a copy of the registration certificate and a photograph that shows where the sign stands on the goods.',
    'To go on with {reference} (case {case}) we need further information: please tell us which part of each listing infringes, and attach proof that you may act for the owner of the right.',
  ],
  autoReply: [
    'This is an automatic reply. The office is closed at the moment; messages are read in the order in which they arrive.',
    'Automatic reply: this mailbox receives a large number of messages. Please do not send your message again.',
  ],
  removed: [
    'We have removed the following listings:',
    'After review of your notice the listings below have been taken down:',
    'The following listings are no longer available on our service:',
  ],
  refusedIntro: 'We have decided not to remove the following listings:',
  explained: {
    'RR-40': {
      facts: [
        'Photograph {photo} of the listing shows goods with a different word and a different emblem; your registered sign is not on them.',
        'The goods in photograph {photo} carry no sign at all, and the title describes them as unbranded.',
      ],
      because:
        'Because the registered sign is not used on the goods or in the title, section 4.2 of our Intellectual Property Policy does not allow us to remove the listing.',
      add: 'If you have a photograph or a test purchase that shows the sign on the goods, please send it and we will look again.',
    },
    'RR-30': {
      facts: [
        'Your notice compares the goods with photograph {photo}, but the picture you attached shows another model.',
        'Your notice says that the goods are counterfeit; the only proof is photograph {photo}, on which the label cannot be read.',
      ],
      because:
        'Because the comparison does not show which features were copied, the requirement of section 3.1 of our Notice Rules (preliminary evidence) is not met.',
      add: 'Please add a side-by-side comparison of the genuine and the offered goods, or the report of a test purchase.',
    },
    'RR-43': {
      facts: [
        'The seller sent us invoice no. {photo} of an authorised distributor for the goods in this listing.',
        'The seller sent us a distribution agreement (annex {photo}) that names the goods in this listing.',
      ],
      because:
        'Because the seller has shown a licence that is valid on its face, section 5.3 of our Intellectual Property Policy asks us to leave the listing up.',
      add: 'If the licence has ended or is not genuine, please send us a statement of the owner of the right that says so.',
    },
    'RR-15': {
      facts: [
        'The listing offers a wall decoration (article {photo}), while the certificate you sent covers clothing and footwear.',
        'The goods of the listing (article {photo}) are spare parts; the classes of your registration are for finished goods.',
      ],
      because:
        'Because the goods are outside the registered classes, section 2.4 of our Intellectual Property Policy does not apply to them.',
      add: 'If another registration covers these goods, please send its number and the page with the classes.',
    },
    'RR-41': {
      facts: [
        'The listing describes a used item of which photograph {photo} shows the original receipt.',
        'The serial number in photograph {photo} belongs to goods that were sold by the owner of the right in another country.',
      ],
      because:
        'Because the resale of genuine goods is allowed under section 6.1 of our Intellectual Property Policy, the listing may stay.',
      add: 'If the goods were altered or repacked, please describe the alteration and add a photograph of it.',
    },
  },
  appeal:
    'If you disagree you can appeal within 14 days by answering this message; a colleague who did not take part in the decision will review it.',
  boilerplate:
    'After careful review we found that the reported content does not violate section 1 of our Terms of Service. Our decision was made in accordance with our policies.',
  empty: 'We are unable to process your request at this time.',
};
