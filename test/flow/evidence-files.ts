import { createHash } from 'node:crypto';
import { expectStatus } from '../support/http.js';
import type { Answer, Client } from '../support/http.js';

/** What the API says of a file. */
export interface FilePage {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  capturedAt: string | null;
  addedBy: string;
  addedAt: string;
}

export const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/** The smallest picture there is: one transparent point. */
export const aPicture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
);

/** As much of a PDF as tells what it is; other words make other bytes. */
export const aPaper = (words: string): Buffer => Buffer.from(`%PDF-1.7\n% ${words}\n%%EOF\n`);

/** A form as a browser sends it, its parts in the order they are given. */
export async function sendForm<Body = FilePage>(
  http: Client,
  parts: readonly (readonly [field: string, value: string | File])[],
  headers: Record<string, string> = {},
): Promise<Answer<Body>> {
  const form = new FormData();
  for (const [field, value] of parts) form.append(field, value);
  const encoded = new Response(form);
  const type = { 'content-type': encoded.headers.get('content-type') ?? '' };
  return http.send<Body>('POST', '/files', Buffer.from(await encoded.arrayBuffer()), { ...type, ...headers });
}

export const asFile = (content: Buffer, name: string, type = ''): File =>
  new File([new Uint8Array(content)], name, { type });

/** Adds a file as evidence. */
export const addFile = async (http: Client, content: Buffer, name = 'evidence.pdf'): Promise<FilePage> =>
  expectStatus(await sendForm(http, [['file', asFile(content, name)]]), 201);
