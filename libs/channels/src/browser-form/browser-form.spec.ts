import { describe, expect, it } from '@jest/globals';
import { HostRefused, HostUnknown, isPublic, resolverRules } from './addresses.js';
import { Slots } from './slots.js';

const never = (): AbortSignal => new AbortController().signal;

describe('the hosts a browser may reach', () => {
  it('are tied to the addresses they have now, and there are no others', async () => {
    const lookup = async (host: string) =>
      Promise.resolve(host === 'six.example' ? ['2606:4700::1'] : ['93.184.215.14', '1.1.1.1']);
    expect(await resolverRules(['shop.example', 'six.example'], null, lookup)).toBe(
      'MAP shop.example 93.184.215.14, MAP six.example [2606:4700::1], MAP * ~NOTFOUND',
    );
  });

  it('are this machine for a simulated platform, whatever their names', async () => {
    const lookup = async () => Promise.reject(new Error('asked'));
    expect(await resolverRules(['portal.sandbox.redress.test'], '127.0.0.1:3001', lookup)).toBe(
      'MAP portal.sandbox.redress.test 127.0.0.1:3001, MAP * ~NOTFOUND',
    );
  });

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '192.168.1.1',
    '100.64.0.1',
    '::1',
    'fd00::1',
    'fe80::1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
  ])('are refused where one leads to %s', async (address) => {
    expect(isPublic(address)).toBe(false);
    await expect(
      resolverRules(['shop.example'], null, async () => Promise.resolve(['1.1.1.1', address])),
    ).rejects.toThrow(HostRefused);
  });

  it('are told apart where one has no address', async () => {
    await expect(resolverRules(['shop.example'], null, async () => Promise.resolve([]))).rejects.toThrow(HostUnknown);
  });
});

describe('places for browsers', () => {
  it('are given in turn, each as it is given back', async () => {
    const slots = new Slots(1);
    const first = await slots.enter(never());
    const order: string[] = [];
    const others = ['second', 'third'].map(async (name) => {
      const leave = await slots.enter(never());
      order.push(name);
      leave?.();
    });
    expect(order).toEqual([]);
    first?.();
    await Promise.all(others);
    expect(order).toEqual(['second', 'third']);
  });

  it('are not kept for who no longer wants one', async () => {
    const slots = new Slots(1);
    const first = await slots.enter(never());
    const calledOff = new AbortController();
    const waiting = slots.enter(calledOff.signal);
    calledOff.abort();
    expect(await waiting).toBeNull();
    first?.();
    expect(await slots.enter(AbortSignal.abort())).toBeNull();
    expect(await slots.enter(never())).toBeInstanceOf(Function);
  });
});
