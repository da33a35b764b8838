import { redisAvailable, redisHow, redisNeeds, startRedis } from '../support/redis.js';
import { describeIf } from '../support/require.js';
import { wholeFlow } from './whole-flow.js';

describeIf(
  redisAvailable(),
  redisNeeds,
  redisHow,
)('with Redis', () => {
  wholeFlow('Redis', async () => {
    const redis = await startRedis();
    return {
      env: { REDIS_URL: redis.url },
      empty: async () => {
        await redis.ask('FLUSHALL');
      },
      stop: async () => redis.stop(),
    };
  });
});
