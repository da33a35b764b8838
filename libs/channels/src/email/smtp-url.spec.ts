import { describe, expect, it } from '@jest/globals';
import { parseSmtpUrl } from './smtp-url.js';

describe('parseSmtpUrl', () => {
  it('reads host, port and credentials', () => {
    expect(parseSmtpUrl('smtp://me%40x:p%2Fw@mail.example:2525')).toEqual({
      host: 'mail.example',
      port: 2525,
      secure: false,
      requireTls: true,
      ignoreTls: false,
      verifyCertificate: true,
      credentials: { user: 'me@x', pass: 'p/w' },
    });
  });

  it('knows the usual ports', () => {
    expect(parseSmtpUrl('smtp://mail.example').port).toBe(587);
    expect(parseSmtpUrl('smtps://mail.example')).toMatchObject({ port: 465, secure: true, requireTls: false });
    expect(parseSmtpUrl('smtp://[::1]:25').host).toBe('::1');
  });

  it('asks for TLS before credentials leave this machine, unless told otherwise', () => {
    expect(parseSmtpUrl('smtp://u:p@127.0.0.1:25').requireTls).toBe(false);
    expect(parseSmtpUrl('smtp://u:p@relay.example?requireTLS=false').requireTls).toBe(false);
    expect(parseSmtpUrl('smtp://u:p@relay.example?ignoreTLS=true').requireTls).toBe(false);
  });

  it.each([
    ['mail.example', 'must have the form'],
    ['http://mail.example', 'must have the form'],
    ['smtp://u@mail.example', 'both or neither'],
    ['smtp://u:%zz@mail.example', 'percent-encoded'],
    ['smtp://mail.example?secure=yes', 'unknown setting "secure"'],
    ['smtp://mail.example?ignoreTLS=1', 'true or false'],
  ])('refuses %s', (url, words) => {
    expect(() => parseSmtpUrl(url)).toThrow(words);
  });
});
