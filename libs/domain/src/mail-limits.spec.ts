import { describe, expect, it } from '@jest/globals';
import { recipientOf, recipientsOf } from './attempt.js';
import { addressesOf, mailBytesOf } from './platform.js';
import type { Platform } from './platform.js';

const aPlatform = (given: Pick<Platform, 'channels' | 'limits'>): Platform => ({
  slug: 'market',
  name: 'Market',
  kind: 'marketplace',
  country: null,
  timeZone: 'Europe/Vienna',
  simulated: false,
  languages: ['en'],
  grounds: {},
  rightKinds: ['trademark'],
  gate: {},
  programme: null,
  senderDomains: [],
  listingHosts: [],
  addresses: [],
  markets: {},
  clocks: {},
  sources: [],
  ...given,
});

describe('the addresses of a channel', () => {
  it('are none, one or several', () => {
    expect([{}, { address: 'a@x.test' }, { address: ['a@x.test', 'b@x.test'] }].map(addressesOf)).toEqual([
      [],
      ['a@x.test'],
      ['a@x.test', 'b@x.test'],
    ]);
  });

  it('stand in an attempt as one text, and are read from it again', () => {
    for (const addresses of [['a@x.test'], ['a@x.test', 'b@x.test']])
      expect(recipientsOf({ recipient: recipientOf(addresses) })).toEqual(addresses);
    expect(recipientsOf({ recipient: null })).toEqual([]);
  });
});

describe('the size of a mail', () => {
  const form = { kind: 'guided-form', limits: { mailBytes: 70_000 } } as const;
  const email = { kind: 'email', address: 'a@x.test' } as const;

  it.each<[string, Pick<Platform, 'channels' | 'limits'>, number]>([
    [
      'that of the channel',
      { channels: [form, { ...email, limits: { mailBytes: 80_000 } }], limits: { mailBytes: 90_000 } },
      80_000,
    ],
    ['else that of the platform', { channels: [form, email], limits: { mailBytes: 90_000 } }, 90_000],
    ['else 20 MiB', { channels: [form, email], limits: {} }, 20_971_520],
  ])('is at most %s', (_words, given, expected) => {
    expect(mailBytesOf(aPlatform(given), 'counterfeit')).toBe(expected);
  });
});
