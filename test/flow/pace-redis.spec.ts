import { redisAvailable, redisHow, redisNeeds, startRedis } from '../support/redis.js';
import { describeIf } from '../support/require.js';
import { keepsPace } from './pace.js';

describeIf(
  redisAvailable(),
  redisNeeds,
  redisHow,
)('with Redis', () => {
  keepsPace('Redis', async () => {
    const redis = await startRedis();
    return { env: { REDIS_URL: redis.url }, stop: async () => redis.stop() };
  });
});
