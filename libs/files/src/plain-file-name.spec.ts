import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainFileName } from './plain-file-name.js';

describe('the name of a file', () => {
  it.each([
    ['photo.jpg', 'photo.jpg'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\a\\证据.png', '证据.png'],
    ['a\r\nContent-Type: text/html.png', 'aContent-Type: text/html.png'.split('/').at(-1)],
    ['invoice\u202egpj.exe', 'invoicegpj.exe'],
    ['..', 'file'],
    ['', 'file'],
    ['folder/', 'file'],
  ])('%j is %j', (given, name) => {
    expect(plainFileName(given)).toBe(name);
  });

  it('never has a folder, a line break or more than 200 characters, and is never empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (given) => {
        const name = plainFileName(given);
        expect(name).toMatch(/^[^/\\\p{Cc}\p{Cs}]+$/u);
        expect(Array.from(name).length).toBeLessThanOrEqual(200);
      }),
    );
  });
});
