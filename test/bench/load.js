import { Agent, request } from 'node:http';

/**
 * @typedef {object} Load
 * @property {number} perSecond answered as expected
 * @property {number} count
 * @property {number} errors answers of another status, and requests without an answer
 * @property {{ p50: number, p95: number, p99: number }} ms latency of those answered as expected
 * @property {string | null} firstError
 */

/**
 * Keeps `concurrency` requests on their way for `seconds`: each connection sends its next one as soon as it has its answer.
 * @param {{ url: string, headers: Record<string, string>, body: () => string, expect: number }} what
 * @param {{ concurrency: number, seconds: number }} how
 * @returns {Promise<Load>}
 */
export async function load(what, { concurrency, seconds }) {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const took = [];
  let errors = 0;
  let firstError = null;
  const began = performance.now();
  const until = began + seconds * 1000;
  const one = async () => {
    while (performance.now() < until) {
      const sent = performance.now();
      const answer = await post(agent, what);
      if (answer.status === what.expect) took.push(performance.now() - sent);
      else {
        errors += 1;
        firstError ??= `${answer.status}: ${answer.text.slice(0, 300)}`;
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, one));
  const elapsed = (performance.now() - began) / 1000;
  agent.destroy();
  took.sort((a, b) => a - b);
  const ms = { p50: quantile(took, 0.5), p95: quantile(took, 0.95), p99: quantile(took, 0.99) };
  return { perSecond: took.length / elapsed, count: took.length, errors, ms, firstError };
}

/** @returns {Promise<{ status: number, text: string }>} status 0 where no answer came */
export function post(agent, { url, headers, body }) {
  const content = Buffer.from(body());
  return new Promise((resolve) => {
    const lost = (error) => resolve({ status: 0, text: String(error) });
    const all = { ...headers, 'content-type': 'application/json', 'content-length': content.length };
    const sent = request(url, { method: 'POST', agent, headers: all }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', lost);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
    });
    sent.on('error', lost);
    sent.end(content);
  });
}

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
