import { createHash, createPublicKey, verify } from 'node:crypto';

/**
 * Checks a signature as a recipient's server does (RFC 6376, relaxed/relaxed, rsa-sha256), written from the standard and not
 * with the library that signs.
 */
export function dkimVerdict(raw: Buffer, record: string): 'pass' | 'no signature' | 'body changed' | 'header changed' {
  const wire = raw.toString('latin1');
  const split = wire.indexOf('\r\n\r\n');
  const fields = wire.slice(0, split).split(/\r\n(?![ \t])/);
  const [first = ''] = fields;
  if (!/^dkim-signature:/i.test(first)) return 'no signature';
  const tags = tagsOf(first.slice(first.indexOf(':') + 1));
  if (
    createHash('sha256')
      .update(relaxedBody(wire.slice(split + 4)), 'latin1')
      .digest('base64') !== tags.get('bh')
  )
    return 'body changed';
  const left = fields.slice(1);
  const signed = (tags.get('h') ?? '').split(':').map((name) => {
    const at = left.findLastIndex((field) => nameOf(field) === name.toLowerCase());
    return at === -1 ? '' : `${relaxedHeader(left.splice(at, 1)[0] ?? '')}\r\n`;
  });
  const own = relaxedHeader(first.replace(/([;:\s]b=)[\s\S]*$/, '$1'));
  const key = createPublicKey({
    key: Buffer.from(tagsOf(record).get('p') ?? '', 'base64'),
    format: 'der',
    type: 'spki',
  });
  const isRight = verify(
    'sha256',
    Buffer.from(signed.join('') + own, 'latin1'),
    key,
    Buffer.from(tags.get('b') ?? '', 'base64'),
  );
  return isRight ? 'pass' : 'header changed';
}

/** The tags of a signature or of a key record, blanks taken out. */
export const tagsOf = (list: string): Map<string, string> =>
  new Map(
    list.split(';').flatMap((tag): [string, string][] => {
      const at = tag.indexOf('=');
      return at === -1 ? [] : [[tag.slice(0, at).trim(), tag.slice(at + 1).replace(/\s+/g, '')]];
    }),
  );

const nameOf = (field: string): string => field.slice(0, field.indexOf(':')).trim().toLowerCase();

function relaxedHeader(field: string): string {
  const value = field.slice(field.indexOf(':') + 1).replace(/\r\n/g, '');
  return `${nameOf(field)}:${value.replace(/[ \t]+/g, ' ').trim()}`;
}

function relaxedBody(body: string): string {
  const lines = body.split('\r\n').map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''));
  while (lines.at(-1) === '') lines.pop();
  return lines.map((line) => `${line}\r\n`).join('');
}
