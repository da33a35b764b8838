import { describe, expect, it } from '@jest/globals';
import { suggestErrors } from './suggest-errors.js';

const codes = (text: string, status?: number): string[] => suggestErrors(text, status).map(({ code }) => code);

describe('What a person pasted suggests', () => {
  it.each([
    ['系统繁忙，请稍后再试', ['ER-44']],
    ['The file is too large. Please try again later.', ['ER-32', 'ER-44']],
    ['host mail.example said: 550 5.1.1 <ip@example.com>: user unknown', ['ER-60']],
    ['503 Service Unavailable', ['ER-40']],
    ['HTTP/1.1 429 Too Many Requests', ['ER-50']],
    ['Error: getaddrinfo ENOTFOUND ipp.example', ['ER-42']],
    ['The seller offers 404 counterfeit bags', []],
    ['', []],
  ] as const)('%j: %j', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('heeds the status a person gave', () => {
    expect(codes('Forbidden', 451)).toEqual(['ER-15']);
  });
});
