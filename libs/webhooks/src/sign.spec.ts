import { describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { newWebhookSecret, signedHeaders } from './sign.js';

const message = { id: '01890000-0000-7000-8000-000000000001', at: new Date(), body: '{"type":"ping","text":"§ 中"}' };

describe('a signed message', () => {
  it('is verified by the library of the standard, with each of the secrets and with no other', () => {
    const [current, former, stranger] = [newWebhookSecret(), newWebhookSecret(), newWebhookSecret()];
    const headers = { ...signedHeaders(message, [current, former]) };
    for (const secret of [current, former])
      expect(new Webhook(secret).verify(message.body, headers)).toEqual(JSON.parse(message.body));
    expect(() => new Webhook(stranger).verify(message.body, headers)).toThrow('No matching signature found');
    expect(() => new Webhook(current).verify(`${message.body} `, headers)).toThrow('No matching signature found');
  });

  it('has the signature the standard gives as its example', () => {
    const example = {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      at: new Date(1_614_265_330_000),
      body: '{"test": 2432232314}',
    };
    expect(signedHeaders(example, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });
});

describe('a new secret', () => {
  it('has 256 bits in base64 behind its prefix, and no two are alike', () => {
    const secrets = Array.from({ length: 100 }, newWebhookSecret);
    expect(new Set(secrets).size).toBe(100);
    for (const secret of secrets) {
      expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
      expect(Buffer.from(secret.slice(6), 'base64')).toHaveLength(32);
    }
  });
});
