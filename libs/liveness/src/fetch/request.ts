import * as http from 'node:http';
import type { IncomingMessage } from 'node:http';
import * as https from 'node:https';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Agents } from './guarded-agents.js';

export interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
  /** the body went on beyond the cap */
  cut: boolean;
}

export interface Limits {
  timeoutMs: number;
  maxBytes: number;
}

/** The time cap ran out. */
export class TooSlow extends Error {}

/**
 * One GET, without following anything. The time cap is for the whole answer, so that a host can't hold us by sending a byte
 * now and then; the size cap counts bytes after decompression.
 * @throws TooSlow, or what connecting or reading threw
 */
export async function get(
  url: URL,
  agents: Agents,
  headers: Readonly<Record<string, string>>,
  limits: Limits,
  signal: AbortSignal,
): Promise<Answer> {
  const timer = AbortSignal.timeout(limits.timeoutMs);
  try {
    return await exchange(url, agents, headers, limits.maxBytes, AbortSignal.any([signal, timer]));
  } catch (problem) {
    signal.throwIfAborted();
    if (timer.aborted) throw new TooSlow(`no whole answer within ${limits.timeoutMs / 1000} s`, { cause: problem });
    throw problem;
  }
}

async function exchange(
  url: URL,
  agents: Agents,
  headers: Readonly<Record<string, string>>,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Answer> {
  const send = url.protocol === 'https:' ? https.get : http.get;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const options = { agent: agents.of(url), headers: { ...headers, 'accept-encoding': 'gzip, br' }, signal };
    send(url, options, resolve).on('error', reject);
  });
  const { body, cut } = await readUpTo(response, maxBytes, signal);
  return { status: response.statusCode ?? 0, headers: response.headers, body, cut };
}

const decoders: Readonly<Record<string, () => NodeJS.ReadWriteStream & Readable>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
};

async function readUpTo(
  response: IncomingMessage,
  maxBytes: number,
  signal: AbortSignal,
): Promise<{ body: Buffer; cut: boolean }> {
  const decoder = decoders[response.headers['content-encoding']?.toLowerCase() ?? '']?.();
  const stream: Readable = decoder === undefined ? response : response.pipe(decoder);
  response.on('error', (problem) => decoder?.destroy(problem));
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      signal.throwIfAborted();
      chunks.push(chunk);
      size += chunk.length;
      if (size > maxBytes) break;
    }
  } finally {
    response.destroy();
  }
  return { body: Buffer.concat(chunks).subarray(0, maxBytes), cut: size > maxBytes };
}
