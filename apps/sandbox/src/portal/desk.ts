import { grounds } from '#libs/domain';
import type { Ledger, LedgerEntry } from '../ledger.js';
import type { ReceivedMail } from '../mail-inbox.js';
import type { ReadNotice } from '../read-notice.js';
import type { FiledForm, PortalDesk } from './portal.js';

/** Who decides on what was taken; the same staff as for mail. */
interface Staff {
  accept(received: ReceivedMail, read: ReadNotice, more: Pick<LedgerEntry, 'form'>): void;
}

/** Puts what the web forms took, and what they did not, into the ledger. */
export const deskOf = (ledger: Ledger, staff: Staff): PortalDesk => ({
  nextTry: (platform, reference) => ledger.nextTry(platform, reference),
  accept: (filed) => {
    const { user, fields, files } = filed;
    const domain = `${filed.platform.slug.replace(/^sandbox-/, '')}.sandbox.redress.test`;
    const envelope = { from: fields['replyTo'] ?? '', to: [`notices@${domain}`] };
    const raw = Buffer.from(JSON.stringify({ user, fields, files }), 'utf8');
    const form = { user, fields, files };
    staff.accept({ raw, platform: filed.platform, envelope }, noticeOf(filed), { form });
  },
  refuse: ({ platform, reference, user, why }) => {
    const at = new Date().toISOString();
    const tryNumber = ledger.triesOf(platform, reference);
    ledger.refuse({ at, platform, messageId: `form of ${user}`, reference, tryNumber, reply: why });
  },
});

/** The form's fields as its staff reads them. */
function noticeOf({ fields, number }: FiledForm): ReadNotice {
  const { reference = '', rightsHolder = '', rightTitle = '', urls = '', replyTo = '' } = fields;
  const ground = grounds.find((known) => known === fields['ground']) ?? 'trademark-use';
  const listed = [...new Set(urls.split(/\s+/).filter((url) => url !== ''))];
  return {
    notice: {
      reference,
      complaintId: '',
      rightsHolder,
      language: 'en',
      items: listed.map((url) => ({ url, right: rightTitle, ground, equivalenceGroup: null })),
    },
    messageId: number,
    subject: `Notice ${number} [${reference}]`,
    replyTo,
  };
}
