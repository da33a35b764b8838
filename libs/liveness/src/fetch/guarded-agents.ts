import type { Agent } from 'node:http';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';

/** Addresses of this machine, which tests alone may ask for. */
const LOOPBACK = ['127.0.0.1', '::1'];

/** Ports a web page stands on; with loopback allowed any port, since a test's server takes a free one. */
const WEB_PORTS = ['', '80', '443', '8080', '8443'];

export interface Agents {
  of: (url: URL) => Agent;
  /** why an address is not asked for at all, whatever it resolves to; null where it may be */
  refusal: (url: URL) => string | null;
}

/**
 * Agents that connect to public addresses alone. Names are judged by what they resolve to, at the moment of connecting, so
 * that a name can't change its mind in between (DNS rebinding). Connections aren't kept: a host is asked once in a while.
 */
export function guardedAgents({ allowLoopback }: { allowLoopback: boolean }): Agents {
  const options = { keepAlive: false, ...(allowLoopback ? { allowIPAddressList: LOOPBACK } : {}) };
  const [plain, secure] = [new RequestFilteringHttpAgent(options), new RequestFilteringHttpsAgent(options)];
  return {
    of: ({ protocol }) => (protocol === 'https:' ? secure : plain),
    refusal: (url) => {
      if (url.protocol !== 'https:' && url.protocol !== 'http:') return `the scheme ${url.protocol} is not of the web`;
      if (url.username !== '' || url.password !== '') return 'the address holds a name or a password';
      if (allowLoopback) return null;
      return WEB_PORTS.includes(url.port) ? null : `no web page stands on port ${url.port}`;
    },
  };
}

/** Whether connecting failed because the agent refused the address. */
export const isRefusal = (problem: unknown): boolean =>
  problem instanceof Error && /is not allowed\. Because,? It is/iu.test(problem.message);
