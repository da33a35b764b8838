import type { IncomingMessage } from 'node:http';

/** Most bytes of one request that are read. */
const LARGEST = 32 * 1024 * 1024;

/** A form as a browser sent it. */
export interface Entered {
  /** by the field's name, line ends as we write them */
  texts: Readonly<Record<string, string>>;
  files: readonly { name: string; bytes: Buffer }[];
}

/** Reads a form; null where it is larger than anything the portal reads. */
export async function formData(request: IncomingMessage): Promise<Entered | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= LARGEST) chunks.push(chunk);
  }
  if (size > LARGEST) return null;
  const body = Buffer.concat(chunks);
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
  if (boundary !== undefined) return multipart(body, boundary);
  const texts = [...new URLSearchParams(body.toString('utf8'))].map(([name, value]) => [name, plain(value)] as const);
  return { texts: Object.fromEntries(texts), files: [] };
}

/** RFC 7578, as browsers write it. Latin 1 keeps every byte while the parts are told apart. */
function multipart(body: Buffer, boundary: string): Entered {
  const texts: Record<string, string> = {};
  const files: { name: string; bytes: Buffer }[] = [];
  for (const part of `\r\n${body.toString('latin1')}`.split(`\r\n--${boundary}`).slice(1, -1)) {
    const end = part.indexOf('\r\n\r\n');
    const head = Buffer.from(part.slice(0, end), 'latin1').toString('utf8');
    const bytes = Buffer.from(part.slice(end + 4), 'latin1');
    const name = /; name="([^"]*)"/.exec(head)?.[1] ?? '';
    const file = /; filename="([^"]*)"/.exec(head)?.[1];
    if (file === undefined) texts[name] = plain(bytes.toString('utf8'));
    else if (file !== '') files.push({ name: file, bytes });
  }
  return { texts, files };
}

const plain = (text: string): string => text.replace(/\r\n/g, '\n').trim();
