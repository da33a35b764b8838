import type { Ground, PlatformKind, RightKind } from '#libs/domain';

/** What a platform can do about a listing depends on what it is. */
export const requests = ['remove', 'disable', 'delist', 'investigate', 'forward'] as const;
export type Request = (typeof requests)[number];

export const requestOfKind: Readonly<Record<PlatformKind, Request>> = {
  marketplace: 'remove',
  b2b: 'remove',
  'e-commerce': 'remove',
  sandbox: 'remove',
  host: 'disable',
  'file-sharing': 'disable',
  'torrent-index': 'delist',
  search: 'delist',
  registrar: 'investigate',
  proxy: 'forward',
};

/** The words of one language; the template holds the sentences that never vary. */
export interface NoticeWords {
  /** mustache; see notice-view.ts for the names */
  template: string;
  /** Intl locale of dates and country names */
  locale: string;
  dateFormat: string;
  /** what running text is indented by */
  indent: string;
  /** "3 listings" */
  listings: (count: number) => string;
  subject: (facts: { matter: string; listings: string; rightsHolder: string; reference: string }) => string;
  /** names the notice: "copyright infringement" */
  matter: Readonly<Record<Ground, string>>;
  /** says in a sentence why the listings infringe */
  allegation: Readonly<Record<Ground, string>>;
  rightKind: Readonly<Record<RightKind, string>>;
  request: Readonly<Record<Request, string>>;
  classes: (numbers: readonly number[]) => string;
  validity: (from: string | null, to: string | null) => string | null;
  /** how the law is named in a sentence */
  basis: (name: string, citation: string) => string;
}
