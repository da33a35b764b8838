import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { sniffType } from './sniff-type.js';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');
const pdf = Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n', 'latin1');
const mail = 'Received: by mail.example\r\nFrom: a@example.org\r\nTo: b@example.org\r\nSubject: order\r\n\r\nText\r\n';

/** A ZIP archive with one entry, as far as its beginning goes. */
function archive(name: string, content: string): Buffer {
  const data = deflateRawSync(Buffer.from(content));
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(data.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name), data]);
}

describe('what a file is, by its bytes', () => {
  it.each<[string, Buffer, string | null]>([
    ['a PNG', png, 'image/png'],
    ['a JPEG', jpeg, 'image/jpeg'],
    ['a PDF', pdf, 'application/pdf'],
    ['a mail', Buffer.from(mail), 'message/rfc822'],
    ['a note', Buffer.from('Bought on 2 March, order 4711. Größe M. 包装'), 'text/plain'],
    ['a note that begins like a header', Buffer.from('From: the shop\nwe bought two'), 'text/plain'],
    ['a page', Buffer.from('  <!DOCTYPE html><html><script>alert(1)</script>'), null],
    ['a drawing with a script', Buffer.from('<?xml version="1.0"?><svg onload="alert(1)"/>'), null],
    ['an archive', archive('a.exe', 'MZ'), null],
    ['a program', Buffer.from('7f454c46020101000000000000000000', 'hex'), null],
    ['a Windows program', Buffer.concat([Buffer.from('MZ\u0090\u0000', 'latin1'), Buffer.alloc(200)]), null],
    ['bytes of no kind', Buffer.from([1, 2, 3, 4, 250, 251]), null],
    ['text in another encoding than UTF-8', Buffer.from('Gr\u00f6\u00dfe', 'latin1'), null],
  ])('%s', async (_what, bytes, type) => {
    expect(await sniffType(bytes, true)).toBe(type);
  });

  it('takes a character cut in two at the end of the head for text, but not at the end of the file', async () => {
    const cut = Buffer.from('包装').subarray(0, 5);
    expect(await sniffType(cut, false)).toBe('text/plain');
    expect(await sniffType(cut, true)).toBe(null);
  });
});
