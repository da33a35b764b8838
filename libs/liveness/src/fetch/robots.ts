import robotsParser from 'robots-parser';

/** What a host's robots.txt says to us. */
export interface HouseRules {
  allows: (url: string) => boolean;
  /** seconds between visits the host asks for */
  crawlDelay: number | null;
}

/** How an answer to the question for robots.txt is read (RFC 9309, 2.3.1). */
export type RobotsAnswer = { status: number; text: string } | 'unreachable';

/** Bytes of robots.txt that are read: RFC 9309 asks for 500 KiB at least. */
export const ROBOTS_BYTES = 512 * 1024;
export const ROBOTS_KEPT_MS = 24 * 3_600_000;
/** How long a host stays closed that could not say its rules. */
export const ROBOTS_RETRY_MS = 3_600_000;

const openHouse: HouseRules = { allows: () => true, crawlDelay: null };
const closedHouse: HouseRules = { allows: () => false, crawlDelay: null };

interface Robots {
  isAllowed: (url: string, agent: string) => boolean | undefined;
  getCrawlDelay: (agent: string) => number | undefined;
}

/** robots-parser is CommonJS, and its types promise a default export that Node gives as the module itself. */
const parse = robotsParser as unknown as (url: string, text: string) => Robots;

/**
 * @param agent the product's name, by which groups of rules name us
 * @returns the rules, and for how long they hold. No robots.txt (4xx) allows everything; one that can't be had (5xx, nobody
 *   answers) allows nothing for now
 */
export function houseRules(
  robotsUrl: string,
  answer: RobotsAnswer,
  agent: string,
): { rules: HouseRules; keepMs: number } {
  if (answer === 'unreachable' || answer.status >= 500 || answer.status === 429)
    return { rules: closedHouse, keepMs: ROBOTS_RETRY_MS };
  if (answer.status < 200 || answer.status >= 300) return { rules: openHouse, keepMs: ROBOTS_KEPT_MS };
  const robots = parse(robotsUrl, answer.text);
  return {
    rules: {
      allows: (url) => robots.isAllowed(url, agent) !== false,
      crawlDelay: robots.getCrawlDelay(agent) ?? null,
    },
    keepMs: ROBOTS_KEPT_MS,
  };
}
