import { randomBytes } from 'node:crypto';
import type { PortalFailure } from '#libs/simulation';

export interface UploadedFile {
  name: string;
  size: number;
  /** hex */
  sha256: string;
}

/** What one person has entered so far. */
export interface Session {
  id: string;
  slug: string;
  user: string | null;
  /** fields by their names */
  fields: Record<string, string>;
  files: readonly UploadedFile[];
  /** what will go wrong; decided when the notice has a reference */
  failure: PortalFailure | null;
  /** letters of the security check that must be passed before going on */
  captcha: string | null;
}

const COOKIE = 'portal_session';

/** Who is at the portal, by cookie. Forgets the oldest where there are very many. */
export class Sessions {
  private readonly byId = new Map<string, Session>();

  constructor(private readonly capacity = 10_000) {}

  of(cookies: string | undefined, slug: string): Session | null {
    const id = new RegExp(`(?:^|;\\s*)${COOKIE}=([0-9a-f]+)`).exec(cookies ?? '')?.[1];
    const found = id === undefined ? undefined : this.byId.get(id);
    return found?.slug === slug ? found : null;
  }

  open(slug: string, user: string): Session {
    const id = randomBytes(16).toString('hex');
    const session: Session = { id, slug, user, fields: {}, files: [], failure: null, captcha: null };
    this.byId.set(id, session);
    const [oldest] = this.byId.keys();
    if (this.byId.size > this.capacity && oldest !== undefined) this.byId.delete(oldest);
    return session;
  }

  end({ id }: Session): void {
    this.byId.delete(id);
  }
}

export const cookieOf = ({ id, slug }: Session): string =>
  `${COOKIE}=${id}; Path=/portal/${slug}/; HttpOnly; SameSite=Lax`;
