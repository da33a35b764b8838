/** The few pieces of MIME a simulated platform writes. Lines are joined with LF here; `crlf` turns them into wire form. */

export const crlf = (text: string): string =>
  `${text.replace(/\r?\n/g, '\n').replace(/\n*$/, '')}\n`.replace(/\n/g, '\r\n');

/** Takes out line breaks, which would start a header of somebody else's choosing. */
export const oneLine = (text: string): string => text.replace(/[\r\n\0]+/g, ' ').trim();

/** A header line, folded before a space where it would pass 76 characters (RFC 5322 §2.2.3). */
export function header(name: string, value: string): string {
  const lines = [`${name}:`];
  for (const word of value.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last.length + word.length + 1 <= 76 || last === `${name}:`) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(` ${word}`);
  }
  return lines.join('\n');
}

/** RFC 2047 encoded words of at most 75 characters where the text is not plain ASCII, never splitting a character. */
export function encodedWords(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    if (Buffer.byteLength(word + character) > 42) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map((part) => `=?UTF-8?B?${Buffer.from(part).toString('base64')}?=`).join(' ');
}

/** RFC 5322 §3.3, always in UTC. */
export const mailDate = (at: Date): string => at.toUTCString().replace('GMT', '+0000');

/** Headers and body of a text part: as it is where it is short ASCII lines, else base64. */
export function textPart(text: string): string[] {
  const plain = /^[\x09\x0a\x20-\x7e]*$/.test(text) && text.split('\n').every((line) => line.length <= 900);
  const body = plain
    ? text
    : Buffer.from(text)
        .toString('base64')
        .replace(/(.{76})(?=.)/g, '$1\n');
  return [
    header('Content-Type', `text/plain; charset=${plain ? 'us-ascii' : 'utf-8'}`),
    header('Content-Transfer-Encoding', plain ? '7bit' : 'base64'),
    '',
    body,
  ];
}

/** Header and body of a multipart whose parts are given as lines. */
export function multipart(subtype: string, id: string, parts: readonly string[][]): string[] {
  const boundary = `=_${id.replace(/[^A-Za-z0-9]/g, '_')}`;
  const [type, ...parameters] = subtype.split('; ');
  const contentType = [`multipart/${type ?? 'mixed'}`, ...parameters, `boundary="${boundary}"`].join('; ');
  const lines = parts.flatMap((part) => [`--${boundary}`, ...part]);
  return [header('Content-Type', contentType), '', ...lines, `--${boundary}--`];
}
