import { guardedAgents, isRefusal } from './guarded-agents.js';
import type { Agents } from './guarded-agents.js';
import { TooSlow, get } from './request.js';
import type { Answer } from './request.js';
import { retryAfter } from './retry-after.js';
import { ROBOTS_BYTES, houseRules } from './robots.js';
import type { HouseRules, RobotsAnswer } from './robots.js';
import type { Sight, Unseen } from './sight.js';
import { Turns, systemPace } from './turns.js';
import type { Pace } from './turns.js';

export interface LookoutSettings {
  /** version of Redress, told to every host */
  version: string;
  /** where those who are asked can find out who asks */
  contact: string;
  /** allows addresses of this machine, on any port: for tests alone */
  allowLoopback?: boolean;
  pace?: Pace;
  /** between two visits of a host, milliseconds (10,000); robots.txt may ask for more, up to a minute */
  restMs?: number;
  /** for one whole answer, milliseconds (20,000) */
  timeoutMs?: number;
  /** read of one page, bytes after decompression (2 MiB) */
  maxBytes?: number;
}

/** An address to look at, with what its host said of the page it last gave. */
export interface Asked {
  url: string;
  etag: string | null;
  lastModified: string | null;
}

export interface Lookout {
  /** Looks at one address, as politely as a crawler must. Throws where the signal aborts, and for nothing else. */
  look: (asked: Asked, signal: AbortSignal) => Promise<Sight>;
  /** until when the host of an address asked to be left alone; null where it did not */
  closedUntil: (url: string) => Date | null;
}

/** The name by which robots.txt may speak of us. */
const AGENT = 'Redress';
const MOST_REDIRECTS = 5;
const MOST_REST_MS = 60_000;
/** Hosts whose rules are remembered. */
const MOST_HOUSES = 5000;

export function openLookout(settings: LookoutSettings): Lookout {
  const visitor = new Visitor(settings, guardedAgents({ allowLoopback: settings.allowLoopback === true }));
  return {
    look: async (asked, signal) => visitor.look(asked, signal),
    closedUntil: (url) => visitor.closedUntil(new URL(url)),
  };
}

class Visitor {
  private readonly pace: Pace;
  private readonly turns: Turns;
  private readonly houses = new Map<string, { rules: HouseRules; until: number }>();
  private readonly headers: Readonly<Record<string, string>>;

  constructor(
    private readonly settings: LookoutSettings,
    private readonly agents: Agents,
  ) {
    this.pace = settings.pace ?? systemPace;
    this.turns = new Turns(this.pace);
    this.headers = {
      'user-agent': `${AGENT}/${settings.version} (+${settings.contact})`,
      accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.5',
    };
  }

  async look(asked: Asked, signal: AbortSignal): Promise<Sight> {
    try {
      return await this.follow(asked, signal);
    } catch (problem) {
      signal.throwIfAborted();
      return unseenFor(problem);
    }
  }

  closedUntil({ host }: URL): Date | null {
    const until = this.turns.closedUntil(host);
    return until === null ? null : new Date(until);
  }

  /** Every address on the way is asked for as the first one is: guarded, allowed by its host's rules, and in its turn. */
  private async follow(asked: Asked, signal: AbortSignal): Promise<Sight> {
    let url = new URL(asked.url);
    let conditions = conditionsOf(asked);
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const closed = this.notNow(url) ?? (await this.unwelcome(url, signal));
      if (closed !== null) return closed;
      const answer = await this.visit(url, conditions, this.settings.maxBytes ?? 2 * 1024 * 1024, signal);
      const next = redirectOf(answer, url);
      if (next === null) return pageOf(answer, url);
      url = next;
      conditions = {};
    }
    return unseen('redirects', `more than ${MOST_REDIRECTS} redirects`);
  }

  private notNow(url: URL): Unseen | null {
    const refusal = this.agents.refusal(url);
    if (refusal !== null) return unseen('private-address', refusal);
    const until = this.closedUntil(url);
    return until === null ? null : { kind: 'later', until, detail: `${url.host} asked to be left alone until then` };
  }

  private async unwelcome(url: URL, signal: AbortSignal): Promise<Unseen | null> {
    const rules = await this.rulesOf(url, signal);
    return rules.allows(url.href) ? null : unseen('robots', `robots.txt of ${url.host} does not allow it`);
  }

  private async rulesOf(url: URL, signal: AbortSignal): Promise<HouseRules> {
    const { origin } = url;
    const known = this.houses.get(origin);
    if (known !== undefined && known.until > this.pace.now()) return known.rules;
    const robotsUrl = new URL('/robots.txt', origin);
    const { rules, keepMs } = houseRules(robotsUrl.href, await this.robotsAt(robotsUrl, signal), AGENT);
    if (this.houses.size >= MOST_HOUSES) this.houses.clear();
    this.houses.set(origin, { rules, until: this.pace.now() + keepMs });
    return rules;
  }

  private async robotsAt(robotsUrl: URL, signal: AbortSignal): Promise<RobotsAnswer> {
    let url = robotsUrl;
    try {
      for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
        if (this.agents.refusal(url) !== null) return 'unreachable';
        const answer = await this.visit(url, {}, ROBOTS_BYTES, signal);
        const next = redirectOf(answer, url);
        if (next === null) return { status: answer.status, text: answer.body.toString('utf8') };
        url = next;
      }
    } catch (problem) {
      signal.throwIfAborted();
      // that the address is refused is said of the page, not of its rules
      if (isRefusal(problem)) throw problem;
      return 'unreachable';
    }
    return { status: 404, text: '' };
  }

  private async visit(
    url: URL,
    headers: Readonly<Record<string, string>>,
    maxBytes: number,
    signal: AbortSignal,
  ): Promise<Answer> {
    const limits = { timeoutMs: this.settings.timeoutMs ?? 20_000, maxBytes };
    const asked = { ...this.headers, ...headers };
    const { host } = url;
    return this.turns.take(
      host,
      signal,
      async () => {
        const answer = await get(url, this.agents, asked, limits, signal);
        if (asksForRest(answer)) this.turns.close(host, retryAfter(answer.headers['retry-after'], this.pace.now()));
        return answer;
      },
      () => this.restOf(url.origin),
    );
  }

  private restOf(origin: string): number {
    const own = this.settings.restMs ?? 10_000;
    const wanted = (this.houses.get(origin)?.rules.crawlDelay ?? 0) * 1000;
    return Math.max(own, Math.min(wanted, MOST_REST_MS));
  }
}

const unseen = (why: Extract<Unseen, { kind: 'unseen' }>['why'], detail: string): Unseen => ({
  kind: 'unseen',
  why,
  detail,
});

function unseenFor(problem: unknown): Unseen {
  const detail = problem instanceof Error ? problem.message : String(problem);
  if (problem instanceof TooSlow) return unseen('timeout', detail);
  return isRefusal(problem)
    ? unseen('private-address', 'the address leads into a private network')
    : unseen('unreachable', detail);
}

const conditionsOf = ({ etag, lastModified }: Asked): Record<string, string> => ({
  ...(etag === null ? {} : { 'if-none-match': etag }),
  ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
});

const asksForRest = ({ status, headers }: Answer): boolean =>
  status === 429 || (status === 503 && headers['retry-after'] !== undefined);

function redirectOf({ status, headers }: Answer, from: URL): URL | null {
  const { location } = headers;
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return null;
  return URL.canParse(location, from.href) ? new URL(location, from) : null;
}

function pageOf({ status, headers, body, cut }: Answer, url: URL): Sight {
  return {
    kind: 'page',
    finalUrl: url.href,
    status,
    etag: headers.etag ?? null,
    lastModified: headers['last-modified'] ?? null,
    contentType: headers['content-type'] ?? '',
    body,
    cut,
  };
}
