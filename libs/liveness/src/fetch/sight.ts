/** What came back from the address, whatever its status. */
export interface Page {
  kind: 'page';
  /** address of the answer, after redirects */
  finalUrl: string;
  status: number;
  etag: string | null;
  lastModified: string | null;
  /** as the server gave it; empty where it gave none */
  contentType: string;
  body: Buffer;
  /** the body went on beyond the size cap */
  cut: boolean;
}

/** Why there is no page. `later`: the host asked to be left alone until then. */
export type Unseen =
  | { kind: 'unseen'; why: 'timeout' | 'unreachable' | 'robots' | 'private-address' | 'redirects'; detail: string }
  | { kind: 'later'; until: Date; detail: string };

export type Sight = Page | Unseen;
