import type { NoticeFacts } from '../notice-facts.js';
import type { LeftOut, XarfContact, XarfReport } from './report.js';
import { xarfReports } from './xarf-reports.js';

/** Beyond so many reports a mail gets one file that holds them all: a mail of hundreds of files is of use to nobody. */
const MOST_FILES = 50;

export interface XarfAttachment {
  name: string;
  mediaType: 'application/json';
  bytes: Buffer;
}

/** JSON that people can read too: UTF-8, indented by two spaces, fields in the order of the schemas, LF at the end. */
const asBytes = (value: XarfReport | readonly XarfReport[]): Buffer =>
  Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

const attachment = (name: string, value: XarfReport | readonly XarfReport[]): XarfAttachment => ({
  name,
  mediaType: 'application/json',
  bytes: asBytes(value),
});

function filesOf(reports: readonly XarfReport[]): XarfAttachment[] {
  if (reports.length > MOST_FILES) return [attachment('xarf-reports.json', reports)];
  const isSingle = reports.length === 1;
  return reports.map((report) =>
    attachment(isSingle ? 'xarf.json' : `xarf-${report.redress.listing.position}.json`, report),
  );
}

/**
 * The XARF reports of a notice as files to attach to its mail; the same notice gives the same bytes. One report is
 * `xarf.json`, the name receivers look for; up to 50 are `xarf-N.json` where N is the number of the listing in the notice;
 * more are one `xarf-reports.json`, an array in the order of the listings. XARF defines no form for several reports in
 * one message: each element is a whole report that can be read by itself.
 * @param reportId see `xarfReports`
 */
export function xarfAttachments(
  facts: NoticeFacts,
  sender: XarfContact,
  reportId: (position: number) => string,
): { attachments: XarfAttachment[]; leftOut: LeftOut[] } {
  const { reports, leftOut } = xarfReports(facts, sender, reportId);
  return { attachments: filesOf(reports), leftOut };
}
