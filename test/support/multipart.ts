/** A file in a form, as a browser would send it. */
export interface FormFile {
  name: string;
  type: string;
  content: string | Buffer;
}

const BOUNDARY = 'a-boundary-that-no-test-writes';

/** A multipart form (RFC 7578): text fields first, then the file. */
export function aForm(fields: Readonly<Record<string, string>>, file: FormFile): { type: string; content: Buffer } {
  const texts = Object.entries(fields).map(
    ([name, value]) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: ${file.type}\r\n\r\n`;
  const content = Buffer.concat([
    Buffer.from(texts.join('') + head),
    Buffer.from(file.content),
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]);
  return { type: `multipart/form-data; boundary=${BOUNDARY}`, content };
}
